import fc from 'fast-check';
import { serialOf } from '../../src/engine/numeric';
import { fault, formula, table } from './host';
import { HEADER, PROJECTS, months, poolSize, type Cell } from './pool-ranges';

/** Peak months of 100 × ratio, so that the year sums to 1,200. */
const peaky = (ratio: number): Cell[][] => [
  HEADER,
  ...months([...Array<number>(9).fill((1200 - 300 * ratio) / 9), 100 * ratio, 100 * ratio, 100 * ratio]),
];

const TIERS: Cell[][] = [
  ['From', 'Price'],
  [0, 3],
  [5000, 2.85],
  [20_000, 2.7],
  [50_000, 2.55],
];
const BLANK_YEAR: Cell[][] = [HEADER, ['ann', 'AutoCAD', 46300, 0, 'Tower']];

describe('PEAKRATIO and BUFFER', () => {
  it.each([
    [1.6, 0.15],
    [1.8, 0.2],
    [2, 0.25],
    [1.2, 0.15],
    [3, 0.25],
  ])('a year with a peak ratio of %d has the buffer %d', (ratio, buffer) => {
    expect(formula('PEAKRATIO', peaky(ratio))).toBeCloseTo(ratio, 9);
    expect(formula('BUFFER', peaky(ratio))).toBeCloseTo(buffer, 9);
  });

  it('limits of the user replace those of the guide, and each may be left out', () => {
    expect(formula('BUFFER', peaky(3), 0, 1)).toBeCloseTo(0.5, 9);
    expect(formula('BUFFER', peaky(1.2), 0)).toBeCloseTo(0.05, 9);
    expect(formula('BUFFER', peaky(3), null, 0.4)).toBeCloseTo(0.4, 9);
    expect(formula('BUFFER', peaky(3), '', '')).toBeCloseTo(0.25, 9);
    expect(formula('BUFFER', peaky(1.2), 0.3, 0.3)).toBe(0.3);
  });

  it('rows outside the year do not make a peak, and months without rows count as 0', () => {
    const range = [...peaky(1.6), ['x', 'AutoCAD', serialOf(2024, 1, 1), 9999, 'Tower']];
    expect(formula('PEAKRATIO', range)).toBeCloseTo(1.6, 9);
    expect(formula('PEAKRATIO', [HEADER, ['x', 'AutoCAD', 46300, 5, 'Tower']])).toBe(4);
  });

  it('a card with other rates weighs the products otherwise', () => {
    const range = [...peaky(1.6), ['x', 'Revit', serialOf(2026, 10, 1), 10, 'Tower']];
    const card = table('RATECARD').map((row) =>
      row[0] === 'Revit' ? row.map((c, i) => (i === 2 ? 50 : c)) : row,
    );
    expect(formula('PEAKRATIO', range)).toBeCloseTo((480 + 50) / 3 / (1250 / 12), 9);
    expect(formula('PEAKRATIO', range, card)).toBeCloseTo((480 + 500) / 3 / (1700 / 12), 9);
  });
});

