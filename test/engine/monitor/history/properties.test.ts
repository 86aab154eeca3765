import fc from 'fast-check';
import { guideCard, retailCard } from '../../../../src/engine/catalog';
import type { RateCard } from '../../../../src/engine/catalog/types';
import { historyOf, mergeHistory, NO_HISTORY, type History } from '../../../../src/engine/monitor';
import { createUsageReader, type RawCell, type UsageReading } from '../../../../src/engine/usage';
import { on } from '../books';
import { historyTable } from './table';

const FIRST = on(3, 2);
const DAYS = 40;

interface Row {
  readonly user: string;
  readonly product: string;
  readonly day: number;
  readonly amount: number;
  readonly tokens: number | '';
  readonly refund: boolean;
  readonly access: string;
  readonly team: string;
  readonly project: string;
  readonly type: string;
  readonly name: string;
}

/** Texts that a spreadsheet, or a careless reader, would take for something else. */
const AWKWARD = ['=1+1', '+4711', '@site', '007', '3-4', "'quoted", 'TRUE', 'Ä, "B"'];
const row: fc.Arbitrary<Row> = fc.record({
  user: fc.constantFrom('ann', 'ben', 'cy@x.com', '=HYPERLINK("x")', '0042'),
  product: fc.constantFrom('Revit', 'AutoCAD', 'Maya', 'Autodesk Docs', 'ReCap Pro', 'Navisworks Manage'),
  day: fc.integer({ min: 0, max: DAYS - 1 }),
  amount: fc.integer({ min: 0, max: 96 }).map((quarters) => quarters / 4),
  tokens: fc.oneof(
    fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10),
    fc.constant<''>(''),
  ),
  refund: fc.nat(9).map((n) => n === 0),
  access: fc.constantFrom('Flex', 'Subscription', ''),
  team: fc.constantFrom('', 'MEP', 'Site', ...AWKWARD),
  project: fc.constantFrom('', 'Tower', ...AWKWARD),
  type: fc.constantFrom('', 'employee', 'contractor', 'external'),
  name: fc.constantFrom('', 'Ann Example', '=A1', '12'),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });

/** Which amounts an export gives. */
type Kind = 'Hours' | 'Days' | 'Units' | 'Tokens';

function exportOf(kind: Kind, list: readonly Row[]): RawCell[][] {
  const counts = kind !== 'Tokens';
  return [
    [
      'User',
      'Product',
      'Date',
      ...(counts ? [kind] : []),
      'Tokens',
      'Access',
      'Team',
      'Project',
      'User type',
      'Full name',
      'Email',
    ],
    ...list.map((r): RawCell[] => {
      const sign = r.refund ? -1 : 1;
      const tokens = r.refund ? -Math.max(1, r.tokens || 1) : r.tokens === '' && !counts ? 0 : r.tokens;
      const mail = r.name === '12' ? `${r.user.length}@mail.com` : '';
      return [
        r.user,
        r.product,
        FIRST + r.day,
        ...(counts ? [r.amount * sign] : []),
        tokens,
        r.access,
        r.team,
        r.project,
        r.type,
        r.name,
        mail,
      ];
    }),
  ];
}

function readingOf(range: readonly (readonly RawCell[])[], card: RateCard): UsageReading {
  const reader = createUsageReader({ card });
  reader.push(range);
  return reader.finish();
}

const daily = { daily: true } as const;
const history = (kind: Kind, list: readonly Row[], card: RateCard): History =>
  historyOf(readingOf(exportOf(kind, list), card), daily);

/** Figures to the millionth, so that the order of a sum cannot show; units the export does not give follow its tokens. */
function plain(of: History) {
  const rounded = (values: Float64Array) =>
    [...values].map((value) => (Number.isNaN(value) ? null : value.toFixed(5)));
  const { users, products, dictionaries, units, tokens, tokensCell, unitsGiven: _, ...codes } = of;
  const columns = Object.fromEntries(
    Object.entries(codes).map(([name, values]) => [name, typeof values === 'number' ? values : [...values]]),
  );
  return {
    users,
    products,
    dictionaries,
    ...columns,
    units: rounded(units),
    tokens: rounded(tokens),
    cells: rounded(tokensCell),
  };
}

const cases: readonly (readonly [string, Kind, RateCard])[] = [
  ['hours on the guide card', 'Hours', guideCard],
  ['days on the retail card', 'Days', retailCard],
  ['units on the guide card', 'Units', guideCard],
  ['tokens alone on the guide card', 'Tokens', guideCard],
  ['tokens alone on the retail card', 'Tokens', retailCard],
];

