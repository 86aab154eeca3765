import fc from 'fast-check';
import { fault, formula, table } from './host';

type Cell = string | number | boolean | null;
const HEADER: Cell[] = ['User', 'Product', 'Date', 'Hours'];
/** 5 October 2026: a day of the past, whatever the clock says. */
const DAY = 46300;

const USAGE: Cell[][] = [
  HEADER,
  ['ann', 'Revit', DAY, 2000],
  ['bob', 'Revit', DAY - 30, 800],
  ['bob', 'AutoCAD', DAY - 30, 100],
  ['cy', 'Autodesk Docs', DAY - 60, 10],
  ['dee', 'Maya', DAY - 500, 400],
  ['dee', 'Maya', DAY, 10],
];

describe('SEGMENT and SEGMENTSUMMARY', () => {
  it('give one row a user in order of first appearance, with the recommendation and its figures', () => {
    const rows = table('SEGMENT', USAGE);
    expect(rows[0]).toEqual([
      'User',
      'Segment',
      'Recommendation',
      'Primary product',
      'Units',
      'Tokens',
      'Flex cost',
      'Best seat cost',
      'Saving',
      'Reason',
    ]);
    expect(rows.slice(1).map((row) => row.slice(0, 6))).toEqual([
      ['ann', 'Named User', 'Named User', 'Revit', 2000, 10000],
      ['bob', 'Review', 'Revit: Review; AutoCAD: Flex', 'Revit', 800, 4100],
      ['cy', 'Named User – not on Flex', 'Named User – not on Flex', 'Autodesk Docs', 10, 0],
      ['dee', 'Flex – low utilisation', 'Flex', 'Maya', 10, 150],
    ]);
    expect(rows[1]?.slice(6, 9)).toEqual([3000, 2910, 90]);
    expect(rows[3]?.[8]).toBe('price missing');
    expect(rows.flat()).not.toContain(null);
  });

  it('a margin of 1 leaves no review band', () => {
    const year = USAGE.filter(([, , date]) => typeof date !== 'number' || date > DAY - 365);
    expect(table('SEGMENT', year)[2]?.[1]).toBe('Review');
    expect(table('SEGMENT', year, null, null, null, 1)[2]?.[1]).toBe('Flex – low utilisation');
  });

  it('the summary counts everyone once and adds what the rows say', () => {
    const rows = table('SEGMENT', USAGE).slice(1);
    const summary = table('SEGMENTSUMMARY', USAGE);
    expect(summary[0]).toEqual(['Segment', 'Users', 'Tokens', 'Cost', 'Saving', 'Price missing']);
    const body = summary.slice(1);
    expect(body.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(rows.length);
    expect(body.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(
      rows.reduce((sum, row) => sum + Number(row[5]), 0),
    );
    expect(body.map((row) => row[0])).toEqual([
      'Named User – not on Flex',
      'Named User',
      'Review',
      'Flex – low utilisation',
    ]);
    expect(body[0]?.[5]).toBe(1);
  });

  it.each([
    [[USAGE, 2], '#VALUE! seatDiscount is 2'],
    [[USAGE, null, 1], '#NUM! There is no break-even'],
    [[USAGE, null, null, 0], '#NUM! There is no break-even'],
    [[USAGE, null, null, null, 'half'], '#VALUE! margin is "half"'],
    [[USAGE, null, null, null, null, 'list'], '#N/A There is no rate card "list"'],
    [[null], '#VALUE! usage is missing'],
  ])('refuse %#', (given, message) => {
    expect(fault('SEGMENT', ...given)).toContain(message);
    expect(fault('SEGMENTSUMMARY', ...given)).toContain(message);
  });
});

describe('BASELINE and TOPUSERS', () => {
  it('BASELINE is the tokens of the year, earlier rows left out', () => {
    expect(formula('BASELINE', USAGE)).toBe(10000 + 4000 + 100 + 150);
  });

  it('TOPUSERS counts all rows, and flags who is above break-even in the year', () => {
    expect(table('TOPUSERS', USAGE)).toEqual([
      ['User', 'Tokens', 'Cost', 'Flag', 'Saving'],
      ['ann', 10000, 3000, 'move to Named User', 90],
      ['dee', 6150, 1845, '', ''],
      ['bob', 4100, 1230, '', ''],
      ['cy', 0, 0, '', ''],
    ]);
    expect(table('TOPUSERS', USAGE, 1)).toHaveLength(2);
  });

  it('TOPUSERS wants a whole number of users', () => {
    expect(fault('TOPUSERS', USAGE, 0)).toMatch(/^#VALUE! n is 0: it must be a whole number of 1 or more/);
    expect(fault('TOPUSERS', USAGE, 2.5)).toMatch(/^#VALUE! n is 2\.5/);
    expect(fault('TOPUSERS', USAGE, 'ten')).toMatch(/^#VALUE! n is "ten"/);
  });

  it('TOPUSERS by two people alike is settled by name, whatever the order of the rows', () => {
    const rows: Cell[][] = [
      ['zoe', 'Revit', DAY, 5],
      ['amy', 'Revit', DAY, 5],
    ];
    const names = (body: Cell[][]) => table('TOPUSERS', [HEADER, ...body]).map((row) => row[0]);
    expect(names(rows)).toEqual(['User', 'amy', 'zoe']);
    expect(names([...rows].reverse())).toEqual(['User', 'amy', 'zoe']);
  });
});

describe('REJECTED and faulty ranges', () => {
  it('lists what was left out with its row, and the others still give a result', () => {
    const usage = [
      ...USAGE,
      ['eve', 'Revit', DAY, 'n/a'],
      ['eve', 'Nope', DAY, 1],
      ['eve', 'Revit', DAY, '#N/A'],
    ];
    const rows = table('REJECTED', usage);
    expect(rows[0]).toEqual(['Row', 'Column', 'Value', 'Reason']);
    expect(rows.slice(1).map((row) => row.slice(0, 3))).toEqual([
      [8, 'Hours', 'n/a'],
      [9, 'Product', 'Nope'],
      [10, 'Hours', '#N/A'],
    ]);
    // A product that the card does not know is listed and counts all the same.
    expect(rows[2]?.[3]).toBe(
      'not on the card guide: its use counts, its tokens are unknown. Rate and seat price are not known',
    );
    expect(formula('BASELINE', usage)).toBe(formula('BASELINE', USAGE));
  });

  it('tokens charged for a product that the card does not know count in every total', () => {
    const header: Cell[] = [...(HEADER as Cell[]), 'Tokens'];
    const usage = [header, ['ann', 'Revit', DAY, 4, 20], ['eve', 'Nope', DAY, 1, 700]];
    expect(formula('BASELINE', usage)).toBe(720);
    expect(table('TOPUSERS', usage).map((row) => row.slice(0, 2))).toEqual([
      ['User', 'Tokens'],
      ['eve', 700],
      ['ann', 20],
    ]);
    expect(table('REJECTED', usage)[1]).toEqual([
      3,
      'Product',
      'Nope',
      'not on the card guide: its use and tokens count. Rate and seat price are not known',
    ]);
  });

  it('shows the header alone when nothing was left out', () => {
    expect(table('REJECTED', USAGE)).toEqual([['Row', 'Column', 'Value', 'Reason']]);
  });

  it('a range without a usable row is an error that names REJECTED, which still lists the rows', () => {
    const usage = [HEADER, ['eve', 'Revit', 'soon', 1]];
    for (const id of ['SEGMENT', 'SEGMENTSUMMARY', 'BASELINE', 'TOPUSERS'] as const) {
      expect(fault(id, usage)).toMatch(/^#VALUE! .*FLEX\.REJECTED/);
    }
    expect(table('REJECTED', usage)).toHaveLength(2);
  });

  it('days on an hourly card are never priced silently', () => {
    const days = [
      ['User', 'Product', 'Date', 'Days'],
      ['ann', 'Revit', DAY, 20],
    ];
    expect(fault('SEGMENT', days)).toContain('days given, card charges hours');
    expect(formula('BASELINE', days, 'retail')).toBe(200);
  });

  it('blank cells that arrive as 0 are blank: no user "0", no row of zeros', () => {
    const usage = [
      [...HEADER, 'Project', 0],
      ['ann', 'Revit', DAY, 10, 0, 0],
      [0, 'Revit', DAY, 10, 0, 0],
      ['bob', 'Revit', DAY, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ];
    expect(table('SEGMENT', usage).map((row) => row[0])).toEqual(['User', 'ann', 'bob']);
    expect(
      table('REJECTED', usage)
        .slice(1)
        .map((row) => row[0]),
    ).toEqual([3]);
  });

  it('an error object in a row costs that row only', () => {
    const usage = [...USAGE, ['eve', 'Revit', DAY, { type: 'Error', basicValue: '#DIV/0!' }]];
    expect(table('REJECTED', usage)[1]?.slice(0, 3)).toEqual([8, 'Hours', '#DIV/0!']);
  });

  it('text of a cell stays text, whatever it begins with', () => {
    const usage = [HEADER, ['=1+1', 'Revit', DAY, 1]];
    expect(table('SEGMENT', usage)[1]?.[0]).toBe('=1+1');
  });

  it('an edited cell changes the answer, although ranges are remembered', () => {
    const edited = USAGE.map((row, index) => (index === 1 ? ['ann', 'Revit', DAY, 2001] : row));
    expect(formula('BASELINE', USAGE)).toBe(14250);
    expect(formula('BASELINE', edited)).toBe(14255);
    expect(formula('BASELINE', USAGE)).toBe(14250);
  });
});

describe('BILLED', () => {
  const at = (hours: number) => DAY + hours / 24;
  const SESSIONS: Cell[][] = [
    ['User', 'Product', 'Start', 'End'],
    ['ann', 'Revit', at(8), at(17)],
    ['bob', 'Revit', at(9), at(9) + 4 / 1440],
    ['ann', 'Revit', at(31), at(41)],
    ['ann', 'AutoCAD', at(8), at(9)],
  ];

  it('counts 24-hour charges on a day card', () => {
    expect(table('BILLED', SESSIONS, null, 'retail')).toEqual([
      ['User', 'Product', 'Units', 'Basis'],
      ['ann', 'Revit', 2, 'day'],
      ['bob', 'Revit', 0, 'day'],
      ['ann', 'AutoCAD', 1, 'day'],
    ]);
  });

  it('counts metered hours on an hourly card, gaps by the idle minutes given', () => {
    const sessions = [SESSIONS[0], ['ann', 'Revit', at(8), at(9)], ['ann', 'Revit', at(9.5), at(10)]];
    expect(table('BILLED', sessions)[1]).toEqual(['ann', 'Revit', 1.5, 'hour']);
    expect(table('BILLED', sessions, 30)[1]).toEqual(['ann', 'Revit', 2, 'hour']);
    expect(table('BILLED', sessions, 0)[1]).toEqual(['ann', 'Revit', 1.5, 'hour']);
  });

  it('counts rows where the card charges by result', () => {
    const card = [
      ['Product', 'Basis', 'Tokens per unit'],
      ['Revit', 'result', 2],
    ];
    const sessions = SESSIONS.filter((row) => row[1] !== 'AutoCAD');
    expect(table('BILLED', sessions, null, card).slice(1)).toEqual([
      ['ann', 'Revit', 2, 'result'],
      ['bob', 'Revit', 1, 'result'],
    ]);
  });

  it('reads sessions without a header as user, product, start and end', () => {
    expect(table('BILLED', SESSIONS.slice(1), null, 'retail')).toEqual(
      table('BILLED', SESSIONS, null, 'retail'),
    );
  });

  it('charges products whose rate is not known, too: counting needs none', () => {
    expect(table('BILLED', [SESSIONS[0], ['ann', 'Maya', at(8), at(9)]], null, 'retail')[1]).toEqual([
      'ann',
      'Maya',
      1,
      'day',
    ]);
  });

  it('leaves out rows it cannot read, and says so when none is left', () => {
    const broken = ['ann', 'Revit', 'soon', at(9)];
    expect(table('BILLED', [...SESSIONS, broken], null, 'retail')).toEqual(
      table('BILLED', SESSIONS, null, 'retail'),
    );
    expect(fault('BILLED', [SESSIONS[0], broken])).toMatch(/^#VALUE! .*FLEX\.REJECTED/);
  });

  it.each([
    [[SESSIONS, -1], '#VALUE! idleMinutes is -1'],
    [[SESSIONS, 'long'], '#VALUE! idleMinutes is "long"'],
    [[[HEADER, ['ann', 'Revit', DAY, 5]]], '#VALUE! sessions has no columns Start and End'],
    [[null], '#VALUE! sessions is missing'],
  ])('refuses %#', (given, message) => {
    expect(fault('BILLED', ...given)).toContain(message);
  });

  it('the same rows in another order charge every user and product the same', () => {
    const row = fc.record({
      user: fc.constantFrom('ann', 'bob'),
      product: fc.constantFrom('Revit', 'AutoCAD'),
      from: fc.integer({ min: 0, max: 4000 }),
      minutes: fc.integer({ min: 1, max: 3000 }),
    });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('guide', 'retail'),
        (rows, card) => {
          const cells = rows.map(({ user, product, from, minutes }) => [
            user,
            product,
            DAY + from / 1440,
            DAY + (from + minutes) / 1440,
          ]);
          const of = (body: unknown[][]) =>
            table('BILLED', [SESSIONS[0], ...body], null, card)
              .slice(1)
              .map((line) => line.join('|'))
              .sort();
          expect(of([...cells].reverse())).toEqual(of(cells));
        },
      ),
      { numRuns: 40 },
    );
  });
});
