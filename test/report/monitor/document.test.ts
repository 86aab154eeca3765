import { serialOf } from '../../../src/engine/numeric';
import type { PoolState } from '../../../src/engine/monitor/review-types';
import { burnDownTitle, stateText } from '../../../src/report/monitor/words';
import { layout } from '../../../src/report/model/layout';
import { MONITOR_FIGURES, MONITOR_NAMES, type OwnTable } from '../../../src/report/monitor/input';
import { monitorDocument } from '../../../src/report/monitor/document';
import type { CellValue, TableCell, SheetDocument } from '../../../src/report/model/document';
import { formulaSheet } from '../formula-sheet';
import { ALERTS, AS_OF, BUDGET, FIRST_DAY, monitorReport, TEAM_PACKS, TOP, TRANSFERS } from './report';

const BUDGETS: OwnTable = {
  header: ['Name', 'Kind', 'Tokens', 'From', 'To'],
  rows: [['North', 'team', 1_000, FIRST_DAY, serialOf(2026, 12, 31)]],
};
const PLAIN = monitorReport();
const REPORT = monitorReport({
  review: { alerts: ALERTS, raisedNow: [ALERTS[0]!.id], topConsumers: [TOP], budgets: [BUDGET] },
});
const DOCUMENT = monitorDocument({ ...REPORT, own: { ...REPORT.own, budgets: BUDGETS } });

function tableOf(document: SheetDocument, name: string) {
  const table = layout(document).tables.find(({ block }) => block.name === name);
  if (table === undefined) throw new Error(`No table ${name}.`);
  return table;
}

function staleness(document: SheetDocument, typed: Readonly<Record<string, CellValue>> = {}): string {
  return String(
    formulaSheet(document, typed).texts.find((text) => String(text).startsWith('Computed as of')),
  );
}

/** A pool of 41,200 tokens, as the middle of a term has it. */
function state(over: Partial<NonNullable<PoolState['depletion']>>): PoolState {
  const { total } = PLAIN.review;
  return {
    ...total,
    balance: 41_200,
    pool: 150_000,
    expiry: serialOf(2027, 6, 30),
    depletion: {
      ...total.depletion!,
      p10: serialOf(2027, 2, 7),
      p50: serialOf(2027, 2, 14),
      p90: serialOf(2027, 3, 2),
      daysOfCover: 31.2,
      expiring: 0,
      ...over,
    },
  };
}

test('the headline states the case: what is left, for how long, and until when', () => {
  expect(stateText(state({}), AS_OF)).toBe(
    '41,200 tokens left, 31 days of cover: runs out on 14 Feb 2027 (7 Feb to 2 Mar)',
  );
  expect(stateText(state({ p10: serialOf(2026, 12, 20) }), AS_OF)).toMatch(/\(20 Dec 2026 to 2 Mar\)$/);
});

test('tokens that outlast the demand are said to expire, not to run out', () => {
  const lasting = state({ p50: serialOf(2027, 7, 1), p90: serialOf(2027, 7, 1), expiring: 3_200 });
  expect(stateText(lasting, AS_OF)).toBe(
    '41,200 tokens left, 31 days of cover: lasts until its packs expire on 1 Jul 2027 (7 Feb to 1 Jul); about 3,200 tokens will expire unused',
  );
  expect(burnDownTitle({ ...PLAIN.review, total: lasting })).toBe(
    'Lasts until 30 Jun 2027; about 3,200 tokens expire unused',
  );
});

test('nothing is expected to burn, nothing is left, no pack, no usage: each is said in words', () => {
  expect(stateText(state({ daysOfCover: Infinity }), AS_OF)).toMatch(
    /^41,200 tokens left, and no burn is expected/,
  );
  expect(stateText({ ...state({ p50: AS_OF - 3 }), balance: 0 }, AS_OF)).toBe(
    'The pool is empty since 28 Oct 2026',
  );
  expect(stateText({ ...state({}), pool: 0, balance: 0 }, AS_OF)).toBe(
    'No pack is good on 31 Oct 2026: nothing is left to burn',
  );
  expect(stateText({ ...state({}), depletion: null }, AS_OF)).toBe(
    '41,200 tokens left; without usage there is no telling how long they last',
  );
});

test('the key figures are the review’s, as named cells, and the share follows the balance', () => {
  const sheet = formulaSheet(DOCUMENT);
  const { total } = REPORT.review;
  const n = MONITOR_FIGURES;
  expect(sheet.named(n.balance)).toBe(380);
  expect(sheet.named(n.pool)).toBe(1_500);
  expect(sheet.named(n.share)).toBeCloseTo(380 / 1_500, 12);
  expect(sheet.named(n.cover)).toBe(Math.round(total.depletion!.daysOfCover));
  expect(sheet.named(n.early)).toBe(total.depletion!.p10);
  expect(sheet.named(n.middle)).toBe(total.depletion!.p50);
  expect(sheet.named(n.late)).toBe(total.depletion!.p90);
  expect(sheet.named(n.lastWeek)).toBe(70);
  expect(sheet.named(n.lastFourWeeks)).toBe(280);
  expect(sheet.named(n.status)).toBe(total.status);
  expect(formulaSheet(DOCUMENT, { [n.balance]: 750 }).named(n.share)).toBe(0.5);
});

