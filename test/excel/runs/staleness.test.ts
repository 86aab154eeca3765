import type { CommandKey } from '../../../src/excel/contract/pane';
import { COMMANDS } from '../../../src/excel/pane/commands';
import { createPaneServices } from '../../../src/excel/pane/services';
import type { LoadedHost } from '../../office/load';
import { named, remembering, typeNamed, typeRow } from '../pool/workbook';
import { ALL, PEOPLE, runCommand, workbookOfAll } from '../all-commands';
import { PORTFOLIO_USAGE, SUBSCRIPTIONS, USERS_EXPORT } from '../portfolio/workbook';
import { runner } from '../runner';
import { cells, fill, OCTOBER, tableRows, type Cell } from '../workbook';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
const services = createPaneServices(runner({ pool: remembering }));
const signal = new AbortController().signal;
let loaded: LoadedHost;

const run = (key: CommandKey): Promise<void> => runCommand(services, key);

/** Which results no longer hold, and what is said to have changed. */
async function stale(): Promise<Partial<Record<CommandKey, readonly string[]>>> {
  const last = await services.lastRuns();
  return Object.fromEntries(
    ALL.flatMap((key) => {
      const { stale: is, changed } = last[key] ?? { stale: true, changed: ['not run'] };
      expect(is).toBe(changed.length > 0);
      return is ? [[key, changed]] : [];
    }),
  );
}

const row = (table: string, column: string, value: string): number => {
  const at = tableRows(loaded, table).findIndex((each) => each[column] === value);
  if (at < 0) throw new Error(`${table} has no ${value}.`);
  return at;
};

/** Types into a row of a table, and says how to put back what stood there. */
function typed(table: string, at: number, values: Record<string, Cell>): () => void {
  const before = tableRows(loaded, table)[at] ?? {};
  typeRow(loaded, table, at, values);
  return () =>
    typeRow(
      loaded,
      table,
      at,
      Object.fromEntries(Object.keys(values).map((key) => [key, (before[key] ?? null) as Cell])),
    );
}

function filled(sheet: string, before: readonly (readonly Cell[])[], after: typeof before): () => void {
  fill(loaded, sheet, after);
  return () => fill(loaded, sheet, before);
}

function cell(name: string, value: Cell): () => void {
  const before = named(loaded, name) as Cell;
  typeNamed(loaded, name, value);
  return () => typeNamed(loaded, name, before);
}

/** What a user changes, what is said of it, and the steps that read it. */
const CHANGES: readonly (readonly [string, () => () => void, string, readonly CommandKey[]])[] = [
  [
    'hours of the usage',
    () =>
      filled('Usage', PORTFOLIO_USAGE, [
        ...PORTFOLIO_USAGE.slice(0, -1),
        ['gil@x.org', 'Revit', OCTOBER, 3, 'Employee'],
      ]),
    'the usage',
    ALL,
  ],
  [
    'a row of Flex People',
    () => filled('Flex People', PEOPLE, [...PEOPLE.slice(0, 2), ['ben@x.org', 'Contractor', null]]),
    'the people',
    ALL,
  ],
  [
    'a rate on Flex Rates',
    () => typed('FlexRates', row('FlexRates', 'Product', 'Revit'), { 'Tokens per unit': 50 }),
    'the rate card',
    ALL,
  ],
  [
    'the price of a Collection',
    () => typed('FlexCollections', 0, { 'Seat price': 9999 }),
    'the Collections',
    ALL,
  ],
  [
    'a decision on Flex Segments',
    () => typed('FlexSegments', row('FlexSegments', 'User', 'eve@x.org'), { Decision: 'Keep seat' }),
    'the segments or decisions on Flex Segments',
    ['pool'],
  ],
  [
    'a decision on Flex Portfolio',
    () => typed('FlexPortfolio', row('FlexPortfolio', 'User', 'ben@x.org'), { Decision: 'Keep as today' }),
    'the decisions on Flex Portfolio',
    ['portfolio'],
  ],
  ['a pin', () => typed('FlexPins', 0, { User: 'ann@x.org' }), 'the pins', ['portfolio', 'renewal']],
  [
    'a seat',
    () => filled('Flex Seats', USERS_EXPORT, USERS_EXPORT.slice(0, -2)),
    'the seats',
    ['portfolio', 'renewal', 'compliance'],
  ],
  [
    'a subscription',
    () => filled('Flex Subscriptions', SUBSCRIPTIONS, SUBSCRIPTIONS.slice(0, 2)),
    'the subscriptions',
    ['portfolio', 'renewal'],
  ],
  ['a quote', () => typed('FlexQuotes', 0, { Quantity: 77 }), 'the quotes', ['renewal']],
  [
    'an own value beside a lever',
    () => typed('FlexLevers', 0, { 'Own value': 0.11 }),
    'the own values on Flex Renewal',
    ['renewal'],
  ],
  [
    'a rate of the announced card',
    () => typed('FlexRatesNew', row('FlexRatesNew', 'Product', 'Revit'), { 'Tokens per unit': 50 }),
    'the announced card',
    ['renewal'],
  ],
  [
    'planned work',
    () => typed('FlexProjects', 0, { Project: 'Tower', Products: 'Revit' }),
    'the planned work',
    ['pool', 'monitor'],
  ],
  [
    'a tier on Flex Pool',
    () => typed('FlexPoolTiers', 0, { 'From quantity': 1000, Price: 0.29 }),
    'the price tiers on Flex Pool',
    ['pool', 'monitor'],
  ],
  [
    'a tier on Flex Portfolio',
    () => typed('FlexPortfolioTiers', 0, { 'From quantity': 1000, Price: 0.29 }),
    'the price tiers',
    ['portfolio', 'renewal'],
  ],
  ['a pack', () => typed('FlexPacks', 0, { Quantity: 12_345 }), 'the ledger', ['monitor']],
  [
    'a day off',
    () => typed('FlexHolidays', 0, { Date: OCTOBER + 20 }),
    'the budgets, days off or spare seats',
    ['monitor'],
  ],
  ['a discount on Flex Summary', () => cell('Flex_TokenDiscount', 0.1), 'the input cells', ['segment']],
  ['growth on Flex Pool', () => cell('Flex_PoolGrowth', 0.2), 'the input cells', ['pool']],
];

