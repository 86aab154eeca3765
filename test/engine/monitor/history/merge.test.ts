import { guideCard, retailCard } from '../../../../src/engine/catalog';
import { historyOf, mergeHistory, NO_HISTORY, type History } from '../../../../src/engine/monitor';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import type { RawCell } from '../../../../src/engine/usage';
import { on } from '../books';
import { historyTable } from './table';

const HEADER = 'User,Product,Date,Hours,Tokens,Team,Project,Access,User type,Name'.split(',');
type Row = readonly RawCell[];

function historyFrom(rows: readonly Row[], header: Row = HEADER): History {
  return historyOf(readUsage([header, ...rows], { card: guideCard }));
}

/** The table's rows as objects by header, blanks left out. */
function rowsOf(history: History): readonly Record<string, RawCell>[] {
  const [header = [], ...rows] = historyTable(history);
  return rows.map((row) =>
    Object.fromEntries(row.flatMap((cell, at) => (cell === null ? [] : [[String(header[at]), cell]]))),
  );
}

const MON = on(3, 2);
const ann = (day: number, hours: RawCell, tokens: RawCell, ...more: Row): Row => [
  'ann',
  'Revit',
  day,
  hours,
  tokens,
  ...more,
];

describe('what a history holds', () => {
  it('sums sessions and repeated rows of a day, and nets a refund without losing it', () => {
    const history = historyFrom([
      ann(MON + 0.3, 1, 5),
      ann(MON + 0.9, 2.5, 12.5),
      ann(MON, -1, -5),
      ['ANN ', 'Autodesk Revit 2026', MON, 0.5, 2.5],
    ]);
    expect(rowsOf(history)).toEqual([
      { User: 'ann', Product: 'Revit', Date: MON, Hours: 4, Tokens: 20 },
      { User: 'ann', Product: 'Revit', Date: MON, Hours: -1, Tokens: -5 },
    ]);
  });

  it('adds fractions without drift', () => {
    const [row] = rowsOf(historyFrom([ann(MON, 0.1, 0.1), ann(MON + 0.5, 0.2, 0.2)]));
    expect(row).toMatchObject({ Hours: 0.3, Tokens: 0.3 });
  });

  it('shows hours, days and results each in a column of their own', () => {
    const bases = { Revit: 'hour', AutoCAD: 'day', Maya: 'result' } as const;
    const card = {
      ...guideCard,
      rows: guideCard.rows.map((row) => ({
        ...row,
        basis: bases[row.product as keyof typeof bases] ?? row.basis,
      })),
    };
    const range = [
      ['User', 'Product', 'Date', 'Units'],
      ['ann', 'AutoCAD', MON, 1],
      ['ann', 'Maya', MON, 12],
      ['ann', 'Revit', MON, 6],
    ];
    const history = historyOf(readUsage(range, { card }));
    expect(historyTable(history)).toEqual([
      ['User', 'Product', 'Date', 'Hours', 'Days', 'Units'],
      ['ann', 'AutoCAD', MON, null, 1, null],
      ['ann', 'Maya', MON, null, null, 12],
      ['ann', 'Revit', MON, 6, null, null],
    ]);
    expect(historyOf(readUsage(historyTable(history), { card }))).toEqual(history);
  });

  it('keeps projects, seats and rows without tokens of one day apart', () => {
    const history = historyFrom([
      ann(MON, 2, 10, '', 'Tower'),
      ann(MON, 3, 15, '', 'Bridge'),
      ann(MON, 4, 0, '', 'Bridge', 'Subscription'),
      ann(MON, 1, '', '', 'Bridge'),
    ]);
    expect(rowsOf(history)).toEqual([
      { User: 'ann', Product: 'Revit', Date: MON, Hours: 1, Project: 'Bridge' },
      { User: 'ann', Product: 'Revit', Date: MON, Hours: 3, Tokens: 15, Project: 'Bridge' },
      { User: 'ann', Product: 'Revit', Date: MON, Hours: 2, Tokens: 10, Project: 'Tower' },
      { User: 'ann', Product: 'Revit', Date: MON, Hours: 4, Project: 'Bridge', Access: 'Seat' },
    ]);
  });

  it('keeps the tokens of a product that the card does not charge, for a card that does', () => {
    const [row] = rowsOf(historyFrom([['ann', 'Autodesk Docs', MON, 3, 6]]));
    expect(row).toMatchObject({ Product: 'Autodesk Docs', Hours: 3, Tokens: 6 });
  });

  it('keeps hours as hours when a day card only estimates its days from them', () => {
    const range = [
      ['User', 'Product', 'Date', 'Hours'],
      ['ann', 'Revit', MON, 7.3],
    ];
    const options = { card: retailCard, hoursPerDay: 8 };
    const history = historyOf(readUsage(range, options));
    expect(rowsOf(history)).toEqual([{ User: 'ann', Product: 'Revit', Date: MON, Hours: 7.3 }]);
    const again = readUsage(historyTable(history), options);
    expect(again.estimated).toBe(true);
    expect(mergeHistory(history, historyOf(again)).preview).toMatchObject({ same: 1, changed: 0 });
  });

  it('sorts by date, user and product, whatever the order of the rows', () => {
    const rows = [
      ann(MON + 1, 1, 5),
      ['bob', 'AutoCAD', MON, 1, 1],
      ['Ann', 'Maya', MON, 1, 15],
      ann(MON, 1, 5),
    ];
    const keys = rowsOf(historyFrom(rows)).map(({ Date, User, Product }) => [Date, User, Product]);
    expect(keys).toEqual([
      [MON, 'ann', 'Maya'],
      [MON, 'ann', 'Revit'],
      [MON, 'bob', 'AutoCAD'],
      [MON + 1, 'ann', 'Revit'],
    ]);
    expect(rowsOf(historyFrom([...rows].reverse())).map(({ Date, Product }) => [Date, Product])).toEqual(
      keys.map(([day, , product]) => [day, product]),
    );
  });
});

