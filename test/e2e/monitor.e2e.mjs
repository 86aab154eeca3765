/** Monitor on the sample workbook, as its user would: enter packs, append a week, watch the pool drain, take care of alerts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, RUNS_WITHIN } from './harness.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench();
});
after(() => workbench.close());

const DAY_1 = Date.UTC(1899, 11, 30);
const serial = (iso) => (Date.parse(iso) - DAY_1) / 86_400_000;

async function toMonitor() {
  await workbench.pane.getByRole('button', { name: /^Monitor(?! pool)/ }).click();
  const again = workbench.button('Prepare another run');
  if (await again.isVisible()) await again.click();
}

async function monitor(asOf) {
  await toMonitor();
  const field = workbench.pane.getByLabel('As-of date', { exact: true });
  await field.waitFor({ timeout: RUNS_WITHIN });
  await field.fill(asOf);
  await field.blur();
  const run = workbench.button('Monitor pool');
  await run.waitFor({ timeout: RUNS_WITHIN });
  await run.click();
  await workbench.pane.getByRole('heading', { name: 'Pool monitored' }).waitFor({ timeout: RUNS_WITHIN });
  await workbench.hook('calculated');
}

async function named(name) {
  const found = (await workbench.hook('names')).find((each) => each.name === name);
  assert.ok(found, `the workbook has a name ${name}`);
  const [sheet, cell] = found.formula.slice(1).replaceAll("'", '').split('!');
  return workbench.value(sheet, cell.replaceAll('$', ''));
}

const register = () => workbench.table('FlexAlertRegister');

async function previewExport(label) {
  const picker = workbench.pane.getByLabel('New export', { exact: true });
  await picker.waitFor({ timeout: RUNS_WITHIN });
  await picker.selectOption({ label });
  await workbench.pane.getByRole('button', { name: /^Preview/ }).click();
  await workbench.button('Append').waitFor({ timeout: RUNS_WITHIN });
  const list = workbench.pane.getByLabel('What appending would do');
  const [counts, labels] = [
    await list.locator('dt').allTextContents(),
    await list.locator('dd').allTextContents(),
  ];
  return Object.fromEntries(
    labels.map((text, at) => [text.split(':')[0], Number(counts[at].replaceAll(',', ''))]),
  );
}

async function append() {
  await workbench.button('Append').click();
  await workbench.pane.getByText(/^Appended:/).waitFor({ timeout: RUNS_WITHIN });
  await workbench.hook('calculated');
}

test('before a review the pane asks for the packs, and writes a ledger on request', async () => {
  await workbench.pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
  await toMonitor();
  await workbench.button('Insert ledger with sample packs').click();
  await workbench.pane.getByText('3 packs').waitFor({ timeout: RUNS_WITHIN });
  assert.deepEqual(await workbench.hook('sheets'), ['Usage', 'Try it', 'Flex Pool Ledger']);
  const packs = await workbench.table('FlexPacks');
  assert.equal(packs[2].Pack, 'Top-up August');
  await workbench.screenshot('monitor-before');
});

test('a weekly export is joined to the history after a preview, and the same export again changes nothing', async () => {
  const first = await previewExport('Table Usage');
  assert.ok(first.new > 15_000, `${first.new} keys begin the history`);
  assert.equal(first.changed + first['the same'], 0);
  await append();
  const history = await workbench.table('FlexUsage');
  const known = history.at(-1);
  const row = (user, date, hours) => [
    user,
    'Revit',
    serial(date),
    hours,
    'Employee',
    'Architecture',
    'Quayside',
  ];
  await workbench.page.evaluate(
    ([header, rows]) => {
      const { grid } = window.flexWorkbench.host;
      const { id } = grid.addSheet('Week 45');
      grid.write(id, { row: 0, column: 0, rows: rows.length + 1, columns: header.length }, [header, ...rows]);
    },
    [
      ['User', 'Product', 'Date', 'Hours', 'User type', 'Department', 'Project'],
      [
        [known.User, known.Product, known.Date, known.Hours + 2, 'Employee', 'Architecture', 'Quayside'],
        row('p-0001@example.com', '2026-11-02', 6),
        row('p-0002@example.com', '2026-11-02', 4),
        row('p-0001@example.com', '2026-11-03', 5),
      ],
    ],
  );
  // What the user types or pastes into a new sheet is heard of, and offered as an export.
  await workbench.hook('edit', 'Week 45', 'D2', known.Hours + 2);
  await workbench.pane
    .getByLabel('New export', { exact: true })
    .getByRole('option', { name: 'Sheet Week 45' })
    .waitFor({ state: 'attached', timeout: RUNS_WITHIN });
  const second = await previewExport('Sheet Week 45');
  assert.equal(second.new, 3);
  assert.equal(second.changed, 1);
  assert.equal(second['the same'], 0);
  await workbench.screenshot('monitor-append');
  await append();
  const joined = await workbench.table('FlexUsage');
  assert.equal(joined.length, history.length + 3);
  const third = await previewExport('Sheet Week 45');
  assert.deepEqual([third.new, third.changed, third['the same']], [0, 0, 4]);
});

test('while the as-of date moves on, each of the three levels is raised once, and money adds up to the invoices', async () => {
  const packs = await workbench.table('FlexPacks');
  const { rect } = (await workbench.hook('tables')).find(({ name }) => name === 'FlexPacks');
  const at = packs.findIndex((pack) => pack.Pack === 'Top-up August');
  // A smaller top-up, so that the pool is nearly empty at the end of October.
  await workbench.hook('edit', 'Flex Pool Ledger', `D${rect.row + at + 2}`, 60_000);
  const raised = new Map();
  for (const asOf of ['2026-08-14', '2026-08-28', '2026-09-30', '2026-10-16', '2026-10-30', '2026-10-31']) {
    await monitor(asOf);
    for (const alert of await register()) {
      const known = raised.get(alert.Id);
      assert.ok(known === undefined || known === alert.Raised, `${alert.Id} was raised once`);
      raised.set(alert.Id, alert.Raised);
    }
  }
  const kinds = (await register()).map((alert) => alert.Kind);
  for (const kind of ['review', 'top-up', 'escalate'])
    assert.equal(kinds.filter((each) => each === kind).length, 1, `${kind} is on the register once`);
  assert.match(await named('Flex_MonitorStatus'), /^Escalate \(10%\)/);
  for (const difference of ['Flex_LedgerDifference', 'Flex_ChargebackDifference'])
    assert.equal(await named(difference), 0, difference);
  const charts = (await workbench.hook('charts')).filter((chart) => chart.sheet === 'Flex Monitor');
  assert.equal(charts.length, 2);
  await workbench.screenshot('monitor-sheet');
  for (const sheet of ['Flex Pool Ledger', 'Flex Alerts', 'Flex Chargeback']) {
    await workbench.openSheet(sheet);
    await workbench.screenshot(`monitor-${sheet.split(' ').at(-1).toLowerCase()}`);
  }
});

test('an alert that is taken care of stays so on the sheet and over reruns, and the badge counts the rest', async () => {
  const open = (await register()).filter((alert) => alert.State === 'open').length;
  const { pane } = workbench;
  await pane
    .getByRole('button', { name: new RegExp(`^Monitor(?! pool).*${open} open`) })
    .waitFor({ timeout: RUNS_WITHIN });
  await pane.getByLabel(/^Owner of Escalate/).fill('Kim');
  await pane.getByRole('button', { name: /^Acknowledge Escalate/ }).click();
  await pane
    .getByRole('button', { name: new RegExp(`^Monitor(?! pool).*${open - 1} open`) })
    .waitFor({ timeout: RUNS_WITHIN });
  const of = async () => (await register()).find((alert) => alert.Kind === 'escalate');
  const taken = await of();
  assert.deepEqual([taken.State, taken.Owner], ['acknowledged', 'Kim']);
  await monitor('2026-10-31');
  const again = await of();
  assert.deepEqual([again.State, again.Owner, again.Raised], ['acknowledged', 'Kim', taken.Raised]);
  await workbench.screenshot('monitor-acknowledged');
});

test('usage that is too old is never called OK', async () => {
  await monitor('2026-11-24');
  assert.match(await named('Flex_MonitorStatus'), /data too old/i);
  assert.ok((await register()).some((alert) => alert.Kind === 'data too old' && alert.State === 'open'));
});

test('a cancelled review leaves the workbook as it was', async () => {
  const earlier = await workbench.contents();
  await toMonitor();
  const run = workbench.button('Monitor pool');
  await run.waitFor({ timeout: RUNS_WITHIN });
  // Cancels as soon as there is something to cancel: a review of the sample takes a second or two.
  await run.evaluate((button) => {
    const { document } = button.ownerDocument.defaultView;
    const cancel = () => document.querySelector('[data-cancel-run]')?.click();
    new button.ownerDocument.defaultView.MutationObserver(cancel).observe(document.body, {
      childList: true,
      subtree: true,
    });
  });
  await run.click();
  await workbench.pane
    .getByText(/Cancelled/)
    .first()
    .waitFor({ timeout: RUNS_WITHIN });
  assert.deepEqual(await workbench.contents(), earlier);
});
