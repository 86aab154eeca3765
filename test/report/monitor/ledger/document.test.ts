import { firstSerialOfMonth, serialOf } from '../../../../src/engine/numeric';
import { readPacks } from '../../../../src/engine/monitor';
import { bodyCell, layout } from '../../../../src/report/model/layout';
import { emptyLedgerDocument, ledgerDocument } from '../../../../src/report/monitor/ledger/document';
import { LEDGER_FIGURES, type OwnTable } from '../../../../src/report/monitor/input';
import { SAMPLE_PACKS } from '../../../../src/report/monitor/ledger/sample';
import type { CellValue, TableCell, SheetDocument } from '../../../../src/report/model/document';
import { formulaSheet } from '../../formula-sheet';
import { AS_OF, ALERTS, monitorReport, PACKS, SHOWN, TEAM_PACKS, TRANSFERS } from '../report';

const PLAIN = ledgerDocument(monitorReport());
const TEAMS = ledgerDocument(
  monitorReport({ packs: TEAM_PACKS, transfers: TRANSFERS, review: { alerts: ALERTS } }),
);

function tableOf(document: SheetDocument, name: string) {
  const table = layout(document).tables.find(({ block }) => block.name === name);
  if (table === undefined) throw new Error(`No table ${name}.`);
  return table;
}

function headers(document: SheetDocument, name: string): readonly string[] {
  return tableOf(document, name).block.columns.map(({ header }) => header);
}

/** The document after a user typed rows into one of its tables. */
function typedInto(
  document: SheetDocument,
  table: string,
  rows: readonly (readonly TableCell[])[],
): SheetDocument {
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' && block.name === table ? { ...block, rows } : block,
  );
  return { ...document, blocks };
}

const staleness = (document: SheetDocument): string =>
  String(formulaSheet(document).texts.find((text) => String(text).startsWith('Lots, months')));

test('the key figures say what came in, what burned and what is left, as worked out by hand', () => {
  const sheet = formulaSheet(PLAIN);
  const n = LEDGER_FIGURES;
  expect(sheet.named(n.bought)).toBe(1_500);
  expect(sheet.named(n.carried)).toBe(150);
  expect(sheet.named(n.burned)).toBe(88 * 14);
  // Eight weekdays until 10 July leave 150 − 112 of the tokens carried forward.
  expect(sheet.named(n.expired)).toBe(38);
  expect(sheet.named(n.balance)).toBe(380);
  expect(sheet.named(n.reconciled)).toBe(380);
  expect(sheet.named(n.share)).toBeCloseTo(380 / 1_500, 12);
  expect(sheet.named(n.uncovered)).toBe(0);
  expect(sheet.texts[2]).toBe('Of 1,650 tokens that came in, 1,232 were burned and 38 expired; 380 are left');
});

test('tokens that expire within 90 days are counted, later ones are not', () => {
  const soon: OwnTable = {
    header: PACKS.header,
    rows: [
      ['A', null, null, 1_000, 0.3, serialOf(2026, 7, 1), AS_OF + 90],
      ['B', null, null, 1_000, 0.3, serialOf(2026, 7, 1), AS_OF + 91],
    ],
  };
  const sheet = formulaSheet(ledgerDocument(monitorReport({ packs: soon })));
  // A burns first and is used up; what is left is B's.
  expect(sheet.named(LEDGER_FIGURES.balance)).toBe(768);
  expect(sheet.named(LEDGER_FIGURES.expiringSoon)).toBe(0);
  const more = { ...soon, rows: [['A', null, null, 1_500, 0.3, serialOf(2026, 7, 1), AS_OF + 90]] };
  expect(
    formulaSheet(ledgerDocument(monitorReport({ packs: more }))).named(LEDGER_FIGURES.expiringSoon),
  ).toBe(268);
});

