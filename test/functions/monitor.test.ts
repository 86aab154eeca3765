import { serialOf } from '../../src/engine/numeric';
import { fault, formula, table } from './host';

type Cell = string | number;

const on = (month: number, day: number): number => serialOf(2026, month, day);

describe('FLEX.BURN', () => {
  const usage: Cell[][] = [
    ['User', 'Product', 'Date', 'Tokens', 'Team'],
    ['ann', 'Revit', on(3, 1), 10, 'North'],
    ['bob', 'AutoCAD', on(3, 2), 4, ''],
    ['ann', 'Revit', on(3, 8), 5, 'North'],
    ['ann', 'Revit', on(3, 9), -5, 'North'],
    ['ann', 'Revit', on(4, 1), 7, 'South'],
  ];

  it('lists tokens by day and product when nothing else is asked', () => {
    expect(table('BURN', usage)).toEqual([
      ['Period', 'Product', 'Tokens'],
      [on(3, 1), 'Revit', 10],
      [on(3, 2), 'AutoCAD', 4],
      [on(3, 8), 'Revit', 5],
      [on(3, 9), 'Revit', -5],
      [on(4, 1), 'Revit', 7],
    ]);
  });

  it('begins weeks on Monday and shows a blank team as empty text', () => {
    // 1 March 2026 is a Sunday.
    expect(table('BURN', usage, 'Week', 'TEAM')).toEqual([
      ['Period', 'Team', 'Tokens'],
      [on(2, 23), 'North', 10],
      [on(3, 2), '', 4],
      [on(3, 2), 'North', 5],
      [on(3, 9), 'North', -5],
      [on(3, 30), 'South', 7],
    ]);
  });

  it('sums months by user, to the same total', () => {
    expect(table('BURN', usage, 'month', 'user')).toEqual([
      ['Period', 'User', 'Tokens'],
      [on(3, 1), 'ann', 10],
      [on(3, 1), 'bob', 4],
      [on(4, 1), 'ann', 7],
    ]);
  });

  it('names the segment of the year for every user', () => {
    const rows = table('BURN', usage, 'month', 'segment').slice(1);
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['Flex – low utilisation']));
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(21);
  });

  it('says which periods and groupings there are', () => {
    expect(fault('BURN', usage, 'quarter')).toBe(
      '#VALUE! period is "quarter": it must be one of "day", "week", "month".',
    );
    expect(fault('BURN', usage, 'day', 'colour')).toContain('by is "colour"');
  });

  it('refuses a result that no sheet should spill', () => {
    const rows = Array.from({ length: 17_000 }, (_, at): Cell[] => [`u${at}`, 'Revit', on(3, 2), 1, '']);
    expect(fault('BURN', [usage[0]!, ...rows], 'day', 'user')).toMatch(/^#N\/A/);
  });
});

