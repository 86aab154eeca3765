/** Prepare renewal on the sample workbook, as its user would: enter quotes, prepare, type an own value, prepare again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, RUNS_WITHIN } from './harness.mjs';
import { builtInNode } from './portfolio-in-node.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench();
  await workbench.page.evaluate(() => {
    document.querySelector('#pane').style.width = '320px';
  });
});
after(() => workbench.close());

const TOKEN_PRICE = 0.3;
/** Tokens an hour of the guide's card; products that it does not rate draw none. */
const RATES = { Revit: 5, 'Civil 3D': 5, AutoCAD: 1, 'Inventor Pro': 5, Maya: 15 };
const SEATS = {
  Revit: 2910,
  'Civil 3D': 2910,
  AutoCAD: 2030,
  'Inventor Pro': 2580,
  Maya: 1785,
  'AEC Collection': 3375,
};
const DAY_0 = Date.UTC(1899, 11, 30);
const serial = (iso) => (Date.parse(iso) - DAY_0) / 86_400_000;
const near = (a, b, within = 0.005) => Math.abs(a - b) <= within;
const money = (amount) => `$${Math.round(amount).toLocaleString('en-US')}`;
const card = (name) => workbench.pane.getByRole('region', { name, exact: true });
const cardText = async (name) => (await card(name).innerText()).replaceAll(/\s+/g, ' ');

async function valueOf(name) {
  const found = (await workbench.hook('names')).find((each) => each.name === name);
  assert.ok(found, `the workbook has a name ${name}`);
  const [sheet, cell] = found.formula.replace(/^=/, '').replaceAll("'", '').split('!');
  return workbench.value(sheet, cell.replaceAll('$', ''));
}

async function toStep(step) {
  await workbench.pane.getByRole('button', { name: new RegExp(`^${step}`) }).click();
  const again = workbench.button('Prepare another run');
  if (await again.isVisible()) await again.click();
}

/** Waits until the step's button can be pressed. */
async function ready() {
  const run = workbench.button('Prepare renewal');
  await run
    .and(workbench.pane.locator(':not([disabled]):not([aria-disabled="true"])'))
    .waitFor({ timeout: RUNS_WITHIN });
  return run;
}

async function prepareRenewal() {
  await toStep('Renewal');
  await (await ready()).click();
  await workbench.pane.getByRole('heading', { name: 'Renewal prepared' }).waitFor({ timeout: RUNS_WITHIN });
  await workbench.hook('calculated');
}

/** The year's tokens from the rows themselves: "6,5" of the row that writes its figures as text reads 6.5. */
async function tokensByHand() {
  const rows = await workbench.hook('values', 'Usage', 'A2:D16384');
  const [from, to] = [serial('2025-11-01'), serial('2026-11-01')];
  return rows.reduce((sum, [, product, date, hours]) => {
    const day = date === '2026-03-04' ? serial(date) : date;
    const used = hours === '6,5' ? 6.5 : hours;
    if (typeof day !== 'number' || typeof used !== 'number' || day < from || day >= to) return sum;
    return sum + used * (RATES[product] ?? 0);
  }, 0);
}

/** Volume tier, commitment, carry-forward and bundle one after the other on the tokens; the bundle on the seats too. */
const compounded = (spend, seats, [volume, commitment, carry, bundle]) =>
  spend * (1 - (1 - volume) * (1 - commitment) * (1 - carry) * (1 - bundle)) + seats * bundle;
const LOW = [0.05, 0.08, 0.05, 0.02];
const MID = [0.115, 0.15, 0.1, 0.05];
const HIGH = [0.18, 0.22, 0.15, 0.08];

let spend;
let seatSpend;

test('before a renewal the pane says what the year costs at list, and offers sample quotes', async () => {
  await workbench.pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
  spend = (await tokensByHand()) * TOKEN_PRICE;
  assert.ok(near(compounded(1, 0, [0.05, 0.08, 0, 0]), 0.126, 1e-9), 'the guide: 12.6 % at the low end');
  assert.ok(near(compounded(1, 0, [0.18, 0.22, 0, 0]), 0.3604, 1e-9), 'and 36.04 % at the high end');
  await toStep('Renewal');
  await workbench.button('Insert sample quotes').waitFor({ timeout: RUNS_WITHIN });
  const reads = await cardText('Reads');
  assert.ok(reads.includes(`1,070,716 tokens in the year, ${money(spend)} at list.`), reads);
  assert.match(reads, /the bundle counts tokens alone/);
  assert.match(await cardText('Writes'), /Flex Renewal new sheet Flex Ask List new sheet/);
  await workbench.screenshot('renewal-first');
  await workbench.button('Insert sample quotes').click();
  await workbench.pane
    .getByText('2 quotes, 3 lines: Vendor A and Vendor B.')
    .waitFor({ timeout: RUNS_WITHIN });
  assert.deepEqual(await workbench.hook('sheets'), ['Usage', 'Try it', 'Flex Quotes']);
});

