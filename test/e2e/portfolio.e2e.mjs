/** Build portfolio on the sample workbook, as its user would: build, ask what if, act on the list, import a later export, build again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, RUNS_WITHIN } from './harness.mjs';
import { builtInNode } from './portfolio-in-node.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench();
  await workbench.browser.grantPermissions(['clipboard-read', 'clipboard-write']);
  // The sample ends in October; only what is drawn after the day of the list shows that somebody has Flex.
  await onDay('2026-11-01');
  await workbench.page.evaluate(() => {
    document.querySelector('#pane').style.width = '320px';
  });
});
after(() => workbench.close());

/** What the pane takes for the moment of a run; its timers go on. */
async function onDay(day) {
  await workbench.pane.locator('body').evaluate((body, moment) => {
    const view = body.ownerDocument.defaultView;
    const Real = Object.getPrototypeOf(view.Date) === view.Function.prototype ? view.Date : view.Date.Real;
    view.Date = class extends Real {
      static Real = Real;
      constructor(...given) {
        if (given.length === 0) super(moment);
        else super(...given);
      }
    };
  }, `${day}T09:00:00`);
}

const TOKEN_PRICE = 0.3;
const REVIT_RATE = 5;
const DAY_0 = Date.UTC(1899, 11, 30);
const serial = (iso) => (Date.parse(iso) - DAY_0) / 86_400_000;
const near = (a, b, within = 0.005) => Math.abs(a - b) <= within;
/** As the pane shows an amount of 100 or more. */
const money = (amount) => `$${Math.round(amount).toLocaleString('en-US')}`;

async function toPortfolio() {
  await workbench.pane.getByRole('button', { name: /^Portfolio/ }).click();
  const again = workbench.button('Prepare another run');
  if (await again.isVisible()) await again.click();
}

async function buildPortfolio() {
  await toPortfolio();
  const run = workbench.button('Build portfolio');
  await run.waitFor({ timeout: RUNS_WITHIN });
  await run.click();
  await workbench.pane.getByRole('heading', { name: 'Portfolio built' }).waitFor({ timeout: RUNS_WITHIN });
  await workbench.hook('calculated');
}

const card = (name) => workbench.pane.getByRole('region', { name, exact: true });
const cardText = async (name) => (await card(name).innerText()).replaceAll(/\s+/g, ' ');

async function named(name) {
  const found = (await workbench.hook('names')).find((each) => each.name === name);
  assert.ok(found, `the workbook has a name ${name}`);
  const [sheet, cell] = found.formula.replace(/^=/, '').replaceAll("'", '').split('!');
  return { sheet, cell: cell.replaceAll('$', '') };
}

async function valueOf(name) {
  const { sheet, cell } = await named(name);
  return workbench.value(sheet, cell);
}

async function change(name, value) {
  const { sheet, cell } = await named(name);
  await workbench.hook('edit', sheet, cell, value);
}

/** Types into a row of one of the user's tables, found by its first two cells. */
async function editRow(table, [first, second], cells) {
  const rows = await workbench.table(table);
  const header = Object.keys(rows[0]);
  const at = rows.findIndex((row) => row[header[0]] === first && row[header[1]] === second);
  assert.ok(at >= 0, `${table} has a row ${first}, ${second}`);
  const found = (await workbench.hook('tables')).find((each) => each.name === table);
  const sheet = await workbench.page.evaluate(
    (id) => window.flexWorkbench.host.grid.sheets().find((each) => each.id === id).name,
    found.sheetId,
  );
  for (const [column, value] of Object.entries(cells)) {
    const letter = String.fromCharCode(65 + header.indexOf(column));
    await workbench.hook('edit', sheet, `${letter}${found.rect.row + 2 + at}`, value);
  }
}

/** Takes a seat away from its holder on Flex Seats. */
const unassign = (user, product) =>
  editRow('FlexSeats', [user, product], { User: '', Product: '', Assigned: '' });

