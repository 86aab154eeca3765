import { fault, formula, table } from './host';
import { HEADER, PROJECTS, months, type Cell } from './pool-ranges';

const HEADERS = [
  ...['Lever', 'Low', 'Mid', 'High', 'Value low', 'Value mid', 'Value high'],
  ...['Cumulative low', 'Cumulative mid', 'Cumulative high'],
  ...['Cumulative money low', 'Cumulative money mid', 'Cumulative money high'],
];
const EVEN: Cell[][] = [HEADER, ...months(Array<number>(12).fill(100))];
const BLANK_YEAR: Cell[][] = [HEADER, ['ann', 'AutoCAD', 46300, 0, 'Tower']];
const num = (cell: unknown): number => Number(cell);

describe('NEGOTIATE', () => {
  it("shows the guide's four levers in its order, under the headers of the contract", () => {
    const rows = table('NEGOTIATE', 150_000, 50_000);
    expect(rows[0]).toEqual(HEADERS);
    expect(rows.slice(1).map(([lever]) => lever)).toEqual([
      'Volume tier',
      'Commitment',
      'Carry-forward',
      'Bundle',
    ]);
    expect(rows.slice(1).map(([, low, mid, high]) => [low, num(mid).toFixed(4), high])).toEqual([
      [0.05, '0.1150', 0.18],
      [0.08, '0.1500', 0.22],
      [0.05, '0.1000', 0.15],
      [0.02, '0.0500', 0.08],
    ]);
  });

  it('after volume and commitment stand 12.6 and 36.04 %, with their money', () => {
    const commitment = table('NEGOTIATE', 150_000, 50_000)[2]!;
    expect(num(commitment[7])).toBeCloseTo(0.126, 12);
    expect(num(commitment[9])).toBeCloseTo(0.3604, 12);
    expect(num(commitment[10])).toBeCloseTo(18_900, 6);
    expect(num(commitment[12])).toBeCloseTo(54_060, 6);
  });

  it('each value is its own fraction of the spend', () => {
    const rows = table('NEGOTIATE', 200_000, 50_000).slice(1);
    rows.forEach((row) =>
      [0, 1, 2].forEach((at) => expect(num(row[4 + at])).toBeCloseTo(200_000 * num(row[1 + at]), 6)),
    );
  });

  it("takes ranges of one's own, whichever levers they name", () => {
    const levers: Cell[][] = [
      ['Lever', 'Low', 'Mid', 'High'],
      ['Commitment', 0.1, 0.11, 0.2],
      [0, 0, 0, 0],
    ];
    const rows = table('NEGOTIATE', 100, 50, levers);
    expect(rows[2]?.slice(0, 4)).toEqual(['Commitment', 0.1, 0.11, 0.2]);
    expect(rows[1]?.slice(0, 2)).toEqual(['Volume tier', 0.05]);
  });

  it('says which argument is wrong and what is allowed', () => {
    expect(fault('NEGOTIATE', -1, 5)).toBe('#VALUE! spend is -1: it must be a number of 0 or more.');
    expect(fault('NEGOTIATE', 5, 'many')).toContain('#VALUE! tokens is "many"');
    expect(fault('NEGOTIATE', null, 5)).toContain('#VALUE! spend is missing');
    expect(
      fault('NEGOTIATE', 5, 5, [
        ['Lever', 'Low', 'High'],
        ['Rate freeze', 1, 2],
      ]),
    ).toContain('FLEX.RATEFREEZE');
  });
});