test('seats entered for the portfolio count as spend on seats', async () => {
  await toStep('Portfolio');
  await workbench.button('Insert sample seats').click();
  await workbench.pane.getByText(/seats are held by/).waitFor({ timeout: RUNS_WITHIN });
  seatSpend = (await workbench.table('FlexSeats')).reduce((sum, row) => sum + (SEATS[row.Product] ?? 0), 0);
  assert.ok(seatSpend > 0);
  await toStep('Renewal');
  await workbench.pane.getByText(/Seats held today/).waitFor({ timeout: RUNS_WITHIN });
  const reads = await cardText('Reads');
  assert.ok(reads.includes(`Seats held today: ${money(seatSpend)} a year at list.`), reads);
  await ready();
  await workbench.screenshot('renewal-before');
});

test('Cancel while the renewal is prepared leaves the workbook as it was', async () => {
  const run = await ready();
  const was = await workbench.contents();
  await workbench.cancelWhileComputing(run);
  assert.deepEqual(await workbench.contents(), was);
});

test('the levers come to what they are by hand at these volumes, in native formulas and in the pane', async () => {
  await prepareRenewal();
  assert.ok(near(await valueOf('Flex_RenewalTokenSpend'), spend));
  assert.ok(near(await valueOf('Flex_RenewalSeatSpend'), seatSpend));
  for (const [name, shares] of [
    ['Flex_RenewalLow', LOW],
    ['Flex_RenewalMid', MID],
    ['Flex_RenewalHigh', HIGH],
    ['Flex_RenewalChosen', MID],
  ]) {
    const byHand = compounded(spend, seatSpend, shares);
    assert.ok(near(await valueOf(name), byHand), `${name}: ${await valueOf(name)}, by hand ${byHand}`);
    assert.ok((await cardText('Result')).includes(money(byHand)), `${money(byHand)} in the pane`);
  }
  const levers = await workbench.table('FlexLevers');
  assert.deepEqual(
    levers.map((row) => row.Lever),
    ['Volume tier', 'Commitment', 'Carry-forward', 'Bundle'],
  );
  levers.forEach((row, index) => {
    const base = spend + (row.Lever === 'Bundle' ? seatSpend : 0);
    assert.ok(near(row['Value low'], base * LOW[index]), row.Lever);
    assert.ok(near(row['Value high'], base * HIGH[index]), row.Lever);
  });
  await workbench.openSheet('Flex Renewal');
  await workbench.screenshot('renewal-prepared');
});

test('the recommended commitment is not reached in as many years as the discount says; the vendor’s saves less', async () => {
  const levels = await workbench.table('FlexCommitmentLevels');
  const of = (what) => levels.find((row) => row.Level === what);
  const [recommended, vendor] = [of('recommended'), of('the vendor: last year plus growth')];
  assert.ok(near(recommended['Chance of shortfall'], 0.15, 0.005), `${recommended['Chance of shortfall']}`);
  assert.ok(near(vendor['Tokens committed'], (spend / TOKEN_PRICE) * 1.1));
  assert.ok(recommended.Saving > vendor.Saving);
  assert.match(
    await cardText('Result'),
    /tokens to commit saves \$[\d,]+ a year on average; the vendor’s 1,177,788/,
  );
});

