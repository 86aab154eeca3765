import fc from 'fast-check';
import { fault, formula, table } from './host';

describe('figures of the guide in a cell', () => {
  it.each([
    [['Revit'], 1940],
    [['AutoCAD'], 6766.6667],
    [['Civil 3D'], 1940],
    [['Inventor Professional'], 1720],
    [['Maya'], 396.6667],
    [['AEC Collection'], 2250],
    [['Revit', 0.25], 1455],
    [['Revit', 0.25, 0.1], 1616.6667],
    [['Revit', 0.25, 0.25], 1940],
    [['Revit', null, null, null, 'retail'], 97],
    [['Revit', null, null, null, 'Retail'], 97],
    [['Revit', null, null, 3], 194],
    [['AutoCAD', undefined, undefined, undefined, 'retail'], 96.6667],
    [['Navisworks Manage', '', '', '', 'retail'], 96.4815],
  ])('BREAKEVEN of %j is %d', (given, expected) => {
    expect(formula('BREAKEVEN', ...given)).toBeCloseTo(expected, 3);
  });

  it.each([
    [['Revit'], 750],
    [['Maya'], 200],
    [['Inventor Pro'], 600],
    [['Revit', 0.5], 970],
    [['Revit', null, 0.25], 562.5],
    [['Revit', 1, null, null, null, 'retail'], 97],
  ])('CEILING of %j is %d', (given, expected) => {
    expect(formula('CEILING', ...given)).toBeCloseTo(expected, 9);
  });

  it('prices the example of Revit and AutoCAD: 2,200 tokens, $660 or $6,600', () => {
    expect(formula('TOKENS', 'Revit', 400)).toBe(2000);
    expect(formula('TOKENS', 'AutoCAD', 200)).toBe(200);
    const at = (price: unknown) =>
      Number(formula('COST', 'Revit', 400, price)) + Number(formula('COST', 'AutoCAD', 200, price));
    expect(at(null)).toBeCloseTo(660, 9);
    expect(at(3)).toBeCloseTo(6600, 9);
    expect(formula('COST', 'Revit', 400, 0)).toBe(0);
  });

  it.each([
    [750, 'Flex'],
    [751, 'Review'],
    [1940, 'Review'],
    [1941, 'Named User'],
  ])('RECOMMEND for %d h of Revit is %s', (units, expected) => {
    expect(formula('RECOMMEND', 'Revit', units)).toBe(expected);
  });

  it('RECOMMEND alone has words for a product that is not on Flex', () => {
    expect(formula('RECOMMEND', 'Autodesk Docs', 10)).toBe('Named User – not on Flex');
    expect(fault('BREAKEVEN', 'Autodesk Docs')).toMatch(/^#N\/A Autodesk Docs is not on Flex/);
    expect(fault('TOKENS', 'Docs', 1)).toMatch(/^#N\/A Autodesk Docs is not on Flex/);
  });
});

describe('columns in, columns out', () => {
  it('gives one result a row, with single cells standing beside every row', () => {
    expect(table('TOKENS', 'Revit', [[1], [2], ['']])).toEqual([[5], [10], [0]]);
    expect(table('TOKENS', [['Revit'], ['Maya']], [[1], [2]])).toEqual([[5], [30]]);
    expect(table('BREAKEVEN', [['Revit'], ['Inventor']])).toEqual([[1940], [1720]]);
    expect(table('BREAKEVEN', 'Revit', [[0], [0.25]])).toEqual([[1940], [1455]]);
    expect(table('CEILING', 'Revit', [[0.5], ['']])).toEqual([[970], [750]]);
    expect(
      table(
        'RECOMMEND',
        ['Revit', 'Docs'].map((name) => [name]),
        800,
      ),
    ).toEqual([['Review'], ['Named User – not on Flex']]);
    expect(table('COST', 'Revit', [[1], [1]], [[0.3], [3]])).toEqual([[1.5], [15]]);
  });

  it('refuses columns of different heights, and a range two columns wide', () => {
    expect(fault('TOKENS', [['Revit'], ['Maya']], [[1], [2], [3]])).toBe(
      '#VALUE! units has 3 rows and product has 2: columns must have the same height.',
    );
    expect(fault('TOKENS', 'Revit', [[1, 2]])).toBe(
      '#VALUE! units has 2 columns: give one cell, or one column of cells.',
    );
  });

  it('makes one bad cell the whole answer, naming its row', () => {
    expect(fault('TOKENS', 'Revit', [[1], ['two']])).toBe(
      '#VALUE! units, row 2 of its column, is "two": it must be a number of 0 or more.',
    );
    expect(fault('BREAKEVEN', [['Revit'], ['Nope']])).toMatch(/^#N\/A "Nope" is not a product/);
    expect(fault('BREAKEVEN', [['Revit'], ['']])).toMatch(/^#VALUE! product, row 2 of its column, is blank/);
  });

  it('refuses a result that is too large for a sheet to show, naming the pane', () => {
    const units = Array.from({ length: 50_001 }, () => [1]);
    expect(fault('TOKENS', 'Revit', units)).toMatch(/^#N\/A The result has 50,001 cells.*Flex Governor pane/);
    expect(table('TOKENS', 'Revit', units.slice(1))).toHaveLength(50_000);
  });

  it('TOKENS is linear in its units', () => {
    const units = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('Revit', 'Maya', 'AutoCAD'), units, units, (product, a, b) => {
        const of = (amount: number) => Number(formula('TOKENS', product, amount));
        expect(of(a + b)).toBeCloseTo(of(a) + of(b), 6);
      }),
    );
  });
});

describe('errors are sentences', () => {
  it.each([
    [['Revitt'], '#N/A "Revitt" is not a product of the rate card guide. Nearest known names: Revit, '],
    [['InfraWorks'], '#N/A InfraWorks has no row on the rate card guide'],
    [['Civil 3D', null, null, null, 'retail'], '#N/A Civil 3D: rate missing.'],
    [['Navisworks Simulate', null, null, null, 'retail'], '#N/A Navisworks Simulate: price missing.'],
    [
      ['Revit', null, null, null, 'wholesale'],
      '#N/A There is no rate card "wholesale". Known names: guide, retail',
    ],
    [['Revit', 25], '#VALUE! seatDiscount is 25: it must be a number from 0 to 1 (25 % is 0.25).'],
    [['Revit', -0.1], '#VALUE! seatDiscount is -0.1'],
    [['Revit', '25%'], '#VALUE! seatDiscount is "25%"'],
    [['Revit', true], '#VALUE! seatDiscount is TRUE'],
    [['Revit', null, 2], '#VALUE! tokenDiscount is 2'],
    [['Revit', null, null, -1], '#VALUE! tokenPrice is -1: it must be a number of 0 or more.'],
    [['Revit', null, null, '0,3'], '#VALUE! tokenPrice is "0,3"'],
    [['Revit', null, null, null, 7], '#VALUE! card is 7'],
    [['Revit', '#REF!'], '#VALUE! seatDiscount is the error #REF!: correct that cell first.'],
    [[5], '#VALUE! product is 5'],
    [[null], '#VALUE! product is blank'],
    [['Revit', null, 1], '#NUM! There is no break-even: the token discount is 100 %'],
    [['Revit', null, null, 0], '#NUM! There is no break-even: the token price is 0'],
  ])('BREAKEVEN of %j', (given, message) => {
    expect(fault('BREAKEVEN', ...given)).toContain(message);
  });

  it('names the margin, the units and the number of cells where one is wanted', () => {
    expect(fault('CEILING', 'Revit', 1.5)).toMatch(/^#VALUE! margin is 1\.5/);
    expect(fault('TOKENS', 'Revit', -1)).toMatch(/^#VALUE! units is -1/);
    expect(fault('TOKENS', 'Revit', null)).toMatch(/^#VALUE! units is missing/);
    expect(fault('TOKENS', 'Revit', true)).toMatch(/^#VALUE! units is TRUE/);
    expect(fault('BREAKEVENTABLE', [[0.1], [0.2]])).toBe(
      '#VALUE! seatDiscount has 2 × 1 cells: give one cell.',
    );
    expect(fault('BREAKEVENTABLE', null, 1)).toMatch(/^#NUM!/);
    expect(fault('RECOMMEND', 'Maya', 10, null, null, null, 'retail')).toMatch(/^#N\/A Maya: rate missing/);
  });

  it.each([
    ['an error object of the host', { code: '#N/A', message: '' }],
    ['an error data type', { type: 'Error', basicType: 'Error', basicValue: '#N/A' }],
    ['the text of an error', '#N/A'],
  ])('takes %s for an error cell', (_, cell) => {
    expect(fault('TOKENS', 'Revit', [[1], [cell]])).toBe(
      '#VALUE! units, row 2 of its column, is the error #N/A: correct that cell first.',
    );
  });

  it('takes a formatted number of the host for its value', () => {
    expect(
      formula('TOKENS', 'Revit', [[{ type: 'FormattedNumber', basicValue: 4, numberFormat: '0.0' }]]),
    ).toBe(20);
  });
});

describe('rate cards in ranges', () => {
  it('RATECARD gives a card that every function accepts back', () => {
    for (const name of ['guide', 'retail']) {
      const card = table('RATECARD', name);
      expect(card.flat()).not.toContain(null);
      expect(table('RATECARD', card)).toEqual(card);
      expect(formula('BREAKEVEN', 'Revit', null, null, null, card)).toBe(
        formula('BREAKEVEN', 'Revit', null, null, null, name),
      );
    }
    expect(table('RATECARD')).toEqual(table('RATECARD', 'guide'));
  });

  it('an edited rate changes the answer at once', () => {
    const card = table('RATECARD');
    const edited = card.map((row) =>
      row[0] === 'Revit' ? row.map((cell, i) => (i === 2 ? 10 : cell)) : row,
    );
    expect(formula('BREAKEVEN', 'Revit', null, null, null, card)).toBe(1940);
    expect(formula('BREAKEVEN', 'Revit', null, null, null, edited)).toBe(970);
    expect(formula('BREAKEVEN', 'Revit', null, null, null, card)).toBe(1940);
  });

  it('blank cells that arrive as 0 are missing figures, not free ones', () => {
    const card = [
      ['Product', 'Basis', 'Tokens per unit', 'Seat price', 'On Flex', 'Margin', 'Token price', 'Currency'],
      ['Revit', 'day', 10, 0, 0, 0, 3, 'USD'],
      ['Maya', 'day', 0, 1785, 0, 0, 0, 0],
    ];
    expect(fault('BREAKEVEN', 'Revit', null, null, null, card)).toMatch(/^#N\/A Revit: price missing/);
    expect(fault('BREAKEVEN', 'Maya', null, null, null, card)).toMatch(/^#N\/A Maya: rate missing/);
    expect(formula('COST', 'Revit', 2, null, card)).toBe(60);
  });

  it('a faulty card names its row and column', () => {
    const card = [
      ['Product', 'Basis', 'Tokens per unit', 'Token price'],
      ['Revit', 'hour', 5, 0.3],
      ['Maya', 'hour', 15, 0.35],
    ];
    expect(fault('TOKENS', 'Revit', 1, card)).toMatch(
      /^#VALUE! Rate card, row 3, column 4 of the range: Token price is 0\.35, but rows above say 0\.3/,
    );
  });

  it('BREAKEVENTABLE shows every product, with what is missing in words', () => {
    const retail = table('BREAKEVENTABLE', null, null, null, 'retail');
    expect(retail[0]).toEqual([
      'Product',
      'Basis',
      'Tokens per unit',
      'Seat price',
      'Break-even',
      'Ceiling',
      'Reachable',
      'Recommendation',
    ]);
    expect(retail.find(([product]) => product === 'Civil 3D')).toContain('rate missing');
    expect(retail.find(([product]) => product === 'Navisworks Simulate')).toContain('price missing');
    const guide = table('BREAKEVENTABLE', 0.25);
    expect(guide.find(([product]) => product === 'Revit')).toEqual([
      'Revit',
      'hour',
      5,
      2182.5,
      1455,
      562.5,
      true,
      'Flex below 562.5 h a year, review to 1,455',
    ]);
    expect(guide.find(([product]) => product === 'AutoCAD')?.[7]).toMatch(
      /break-even is beyond a working year/,
    );
    expect(guide.flat()).not.toContain(null);
  });
});