describe('COMMIT', () => {
  const LEVELS: Cell[][] = [
    ['Tokens', 'Discount'],
    [20_000, 0.08],
    [40_000, 0.15],
    [60_000, 0.22],
  ];

  it('holds every level against the demand that STOCKOUT simulates', () => {
    const rows = table('COMMIT', PROJECTS, LEVELS);
    expect(rows[0]).toEqual([
      'Commitment',
      'Discount',
      'Chance of shortfall',
      'Cost of shortfall',
      'Expected total',
    ]);
    expect(rows.slice(1).map(([level, discount]) => [level, discount])).toEqual(LEVELS.slice(1));
    for (const [level, , chance] of rows.slice(1)) {
      expect(num(chance)).toBeCloseTo(1 - num(formula('STOCKOUT', PROJECTS, level)), 9);
    }
    const chances = rows.slice(1).map(([, , chance]) => num(chance));
    expect([...chances].sort((a, b) => a - b)).toEqual(chances);
  });

  it('prices a shortfall and the overflow with the token price of the card', () => {
    const [, guide] = table('COMMIT', PROJECTS, [[40_000, 0.15]]);
    const card = table('RATECARD').map((row, i) => (i === 0 ? row : row.map((c, j) => (j === 6 ? 3 : c))));
    const [, dear] = table('COMMIT', PROJECTS, [[40_000, 0.15]], card);
    expect(num(dear?.[3]) / num(guide?.[3])).toBeCloseTo(10, 9);
    expect(num(dear?.[4]) / num(guide?.[4])).toBeCloseTo(10, 9);
    // c(1 − d)·level + c·E[(D − level)+], where E[(level − D)+] − E[(D − level)+] = level − E[D].
    const left = num(guide?.[3]) / (0.3 * 0.85);
    const mean = 40_000 - left + (num(guide?.[4]) / 0.3 - 0.85 * 40_000);
    expect(mean / num(formula('BASELINE', PROJECTS))).toBeGreaterThan(0.97);
    expect(mean / num(formula('BASELINE', PROJECTS))).toBeLessThan(1.03);
  });

  it('a year without tokens falls short of every commitment', () => {
    expect(table('COMMIT', BLANK_YEAR, [[100, 0.1]])[1]).toEqual([
      100,
      0.1,
      1,
      expect.closeTo(27, 9),
      expect.closeTo(27, 9),
    ]);
  });

  it('says which level is wrong', () => {
    expect(fault('COMMIT', EVEN, [[100, 8]])).toContain('#VALUE! levels, row 1: the discount is 8');
    expect(
      fault('COMMIT', EVEN, [
        ['Tokens', 'Discount'],
        [100, ''],
      ]),
    ).toContain('row 2: the discount is missing');
    expect(fault('COMMIT', EVEN, [['Tokens', 'Discount']])).toContain('levels has no row');
    expect(fault('COMMIT', EVEN, null)).toContain('levels is missing');
    expect(fault('COMMIT', [HEADER], [[1, 0.1]])).toContain('FLEX.REJECTED');
  });

  it('takes the columns in any order, and blank rows that a host hands over as 0', () => {
    const rows = table('COMMIT', EVEN, [
      ['Discount', 'Commitment'],
      [0.1, 500],
      [0, 0],
    ]);
    expect(rows).toHaveLength(2);
    expect(rows[1]?.slice(0, 2)).toEqual([500, 0.1]);
  });
});

describe('CARRYFORWARD', () => {
  it("is worth the tokens left on average, up to the cap, at the price given or the card's", () => {
    const base = num(formula('BASELINE', PROJECTS));
    const pool = Math.round(base * 1.3);
    const waste = num(table('POOLSIZE', PROJECTS)[1]?.[7]);
    const size = num(table('POOLSIZE', PROJECTS)[1]?.[4]);
    expect(formula('CARRYFORWARD', PROJECTS, size, 1, 2)).toBeCloseTo(2 * waste, 6);
    expect(formula('CARRYFORWARD', PROJECTS, size, 1)).toBeCloseTo(0.3 * waste, 6);
    const capped = num(formula('CARRYFORWARD', PROJECTS, pool, 0.05, 1));
    expect(capped).toBeGreaterThan(0);
    expect(capped).toBeLessThanOrEqual(0.05 * pool);
    expect(formula('CARRYFORWARD', PROJECTS, pool, 0)).toBe(0);
  });

  it('a column of caps gives a column, never falling', () => {
    const values = formula('CARRYFORWARD', PROJECTS, 60_000, [[0], [0.1], [0.5], [1]]) as number[][];
    expect(values).toHaveLength(4);
    values.slice(1).forEach(([value], i) => expect(value).toBeGreaterThanOrEqual(values[i]![0]!));
  });

  it('of a year without tokens is the whole cap', () => {
    expect(formula('CARRYFORWARD', BLANK_YEAR, 50_000, 0.1, 3)).toBeCloseTo(15_000, 9);
  });

  it('says which argument is wrong', () => {
    expect(fault('CARRYFORWARD', EVEN, 10, 10)).toContain(
      '#VALUE! capShare is 10: it must be a number from 0 to 1',
    );
    expect(fault('CARRYFORWARD', EVEN, -1, 0.1)).toContain('#VALUE! pool is -1');
    expect(fault('CARRYFORWARD', EVEN, 10, null)).toContain('#VALUE! capShare is missing');
    expect(fault('CARRYFORWARD', EVEN, 10, 0.1, null, 'wholesale')).toContain('#N/A There is no rate card');
  });
});

describe('RATEFREEZE', () => {
  it('of 100,000 at 5 % over two years is 15,250', () => {
    expect(formula('RATEFREEZE', 100_000, 0.05, 2)).toBe(15_250);
  });

  it('takes columns, and falling prices cost what the lock would have lost', () => {
    expect(formula('RATEFREEZE', 100, 0.1, [[1], [2]])).toEqual([
      [expect.closeTo(10, 9)],
      [expect.closeTo(31, 9)],
    ]);
    expect(formula('RATEFREEZE', 100, -0.1, 1)).toBeCloseTo(-10, 9);
  });

  it('says which argument is wrong', () => {
    expect(fault('RATEFREEZE', 100, 0.05, 0)).toContain('#VALUE! years is 0');
    expect(fault('RATEFREEZE', 100, 0.05, 1.5)).toContain('a whole number');
    expect(fault('RATEFREEZE', 100, '5%', 1)).toContain('#VALUE! yearlyIncrease is "5%"');
    expect(fault('RATEFREEZE', -100, 0.05, 1)).toContain('#VALUE! spend is -100');
  });
});