test('a changed input, budget or day off asks for another run; untouched ones do not', () => {
  expect(staleness(DOCUMENT)).toBe(
    'Computed as of 31 Oct 2026 for all people, alerts at 30 %, 20 % and 10 %, lead time 14 days; unchanged since.',
  );
  const changes: Readonly<Record<string, CellValue>> = {
    asOf: AS_OF + 7,
    people: 'Flex segments',
    review: 0.35,
    topUp: 0.25,
    escalate: 0.05,
    leadDays: 21,
    wasteShare: 0.1,
    staleDays: 14,
  };
  for (const [key, value] of Object.entries(changes)) {
    expect(staleness(DOCUMENT, { [MONITOR_NAMES[key as keyof typeof MONITOR_NAMES]]: value })).toMatch(
      /Inputs have changed since: run Monitor again\.$/,
    );
  }
  for (const own of [
    { budgets: null },
    { holidays: { header: ['Date', 'To', 'Name'], rows: [[AS_OF, null, null]] } },
  ]) {
    const written = monitorDocument({ ...REPORT, own: { ...REPORT.own, budgets: BUDGETS, ...own } });
    // The tables as they were at one run, the line of another.
    const blocks = DOCUMENT.blocks.map((block, index) => (index === 0 ? block : written.blocks[index]!));
    expect(staleness({ ...DOCUMENT, blocks })).toMatch(
      /Budgets, days off or spare seats have changed since: run Monitor again\.$/,
    );
  }
});

test('every input of the review is a cell to change, under the name that a run reads', () => {
  const inputs = layout(DOCUMENT).figures.filter(({ figure }) => figure.input === true);
  const { unusedRule, ...onThisSheet } = MONITOR_NAMES;
  expect(unusedRule).toBe('Flex_ChargebackUnusedRule');
  expect(new Set(inputs.map(({ figure }) => figure.name))).toEqual(new Set(Object.values(onThisSheet)));
});

test('teams stand side by side with their total', () => {
  const report = monitorReport({ packs: TEAM_PACKS, transfers: TRANSFERS });
  const sheet = formulaSheet(monitorDocument(report));
  expect(sheet.column('FlexMonitorTeams', 'team')).toEqual(['North', 'South', 'Total']);
  expect(sheet.column('FlexMonitorTeams', 'balance')).toEqual([260, 8, 268]);
  expect(sheet.column('FlexMonitorTeams', 'status')).toEqual(
    [...report.review.teams, report.review.total].map(({ status }) => status),
  );
});

test('open and acknowledged alerts are said with what to do; closed ones are left to the register', () => {
  const texts = formulaSheet(DOCUMENT).texts;
  expect(texts).toContain('2 alerts to take care of (state and owner on Flex Alerts)');
  expect(texts).toContain(`Review: ${ALERTS[0]!.text}`);
  expect(texts).toContain(ALERTS[0]!.action);
  expect(texts).toContain(`Team empty, South (acknowledged by Kim): ${ALERTS[1]!.text}`);
  expect(texts.join('\n')).not.toContain(ALERTS[2]!.text);
  expect(formulaSheet(monitorDocument(monitorReport({ review: { alerts: [] } }))).texts).toContain(
    'No alert is open',
  );
});

test('a top consumer’s name stays text, and an unknown seat price is said, never 0', () => {
  const table = tableOf(DOCUMENT, 'FlexTopConsumers');
  const cell = (key: string): TableCell | undefined =>
    table.block.rows[0]![table.block.columns.findIndex((column) => column.key === key)];
  expect(cell('user')).toBe('=HYPERLINK("x")');
  expect(cell('saving')).toBe('price missing');
  expect(cell('unitSeat')).toBe('price missing');
  expect(cell('flag')).toBeNull();
  const mover = { ...TOP, migrate: true, saving: 1_845.4, unitCostSeat: 2.21, spareSeat: true };
  const moved = tableOf(
    monitorDocument(monitorReport({ review: { topConsumers: [mover] } })),
    'FlexTopConsumers',
  );
  expect(moved.block.rows[0]).toEqual(expect.arrayContaining(['move to Named User', 1_845.4, 2.21, 'yes']));
});

