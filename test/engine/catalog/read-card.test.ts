import { FlexError } from '../../../src/engine/errors';
import { breakEven } from '../../../src/engine/breakeven';
import { priceTerms, readCard, requireRow, type RateCard } from '../../../src/engine/catalog';

type Cell = string | number | boolean | null;

const HEADER: Cell[] = [
  'Product',
  'Basis',
  'Tokens per unit',
  'Seat price',
  'On Flex',
  'Margin',
  'Token price',
  'Currency',
];

/** A card that stands at B5 of its sheet. */
const where = {
  origin: "'Flex Rates'!B5:I9",
  name: 'Flex Rates',
  address: (row: number, column: number) => `${String.fromCharCode(66 + column)}${row + 5}`,
};
const read = (...rows: Cell[][]): RateCard => readCard([HEADER, ...rows], where);

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(FlexError);
    expect((error as FlexError).kind).toBe('value');
    return (error as FlexError).message;
  }
  throw new Error('nothing was refused');
}

describe('a rate card on a sheet', () => {
  it('is read in any column order, with other headers, titles above and blank rows between', () => {
    const card = readCard(
      [
        ['Our rates 2026', null, null, null],
        [null, null, null, null],
        ['seat_price', 'TOKENS PER DAY', 'Product name', 'Price per token'],
        [3000, 10, 'Revit', 2.85],
        ['', null, '', ' '],
        [1000, '7,5', 'Autocad', null],
      ],
      where,
    );
    expect(card).toMatchObject({
      tokenPrice: 2.85,
      currency: 'USD',
      name: 'Flex Rates',
      origin: where.origin,
    });
    expect(
      card.rows.map((row) => [row.product, row.basis, row.tokensPerUnit, row.seatPrice, row.onFlex]),
    ).toEqual([
      ['Revit', 'day', 10, 3000, true],
      ['Autocad', 'day', 7.5, 1000, true],
    ]);
  });

  it('takes blank figures as missing, never as 0', () => {
    const [row] = read(['Revit', 'hour', null, '', null, ' ', 0.3, 'USD']).rows;
    expect(row).toMatchObject({ tokensPerUnit: null, seatPrice: null, onFlex: true, margin: null });
  });

  it.each([
    [true, true],
    [false, false],
    ['TRUE', true],
    ['no', false],
    ['Yes', true],
    ['', true],
    [null, true],
    [0, false],
    [1, true],
  ])('On Flex %p means %p', (cell, onFlex) => {
    expect(read(['Revit', 'hour', 5, 2910, cell, null, 0.3, 'USD']).rows[0]?.onFlex).toBe(onFlex);
  });

  it('gives a product not on Flex the basis of the others where its own is blank', () => {
    const card = read(
      ['Revit', 'day', 10, 2910, true, null, 3, 'USD'],
      ['Docs', '', '', '', false, '', '', ''],
    );
    expect(card.rows[1]).toMatchObject({ product: 'Docs', basis: 'day', onFlex: false, tokensPerUnit: null });
  });

  it('costs 0.30 USD a token without a Token price column', () => {
    const card = readCard(
      [
        ['Product', 'Basis', 'Tokens per unit'],
        ['Revit', 'hour', 5],
      ],
      where,
    );
    expect([card.tokenPrice, card.currency]).toEqual([0.3, 'USD']);
  });

  it('works in its own currency, without the built-in Collections of another', () => {
    const card = read(['Revit', 'day', 10, 2800, true, 0.5, 2.9, 'EUR']);
    expect(card.currency).toBe('EUR');
    expect(card.collections).toEqual([]);
    expect(breakEven(requireRow(card, 'Revit'), priceTerms(card))).toBeCloseTo(96.5517, 4);
  });

  it('keeps a Collection it prices itself, in its own currency', () => {
    const card = read(
      ['Revit', 'day', 10, 2800, true, null, 2.9, 'EUR'],
      ['AEC Collection', 'day', 10, 3100, true, null, 2.9, 'EUR'],
    );
    expect(card.collections.map((c) => [c.name, c.seatPrice, c.currency])).toEqual([
      ['AEC Collection', 3100, 'EUR'],
    ]);
  });

  it('reads validity and source dates from serials and text', () => {
    const card = readCard(
      [
        [...HEADER, 'Valid from', 'Valid to', 'Source', 'Date'],
        ['Revit', 'hour', 5, 2910, true, '39 %', 0.3, 'usd', 46023, '31.12.2026', 'quote 7', '2026-01-15'],
      ],
      where,
    );
    expect(card).toMatchObject({ validFrom: 46023, validTo: 46387 });
    expect(card.rows[0]).toMatchObject({ margin: 0.39, source: 'quote 7', date: 46037, confidence: 'user' });
  });

  it('takes a 0 for a blank where the host hands blanks over as 0', () => {
    const zeros = { ...where, zeroMeansBlank: true };
    const card = readCard(
      [
        HEADER,
        ['Revit', 'hour', 0, 0, 0, 0, 0.3, 'USD'],
        ['AutoCAD', 'hour', 1, 2030, true, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0],
      ],
      zeros,
    );
    expect(card.rows).toHaveLength(2);
    expect(card.rows[0]).toMatchObject({ tokensPerUnit: null, seatPrice: null, onFlex: true, margin: null });
  });

  it('still takes a 0 for FALSE where the column spells its flags as 1 and 0', () => {
    const card = readCard(
      [HEADER, ['Revit', 'hour', 5, 1, 1, '', 0.3, 'USD'], ['Docs', 'hour', 0, 0, 0, '', 0.3, 'USD']],
      { ...where, zeroMeansBlank: true },
    );
    expect(card.rows.map((row) => row.onFlex)).toEqual([true, false]);
  });
});

