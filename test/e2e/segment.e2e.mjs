/** Segment users on the sample workbook, as its user would: run, read, decide, change a rate, run again, cancel. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, RUNS_WITHIN } from './harness.mjs';

/** Worked out by hand in docs/sample-data.md. */
const BY_HAND = {
  'p-0001@example.com': ['Flex – low utilisation', 'Flex', 'Revit', 120, 600, 180, 2910, 2730],
  'p-0002@example.com': ['Collection', 'AEC Collection', 'Revit', 1200, 11640, 3492, 3375, 117],
  'p-0003@example.com': ['Flex – project phase', 'Flex', 'Revit', 322, 1610, 483, 2910, 2427],
};
const COUNTS = {
  'Named User – not on Flex': 40,
  'Flex – contractor': 44,
  Collection: 24,
  'Flex – project phase': 48,
  'Named User': 22,
  Review: 53,
  'Flex – low utilisation': 172,
};

let workbench;
before(async () => {
  workbench = await openWorkbench();
});
after(() => workbench.close());

const rounded = (value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);

async function person(user) {
  const row = (await workbench.table('FlexSegments')).find((each) => each.User === user);
  assert.ok(row, `${user} has a row`);
  return row;
}

test('before a run the pane says what it reads, the year, what is left out and what it writes', async () => {
  const { pane } = workbench;
  await pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
  for (const text of [
    'Usage!A1:G16384',
    'Nov 2025 to Oct 2026',
    '6 rows will be left out',
    'Flex Segments',
    'Flex Summary',
  ])
    await pane.getByText(text).first().waitFor({ timeout: 5000 });
  assert.deepEqual(await workbench.hook('sheets'), ['Usage', 'Try it']);
  await workbench.screenshot('before');
});

test('a click on Segment users writes one row a person, and three people are as worked out by hand', async () => {
  await workbench.segment();
  const rows = await workbench.table('FlexSegments');
  assert.equal(rows.length, 403);
  assert.equal(new Set(rows.map((row) => row.User)).size, 403);
  for (const [user, expected] of Object.entries(BY_HAND)) {
    const row = await person(user);
    const shown = [
      'Segment',
      'Recommendation',
      'Primary product',
      'Units',
      'Tokens',
      'Flex cost',
      'Best seat cost',
      'Saving',
    ];
    assert.deepEqual(
      shown.map((header) => rounded(row[header])),
      expected,
      user,
    );
    assert.ok(row.Reason.length > 20);
  }
  await workbench.screenshot('segments');
});

test('the summary counts people by segment with formulas that agree with the rows', async () => {
  const rows = await workbench.table('FlexSegments');
  const summary = await workbench.table('FlexSegmentSummary');
  assert.deepEqual(Object.fromEntries(summary.map((row) => [row.Segment, row.Users])), COUNTS);
  for (const line of summary) {
    const members = rows.filter((row) => row.Segment === line.Segment);
    const sum = (header) =>
      members.reduce((total, row) => total + (typeof row.Saving === 'number' ? row[header] : 0), 0);
    assert.equal(line.Users, members.length);
    assert.equal(rounded(line.Tokens), rounded(members.reduce((total, row) => total + row.Tokens, 0)));
    assert.equal(rounded(line.Cost), rounded(sum('Recommended cost')));
    assert.equal(rounded(line.Saving), rounded(sum('Saving')));
  }
});

test('a chart, colours by segment, a frozen header and named assumptions stand on the sheets', async () => {
  const [chart] = await workbench.hook('charts');
  assert.equal(chart.sheet, 'Flex Summary');
  assert.deepEqual(chart.categories, Object.keys(COUNTS));
  assert.deepEqual(chart.series[0].values, Object.values(COUNTS));
  const rules = await workbench.hook('conditionals');
  for (const segment of Object.keys(COUNTS))
    assert.ok(
      rules.some((rule) => JSON.stringify(rule.rule).includes(segment)),
      segment,
    );
  const names = await workbench.hook('names');
  assert.ok(names.some((each) => each.name === 'Flex_TokenPrice' && each.formula.includes('Flex Summary')));
  await workbench.openSheet('Flex Summary');
  await workbench.screenshot('summary');
});

test('finance changes the token price on the summary and the totals follow without the add-in', async () => {
  const named = (await workbench.hook('names')).find((each) => each.name === 'Flex_TokenPrice');
  const cell = named.formula.split('!')[1].replaceAll('$', '');
  await workbench.hook('edit', 'Flex Summary', cell, 0.6);
  assert.equal(rounded((await person('p-0001@example.com'))['Flex cost']), 360);
  assert.equal(rounded((await person('p-0001@example.com')).Saving), 2550);
  await workbench.hook('edit', 'Flex Summary', cell, 0.3);
  assert.equal(rounded((await person('p-0001@example.com'))['Flex cost']), 180);
});