test('why burn changed: five parts with a sentence each, whose native sum is the change', () => {
  const { change } = REPORT.review;
  const sheet = formulaSheet(DOCUMENT);
  const tokens = sheet.column('FlexChange', 'tokens').map(Number);
  expect(sheet.column('FlexChange', 'part')).toEqual([
    'People',
    'Days per person',
    'Product mix',
    'Rate',
    'Price',
  ]);
  // 21 weekdays in August, 22 in September.
  expect(tokens.reduce((sum, value) => sum + value, 0)).toBeCloseTo(14, 6);
  expect(tableOf(DOCUMENT, 'FlexChange').block.totals).toEqual({
    label: 'Change',
    sums: ['tokens', 'money'],
  });
  expect(sheet.column('FlexChange', 'sentence')).toEqual(change!.parts.map(({ sentence }) => sentence));
  const first = monitorDocument(monitorReport({ review: { change: null } }));
  expect(tableOf(first, 'FlexChange').block.emptyText).toMatch(/two whole months/);
});

test('anomalies, shifts and named cases are listed with who explains them', () => {
  const report = monitorReport({
    review: {
      anomalies: [
        {
          day: AS_OF,
          burn: 0,
          expected: 14,
          score: -4.2,
          kind: 'drop',
          who: [],
          whoText: 'ann Revit -10; others -4',
        },
      ],
      shifts: [{ week: AS_OF, direction: 'up', score: 3.1, burn: 90, expected: 70 }],
      cases: [
        {
          kind: 'seat holder burns tokens',
          user: 'ann',
          product: 'Revit',
          from: AS_OF - 4,
          to: AS_OF,
          days: 5,
          tokens: 50,
          evidence: 'Holds a Revit seat.',
        },
      ],
    },
  });
  const document = monitorDocument(report);
  expect(tableOf(document, 'FlexAnomalies').block.columns.map(({ header }) => header)).toEqual([
    'Date',
    'Series',
    'Burn',
    'Expected',
    'Score',
    'Kind',
    'Who',
  ]);
  expect(tableOf(document, 'FlexAnomalies').block.rows).toEqual([
    [AS_OF, 'Total', 0, 14, -4.2, 'drop', 'ann Revit -10; others -4'],
  ]);
  expect(tableOf(document, 'FlexShifts').block.rows).toEqual([[AS_OF, 'up', 3.1, 90, 70]]);
  expect(tableOf(document, 'FlexCases').block.rows).toEqual([
    ['ann', 'Revit', AS_OF - 4, AS_OF, 5, 50, 'seat holder', 'Holds a Revit seat.'],
  ]);
});

test('a budget’s rest and share follow from its row, and its own table is kept with room', () => {
  const sheet = formulaSheet(DOCUMENT);
  expect(sheet.cell('FlexBudgetLines', 0, 'left')).toBe(120);
  expect(sheet.cell('FlexBudgetLines', 0, 'share')).toBe(0.12);
  expect(tableOf(DOCUMENT, 'FlexBudgets').block.rows.slice(0, 1)).toEqual(BUDGETS.rows);
  expect(tableOf(DOCUMENT, 'FlexBudgets').block.rows).toHaveLength(1 + 8);
  expect(tableOf(DOCUMENT, 'FlexSpareSeats').block.columns.map(({ header }) => header)).toEqual([
    'Product',
    'Spare seats',
  ]);
  const early = { ...BUDGET, forecast: NaN, usedUp: null };
  const lines = tableOf(monitorDocument(monitorReport({ review: { budgets: [early] } })), 'FlexBudgetLines');
  expect(lines.block.rows[0]!.slice(8, 10)).toEqual([null, null]);
});

test('what could not be computed, and every row left out, is on the sheet', () => {
  const document = monitorDocument(
    monitorReport({
      review: { notes: ['The usage names nobody.'] },
      report: {
        warnings: ['One formula in your packs was kept as its value.', 'The usage names nobody.'],
        rejected: [
          { sheetRow: 9, address: 'Usage!D9', column: 'Hours', value: 'n/a', reason: 'not a number' },
        ],
        ownRejected: [{ table: 'holidays', row: 2, column: 'Date', value: 'soon', reason: 'not a date' }],
      },
    }),
  );
  const texts = formulaSheet(document).texts;
  expect(texts.filter((text) => text === 'The usage names nobody.')).toHaveLength(1);
  expect(texts).toContain('One formula in your packs was kept as its value.');
  expect(tableOf(document, 'FlexMonitorRejected').block.rows).toEqual([
    ['Usage!D9', 9, 'Hours', 'n/a', 'not a number'],
  ]);
  const row = tableOf(document, 'FlexHolidays').header.row + 2;
  expect(tableOf(document, 'FlexMonitorListsRejected').block.rows).toEqual([
    [`'Flex Monitor'!A${row}`, row, 'Date', 'soon', 'not a date'],
  ]);
});

test('an estimate says "about"', () => {
  expect(formulaSheet(monitorDocument({ ...PLAIN, estimated: true })).texts[2]).toMatch(
    /^About 380 tokens left/,
  );
});