describe('POOLSIZE', () => {
  it('gives one header row and one row, with the names of the contract', () => {
    expect(table('POOLSIZE', PROJECTS)[0]).toEqual([
      'Baseline',
      'Buffer',
      'Rule size',
      'Simulated size',
      'Bundle-rounded size',
      'Stockout risk',
      'Expected shortage',
      'Expected waste',
      'Cost',
    ]);
  });

  it("holds baseline, the guide's rule and the card's price beside the simulated size", () => {
    const size = poolSize(PROJECTS, null, 500);
    expect(size['Baseline']).toBe(formula('BASELINE', PROJECTS));
    expect(size['Buffer']).toBe(0.15);
    expect(size['Rule size']).toBeCloseTo(Number(size['Baseline']) * 1.15, 6);
    expect(size['Bundle-rounded size']).toBe(Math.ceil(Number(size['Simulated size']) / 500) * 500);
    expect(size['Cost']).toBeCloseTo(Number(size['Bundle-rounded size']) * 0.3, 9);
  });

  it('reads its last four figures at the rounded size, where risk, shortage and waste agree with each other', () => {
    const exact = poolSize(PROJECTS);
    const rounded = poolSize(PROJECTS, 0.95, 1000);
    expect(exact['Bundle-rounded size']).toBe(Math.ceil(Number(exact['Simulated size'])));
    expect(exact['Stockout risk']).toBeLessThanOrEqual(0.05);
    expect(exact['Stockout risk']).toBeGreaterThan(0.045);
    expect(rounded['Stockout risk']).toBe(formula('STOCKOUT', PROJECTS, rounded['Bundle-rounded size']));
    // E[(S − D)+] − E[(D − S)+] = S − E[D], whatever the size.
    const mean = (size: Record<string, number>): number =>
      Number(size['Bundle-rounded size']) -
      Number(size['Expected waste']) +
      Number(size['Expected shortage']);
    expect(mean(exact)).toBeCloseTo(mean(rounded), 6);
    expect(rounded['Expected shortage']).toBeLessThan(Number(exact['Expected shortage']));
  });

  it('never falls when the service level rises, and a dearer card changes the cost alone', () => {
    const sizes = [0.5, 0.8, 0.9, 0.95, 0.98, 0.995].map(
      (level) => poolSize(PROJECTS, level)['Simulated size'],
    );
    expect([...sizes].sort((a, b) => Number(a) - Number(b))).toEqual(sizes);
    expect(new Set(sizes).size).toBe(sizes.length);
    const card = table('RATECARD').map((row) => row.map((cell, i) => (i === 6 && cell === 0.3 ? 3 : cell)));
    const { Cost: dear, ...same } = poolSize(PROJECTS, null, null, card);
    const { Cost: cheap, ...sizes2 } = poolSize(PROJECTS);
    expect(same).toEqual(sizes2);
    expect(dear).toBeCloseTo(Number(cheap) * 10, 6);
  });

  it('is the same whatever the order of the rows, the columns and the names of the projects', () => {
    const reversed = [HEADER, ...PROJECTS.slice(1).reverse()].map((row) => [...row].reverse());
    expect(poolSize(reversed)).toEqual(poolSize(PROJECTS));
    const renamed = PROJECTS.map((row, i) =>
      i === 0 ? row : [...row.slice(0, 4), `Z ${99 - Number(String(row[4]).slice(1))}`],
    );
    expect(poolSize(renamed)['Simulated size']).toBeCloseTo(Number(poolSize(PROJECTS)['Simulated size']), 6);
  });

  it('rises when people share projects: the risk is that of the clusters, not of single users', () => {
    const alone = PROJECTS.map((row, i) => (i === 0 ? row : [...row.slice(0, 4), '']));
    const shared = PROJECTS.map((row, i) =>
      i === 0 ? row : [...row.slice(0, 4), `P${Number(String(row[4]).slice(1)) % 12}`],
    );
    expect(poolSize(alone)['Simulated size']).toBeCloseTo(Number(poolSize(PROJECTS)['Simulated size']), 6);
    expect(poolSize(shared)['Simulated size']).toBeGreaterThan(
      Number(poolSize(PROJECTS)['Simulated size']) * 1.1,
    );
  });
});

describe('STOCKOUT', () => {
  it('is certain for an empty pool, rare for a large one, and the tolerance at the size of that tolerance', () => {
    expect(formula('STOCKOUT', PROJECTS, 0)).toBe(1);
    expect(formula('STOCKOUT', PROJECTS, 1e9)).toBe(0);
    for (const level of [0.9, 0.95]) {
      const size = poolSize(PROJECTS, level)['Simulated size'];
      expect(formula('STOCKOUT', PROJECTS, size)).toBeCloseTo(1 - level, 9);
    }
  });

  it('never rises with the pool', () => {
    const pool = fc.double({ min: 0, max: 60_000, noNaN: true });
    fc.assert(
      fc.property(pool, pool, (a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        expect(Number(formula('STOCKOUT', PROJECTS, large))).toBeLessThanOrEqual(
          Number(formula('STOCKOUT', PROJECTS, small)),
        );
      }),
    );
  });

  it('takes a column of pools, and a column answers as its cells do', () => {
    const pools = [[0], [35_000], [40_000], ['']];
    expect(table('STOCKOUT', PROJECTS, pools)).toEqual(
      [0, 35_000, 40_000, 0].map((pool) => [formula('STOCKOUT', PROJECTS, pool)]),
    );
  });

  it('a year without tokens never runs dry', () => {
    expect(formula('STOCKOUT', BLANK_YEAR, 0)).toBe(0);
    expect(formula('STOCKOUT', BLANK_YEAR, 10)).toBe(0);
  });
});