test('a Decision survives a rerun over permuted rows, with its own person', async () => {
  const table = (await workbench.hook('tables')).find((each) => each.name === 'FlexSegments');
  const rows = await workbench.table('FlexSegments');
  const index = rows.findIndex((row) => row.User === 'p-0110@example.com');
  const column = Object.keys(rows[0]).indexOf('Decision');
  const address = `${String.fromCharCode(65 + column)}${table.rect.row + index + 2}`;
  await workbench.hook('edit', 'Flex Segments', address, 'Keep the seat');
  await workbench.page.evaluate(() => {
    const { grid } = window.flexWorkbench.host;
    const usage = grid.sheets().find((sheet) => sheet.name === 'Usage').id;
    // The totals row stays last: only the rows above it are turned round.
    const rect = { row: 1, column: 0, rows: 16382, columns: 7 };
    grid.write(usage, rect, grid.read(usage, rect).reverse());
  });
  await workbench.segment();
  const kept = (await workbench.table('FlexSegments')).filter((row) => row.Decision !== null);
  assert.deepEqual(
    kept.map((row) => [row.User, row.Decision]),
    [['p-0110@example.com', 'Keep the seat']],
  );
  const summary = await workbench.table('FlexSegmentSummary');
  assert.deepEqual(Object.fromEntries(summary.map((row) => [row.Segment, row.Users])), COUNTS);
});

test('a rate changed on Flex Rates decides the next run', async () => {
  const { pane } = workbench;
  await workbench.button('Prepare another run').click();
  await pane.getByRole('button', { name: /^Data/ }).click();
  await workbench.button('Insert Flex Rates').click();
  await workbench.page.waitForFunction(() => window.flexWorkbench.sheets().includes('Flex Rates'), null, {
    timeout: RUNS_WITHIN,
  });
  const table = (await workbench.hook('tables')).find((each) => each.name === 'FlexRates');
  const rates = await workbench.table('FlexRates');
  const row = table.rect.row + rates.findIndex((each) => each.Product === 'Revit') + 2;
  const column = String.fromCharCode(65 + Object.keys(rates[0]).indexOf('Tokens per unit'));
  assert.equal(await workbench.value('Flex Rates', `${column}${row}`), 5);
  await workbench.screenshot('rates');
  await workbench.hook('edit', 'Flex Rates', `${column}${row}`, 10);
  // The pane reads a range of this size again by itself, once the user pauses.
  await workbench.page.waitForTimeout(2000);
  await pane
    .getByRole('button', { name: /^Segment/ })
    .first()
    .click();
  await workbench.segment();
  const changed = await person('p-0001@example.com');
  assert.deepEqual(
    [changed.Tokens, rounded(changed['Flex cost']), rounded(changed.Saving)],
    [1200, 360, 2550],
  );
  // 1,200 h × 10 tokens × $0.30 is more than the seat: Revit turns from Flex to a seat within the Collection's sum.
  assert.equal((await person('p-0002@example.com')).Segment, 'Collection');
  assert.equal((await person('p-0110@example.com')).Decision, 'Keep the seat');
});

/** Presses Cancel as soon as the pane shows a phase: faster than a test driver that waits for a button to stand still. */
function cancelDuring(phase) {
  return workbench.page.evaluate((word) => {
    const page = document.querySelector('#pane-frame').contentDocument;
    const watch = new window.MutationObserver(() => {
      const button = page.querySelector('[data-cancel-run]');
      if (button === null || !page.body.textContent.includes(word)) return;
      watch.disconnect();
      button.click();
    });
    watch.observe(page.body, { childList: true, subtree: true, characterData: true });
  }, phase);
}

for (const phase of ['Reading', 'Writing']) {
  test(`Cancel while the pane says ${phase} leaves every sheet, table, chart and name as it was`, async () => {
    const again = workbench.button('Prepare another run');
    if (await again.isVisible()) await again.click();
    const run = workbench.button('Segment users');
    await run.waitFor({ timeout: RUNS_WITHIN });
    const was = await workbench.contents();
    await cancelDuring(phase);
    await run.click();
    await workbench.pane
      .getByText('Cancelled. The workbook is as it was.')
      .first()
      .waitFor({ timeout: RUNS_WITHIN });
    assert.deepEqual(await workbench.contents(), was);
    await workbench.screenshot(`cancelled-${phase.toLowerCase()}`);
  });
}

test('a run that Excel refuses midway leaves the workbook as it was and says so', async () => {
  const was = await workbench.contents();
  await workbench.hook('failMember', 'TableCollection.add', { code: 'GeneralException', message: 'refused' });
  await workbench.button('Segment users').click();
  await workbench.pane
    .getByText(/workbook is as it was/)
    .first()
    .waitFor({ timeout: RUNS_WITHIN });
  await workbench.hook('clearFaults');
  assert.deepEqual(await workbench.contents(), was);
  await workbench.screenshot('refused');
});