describe('exports without days', () => {
  const refusal = (header: Row, rows: readonly Row[]): string => {
    try {
      historyFrom(rows, header);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  it('are refused with the row that tells, and what to export instead', () => {
    const monthly = refusal(
      ['User', 'Product', 'Date', 'Hours'],
      [
        ['ann', 'Revit', on(3, 1), 120],
        ['ann', 'Revit', on(4, 15), 90],
      ],
    );
    expect(monthly).toMatch(/row 2 of the range counts 120 hours of Revit under one date/);
    expect(monthly).toMatch(/daily usage/);
    expect(
      refusal(
        ['User', 'Product', 'Date', 'Tokens'],
        [
          ['ann', 'Revit', on(3, 1), 10],
          ['ann', 'Revit', on(4, 1), 20],
        ],
      ),
    ).toMatch(/every date is the first or the last day of a month/);
  });

  it('are refused as a usage report even when it dates its rows', () => {
    const header = ['email', 'offering_name', 'seat_assignment', 'days_used', 'tokens_used', 'last_accessed'];
    const report = readUsage([header, ['ann@x.com', 'Revit', 'assigned', 1, 10, '2026-03-02']], {
      card: guideCard,
      hoursPerDay: 8,
    });
    expect(() => historyOf(report)).toThrow(/usage report: a row stands for a whole period/);
    expect(() => historyOf(report, { daily: true })).toThrow(/usage report/);
  });

  it('are taken where the rows are known to be days', () => {
    const firsts = readUsage(
      [
        ['User', 'Product', 'Date', 'Tokens'],
        ['ann', 'Revit', on(4, 1), 10],
        ['ann', 'Revit', on(5, 1), 10],
      ],
      { card: guideCard },
    );
    expect(historyOf(firsts, { daily: true }).rows).toBe(2);
  });
});

describe('appending an export', () => {
  const old = historyFrom([ann(MON, 2, 10), ann(MON + 1, 2, 10), ['bob', 'Maya', MON + 1, 1, 15]]);

  it('adds new days, corrects changed ones, keeps the rest, and says how many of each', () => {
    const { history, preview } = mergeHistory(
      old,
      historyFrom([ann(MON + 1, 3, 15), ['BOB', 'Maya', MON + 1, 1, 15], ann(MON + 4, 1, 5)]),
    );
    expect(preview).toMatchObject({
      added: 1,
      changed: 1,
      same: 1,
      kept: 1,
      tokensBefore: 35,
      tokensAfter: 45,
    });
    expect(rowsOf(history).map(({ User, Date, Tokens }) => [User, Date, Tokens])).toEqual([
      ['ann', MON, 10],
      ['ann', MON + 1, 15],
      ['bob', MON + 1, 15],
      ['ann', MON + 4, 5],
    ]);
    expect(preview).toMatchObject({
      oldDays: [MON, MON + 1],
      newDays: [MON + 1, MON + 4],
      overlap: [MON + 1, MON + 1],
    });
    expect(preview.examples).toEqual([
      {
        user: 'ann',
        product: 'Revit',
        team: '',
        day: MON + 1,
        oldTokens: 10,
        newTokens: 15,
        oldUnits: 2,
        newUnits: 3,
      },
    ]);
  });

  it('replaces all rows of a corrected day, so that use moved to a seat or another project is not counted twice', () => {
    const split = historyFrom([ann(MON, 2, 10, '', 'Tower'), ann(MON, 3, 15, '', 'Bridge')]);
    const { history, preview } = mergeHistory(
      split,
      historyFrom([ann(MON, 5, '', '', 'Tower', 'Subscription')]),
    );
    expect(rowsOf(history)).toEqual([
      { User: 'ann', Product: 'Revit', Date: MON, Hours: 5, Project: 'Tower', Access: 'Seat' },
    ]);
    expect(preview).toMatchObject({ changed: 1, added: 0, kept: 0, tokensBefore: 25, tokensAfter: 0 });
    expect(history.dictionaries.project).toEqual(['', 'Tower']);
  });

  it('counts use that moved to another project as changed, though its tokens are the same', () => {
    const moved = mergeHistory(
      historyFrom([ann(MON, 2, 10, '', 'Tower')]),
      historyFrom([ann(MON, 2, 10, '', 'Bridge')]),
    );
    expect(moved.preview).toMatchObject({ changed: 1, same: 0, tokensAfter: 10 });
    expect(rowsOf(moved.history)).toMatchObject([{ Project: 'Bridge' }]);
  });

  it('keeps a person in two teams apart', () => {
    const { preview } = mergeHistory(
      historyFrom([ann(MON, 2, 10, 'MEP'), ann(MON, 1, 5, 'Site')]),
      historyFrom([ann(MON, 2, 10, 'mep')]),
    );
    expect(preview).toMatchObject({ same: 1, kept: 1, added: 0, changed: 0 });
  });

  it('begins a history with the first export', () => {
    const { history, preview } = mergeHistory(NO_HISTORY, old);
    expect(history).toEqual(old);
    expect(preview).toMatchObject({ added: 3, kept: 0, oldDays: null, overlap: null, tokensBefore: 0 });
  });

  it('shows the 20 corrections that move most tokens', () => {
    const week = (factor: number) =>
      historyFrom(Array.from({ length: 40 }, (_, at) => ann(MON + at, 1, 5 + factor * at)));
    const { examples = [], changed } = mergeHistory(week(0), week(1)).preview;
    expect(changed).toBe(39);
    expect(examples.map(({ newTokens, oldTokens }) => newTokens - oldTokens)).toEqual(
      Array.from({ length: 20 }, (_, at) => 39 - at),
    );
  });

  it('describes a person by the later rows, also when the older export comes last', () => {
    const early = historyFrom([ann(MON, 1, 5, '', '', '', 'Employee', 'Ann A.')]);
    const late = historyFrom([ann(MON + 7, 1, 5, '', '', '', 'Contractor', '')]);
    for (const { history } of [mergeHistory(early, late), mergeHistory(late, early)]) {
      expect(history.users).toEqual([
        { key: 'ann', displayName: 'Ann A.', userType: 'contractor', email: '' },
      ]);
    }
  });

  it('refuses to add up rows that name people and rows that do not', () => {
    const nameless = historyFrom([['Revit', MON, 10]], ['Product', 'Date', 'Tokens']);
    expect(() => mergeHistory(old, nameless)).toThrow(/names none .*count twice/);
    expect(() => mergeHistory(nameless, old)).toThrow(/names no people/);
    expect(mergeHistory(nameless, nameless).preview).toMatchObject({ same: 1, added: 0 });
  });
});

describe('exports of another kind', () => {
  const booked = historyFrom([ann(MON, 2, 10, 'MEP'), ann(MON + 1, 2, 10, 'MEP')]);

  it('without teams are refused for days that the history books on teams, and the reverse', () => {
    const plain = historyFrom([ann(MON + 1, 2, 10), ann(MON + 2, 2, 10)]);
    expect(() => mergeHistory(booked, plain)).toThrow(/no team for use that both hold, first on 2026-03-03/);
    expect(() => mergeHistory(plain, booked)).toThrow(/the history names no team .* 2026-03-03/);
  });

  it('without teams are appended where they hold other days, or blank teams stand in both', () => {
    expect(mergeHistory(booked, historyFrom([ann(MON + 2, 2, 10)])).preview.added).toBe(1);
    const mixed = historyFrom([ann(MON, 2, 10), ann(MON, 1, 5, 'MEP'), ann(MON + 1, 2, 10)]);
    expect(mergeHistory(mixed, historyFrom([ann(MON, 2, 10)])).preview).toMatchObject({ same: 1, kept: 2 });
  });

  it('that name people otherwise are pointed out before they count twice', () => {
    const byMail = historyFrom([['ann@x.com', 'Revit', MON, 2, 10, 'MEP']]);
    expect(mergeHistory(booked, byMail).preview.notes).toEqual([
      expect.stringMatching(/Nobody in this export is in the history.*2026-03-02 to 2026-03-02/),
    ]);
    expect(mergeHistory(booked, booked).preview.notes).toEqual([]);
    expect(mergeHistory(NO_HISTORY, byMail).preview.notes).toEqual([]);
  });
});

describe('days that are missing', () => {
  const days = (...at: number[]) => historyFrom(at.map((day) => ann(MON + day, 1, 5)));
  const missing = (old: History, incoming: History, holidays?: ReadonlySet<number>) => {
    const { preview } = mergeHistory(old, incoming, holidays ? { holidays } : {});
    return [preview.missing.map(([first, last]) => [first - MON, last - MON]), preview.missingDays];
  };

  it('are working days without a row; a weekend is not missed', () => {
    expect(missing(days(0, 1, 2, 3, 4), days(7))).toEqual([[], 0]);
    expect(missing(days(0, 4), days(5, 9))).toEqual([
      [
        [1, 3],
        [7, 8],
      ],
      5,
    ]);
  });

  it('show a gap between two exports as one, from working day to working day', () => {
    expect(missing(days(0, 1, 2, 3), days(15))).toEqual([[[4, 14]], 7]);
  });

  it('leave holidays out', () => {
    expect(missing(days(0), days(3), new Set([MON + 1]))).toEqual([[[2, 2]], 1]);
  });
});