describe.each(cases)('a history of %s', (_name, kind, card) => {
  it('reads back from its table as it was', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const before = history(kind, list, card);
        const reading = readingOf(historyTable(before), card);
        expect(reading.rejected).toEqual([]);
        expect(plain(historyOf(reading, daily))).toEqual(plain(before));
      }),
      { numRuns: 150 },
    );
  });

  it('is not changed by the same export twice', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const once = mergeHistory(NO_HISTORY, history(kind, list, card)).history;
        const again = mergeHistory(once, history(kind, list, card));
        expect(again.preview).toMatchObject({ added: 0, changed: 0, kept: 0 });
        expect(again.preview.tokensAfter).toBe(again.preview.tokensBefore);
        expect(again.history).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whichever overlapping exports it was built from, also through its sheet', () => {
    const cuts = fc.array(fc.tuple(fc.nat(DAYS), fc.nat(10)), { maxLength: 5 });
    fc.assert(
      fc.property(rows, cuts, (list, ends) => {
        const whole = history(kind, list, card);
        const sorted = [...ends].sort(([a], [b]) => a - b);
        let kept = NO_HISTORY;
        let from = 0;
        for (const [until, back] of [...sorted, [DAYS, 0] as const]) {
          const week = list.filter(({ day }) => day >= from && day < until);
          kept = mergeHistory(kept, history(kind, week, card)).history;
          if (back % 2 === 1 && kept.rows > 0) {
            kept = historyOf(readingOf(historyTable(kept), card), daily);
          }
          from = Math.max(0, until - back);
        }
        expect(plain(kept)).toEqual(plain(whole));
      }),
      { numRuns: 100 },
    );
  });

  it('never loses or invents a token, and counts every key once', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        // Booked on teams throughout: a list that happens to name none would be refused.
        const booked = (list: readonly Row[]) => list.map((r) => ({ ...r, team: r.team || 'Site' }));
        const old = history(kind, booked(first), card);
        const incoming = history(kind, booked(second), card);
        const keys = (of: History) =>
          new Set(
            Array.from({ length: of.rows }, (_, at) =>
              [
                of.users[of.user[at]!]!.key,
                of.products[of.product[at]!],
                of.dictionaries.team[of.team[at]!],
                of.day[at],
              ].join('|'),
            ),
          );
        const { preview, history: joined } = mergeHistory(old, incoming);
        expect(preview.added + preview.changed + preview.same).toBe(keys(incoming).size);
        expect(preview.changed + preview.same + preview.kept).toBe(keys(old).size);
        expect(keys(joined)).toEqual(new Set([...keys(old), ...keys(incoming)]));
        expect(mergeHistory(joined, incoming).preview).toMatchObject({ added: 0, changed: 0 });
      }),
      { numRuns: 60 },
    );
  });
});

it('a history of hours is never misread by a card of days: the tokens charged count, hours without them are refused', () => {
  const kept = history(
    'Hours',
    [
      {
        user: 'ann',
        product: 'Revit',
        day: 0,
        amount: 8,
        tokens: 40,
        refund: false,
        access: 'Flex',
        team: '',
        project: '',
        type: '',
        name: '',
      },
      {
        user: 'ann',
        product: 'Revit',
        day: 1,
        amount: 3,
        tokens: '',
        refund: false,
        access: 'Flex',
        team: '',
        project: '',
        type: '',
        name: '',
      },
    ],
    guideCard,
  );
  const reading = readingOf(historyTable(kept), retailCard);
  expect(reading.rejected).toMatchObject([
    { row: 3, column: 'Hours', reason: 'hours given, card charges days' },
  ]);
  expect([...reading.table.tokens]).toEqual([40]);
  expect([...reading.table.units]).toEqual([NaN]);
});

it('a history of tokens follows the card it is read with', () => {
  const kept = history(
    'Tokens',
    [
      {
        user: 'ann',
        product: 'Revit',
        day: 0,
        amount: 0,
        tokens: 20,
        refund: false,
        access: 'Flex',
        team: '',
        project: '',
        type: '',
        name: '',
      },
    ],
    guideCard,
  );
  expect(historyTable(kept)[0]).toEqual(['User', 'Product', 'Date', 'Tokens']);
  const { table } = readingOf(historyTable(kept), retailCard);
  expect([...table.units, ...table.tokens]).toEqual([2, 20]);
});