test('without seats the pane says what they are for, and inserts sample seats on request', async () => {
  await workbench.pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
  await toPortfolio();
  await workbench.button('Insert sample seats').waitFor({ timeout: RUNS_WITHIN });
  assert.match(await cardText('Seats'), /without, only the cheapest mix/);
  assert.match(await cardText('Reads'), /403 people, Nov 2025 to Oct 2026, 44 contractors/);
  assert.deepEqual(await workbench.hook('sheets'), ['Usage', 'Try it']);
  await workbench.screenshot('portfolio-first');
  await workbench.button('Insert sample seats').click();
  await workbench.pane.getByText(/seats are held by/).waitFor({ timeout: RUNS_WITHIN });
  assert.deepEqual(await workbench.hook('sheets'), [
    'Usage',
    'Try it',
    'Flex Seats',
    'Flex Subscriptions',
    'Flex Pins',
  ]);
  assert.match(await cardText('Seats'), /213 seats are held by 203 people.*227 seats owned, in 10/);
  await workbench.screenshot('portfolio-before');
});

test('Cancel while the portfolio is written leaves the workbook as it was', async () => {
  await toPortfolio();
  const run = workbench.button('Build portfolio');
  await run
    .and(workbench.pane.locator(':not([disabled]):not([aria-disabled="true"])'))
    .waitFor({ timeout: RUNS_WITHIN });
  const was = await workbench.contents();
  await workbench.cancelWhileComputing(run);
  assert.deepEqual(await workbench.contents(), was);
});

test('a click on Build portfolio gives the mix that the engine finds in Node, in native formulas and in the pane', async () => {
  const workers = [];
  workbench.page.on('worker', (worker) => workers.push(worker.url()));
  await buildPortfolio();
  assert.ok(
    workers.some((url) => /\/worker\.[^/]*$/.test(url)),
    'the mix was found beside the pane, not in it',
  );
  const { summary, certificate } = await builtInNode();
  assert.ok(near(await valueOf('Flex_PortfolioCost'), summary.proposed.cost));
  assert.ok(near(await valueOf('Flex_PortfolioCostToday'), summary.today.cost));
  assert.ok(near(await valueOf('Flex_PortfolioSaving'), summary.savingFromRenewal));
  assert.ok(near(await valueOf('Flex_PortfolioSavingThisTerm'), summary.savingThisTerm));
  assert.ok(near(await valueOf('Flex_PortfolioLowerBound'), certificate.lowerBound));
  assert.equal(await valueOf('Flex_PortfolioChanged'), summary.changed);
  assert.equal(await valueOf('Flex_PortfolioState'), 'current');
  const people = await workbench.table('FlexPortfolio');
  assert.equal(people.length, summary.proposed.people);
  const result = await cardText('Result');
  for (const amount of [
    summary.proposed.cost,
    summary.today.cost,
    summary.savingFromRenewal,
    summary.savingThisTerm,
  ])
    assert.ok(result.includes(money(amount)), `${money(amount)} in ${result}`);
  assert.match(result, /No cheaper mix exists/);
  assert.match(result, /people need a seat whose price is missing/);
  await workbench.openSheet('Flex Portfolio');
  await workbench.screenshot('portfolio-built');
  await workbench.openSheet('Flex Actions');
  await workbench.screenshot('portfolio-actions');
  await workbench.openSheet('Flex Portfolio');
});

test('the chart shows the money of the table beside it, and its title states the finding', async () => {
  const [chart] = (await workbench.hook('charts')).filter((each) => each.sheet === 'Flex Portfolio');
  const rows = await workbench.table('FlexPortfolioMoney');
  const byName = Object.fromEntries(chart.series.map(({ name, values }) => [name, values]));
  assert.deepEqual(
    byName.Today,
    rows.map((row) => row['Cost today']),
  );
  assert.deepEqual(
    byName.Proposed,
    rows.map((row) => row['Cost proposed']),
  );
  assert.ok(chart.title.includes(money(await valueOf('Flex_PortfolioSaving'))), chart.title);
});

