import { ALERT_FIGURES, CHARGEBACK_FIGURES, MONITOR_NAMES } from '../../../src/report/monitor/input';
import { alertsDocument } from '../../../src/report/monitor/alerts/document';
import { chargebackDocument } from '../../../src/report/monitor/chargeback/document';
import { layout } from '../../../src/report/model/layout';
import type { CellValue, SheetDocument } from '../../../src/report/model/document';
import { formulaSheet } from '../formula-sheet';
import { ALERTS, monitorReport, usageRows } from './report';

const REGISTER = 'FlexAlertRegister';
const LINES = 'FlexChargebackLines';

function blockOf(document: SheetDocument, name: string) {
  const table = layout(document).tables.find(({ block }) => block.name === name);
  if (table === undefined) throw new Error(`No table ${name}.`);
  return table.block;
}

function alerts(over: Parameters<typeof monitorReport>[0] = {}): SheetDocument {
  return alertsDocument(monitorReport({ review: { alerts: ALERTS, raisedNow: [ALERTS[0]!.id] }, ...over }));
}

test('the register shows each alert once, with the state the review says and the owner the user gave', () => {
  const block = blockOf(alerts(), REGISTER);
  expect(block.columns.map(({ header }) => header)).toEqual([
    'Id',
    'Raised',
    'Kind',
    'Team',
    'Text',
    'What to do',
    'State',
    'Owner',
  ]);
  expect(block.keyColumn).toBe('id');
  expect(block.rows.map((row) => [row[0], row[2], row[6], row[7]])).toEqual([
    [ALERTS[0]!.id, 'review', 'open', null],
    [ALERTS[1]!.id, 'team empty', 'acknowledged', 'Kim'],
    [ALERTS[2]!.id, 'data too old', 'closed', null],
  ]);
  const own = block.columns.filter(({ userOwned }) => userOwned === true).map(({ key }) => key);
  expect(own).toEqual(['state', 'owner']);
  expect(block.columns.find(({ key }) => key === 'state')!.choices).toEqual([
    'open',
    'acknowledged',
    'closed',
  ]);
});

test('long texts of an alert wrap, in rows high enough to read them', () => {
  const long = { ...ALERTS[0]!, text: 'word '.repeat(60).trim() };
  const document = alerts({ review: { alerts: [long], raisedNow: [] } });
  const placed = layout(document);
  const { body } = placed.tables[0]!;
  // 299 characters in a column that shows about 64 of them on a line: five lines of 15 points.
  expect(placed.heights.get(body.row)).toBe(75);
});

test('the counts of open and acknowledged alerts follow when a state is changed on the sheet', () => {
  const document = alerts();
  const count = (of: SheetDocument): readonly CellValue[] =>
    Object.values(ALERT_FIGURES).map((name) => formulaSheet(of).named(name));
  expect(count(document)).toEqual([1, 1, 1]);
  const blocks = document.blocks.map((block) =>
    block.kind === 'table'
      ? { ...block, rows: block.rows.map((row) => row.map((cell) => (cell === 'open' ? 'closed' : cell))) }
      : block,
  );
  expect(count({ ...document, blocks })).toEqual([0, 1, 2]);
});

test('the line on top says the status, what is left and what this run raised', () => {
  const top = (document: SheetDocument): unknown => formulaSheet(document).texts[2];
  expect(top(alerts())).toMatch(
    /^Review \(30%\).*: 380 of 1,500 tokens left \(25\.3 %\)\. 1 alert is open, raised by this run\.$/,
  );
  const two = [ALERTS[0]!, { ...ALERTS[1]!, state: 'open' as const }];
  expect(top(alerts({ review: { alerts: two, raisedNow: [two[0]!.id] } }))).toMatch(
    /2 alerts are open, 1 of them raised by this run\.$/,
  );
  expect(top(alerts({ review: { alerts: [], raisedNow: [] } }))).toMatch(/No alert is open\.$/);
});

test('an alert typed like a formula stays text', () => {
  const typed = { ...ALERTS[0]!, text: '=1+1', owner: '=cmd()' };
  const rows = blockOf(alerts({ review: { alerts: [typed], raisedNow: [] } }), REGISTER).rows;
  expect([rows[0]![4], rows[0]![7]]).toEqual(['=1+1', '=cmd()']);
});