describe('FLEX.DEPLETION', () => {
  /** Ten tokens on each day of January and February. */
  const usage: Cell[][] = [
    ['User', 'Product', 'Date', 'Tokens'],
    ...Array.from({ length: 59 }, (_, day): Cell[] => ['ann', 'Revit', on(1, 1) + day, 10]),
  ];
  const packs = (quantity: number): Cell[][] => [
    ['Quantity', 'Start', 'Expiry', 'Price'],
    [quantity, on(1, 1), on(12, 31), 3],
  ];

  it('dates the end of the pool: 1,000 tokens, 590 burned, 10 a day leave 41 days', () => {
    const [header, row] = table('DEPLETION', packs(1000), usage);
    expect(header).toEqual(['P10', 'P50', 'P90', 'Days of cover', 'Expiring unused']);
    expect(row![1]).toBe(on(3, 1) + 40);
    expect(row![3]).toBeCloseTo(41, 6);
    expect(row![4]).toBe(0);
    expect(Number(row![0])).toBeLessThanOrEqual(Number(row![1]));
    expect(Number(row![2])).toBeGreaterThanOrEqual(Number(row![1]));
  });

  it('lets tokens that outlast demand end on their expiry, and says how many expire', () => {
    const row = table('DEPLETION', packs(10_000), usage)[1]!;
    expect(row[1]).toBe(on(12, 31));
    // 10,000 − 365 days of 10.
    expect(row[4]).toBeCloseTo(10_000 - 3650, 4);
  });

  it('counts only what was known on the as-of day', () => {
    const row = table('DEPLETION', packs(1000), usage, on(1, 31))[1]!;
    expect(row[1]).toBe(on(2, 1) + 68);
    expect(row[3]).toBeCloseTo(69, 6);
  });

  it('never leaves out a pack that cannot be read', () => {
    expect(fault('DEPLETION', [...packs(1000), ['many', on(1, 1), on(12, 31), 3]], usage)).toContain(
      '#VALUE! purchases, row 3, Quantity is "many"',
    );
    expect(fault('DEPLETION', null, usage)).toMatch(/^#VALUE!/);
  });

  it('has no days of cover where nothing is expected to burn', () => {
    const idle: Cell[][] = [
      ['User', 'Product', 'Date', 'Tokens'],
      ['ann', 'Revit', on(1, 1), 0],
    ];
    expect(fault('DEPLETION', packs(10), idle)).toMatch(/^#NUM!/);
  });
});

describe('FLEX.ALERT', () => {
  it('reaches each level at its share exactly', () => {
    const level = (left: number): unknown => formula('ALERT', left, 1100);
    expect([331, 330, 221, 220, 111, 110, 0].map(level)).toEqual([
      'OK',
      'Review (30%)',
      'Review (30%)',
      'Top-up (20%)',
      'Top-up (20%)',
      'Escalate (10%)',
      'Escalate (10%)',
    ]);
  });

  it('adds early where the burn so far empties the pool before it expires', () => {
    const [start, expiry] = [on(1, 1), on(12, 31)];
    // Half of it in 90 days: the rest is gone 90 days later.
    expect(formula('ALERT', 500, 1000, start + 90, start, expiry)).toBe('OK – early');
    // Half of it in 183 of 364 days lasts.
    expect(formula('ALERT', 500, 1000, start + 183, start, expiry)).toBe('OK');
    expect(formula('ALERT', 250, 1000, start + 90, start, expiry)).toBe('Review (30%) – early');
    expect(formula('ALERT', 500, 1000, start, start, expiry)).toBe('OK');
    expect(formula('ALERT', 500, 1000, start + 90, start)).toBe('OK');
  });

  it('answers a column of balances with a column', () => {
    expect(table('ALERT', [[900], [300], [50]], 1000)).toEqual([
      ['OK'],
      ['Review (30%)'],
      ['Escalate (10%)'],
    ]);
  });

  it('refuses what cannot be a balance', () => {
    expect(fault('ALERT', 1, 0)).toMatch(/^#NUM!/);
    expect(fault('ALERT', -1, 100)).toMatch(/^#VALUE!/);
    expect(fault('ALERT', 'much', 100)).toMatch(/^#VALUE!/);
    expect(fault('ALERT', 5, 100, on(2, 1), on(3, 1), on(1, 1))).toMatch(/^#VALUE!/);
  });
});

describe('FLEX.ANOMALIES', () => {
  const header: Cell[] = ['User', 'Product', 'Date', 'Tokens'];
  const days = (spikeAt: number): Cell[][] =>
    Array.from({ length: 120 }, (_, day) => day)
      .filter((day) => (on(1, 5) + day - 2) % 7 < 5)
      .flatMap((day): Cell[][] => [
        ['ann', 'Revit', on(1, 5) + day, 100 + (day % 3)],
        ...(day === spikeAt ? [['bob', 'Maya', on(1, 5) + day, 900] as Cell[]] : []),
      ]);

  it('finds the day, how far it was off and who it was', () => {
    const rows = table('ANOMALIES', [header, ...days(57)]);
    expect(rows[0]).toEqual(['Date', 'Series', 'Burn', 'Expected', 'Score', 'Kind', 'Who']);
    expect(rows).toHaveLength(2);
    const [date, series, burn, expected, score, kind, who] = rows[1]!;
    expect([date, series, kind]).toEqual([on(1, 5) + 57, 'Total', 'spike']);
    expect(burn).toBe(1000);
    expect(Number(expected)).toBeGreaterThan(95);
    expect(Number(expected)).toBeLessThan(106);
    expect(Number(score)).toBeGreaterThan(3.5);
    expect(who).toContain('bob Maya +900');
  });

  it('shows the header alone where every day is ordinary', () => {
    expect(table('ANOMALIES', [header, ...days(-1)])).toHaveLength(1);
  });
});
