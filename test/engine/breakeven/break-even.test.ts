import fc from 'fast-check';
import { FlexError } from '../../../src/engine/errors';
import { guideCard, priceTerms, requireRow, retailCard, type RateCard } from '../../../src/engine/catalog';
import { assess } from '../../../src/engine/breakeven/assess';
import { breakEven, breakEvenTable, ceiling, recommendUnits } from '../../../src/engine/breakeven';

const guide = (product: string) => requireRow(guideCard, product);
const retail = (product: string) => requireRow(retailCard, product);
const list = priceTerms(guideCard);

function failure(run: () => unknown): FlexError {
  try {
    run();
  } catch (error) {
    if (error instanceof FlexError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('break-even of the guide card', () => {
  it.each([
    ['AutoCAD', 6766.6667],
    ['Revit', 1940],
    ['Civil 3D', 1940],
    ['Inventor Pro', 1720],
    ['Maya', 396.6667],
    ['AEC Collection', 2250],
  ])('%s costs as much as its seat at %d h', (product, hours) => {
    expect(breakEven(guide(product), list)).toBeCloseTo(hours, 3);
  });

  it.each([
    [0.25, 0, 1455],
    [0.25, 0.1, 1616.6667],
    [0.25, 0.25, 1940],
    [0, 0.1, 2155.5556],
  ])('Revit at %d off the seat and %d off the token: %d h', (seatDiscount, tokenDiscount, hours) => {
    expect(breakEven(guide('Revit'), priceTerms(guideCard, { seatDiscount, tokenDiscount }))).toBeCloseTo(
      hours,
      3,
    );
  });

  it.each([
    ['Revit', 750],
    ['Civil 3D', 750],
    ['Inventor Pro', 600],
    ['Maya', 200],
  ])("the guide's ceiling of %s comes back exactly: %d h", (product, hours) => {
    expect(ceiling(guide(product), list)).toBe(hours);
  });

  it('lowers the Revit ceiling to 562.5 h at 25 % off the seat', () => {
    expect(ceiling(guide('Revit'), priceTerms(guideCard, { seatDiscount: 0.25 }))).toBeCloseTo(562.5, 9);
  });

  it("takes the call's margin before the row's, and 1 where neither is given", () => {
    expect(ceiling(guide('Revit'), priceTerms(guideCard, { margin: 0.5 }))).toBe(970);
    expect(ceiling(guide('Revit'), priceTerms(guideCard, { margin: 0 }))).toBe(0);
    expect(ceiling(guide('AutoCAD'), list)).toBe(breakEven(guide('AutoCAD'), list));
  });
});

describe('break-even of the retail card', () => {
  it.each([
    ['AutoCAD', 96.6667],
    ['Revit', 97],
    ['Navisworks Manage', 96.4815],
    ['Fusion', 75.5556],
  ])('%s costs as much as its seat at %d days', (product, days) => {
    expect(breakEven(retail(product), priceTerms(retailCard))).toBeCloseTo(days, 3);
  });

  it('says what to fill in where no source confirms a rate', () => {
    const error = failure(() => breakEven(retail('Civil 3D'), priceTerms(retailCard)));
    expect(error.kind).toBe('missing');
    expect(error.message).toBe(
      'Civil 3D: rate missing. Fill in Tokens per unit on the rate card from the current rate sheet.',
    );
  });

  it('says which price is missing', () => {
    const error = failure(() => breakEven(retail('Navisworks Simulate'), priceTerms(retailCard)));
    expect(error.kind).toBe('missing');
    expect(error.message).toContain('Navisworks Simulate: price missing');
  });

  it('says that a product is not on Flex', () => {
    const error = failure(() => breakEven(retail('Docs'), priceTerms(retailCard)));
    expect(error.kind).toBe('missing');
    expect(error.message).toContain('Autodesk Docs is not on Flex');
  });
});

describe('prices without meaning', () => {
  it.each([
    [{ tokenPrice: 0 }, 'the token price is 0'],
    [{ tokenDiscount: 1 }, 'the token discount is 100 %'],
  ])('has no break-even with %o', (partial, why) => {
    const error = failure(() => breakEven(guide('Revit'), priceTerms(guideCard, partial)));
    expect(error.kind).toBe('number');
    expect(error.message).toContain(why);
  });

  it.each([
    [{ seatDiscount: 1.5 }, 'The seat discount is 1.5'],
    [{ tokenDiscount: -0.1 }, 'The token discount is -0.1'],
    [{ margin: 2 }, 'The margin is 2'],
    [{ tokenPrice: -1 }, 'The token price is -1'],
    [{ seatDiscount: Number.NaN }, 'The seat discount is NaN'],
  ])('refuses %o', (partial, words) => {
    const error = failure(() => priceTerms(guideCard, partial));
    expect(error.kind).toBe('value');
    expect(error.message).toContain(words);
  });
});

describe('recommendation by units', () => {
  it.each([
    [0, 'Flex'],
    [750, 'Flex'],
    [750.01, 'Review'],
    [1940, 'Review'],
    [1940.01, 'Named User'],
  ])('Revit at %d h: %s', (units, expected) => {
    expect(recommendUnits(guide('Revit'), units, list)).toBe(expected);
  });

  it('has no review band without a margin', () => {
    const terms = priceTerms(retailCard);
    expect(recommendUnits(retail('Revit'), 97, terms)).toBe('Flex');
    expect(recommendUnits(retail('Revit'), 97.5, terms)).toBe('Named User');
  });

  it('stays at the ceiling whatever floating point makes of 525 h', () => {
    const terms = priceTerms(guideCard, { seatDiscount: 0.3 });
    expect(ceiling(guide('Revit'), terms)).toBeLessThan(525);
    expect(recommendUnits(guide('Revit'), 525, terms)).toBe('Flex');
  });

  it('names a seat for a product not on Flex', () => {
    expect(recommendUnits(guide('Autodesk Build'), 1, list)).toBe('Named User – not on Flex');
  });
});

describe('the table of verdicts', () => {
  const cells = (card: RateCard, product: string) =>
    breakEvenTable(card, priceTerms(card)).find((row) => row[0] === product) ?? [];

  it('reads as the guide does for Revit', () => {
    expect(cells(guideCard, 'Revit')).toEqual([
      'Revit',
      'hour',
      5,
      2910,
      1940,
      750,
      true,
      'Flex below 750 h a year, review to 1,940',
    ]);
  });

  it('says that AutoCAD never justifies its seat alone, in the words of the contract', () => {
    expect(cells(guideCard, 'AutoCAD')[6]).toBe(false);
    expect(cells(guideCard, 'AutoCAD')[7]).toBe('break-even is beyond a working year');
  });

  it('shows the seat price after the discount', () => {
    const table = breakEvenTable(guideCard, priceTerms(guideCard, { seatDiscount: 0.25 }));
    expect(table.find((row) => row[0] === 'Revit')).toEqual([
      'Revit',
      'hour',
      5,
      2182.5,
      1455,
      562.5,
      true,
      'Flex below 562.5 h a year, review to 1,455',
    ]);
  });

  it('says what is missing where a figure is', () => {
    expect(cells(retailCard, 'Maya')).toEqual([
      'Maya',
      'day',
      'rate missing',
      'price missing',
      'rate missing',
      'rate missing',
      null,
      'rate missing',
    ]);
    expect(cells(retailCard, 'Navisworks Simulate').slice(2)).toEqual([
      4,
      'price missing',
      'price missing',
      'price missing',
      null,
      'price missing',
    ]);
    expect(cells(guideCard, 'Autodesk Docs').slice(2)).toEqual([
      null,
      'price missing',
      null,
      null,
      null,
      'Named User – not on Flex',
    ]);
  });

  it('measures a day card against 260 days and results against nothing', () => {
    const revit = retail('Revit');
    expect(assess({ ...revit, seatPrice: 7800 }, priceTerms(retailCard)).reachable).toBe(true);
    expect(assess({ ...revit, seatPrice: 7801 }, priceTerms(retailCard)).reachable).toBe(false);
    expect(assess({ ...revit, basis: 'result', seatPrice: 1e6 }, priceTerms(retailCard)).reachable).toBe(
      true,
    );
  });
});

describe('what must hold for every price', () => {
  const discount = fc.double({ min: 0, max: 0.95, noNaN: true });
  const products = fc.constantFrom('AutoCAD', 'Revit', 'Inventor Pro', 'Maya', 'AEC Collection');

  it('a larger seat discount never raises break-even, a larger token discount never lowers it', () => {
    fc.assert(
      fc.property(products, discount, discount, discount, (product, a, b, other) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const at = (seatDiscount: number, tokenDiscount: number) =>
          breakEven(guide(product), priceTerms(guideCard, { seatDiscount, tokenDiscount }));
        expect(at(high, other)).toBeLessThanOrEqual(at(low, other) * (1 + 1e-12));
        expect(at(other, high)).toBeGreaterThanOrEqual(at(other, low) * (1 - 1e-12));
      }),
    );
  });

  it('at break-even Flex costs what the seat costs', () => {
    fc.assert(
      fc.property(products, discount, discount, (product, seatDiscount, tokenDiscount) => {
        const terms = priceTerms(guideCard, { seatDiscount, tokenDiscount });
        const row = guide(product);
        const flex =
          breakEven(row, terms) * (row.tokensPerUnit ?? 0) * terms.tokenPrice * (1 - tokenDiscount);
        expect(flex).toBeCloseTo((row.seatPrice ?? 0) * (1 - seatDiscount), 6);
      }),
    );
  });

  it('more units never move the recommendation back towards Flex', () => {
    const order = ['Flex', 'Review', 'Named User'];
    fc.assert(
      fc.property(
        products,
        fc.double({ min: 0, max: 9000, noNaN: true }),
        fc.double({ min: 0, max: 9000, noNaN: true }),
        (product, a, b) => {
          const at = (units: number) => order.indexOf(recommendUnits(guide(product), units, list));
          expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
        },
      ),
    );
  });
});