test('each cost centre pays for its tokens at pack cost, and all adds up to the invoices', () => {
  const sheet = formulaSheet(chargebackDocument(monitorReport()));
  expect(sheet.column(LINES, 'costCentre')).toEqual(['Architecture', 'Civil']);
  expect(sheet.column(LINES, 'tokens')).toEqual([880, 352]);
  // 300.00 + 34.20 burned, shared 10 to 4 on every day.
  expect(sheet.column(LINES, 'total').map((value) => Number(value).toFixed(2))).toEqual(['238.71', '95.49']);
  const n = CHARGEBACK_FIGURES;
  expect(Number(sheet.named(n.charged))).toBeCloseTo(334.2, 9);
  expect(sheet.named(n.stillInPool)).toBe(108.3);
  expect(sheet.named(n.invoices)).toBe(442.5);
  expect(Math.abs(Number(sheet.named(n.difference)))).toBe(0);
  expect(sheet.texts[2]).toBe('$334.20 of $442.50 goes to 2 cost centres; $108.30 is still in the pool');
});

test('a line that finance changes by a cent shows as a difference', () => {
  const document = chargebackDocument(monitorReport());
  const used = blockOf(document, LINES).columns.findIndex(({ key }) => key === 'used');
  const blocks = document.blocks.map((block) =>
    block.kind === 'table'
      ? {
          ...block,
          rows: block.rows.map((row, index) =>
            row.map((cell, at) => (index === 0 && at === used ? Number(cell) + 0.01 : cell)),
          ),
        }
      : block,
  );
  expect(formulaSheet({ ...document, blocks }).named(CHARGEBACK_FIGURES.difference)).toBe(-0.01);
});

test('the rule for unused tokens can be chosen, and another rule asks for another run', () => {
  const document = chargebackDocument(monitorReport());
  const rule = layout(document).figures.find(
    ({ figure }) => figure.name === MONITOR_NAMES.unusedRule,
  )!.figure;
  expect(rule.input).toBe(true);
  expect(rule.choices).toEqual(['by use', 'evenly', 'apart']);
  const line = (typed: Readonly<Record<string, CellValue>> = {}): unknown =>
    formulaSheet(document, typed).texts[3];
  expect(line()).toMatch(/charged “by use”; unchanged since\.$/);
  expect(line({ [MONITOR_NAMES.unusedRule]: 'evenly' })).toMatch(
    /The rule has changed since: run Monitor again\.$/,
  );
});

test('no person is named on the chargeback, whatever the review found about people', () => {
  const document = chargebackDocument(monitorReport({ review: { alerts: ALERTS } }));
  const placed = layout(document);
  const said = JSON.stringify([document, placed.texts]);
  const people = new Set(
    usageRows()
      .slice(1)
      .map(([user]) => String(user)),
  );
  for (const person of people) expect(said).not.toMatch(new RegExp(`\\b${person}\\b`, 'i'));
  expect(said).not.toContain('Kim');
});

test('tokens used without a balance are shown beside the lines they cost nothing on', () => {
  const { review } = monitorReport();
  const lines = review.chargeback.lines.map((line) => ({ ...line, uncovered: 5 }));
  const document = chargebackDocument(
    monitorReport({
      review: {
        chargeback: { ...review.chargeback, lines },
        ledger: { ...review.ledger, total: { ...review.ledger.total, uncovered: 10 } },
      },
    }),
  );
  expect(formulaSheet(document).column(LINES, 'uncovered')).toEqual([5, 5]);
  expect(formulaSheet(document).texts.join('\n')).toContain('10 tokens were used on days without a balance');
});

test('unused tokens that are kept apart are a line, not a cost centre', () => {
  const { review } = monitorReport();
  const { lines } = review.chargeback;
  const unused = { costCentre: 'Unused', tokens: 0, usedCents: 0, unusedCents: 1_200, totalCents: 1_200 };
  const chargeback = { ...review.chargeback, rule: 'apart' as const, lines: [...lines, unused] };
  expect(formulaSheet(chargebackDocument(monitorReport({ review: { chargeback } }))).texts[2]).toBe(
    '$346.20 of $442.50 goes to 2 cost centres, $12.00 of it for tokens nobody used; $108.30 is still in the pool',
  );
});
