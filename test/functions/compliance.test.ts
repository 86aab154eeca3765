import { fault, table } from './host';

type Cell = string | number | null;
/** 2 March 2026. */
const DAY = 46083;

const HOURS: Cell[][] = [
  ['User', 'Product', 'Date', 'Hours'],
  ['ann', 'Revit', DAY, 14],
  ['ann', 'Revit', DAY, 12],
  ['svc-batch', 'Revit', DAY, 3],
  ['bob', 'Revit', DAY, 8],
];
const TOKENS: Cell[][] = [
  ['User', 'Product', 'Date', 'Days', 'Tokens'],
  ['ann', 'Revit', DAY, 1, 10],
  ['ann', 'Revit', DAY + 5, 1, 10],
  ['bob', 'AutoCAD', DAY + 5, 1, 7],
];

const brief = (rows: unknown[][]): unknown[][] => rows.slice(1).map((row) => [row[0], row[1], row[3]]);

describe('COMPLIANCE', () => {
  it('lists findings gravest first, with the columns of the contract', () => {
    const rows = table('COMPLIANCE', HOURS);
    expect(rows[0]).toEqual(['Rule', 'User', 'Evidence', 'Severity', 'What to do']);
    expect(brief(rows)).toEqual([
      ['Shared credentials: more than 24 hours in a day', 'ann', 'high'],
      ['Service-account name', 'svc-batch', 'medium'],
    ]);
    expect(rows[1]?.[2]).toBe(
      'More than 24 hours on 1 day, on 2026-03-02; for instance 26 hours of Revit on 2026-03-02 (rows 2 and 3). May be harmless: The same rows were exported twice, or a row stands for more than one day.',
    );
    expect(String(rows[1]?.[4])).toContain('Look for doubled rows first');
  });

  it('without findings gives the header alone', () => {
    expect(table('COMPLIANCE', [HOURS[0]!, HOURS[4]!])).toEqual([
      ['Rule', 'User', 'Evidence', 'Severity', 'What to do'],
    ]);
  });

  it('people who left, by user or e-mail, with or without a header for seats', () => {
    const people = [
      ['User', 'End date'],
      ['ANN', DAY + 3],
      ['bob', DAY + 30],
    ];
    expect(brief(table('COMPLIANCE', TOKENS, null, people, 'retail'))).toEqual([
      ['Departed user still burning tokens', 'ann', 'high'],
    ]);
    expect(brief(table('COMPLIANCE', TOKENS, [['bob', 'AEC']], null, 'retail'))).toEqual([
      ['Seat holder burning tokens', 'bob', 'medium'],
    ]);
    const dated = [
      ['User', 'Product', 'Assigned', 'Unassigned'],
      ['ann', 'Revit', DAY - 9, DAY],
      ['bob', 'Revit', 0, 0],
    ];
    const [, row] = table('COMPLIANCE', TOKENS, dated, null, 'retail');
    expect(row?.[2]).toContain('burned 10 tokens ($30.00) for it on 1 date, on 2026-03-02 (row 2)');
  });

  it('blank ranges are left out, also where a host hands blanks over as 0', () => {
    expect(brief(table('COMPLIANCE', TOKENS, [[0, 0]], [[null]], 'retail'))).toEqual([]);
  });

  it('errors say what is wrong', () => {
    expect(fault('COMPLIANCE', null)).toContain('#VALUE! usage is missing');
    expect(fault('COMPLIANCE', HOURS, [['User'], ['ann']])).toContain(
      '#VALUE! The table of assigned seats has no column Product',
    );
    expect(fault('COMPLIANCE', HOURS, null, [['Name'], ['ann']])).toContain(
      'has no column Email, hash or User',
    );
    expect(fault('COMPLIANCE', HOURS, null, null, 'gold')).toContain('#N/A There is no rate card "gold"');
    const product = [
      ['Product', 'Date', 'Hours'],
      ['Revit', DAY, 5],
    ];
    expect(fault('COMPLIANCE', product)).toContain('#VALUE! These rows have no user column');
    expect(fault('COMPLIANCE', [HOURS[0]!, ['ann', 'Revit', 'soon', 5]])).toContain('FLEX.REJECTED');
  });
});