describe('a faulty rate card is refused with its cell', () => {
  const good: Cell[] = ['Revit', 'hour', 5, 2910, true, 0.4, 0.3, 'USD'];
  const withCell = (column: number, cell: Cell): Cell[] =>
    good.map((value, index) => (index === column ? cell : value));

  it.each([
    [1, 'month', 'Rate card, cell C6: Basis is "month"; write hour, day or result.'],
    [1, '', 'Rate card, cell C6: Basis is blank; write hour, day or result.'],
    [2, 'five', 'Rate card, cell D6: Tokens per unit is "five"'],
    [2, -5, 'Rate card, cell D6: Tokens per unit is -5; it must be 0 or more.'],
    [2, true, 'Rate card, cell D6: Tokens per unit is "true"'],
    [3, '#N/A', 'Rate card, cell E6: Seat price is "#N/A"'],
    [3, '2,910', 'Rate card, cell E6: Seat price is the text "2,910", which may mean 2910 or 2.910'],
    [4, 'perhaps', 'Rate card, cell F6: On Flex is "perhaps"; write TRUE or FALSE.'],
    [5, 35, 'Rate card, cell G6: Margin is 35; it must be between 0 and 1'],
    [6, '', 'Rate card, cell H6: Token price is blank in every row'],
    [7, 'dollars', 'Rate card, cell I6: Currency is "dollars"'],
    [0, '', 'Rate card, cell B6: Product is blank'],
    [0, '#REF!', 'Rate card, cell B6: Product is the error #REF!'],
  ])('column %i holding %p', (column, cell, message) => {
    expect(refusal(() => read(withCell(column, cell)))).toContain(message);
  });

  it('two token prices', () => {
    expect(refusal(() => read(good, ['Maya', 'hour', 15, 1785, true, '', 0.35, 'USD']))).toBe(
      'Rate card, cell H7: Token price is 0.35, but rows above say 0.3: a card has one; use a card for each.',
    );
  });

  it('two currencies', () => {
    expect(refusal(() => read(good, ['Maya', 'hour', 15, 1785, true, '', 0.3, 'EUR']))).toContain(
      'Rate card, cell I7: Currency is EUR, but rows above say USD: money of two currencies is never mixed',
    );
  });

  it('a currency without a token price of its own', () => {
    const range = [
      ['Product', 'Basis', 'Tokens per unit', 'Currency'],
      ['Revit', 'hour', 5, 'EUR'],
    ];
    expect(refusal(() => readCard(range, where))).toContain(
      'prices are in EUR, but there is no column Token price',
    );
  });

  it('one product twice, also under an alias', () => {
    const range = () =>
      read(
        ['Inventor', 'hour', 5, 1, true, '', 0.3, 'USD'],
        ['Inventor Pro', 'hour', 5, 2, true, '', 0.3, 'USD'],
      );
    expect(refusal(range)).toContain('Rate card, cell B7: Inventor Pro is already in row 2 of the range');
  });

  it('a missing column, a doubled column, no header, no product', () => {
    expect(refusal(() => readCard([['Product', 'Basis', 'Seat price']], where))).toContain(
      'cell B5: the header row has no column Tokens per unit',
    );
    expect(refusal(() => readCard([['Product', 'Rate', 'Seat price']], where))).toContain(
      'has no column Basis',
    );
    expect(refusal(() => readCard([['Product', 'Basis', 'Rate', 'Token rate']], where))).toContain(
      'cell E5: "Token rate" means the same as "Rate"',
    );
    expect(refusal(() => readCard([['Revit', 5]], where))).toContain('cell B5: no header row was found');
    expect(refusal(() => readCard([], where))).toContain('no header row was found');
    expect(refusal(() => read())).toContain('there is no product below the header');
  });
});