test('every month’s closing follows from its row, and the months add up to the invoices to the cent', () => {
  const sheet = formulaSheet(PLAIN);
  expect(sheet.column('FlexMonths', 'month')).toEqual(
    [6, 7, 8, 9].map((month) => firstSerialOfMonth(2026 * 12 + month)),
  );
  expect(sheet.column('FlexMonths', 'closing_tokens')).toEqual([790, 496, 688, 380]);
  const money = sheet.column('FlexMonths', 'closing_money').map((value) => Number(value).toFixed(2));
  expect(money).toEqual(['237.00', '148.80', '198.90', '108.30']);
  expect(sheet.column('FlexMonths', 'burned_money')).toEqual([63, 88.2, 92.4, 90.6]);
  expect(sheet.named(LEDGER_FIGURES.invoices)).toBeCloseTo(442.5, 9);
  expect(Math.abs(Number(sheet.named(LEDGER_FIGURES.difference)))).toBe(0);
});

test('a month that was tampered with no longer adds up to the invoices', () => {
  const table = tableOf(PLAIN, 'FlexMonths').block;
  const burned = table.columns.findIndex(({ key }) => key === 'burned_money');
  const rows = table.rows.map((row, index) =>
    row.map((cell, column) => (index === 1 && column === burned ? 80 : cell)),
  );
  const sheet = formulaSheet(typedInto(PLAIN, 'FlexMonths', rows));
  expect(sheet.named(LEDGER_FIGURES.difference)).toBe(8.2);
});

test('each lot’s balance is what came in less what left, and costs what is left of its invoice', () => {
  const sheet = formulaSheet(PLAIN);
  expect(headers(PLAIN, 'FlexLots')).toEqual([
    'Pack',
    'Team',
    'Came by',
    'Start',
    'Expiry',
    'Price',
    'Quantity',
    'Burned',
    'Expired',
    'Transferred',
    'Adjusted',
    'Balance',
    'Cost',
    'Cost of balance',
    'Expires in days',
  ]);
  expect(sheet.column('FlexLots', 'cameBy')).toEqual(['carried forward', 'purchase', 'purchase']);
  expect(sheet.column('FlexLots', 'burned')).toEqual([112, 1_000, 120]);
  expect(sheet.column('FlexLots', 'balance')).toEqual([0, 0, 380]);
  expect(sheet.column('FlexLots', 'cost')).toEqual([0, 300, 142.5]);
  expect(sheet.column('FlexLots', 'balanceCost')).toEqual([0, 0, 108.3]);
  expect(sheet.column('FlexLots', 'expiresIn')).toEqual([-113, 61, 304]);
});

test('the user’s rows come back as given, gaps and own columns too, with eight rows to type in', () => {
  const own: OwnTable = {
    header: ['Pack', 'PO number', 'Quantity', 'Price', 'Start', 'Expiry'],
    rows: [
      ['A', '=HYPERLINK("x")', 2_000, 0.3, serialOf(2026, 7, 1), null],
      [null, null, null, null, null, null],
      ['B', 'PO-2', 'many', 0.3, serialOf(2026, 8, 1), null],
      [null, '', '  ', null, null, null],
    ],
  };
  const table = tableOf(ledgerDocument(monitorReport({ packs: own })), 'FlexPacks');
  expect(table.block.columns.map(({ header }) => header)).toEqual(own.header);
  expect(table.block.rows).toHaveLength(3 + 8);
  expect(table.block.rows.slice(0, 3)).toEqual(own.rows.slice(0, 3));
  expect(
    table.block.rows
      .slice(3)
      .flat()
      .every((cell) => cell === null),
  ).toBe(true);
  expect(table.block.columns.every(({ userOwned }) => userOwned === true)).toBe(true);
  expect(bodyCell(table, 0, 1)).toEqual({ kind: 'value', value: '=HYPERLINK("x")' });
});

test('tables that the user has not filled are there, empty, with headers that our readers know', () => {
  expect(headers(PLAIN, 'FlexPacks')).toEqual([
    'Pack',
    'Team',
    'Kind',
    'Quantity',
    'Price',
    'Start',
    'Expiry',
  ]);
  expect(headers(PLAIN, 'FlexTransfers')).toEqual(['Date', 'From', 'To', 'Tokens']);
  expect(headers(PLAIN, 'FlexAdjustments')).toEqual(['Date', 'Team', 'Tokens', 'Reason']);
  expect(headers(PLAIN, 'FlexShownBalances')).toEqual(['Date', 'Team', 'Balance']);
  expect(tableOf(PLAIN, 'FlexTransfers').block.rows).toHaveLength(8);
});