beforeAll(async () => {
  loaded = await workbookOfAll(services);
}, 60_000);

test('right after their runs every result holds', async () => {
  expect(await stale()).toEqual({});
});

test.each(CHANGES)(
  '%s marks the steps that read it as stale, names itself, and is forgotten once it is put back',
  async (_, change, label, steps) => {
    const putBack = change();
    const found = await stale();
    expect(Object.keys(found).sort()).toEqual(expect.arrayContaining([...steps].sort()));
    for (const step of steps) expect(found[step]).toContain(label);
    for (const [step, changed] of Object.entries(found)) {
      if (!steps.includes(step as CommandKey)) expect(changed).not.toContain(label);
    }
    putBack();
    expect(await stale()).toEqual({});
  },
);

test('every sheet that says whether its inputs are unchanged asks Flex Rates too, and only where it was priced with', async () => {
  const saying = (sheet: string, formula: string): boolean =>
    cells(loaded, sheet, true)
      .flat()
      .some((each) => String(each).startsWith('=IF(IFERROR(OR(') && String(each).includes(formula));
  const sheets = ['Flex Segments', 'Flex Summary', 'Flex Pool', 'Flex Portfolio', 'Flex Monitor'];
  for (const sheet of [...sheets, 'Flex Pool Ledger', 'Flex Chargeback']) {
    expect([sheet, saying(sheet, 'FlexRates[Tokens per unit]')]).toEqual([sheet, true]);
    expect([sheet, saying(sheet, 'FlexCollections[Seat price]')]).toEqual([sheet, true]);
  }
  const settings = { ...(await services.settings()), card: 'guide' };
  await services.commands.segment.run(SOURCE, settings, {}, () => undefined, signal);
  expect(cells(loaded, 'Flex Summary', true).flat().join()).not.toContain('FlexRates[');
  await run('segment');
});

test.each(ALL)('%s reads no sheet that it does not declare', async (key) => {
  const seen = new Set<string>();
  const { grid } = loaded;
  const names = (): ReadonlyMap<string, string> => new Map(grid.sheets().map(({ id, name }) => [id, name]));
  const read = grid.read.bind(grid);
  const spy = jest.spyOn(grid, 'read').mockImplementation((id, rect) => {
    seen.add(names().get(id) ?? id);
    return read(id, rect);
  });
  await run(key);
  spy.mockRestore();
  const { writes, reads } = COMMANDS[key];
  // Whether a list of earlier commands still holds is told beside what is read of it.
  const { segment, portfolio } = services.commands;
  const byLists = reads.some(({ input }) => input.sheets.includes('Flex Segments'))
    ? [...segment.watches, ...portfolio.watches, 'Flex Actions']
    : [];
  // The work list comes along with Flex Portfolio; a renewal makes nothing of it.
  const along = key === 'renewal' ? ['Flex Actions'] : [];
  const own = writes.flatMap(({ name }) => [name, `${name} (new)`, `${name} (old)`]);
  const declared = new Set(['Usage', ...services.commands[key].watches, ...byLists, ...along, ...own]);
  expect([...seen].filter((name) => !declared.has(name))).toEqual([]);
});
