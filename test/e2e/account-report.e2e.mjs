/** An Autodesk Account usage report (days) meets the hourly card: never priced silently. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, RUNS_WITHIN } from './harness.mjs';

const REPORT = [
  [
    'first_name',
    'last_name',
    'email',
    'team_alias',
    'offering_name',
    'seat_assignment',
    'access_option',
    'days_used',
    'tokens_used',
    'last_accessed',
  ],
  ['', '', 'anna@example.com', 'North', 'Revit', 'Assigned', 'Subscription', 150, '', '2026-10-30'],
  ['', '', 'ben@example.com', 'North', 'Revit', '', 'Flex', 12, 120, '2026-10-12'],
  ['', '', 'cleo@example.com', 'South', 'AutoCAD', 'Assigned', 'Subscription', '', '', ''],
];

let workbench;
before(async () => {
  workbench = await openWorkbench();
  await workbench.page.evaluate((rows) => {
    const { grid } = window.flexWorkbench.host;
    const { id } = grid.addSheet('Report');
    grid.write(id, { row: 0, column: 0, rows: rows.length, columns: rows[0].length }, rows);
  }, REPORT);
});
after(() => workbench.close());

test('days on the hourly card are not priced: the pane says so and offers the card that fits', async () => {
  const { pane } = workbench;
  await pane.getByRole('button', { name: /^Data/ }).click();
  await pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
  await workbench.button('Read again').click();
  await pane
    .getByRole('option', { name: 'Sheet Report' })
    .waitFor({ state: 'attached', timeout: RUNS_WITHIN });
  await pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
  await workbench.page.waitForTimeout(3000);
  await pane.getByLabel('Usage', { exact: true }).selectOption({ label: 'Sheet Report' });
  await workbench.button('Use the retail card').waitFor({ timeout: RUNS_WITHIN });
  await pane.getByText(/hours/).first().waitFor();
  await workbench.screenshot('account-report');
});

test('on the retail card the same report is segmented in days, and the idle seat is a harvest candidate', async () => {
  await workbench.button('Use the retail card').click();
  await workbench.pane
    .getByRole('button', { name: /^Segment/ })
    .first()
    .click();
  await workbench.segment();
  const rows = await workbench.table('FlexSegments');
  const by = Object.fromEntries(rows.map((row) => [row.User, row]));
  assert.equal(by['anna@example.com'].Segment, 'Named User');
  assert.equal(by['anna@example.com']['Flex cost'], 4500);
  assert.equal(by['ben@example.com'].Segment, 'Flex – low utilisation');
  assert.equal(by['ben@example.com'].Units, 12);
  assert.match(String(by['cleo@example.com']['Harvest candidate']), /^(yes|true)$/i);
  await workbench.screenshot('account-report-done');
});