test('a changed, added or cleared cell of the user’s tables asks for another run', () => {
  expect(staleness(PLAIN)).toBe(
    'Lots, months and reconciliation computed as of 31 Oct 2026; unchanged since.',
  );
  const rows = tableOf(PLAIN, 'FlexPacks').block.rows;
  const changed = (row: number, column: number, value: CellValue) =>
    rows.map((cells, index) =>
      index === row ? cells.map((cell, at) => (at === column ? value : cell)) : cells,
    );
  const again = /Packs, transfers, adjustments or shown balances have changed since: run Monitor again\.$/;
  expect(staleness(typedInto(PLAIN, 'FlexPacks', changed(1, 3, 1_001)))).toMatch(again);
  expect(staleness(typedInto(PLAIN, 'FlexPacks', changed(1, 4, 0.31)))).toMatch(again);
  expect(staleness(typedInto(PLAIN, 'FlexPacks', changed(0, 0, null)))).toMatch(again);
  expect(staleness(typedInto(PLAIN, 'FlexPacks', changed(4, 1, 'North')))).toMatch(again);
  const shown = tableOf(PLAIN, 'FlexShownBalances').block.rows;
  expect(staleness(typedInto(PLAIN, 'FlexShownBalances', [[AS_OF, null, 380], ...shown.slice(1)]))).toMatch(
    again,
  );
  expect(
    staleness(typedInto(PLAIN, 'FlexPacks', [...rows, [null, null, null, null, null, null, null]])),
  ).toMatch(/unchanged since\.$/);
});

test('teams have their own balance, a transferred lot its own row, and an empty team the transfer that cures it', () => {
  const sheet = formulaSheet(TEAMS);
  expect(sheet.column('FlexPoolTeams', 'team')).toEqual(['North', 'South', 'Total']);
  expect(sheet.column('FlexPoolTeams', 'balance')).toEqual([260, 8, 268]);
  expect(sheet.column('FlexPoolTeams', 'pool')).toEqual([1_140, 360, 1_500]);
  expect(sheet.column('FlexPoolTeams', 'share')).toEqual([260 / 1_140, 8 / 360, 268 / 1_500]);
  expect(sheet.column('FlexPoolTeams', 'transfer')).toEqual([null, ALERTS[1]!.action, null]);
  expect(sheet.column('FlexLots', 'cameBy')).toEqual(['purchase', 'purchase', 'transfer']);
  // The transferred part takes its cost along: it is no second invoice.
  expect(sheet.named(LEDGER_FIGURES.invoices)).toBeCloseTo(450, 9);
  expect(Math.abs(Number(sheet.named(LEDGER_FIGURES.difference)))).toBe(0);
});

test('the months of each team close with what moved between them', () => {
  const sheet = formulaSheet(TEAMS);
  expect(sheet.column('FlexTeamMonths', 'team')).toEqual([
    ...Array.from({ length: 4 }, () => 'North'),
    ...Array.from({ length: 4 }, () => 'South'),
  ]);
  expect(sheet.column('FlexTeamMonths', 'moved_tokens')).toEqual([0, 0, -60, 0, 0, 0, 60, 0]);
  expect(sheet.column('FlexTeamMonths', 'closing_tokens')).toEqual([970, 760, 480, 260, 208, 124, 96, 8]);
  expect(Number(sheet.cell('FlexTeamMoney', 7, 'closing_money')).toFixed(2)).toBe('2.40');
  expect(layout(PLAIN).tables.some(({ block }) => block.name === 'FlexTeamMonths')).toBe(false);
});