describe('MISSIZE, TIERPRICE and BESTBUY', () => {
  it('10 % of a pool of 50,000 is $15,000 at $3.00, and $1,500 at the guide card when no price is given', () => {
    expect(formula('MISSIZE', 50_000, 0.1, 3)).toBe(15_000);
    expect(formula('MISSIZE', 50_000, 0.1)).toBeCloseTo(1500, 9);
    expect(table('MISSIZE', 50_000, [[0.1], [0.2]], 3)).toEqual([[15_000], [30_000]]);
  });

  it('reads the tier reached, and buys up only where that is cheaper', () => {
    expect(formula('TIERPRICE', 4999, TIERS)).toBe(3);
    expect(formula('TIERPRICE', 5000, TIERS)).toBe(2.85);
    expect(formula('BESTBUY', 47_300, TIERS)).toBe(50_000);
    expect(formula('BESTBUY', 47_000, TIERS)).toBe(47_000);
    expect(formula('BESTBUY', 47_300, TIERS.slice(1).reverse())).toBe(50_000);
    expect(table('BESTBUY', [[4800], [100]], TIERS)).toEqual([[5000], [100]]);
  });

  it('blank rows of a tier range are passed over, also where the host hands them over as 0', () => {
    const padded = [['', ''], ...TIERS, [0, 0], [null, null]];
    expect(formula('TIERPRICE', 10, padded)).toBe(3);
    expect(formula('BESTBUY', 47_300, padded)).toBe(50_000);
  });

  it('below the first tier there is no price, and the first tier is bought', () => {
    const packs = [[100, 3], [500, 2.8]]; // prettier-ignore
    expect(fault('TIERPRICE', 99, packs)).toMatch(/^#VALUE! tokens is 99, below the first tier/);
    expect(formula('BESTBUY', 1, packs)).toBe(100);
  });
});

describe('errors are sentences', () => {
  const level = 'it must be a number above 0 and below 1 (95 % is 0.95)';

  it.each([
    ['BUFFER', [PROJECTS, 0.3], '#VALUE! low is 0.3 and high is 0.25: low must not exceed high'],
    ['BUFFER', [PROJECTS, -0.1], '#VALUE! low is -0.1: it must be a number from 0 to 1'],
    ['BUFFER', [PROJECTS, null, 25], '#VALUE! high is 25: it must be a number from 0 to 1'],
    ['BUFFER', [PROJECTS, '15%'], '#VALUE! low is "15%"'],
    ['BUFFER', [PROJECTS, null, true], '#VALUE! high is TRUE'],
    ['BUFFER', [BLANK_YEAR], '#NUM! The year has no tokens'],
    ['PEAKRATIO', [BLANK_YEAR], '#NUM! The year has no tokens'],
    ['POOLSIZE', [BLANK_YEAR], '#NUM! The year has no tokens'],
    ['POOLSIZE', [PROJECTS, 0], `#VALUE! serviceLevel is 0: ${level}`],
    ['POOLSIZE', [PROJECTS, 1], `#VALUE! serviceLevel is 1: ${level}`],
    ['POOLSIZE', [PROJECTS, 95], `#VALUE! serviceLevel is 95: ${level}`],
    ['POOLSIZE', [PROJECTS, '95%'], `#VALUE! serviceLevel is "95%": ${level}`],
    ['POOLSIZE', [PROJECTS, false], `#VALUE! serviceLevel is FALSE: ${level}`],
    ['POOLSIZE', [PROJECTS, [[0.9], [0.95]]], '#VALUE! serviceLevel has 2 × 1 cells: give one cell.'],
    ['POOLSIZE', [PROJECTS, null, 0], '#VALUE! bundle is 0: it must be a whole number of 1 or more.'],
    ['POOLSIZE', [PROJECTS, null, 2.5], '#VALUE! bundle is 2.5: it must be a whole number of 1 or more.'],
    ['POOLSIZE', [PROJECTS, null, 'pack'], '#VALUE! bundle is "pack"'],
    [
      'POOLSIZE',
      [peaky(1.6), 0.99],
      '#VALUE! serviceLevel is 0.99. A stockout risk of 1 % cannot be read from 1 effective clusters',
    ],
    ['POOLSIZE', [peaky(1.6), 0.995], '#VALUE! serviceLevel is 0.995. A stockout risk of 0.5 %'],
    ['POOLSIZE', [PROJECTS, null, null, 'wholesale'], '#N/A There is no rate card "wholesale"'],
    ['STOCKOUT', [PROJECTS, -1], '#VALUE! pool is -1: it must be a number of 0 or more.'],
    ['STOCKOUT', [PROJECTS, 'all'], '#VALUE! pool is "all"'],
    ['STOCKOUT', [PROJECTS, true], '#VALUE! pool is TRUE'],
    ['STOCKOUT', [PROJECTS, null], '#VALUE! pool is missing'],
    ['STOCKOUT', [PROJECTS, '#REF!'], '#VALUE! pool is the error #REF!: correct that cell first.'],
    ['STOCKOUT', [null, 5], '#VALUE! usage is missing: give a range with a header row'],
    ['STOCKOUT', [[HEADER, ['ann', 'Revit', 'soon', 1, '']], 5], '#VALUE!'],
    ['MISSIZE', [-1, 0.1], '#VALUE! pool is -1'],
    ['MISSIZE', [50_000, 10], '#VALUE! share is 10: it must be a number from 0 to 1 (25 % is 0.25).'],
    ['MISSIZE', [50_000, '10%'], '#VALUE! share is "10%"'],
    ['MISSIZE', [50_000, null], '#VALUE! share is missing'],
    ['MISSIZE', [50_000, 0.1, -3], '#VALUE! tokenPrice is -3'],
    ['MISSIZE', [50_000, 0.1, false], '#VALUE! tokenPrice is FALSE'],
    ['TIERPRICE', [-5, TIERS], '#VALUE! tokens is -5'],
    ['TIERPRICE', ['many', TIERS], '#VALUE! tokens is "many"'],
    ['TIERPRICE', [10, null], '#VALUE! tiers is missing: give rows of (from quantity, price)'],
    ['TIERPRICE', [10, [['From', 'Price']]], '#VALUE! tiers has no row'],
    ['BESTBUY', [10, [...TIERS, [5000, 2]]], '#VALUE! tiers, row 6: the quantity 5,000 stands in row 3 too'],
    ['BESTBUY', [10, [...TIERS, [60_000, -2]]], '#VALUE! tiers, row 6: the price is -2'],
    ['BESTBUY', [10, [...TIERS, [60_000, '2,50']]], '#VALUE! tiers, row 6: the price is "2,50"'],
    ['BESTBUY', [10, [...TIERS, [true, 2]]], '#VALUE! tiers, row 6: the quantity is TRUE'],
    ['BESTBUY', [10, [...TIERS, [60_000, '']]], '#VALUE! tiers, row 6: the price is missing'],
    ['BESTBUY', [[[1, 2]], TIERS], '#VALUE! tokens has 2 columns'],
  ] as const)('%s %#', (id, given, message) => {
    expect(fault(id, ...given)).toContain(message);
  });

  it('a usage range without a usable row names FLEX.REJECTED', () => {
    const unusable = [HEADER, ['ann', 'Revit', 46300, 'n/a', '']];
    for (const id of ['PEAKRATIO', 'BUFFER', 'POOLSIZE'] as const) {
      expect(fault(id, unusable)).toMatch(/^#VALUE! .*FLEX\.REJECTED/);
    }
    expect(fault('STOCKOUT', unusable, 10)).toMatch(/^#VALUE! .*FLEX\.REJECTED/);
  });

  it('a tolerance of 1 % is answered from 20 effective clusters on', () => {
    const equal = (count: number): Cell[][] => [
      HEADER,
      ...Array.from({ length: count }, (_, i): Cell[] => ['ann', 'AutoCAD', 46300, 10, `P${i}`]),
    ];
    expect(fault('POOLSIZE', equal(19), 0.99)).toMatch(/19 effective clusters/);
    expect(poolSize(equal(20), 0.99)['Baseline']).toBe(200);
    expect(poolSize(equal(19), 0.98)['Baseline']).toBe(190);
  });
});