test('what if: a changed token price moves the costs in plain cells, and the sheet says to run again', async () => {
  const cost = await valueOf('Flex_PortfolioCost');
  const tokens = await valueOf('Flex_PortfolioTokens');
  await change('Flex_PortfolioTokenPrice', 0.45);
  await workbench.hook('calculated');
  assert.ok(near(await valueOf('Flex_PortfolioCost'), cost + 0.15 * tokens, 0.01));
  assert.equal(await valueOf('Flex_PortfolioState'), 'run again');
  const lines = (await workbench.values('Flex Portfolio', 'A1:A10')).map(([text]) => String(text));
  const said = lines.find((text) => text.startsWith('Assignment computed at'));
  assert.match(said, /computed at \$0\.30 a token.*Now: 0\.45 USD a token.*Run Build portfolio again/);
  await workbench.pane.getByText(/The input cells changed since/).waitFor({ timeout: 5000 });
  await workbench.screenshot('portfolio-what-if');
  await change('Flex_PortfolioTokenPrice', TOKEN_PRICE);
  assert.equal(await valueOf('Flex_PortfolioState'), 'current');
  assert.ok(near(await valueOf('Flex_PortfolioCost'), cost));
});

test('an e-mail list is copied whole: everyone the work list names for it', async () => {
  const lists = card('E-mail lists');
  await lists.getByRole('button', { name: /^Show \d+ more lists/ }).click();
  const copy = lists.getByRole('button', { name: /^Copy Give Flex: Revit/ }).first();
  await copy.click();
  await lists.getByText(/addresses? copied\./).waitFor({ timeout: 5000 });
  const copied = await workbench.page.evaluate(() => window.navigator.clipboard.readText());
  const rows = await workbench.table('FlexEmailLists');
  const first = rows.find((row) => row['What to do'] === 'Give Flex for Revit');
  assert.equal(copied, first.Addresses);
  const named = (await workbench.table('FlexActions')).filter(
    (row) => row.Kind === 'give Flex' && row['Product or Collection'] === 'Revit' && row.Due === first.Due,
  );
  assert.deepEqual(copied.split('; '), named.map((row) => row['E-mail']).sort());
});

/** People whose Revit seat goes to Flex, the largest promise first: what each of their two actions is, and what it promises. */
async function revitToFlex() {
  const actions = await workbench.table('FlexActions');
  const own = new Map();
  for (const row of actions) if (row.Who) own.set(row.Who, [...(own.get(row.Who) ?? []), row]);
  return [...own]
    .filter(
      ([, rows]) =>
        rows.length === 2 &&
        rows.every((row) => row['Product or Collection'] === 'Revit') &&
        rows[0].Kind === 'give Flex' &&
        rows[1].Kind === 'unassign seat',
    )
    .map(([user, [give, take]]) => ({ user, tokens: give.Tokens, promised: take['Saving promised'] }));
}

let acted;
const LATER = 'Usage November';
const NEW_ROWS = [
  ['2026-11-03', 40],
  ['2026-11-17', 24],
];