test('a shown balance is set against the ledger, its difference explained or not', () => {
  const report = monitorReport({ shown: SHOWN });
  const sheet = formulaSheet(ledgerDocument(report));
  const [found] = report.review.reconciliations;
  expect(sheet.cell('FlexReconciliation', 0, 'shown')).toBe(370);
  expect(sheet.cell('FlexReconciliation', 0, 'ledger')).toBe(380);
  expect(sheet.cell('FlexReconciliation', 0, 'difference')).toBe(-10);
  expect(sheet.cell('FlexReconciliation', 0, 'unexplained')).toBe(found!.unexplained);
  expect(sheet.cell('FlexReconciliation', 0, 'explanations')).toContain(found!.explanations[0]!.text);
});

test('a balance shown after the data ends counts, and the sheet says that it is not posted', () => {
  const later: OwnTable = { header: SHOWN.header, rows: [[AS_OF, null, 350]] };
  const report = monitorReport({ shown: later });
  const sheet = formulaSheet(ledgerDocument(report));
  expect(sheet.named(LEDGER_FIGURES.balance)).toBe(380);
  expect(sheet.named(LEDGER_FIGURES.notPosted)).toBe(-30);
  expect(sheet.named(LEDGER_FIGURES.reconciled)).toBe(350);
  expect(sheet.texts[2]).toMatch(/350 are left by the balance shown$/);
});

test('a rejected row of the user’s is listed at the cell where the sheet has it now', () => {
  const document = ledgerDocument(
    monitorReport({
      report: {
        ownRejected: [
          { table: 'packs', row: 3, column: 'Quantity', value: 'many', reason: 'not a number' },
          { table: 'budgets', row: 2, column: 'Tokens', value: 'x', reason: 'not a number' },
        ],
      },
    }),
  );
  const rejected = tableOf(document, 'FlexLedgerRejected');
  const packs = tableOf(document, 'FlexPacks');
  expect(rejected.block.rows).toEqual([
    [`'Flex Pool Ledger'!D${packs.header.row + 3}`, packs.header.row + 3, 'Quantity', 'many', 'not a number'],
  ]);
  expect(layout(document).texts.map(({ cell }) => (cell.kind === 'value' ? cell.value : ''))).toContain(
    '1 of your rows could not be used: they are listed at the end of this sheet.',
  );
});

test('use before the first pack is said, not hidden', () => {
  const late: OwnTable = {
    header: PACKS.header,
    rows: [['A', null, null, 2_000, 0.3, serialOf(2026, 8, 1), null]],
  };
  const document = ledgerDocument(monitorReport({ packs: late }));
  expect(formulaSheet(document).named(LEDGER_FIGURES.uncovered)).toBe(322);
  expect(formulaSheet(document).texts.join('\n')).toContain(
    '322 tokens were used on days without a balance.',
  );
});

test('without a pack the ledger still stands, and says so', () => {
  const none: OwnTable = { header: PACKS.header, rows: [] };
  const sheet = formulaSheet(ledgerDocument(monitorReport({ packs: none })));
  expect(sheet.texts[2]).toBe('No pack has started yet: there is nothing to account for');
  expect(sheet.named(LEDGER_FIGURES.balance)).toBe(0);
  expect(sheet.named(LEDGER_FIGURES.share)).toBe('no pack');
  expect(Math.abs(Number(sheet.named(LEDGER_FIGURES.difference)))).toBe(0);
});

test('the first ledger is empty with room, and teaches; with the sample it has packs that can be read', () => {
  const empty = emptyLedgerDocument();
  expect(layout(empty).tables.map(({ block }) => block.name)).toEqual([
    'FlexPacks',
    'FlexTransfers',
    'FlexAdjustments',
    'FlexShownBalances',
  ]);
  expect(tableOf(empty, 'FlexPacks').block.rows).toHaveLength(8);
  expect(tableOf(empty, 'FlexPacks').block.columns.every(({ note }) => (note ?? '').length > 10)).toBe(true);
  const packs = readPacks([SAMPLE_PACKS.header, ...SAMPLE_PACKS.rows]);
  expect(packs.rejected).toEqual([]);
  expect(tableOf(emptyLedgerDocument(true), 'FlexPacks').block.rows.slice(0, packs.rows.length)).toEqual(
    SAMPLE_PACKS.rows,
  );
});
