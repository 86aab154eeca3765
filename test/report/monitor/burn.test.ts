import { serialOf } from '../../../src/engine/numeric';
import type { BurnDownDay } from '../../../src/engine/monitor/review-types';
import { dayText, weeksTitle } from '../../../src/report/monitor/words';
import { layout } from '../../../src/report/model/layout';
import { monitorDocument } from '../../../src/report/monitor/document';
import type { OwnTable } from '../../../src/report/monitor/input';
import type { SheetDocument } from '../../../src/report/model/document';
import { formulaSheet } from '../formula-sheet';
import { FIRST_DAY, monitorReport } from './report';

const REPORT = monitorReport();
const DOCUMENT = monitorDocument(REPORT);

function tableOf(document: SheetDocument, name: string) {
  const table = layout(document).tables.find(({ block }) => block.name === name);
  if (table === undefined) throw new Error(`No table ${name}.`);
  return table;
}

test('the burn-down has each day’s balance and paths, and never more than about 400 rows', () => {
  const rows = tableOf(monitorDocument(REPORT), 'FlexBurnDown').block.rows;
  // 14 tokens burned on 1 July, of 150 carried and 1,000 bought.
  expect(rows[0]!.slice(0, 2)).toEqual([FIRST_DAY, 1_136]);
  const long = Array.from({ length: 1_100 }, (_, index): BurnDownDay => ({
    day: FIRST_DAY + index,
    balance: index <= 401 ? 5_000 - index : null,
    expected: null,
    p10: null,
    p50: index >= 401 ? 4_000 : null,
    p90: null,
  }));
  const thin = tableOf(monitorDocument(monitorReport({ review: { burnDown: long } })), 'FlexBurnDown').block
    .rows;
  expect(thin.length).toBeLessThanOrEqual(401);
  expect(thin.length).toBeGreaterThan(300);
  expect(thin.map(([day]) => day)).toContain(FIRST_DAY + 401);
  expect(thin.at(-1)![0]).toBe(FIRST_DAY + 1_099);
});

test('the charts stand under the teams and their titles state the finding', () => {
  const [burnDown, weeks] = layout(DOCUMENT).charts;
  const { depletion } = REPORT.review.total;
  expect(burnDown!.chart.title).toBe(
    `Runs out on ${dayText(depletion!.p50)}, ${serialOf(2027, 8, 31) - depletion!.p50} days before its packs expire`,
  );
  expect(burnDown!.series.map(({ name }) => name)).toEqual([
    'Expected',
    'Balance',
    'P10 (earliest)',
    'P50',
    'P90 (latest)',
  ]);
  expect(burnDown!.series[0]!.values.rows).toBe(tableOf(DOCUMENT, 'FlexBurnDown').body.rows);
  expect(weeks!.chart.title).toMatch(/^Week of 19 Oct 2026: 70 tokens, [\d.]+ % above the expected 25$/);
  expect(weeks!.top).toBe(burnDown!.top);
  expect(weeks!.left).toBeGreaterThan(burnDown!.left + burnDown!.chart.width);
  const none: OwnTable = { header: ['Pack', 'Quantity', 'Price', 'Start', 'Expiry'], rows: [] };
  expect(
    layout(monitorDocument(monitorReport({ packs: none }))).charts.map(({ chart }) => chart.name),
  ).toEqual(['Flex weeks']);
});

test('a week as expected, or without an expectation, is titled so', () => {
  const week = { week: serialOf(2026, 10, 19), tokens: 70, expected: 70, whole: true };
  const title = (over: Partial<typeof week> | { expected: null }): string =>
    weeksTitle({ ...REPORT.review, weeks: [{ ...week, ...over }] });
  expect(title({})).toBe('Week of 19 Oct 2026: 70 tokens, as expected');
  expect(title({ expected: null })).toBe('Week of 19 Oct 2026: 70 tokens');
  expect(title({ expected: 140 })).toBe('Week of 19 Oct 2026: 70 tokens, 50 % below the expected 140');
  expect(title({ whole: false })).toBe('Burn by week');
});

test('weeks that the data begin or end within show no difference', () => {
  const sheet = formulaSheet(DOCUMENT);
  const whole = sheet.column('FlexWeeks', 'whole');
  expect(whole.at(0)).toBe('no');
  expect(whole.at(-1)).toBe('no');
  expect(sheet.column('FlexWeeks', 'difference').at(-1)).toBe('');
  const [tokens, expected] = [sheet.column('FlexWeeks', 'tokens'), sheet.column('FlexWeeks', 'expected')];
  expect(sheet.column('FlexWeeks', 'difference')[3]).toBe(Number(tokens[3]) - Number(expected[3]));
  expect(sheet.column('FlexWeeks', 'label').at(-1)).toBe('26 Oct (part)');
});

test('burn is shown by product, team and user with its change; segments only where they are known', () => {
  const sheet = formulaSheet(DOCUMENT);
  expect(sheet.column('FlexBurnByProduct', 'name')).toEqual(['Revit', 'AutoCAD']);
  expect(sheet.column('FlexBurnByProduct', 'month')).toEqual([200, 80]);
  expect(sheet.column('FlexBurnByUser', 'weekChange')).toEqual([0, 0]);
  expect(sheet.column('FlexBurnByTeam', 'share')).toEqual([200 / 280, 80 / 280]);
  expect(layout(DOCUMENT).tables.some(({ block }) => block.name === 'FlexBurnBySegment')).toBe(false);
  const segments = monitorReport({ input: { segmentOf: () => 'Named User' } });
  expect(tableOf(monitorDocument(segments), 'FlexBurnBySegment').block.rows[0]![0]).toBe('Named User');
});

test('usage that names no team has no table of teams', () => {
  const nameless = REPORT.review.byTeam.map((line) => ({ ...line, name: '' }));
  const tables = (byTeam: typeof nameless): readonly string[] =>
    layout(monitorDocument(monitorReport({ review: { byTeam } }))).tables.map(({ block }) => block.name);
  expect(tables(nameless)).not.toContain('FlexBurnByTeam');
  const [first, ...others] = REPORT.review.byTeam;
  expect(tables([first!, ...others.map((line) => ({ ...line, name: '' }))])).toContain('FlexBurnByTeam');
});