test('quotes cost what their lines, the seats they lack and their uplift come to where no token is missing', async () => {
  const { summary } = await builtInNode();
  const need = summary.offerings.filter(({ needed, seatList }) => needed > 0 && seatList !== null);
  const seats = (without) =>
    need
      .filter(({ offering }) => offering !== without)
      .reduce((sum, { needed, seatList }) => sum + needed * seatList, 0);
  const collection = need.find(({ offering }) => offering === 'AEC Collection');
  assert.ok(collection.needed <= 30);
  // 500,000 tokens at 12 % off and 30 Collections at 10 % off, 3 % dearer each year; 450,000 tokens at 8 % off and no seat.
  const a =
    (500_000 * TOKEN_PRICE * 0.88 + 30 * 3375 * 0.9 + seats('AEC Collection')) * (1 + 1.03 + 1.03 ** 2);
  const b = (450_000 * TOKEN_PRICE * 0.92 + seats()) * 3;
  const costs = await workbench.table('FlexQuoteCosts');
  assert.deepEqual(
    costs.map((row) => row.Quote),
    ['Vendor A', 'Vendor B'],
  );
  assert.ok(near(costs[0]['Cost at P10'], a), `${costs[0]['Cost at P10']}, by hand ${a}`);
  assert.ok(near(costs[1]['Cost at P10'], b), `${costs[1]['Cost at P10']}, by hand ${b}`);
  const shown = await cardText('Quotes compared');
  assert.ok(shown.includes(money(a)) && shown.includes(money(b)), shown);
});

test('the ask list stands in order of priority, with the money of its levers and of the freezes', async () => {
  const asks = await workbench.table('FlexAsks');
  assert.deepEqual(
    asks.map((row) => row.Lever),
    ['Volume tier', 'Commitment', 'Carry-forward', 'Bundle', 'Price lock', 'Rate-card freeze'],
  );
  assert.ok(near(asks[0].Low, spend * 0.05) && near(asks[0].High, spend * 0.18));
  assert.ok(near(asks[3].High, (spend + seatSpend) * 0.08));
  // 5 % in the first year, and 5 % and 10.25 % over two.
  assert.ok(near(asks[4].Low, spend * 0.05) && near(asks[4].High, spend * (0.05 + 0.1025)));
  const shown = await card('Ask list').getByRole('listitem').allInnerTexts();
  assert.equal(shown.length, asks.length);
  asks.forEach((row, index) => {
    assert.ok(shown[index].startsWith(row.Lever), shown[index]);
    assert.ok(shown[index].includes(`${money(row.Low)} to ${money(row.High)}`), shown[index]);
  });
  await workbench.openSheet('Flex Ask List');
  await workbench.screenshot('renewal-asks');
});

test('an own value typed beside a lever counts at once, and is kept and used by the next run', async () => {
  await workbench.openSheet('Flex Renewal');
  const levers = (await workbench.hook('tables')).find((each) => each.name === 'FlexLevers');
  const cell = `E${levers.rect.row + 2}`;
  await workbench.type('Flex Renewal', cell, '0.1');
  const byHand = compounded(spend, seatSpend, [0.1, ...MID.slice(1)]);
  assert.ok(near(await valueOf('Flex_RenewalChosen'), byHand), `${await valueOf('Flex_RenewalChosen')}`);
  await workbench.pane.getByText(/The own values on Flex Renewal changed since/).waitFor({ timeout: 5000 });
  await prepareRenewal();
  assert.equal((await workbench.table('FlexLevers'))[0]['Own value'], 0.1);
  assert.ok(near(await valueOf('Flex_RenewalChosen'), byHand));
  const result = await cardText('Result');
  assert.ok(result.includes(`${money(byHand)} a year all levers together, with your own values`), result);
  assert.ok(near((await workbench.table('FlexAsks'))[0].Expected, spend * 0.1));
  await workbench.screenshot('renewal-own-value');
});

test('added instead of compounded, the levers take their shares of the list price', async () => {
  await toStep('Renewal');
  await workbench.pane.getByRole('button', { name: 'Change terms and levers' }).click();
  await workbench.pane.getByRole('radio', { name: /^Additive/ }).click();
  await workbench.pane.getByText('Levers are additive.').waitFor({ timeout: RUNS_WITHIN });
  await prepareRenewal();
  assert.equal(await valueOf('Flex_RenewalMode'), 'additive');
  // 11.5 % + 15 % + 10 % + 5 % of the tokens, 5 % of the seats; the own 10 % in place of 11.5 %.
  assert.ok(near(await valueOf('Flex_RenewalMid'), spend * 0.415 + seatSpend * 0.05));
  assert.ok(near(await valueOf('Flex_RenewalChosen'), spend * 0.4 + seatSpend * 0.05));
});