test('after acting, a later export marks each action done or not, and shows the saving realised against the one promised', async () => {
  acted = (await revitToFlex()).slice(0, 4);
  assert.equal(acted.length, 4);
  for (const { user } of acted) await unassign(user, 'Revit');
  await editRow('FlexSubscriptions', ['AEC Collection', 24], { Quantity: 40 });
  await onDay('2026-12-01');
  // The export of a month later, read a month later: the same history, and November's rows of those who now draw tokens.
  await workbench.page.evaluate(
    ([name, users, rows]) => {
      const { grid } = window.flexWorkbench.host;
      const usage = grid.sheets().find((sheet) => sheet.name === 'Usage');
      const known = grid.read(usage.id, grid.usedRange(usage.id, true));
      const added = users.flatMap((user) =>
        rows.map(([date, hours]) => [user, 'Revit', date, hours, 'Employee', '', '']),
      );
      const all = [...known, ...added];
      const { id } = grid.addSheet(name);
      grid.write(id, { row: 0, column: 0, rows: all.length, columns: known[0].length }, all);
    },
    [LATER, acted.map(({ user }) => user), NEW_ROWS.map(([date, hours]) => [serial(date), hours])],
  );
  await workbench.pane.getByRole('button', { name: /^Data/ }).click();
  await workbench.button('Read again').click();
  const picker = workbench.pane.getByLabel('Usage', { exact: true });
  await picker
    .getByRole('option', { name: `Sheet ${LATER}` })
    .waitFor({ state: 'attached', timeout: RUNS_WITHIN });
  await picker.selectOption({ label: `Sheet ${LATER}` });
  await workbench.pane.getByText('16,391 rows').waitFor({ timeout: RUNS_WITHIN });
  await toPortfolio();
  await workbench.pane.getByText(/Checks \d+ actions/).waitFor({ timeout: RUNS_WITHIN });
  assert.match(await cardText('Reads'), /Dec 2025 to Nov 2026/);
  const listed = (await workbench.table('FlexActions')).length;
  await buildPortfolio();

  const used = await workbench.hook('values', LATER, 'A2:D16392');
  const tokensNow = (user) =>
    REVIT_RATE *
    used
      .filter(
        ([who, product, date, hours]) =>
          who === user && product === 'Revit' && date >= serial('2025-12-01') && typeof hours === 'number',
      )
      .reduce((sum, row) => sum + row[3], 0);
  const actions = await workbench.table('FlexActions');
  let realised = 0;
  for (const { user, tokens, promised } of acted) {
    const rows = actions.filter((row) => row.Who === user);
    assert.deepEqual(
      rows.map((row) => row.State),
      ['done', 'done'],
      user,
    );
    const expected = promised + (tokens - tokensNow(user)) * TOKEN_PRICE;
    assert.notEqual(expected, promised);
    assert.ok(near(rows[1]['Saving realised'], expected), `${user}: ${rows[1]['Saving realised']}`);
    assert.equal(rows[1]['Saving promised'], promised, 'what was begun keeps its promise');
    assert.match(rows[0]['What the import shows'], /no seat for Revit; [\d,.]+ tokens/);
    realised += expected;
  }
  const buying = actions.find((row) => row.Id === 'buy-seats:AEC Collection');
  assert.equal(buying.State, 'done');
  const untouched = actions.filter((row) => row.Kind === 'unassign seat' && row.State === 'not done');
  assert.ok(untouched.length > 50 && listed > 300, `${untouched.length} of ${listed}`);
  assert.ok(untouched.every((row) => row['Saving realised'] === 0));
  const done = actions.filter((row) => row.State === 'done').length;
  const total = actions.reduce((sum, row) => sum + (Number(row['Saving realised']) || 0), 0);
  assert.ok(near(total, realised), `${total} realised, ${realised} by hand`);
  const shown = await cardText('Actions');
  assert.ok(shown.includes(`${money(realised)} a year realised, of $`), shown);
  assert.ok(shown.includes(`${done} done, `), shown);
  assert.match(await card('Actions').getByRole('listitem').first().innerText(), /^Done/);
  await card('Actions').evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await workbench.openSheet('Flex Actions');
  await workbench.screenshot('portfolio-checked');
});

test('a seat given back is reversed at the next run, and what it had saved is no longer counted', async () => {
  const [{ user }] = acted;
  const before = (await workbench.table('FlexActions')).reduce(
    (sum, row) => sum + (Number(row['Saving realised']) || 0),
    0,
  );
  const mine = (await workbench.table('FlexActions')).find(
    (row) => row.Who === user && row.Kind === 'unassign seat',
  );
  await editRow('FlexSeats', [null, null], { User: user, Product: 'Revit' });
  await buildPortfolio();
  const actions = await workbench.table('FlexActions');
  const rows = actions.filter((row) => row.Who === user);
  assert.deepEqual(
    rows.map((row) => row.State),
    ['reversed', 'reversed'],
  );
  const now = actions.reduce((sum, row) => sum + (Number(row['Saving realised']) || 0), 0);
  assert.ok(near(before - now, mine['Saving realised']));
  assert.match(await cardText('Actions'), /2 reversed/);
  assert.match(await card('Actions').getByRole('listitem').first().innerText(), /^Reversed/);
});
