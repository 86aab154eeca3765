/** Check compliance on the sample workbook, as its user would: seats, a people sheet, a check, a finding accepted, the register saved, a rerun. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openWorkbench, RUNS_WITHIN } from './harness.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench();
  await workbench.page.evaluate(() => {
    document.querySelector('#pane').style.width = '320px';
  });
});
after(() => workbench.close());

const TOKEN_PRICE = 0.3;
/** The guide's table: tokens an hour, and seats a year. What is not named has no price. */
const RATES = { Revit: 5, 'Civil 3D': 5, AutoCAD: 1, 'Inventor Pro': 5, Maya: 15 };
const SEATS = {
  Revit: 2910,
  'Civil 3D': 2910,
  AutoCAD: 2030,
  'Inventor Pro': 2580,
  Maya: 1785,
  'AEC Collection': 3375,
};
const PRODUCTS = [...Object.keys(RATES), 'BIM Collaborate Pro', 'Autodesk Docs', 'Navisworks Manage'];
const DAY_0 = Date.UTC(1899, 11, 30);
const serial = (iso) => (Date.parse(iso) - DAY_0) / 86_400_000;
const iso = (day) => new Date(DAY_0 + day * 86_400_000).toISOString().slice(0, 10);
const near = (a, b, within = 0.005) => Math.abs(a - b) <= within;

/** p-0002 works on the first of each month; p-0003 for the last time on September 7; p-0304 is a contractor, for the last time on May 18. */
const PEOPLE = [
  ['Email', 'User type', 'End date'],
  ['p-0002@example.com', 'Employee', '2026-03-19'],
  ['p-0003@example.com', 'Employee', '2026-09-07'],
  ['p-0304@example.com', 'Contractor', '2026-05-08'],
  ['p-0001@example.com', 'Employee', 'next spring'],
];
const PEOPLE_SHEET = 'Flex People';

/** The usage as anybody would read it off the sheet: who, what, when, how long. */
async function usedRows() {
  const rows = await workbench.values('Usage', 'A2:D16384');
  return rows.flatMap(([user, product, date, hours], index) => {
    const day = typeof date === 'number' ? date : /^\d{4}-/.test(date ?? '') ? serial(date) : NaN;
    const units =
      typeof hours === 'number'
        ? hours
        : /^\d+,\d+$/.test(hours ?? '')
          ? Number(hours.replace(',', '.'))
          : NaN;
    return PRODUCTS.includes(product) && day > 0 && units >= 0
      ? [{ user, product, day: Math.floor(day), hours: units, row: index + 2 }]
      : [];
  });
}

async function toCompliance() {
  await workbench.pane.getByRole('button', { name: /^Compliance/ }).click();
  const again = workbench.button('Prepare another run');
  if (await again.isVisible()) await again.click();
  const run = workbench.button('Check compliance');
  await run
    .and(workbench.pane.locator(':not([disabled]):not([aria-disabled="true"])'))
    .waitFor({ timeout: RUNS_WITHIN });
  return run;
}

async function checkCompliance() {
  const run = await toCompliance();
  await run.click();
  await workbench.pane.getByRole('heading', { name: 'Compliance checked' }).waitFor({ timeout: RUNS_WITHIN });
  await workbench.hook('calculated');
}

const card = (name) => workbench.card(name);
const cardText = (name) => workbench.cardText(name);
const figure = (name) => workbench.figure(name);

/** Types into the row of a finding, found by its rule and person. */
async function editFinding(rule, user, cells) {
  const rows = await workbench.table('FlexFindings');
  const at = rows.findIndex((row) => row.Rule === rule && row.Who === user);
  assert.ok(at >= 0, `a finding ${rule} of ${user}`);
  const { rect } = (await workbench.hook('tables')).find((each) => each.name === 'FlexFindings');
  const header = Object.keys(rows[0]);
  for (const [column, value] of Object.entries(cells)) {
    const letter = String.fromCharCode(65 + rect.column + header.indexOf(column));
    await workbench.hook('edit', 'Flex Compliance', `${letter}${rect.row + 2 + at}`, value);
  }
}

test('without seats and people the pane says how to make them known', async () => {
  await workbench.pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
  await toCompliance();
  const lists = await cardText('Seats, people and moves');
  assert.match(lists, /Nobody knows who holds which seat/);
  assert.match(lists, /Add a sheet named Flex People with the columns Email, User type and End date/);
  await workbench.screenshot('compliance-first');
  await workbench.button('Go to Portfolio').click();
  await workbench.button('Insert sample seats').click();
  await workbench.pane.getByText(/213 seats are held by/).waitFor({ timeout: RUNS_WITHIN });
});

test('a people sheet typed in is read, and a row that cannot be used is named', async () => {
  await workbench.page.evaluate((name) => void window.flexWorkbench.host.grid.addSheet(name), PEOPLE_SHEET);
  await workbench.type(PEOPLE_SHEET, 'A1', PEOPLE[0][0]);
  for (const [row, cells] of PEOPLE.entries()) {
    for (const [column, text] of cells.entries()) {
      await workbench.hook('edit', PEOPLE_SHEET, `${'ABC'[column]}${row + 1}`, text);
    }
  }
  await toCompliance();
  await workbench.pane
    .getByText(/3 rows on Flex People, 3 with an end date/)
    .waitFor({ timeout: RUNS_WITHIN });
  assert.match(await cardText('Seats, people and moves'), /213 assignments entered on Flex Seats/);
  await workbench.button('1 row left out: show').click();
  assert.match(await cardText('Seats, people and moves'), /Row 5 of Flex People: End date is “next spring”/);
  await workbench.screenshot('compliance-before');
});

test('Cancel while a check computes leaves the workbook as it was', async () => {
  const run = await toCompliance();
  const was = await workbench.contents();
  await workbench.cancelWhileComputing(run);
  assert.deepEqual(await workbench.contents(), was);
});

test('the leaver and the contractor are found with tokens and money as worked out by hand, the one who worked on the last day is not', async () => {
  await checkCompliance();
  const findings = await workbench.table('FlexFindings');
  const high = findings.filter((row) => row.Severity === 'high');
  assert.deepEqual(
    high.map((row) => [row.Rule, row.Who]),
    [
      ['departed', 'p-0002@example.com'],
      ['contractor ended', 'p-0304@example.com'],
    ],
  );
  // April to October: 7 days of 100 h Revit, 90 h Civil 3D and 20 h AutoCAD = 500 + 450 + 20 = 970 tokens; 7 × 970 = 6,790; × $0.30 = $2,037.
  assert.match(
    high[0].Evidence,
    /Left on 2026-03-19 \(row 2 of the people table\).*6,790 tokens \(\$2,037(\.00)?\)/,
  );
  assert.match(high[0].Evidence, /on 7 dates after it, from 2026-04-01 to 2026-10-01/);
  // May 11 and 18: 27.5 h + 40 h = 67.5 h of Civil 3D × 5 = 337.5 tokens; × $0.30 = $101.25.
  assert.match(high[1].Evidence, /ended on 2026-05-08.*337\.5 tokens \(\$101\.25\) of Civil 3D on 2 dates/);
  const used = await usedRows();
  for (const [finding, end] of [
    [high[0], '2026-03-19'],
    [high[1], '2026-05-08'],
  ]) {
    const rows = used
      .filter(({ user, day }) => user === finding.Who && day > serial(end))
      .map(({ row }) => row);
    assert.equal(finding['Rows in all'], rows.length);
    assert.ok(finding.Rows.startsWith(rows.slice(0, 20).join(', ')), `${finding.Rows} are rows ${rows}`);
  }
});

test('long days are the days on which rows of a day each add up to more than 24 hours, read off the sheet', async () => {
  const days = new Map();
  for (const { user, day, hours } of await usedRows()) {
    const own = days.get(`${user}/${day}`) ?? { user, day, hours: 0, long: false };
    own.hours += hours;
    own.long ||= hours > 24;
    days.set(`${user}/${day}`, own);
  }
  // A row of more than 24 hours stands for a longer time, so its day says nothing.
  const expected = [...days.values()].filter(({ hours, long }) => !long && hours > 24 + 1 / 60);
  const findings = (await workbench.table('FlexFindings')).filter((row) => row.Rule === 'more than 24 hours');
  const onDays = findings.reduce((sum, { Evidence }) => sum + Number(/on (\d+) days?,/.exec(Evidence)[1]), 0);
  assert.ok(expected.length > 10);
  assert.equal(onDays, expected.length);
  assert.deepEqual(
    [...new Set(findings.map((row) => row.Who))].sort(),
    [...new Set(expected.map(({ user }) => user))].sort(),
  );
});

test('the sheet, its figures and the pane agree, and checks that could not run say why', async () => {
  const findings = await workbench.table('FlexFindings');
  assert.equal(await figure('Flex_ComplianceOpen'), findings.length);
  assert.equal(await figure('Flex_ComplianceHigh'), 2);
  assert.match(
    await cardText('Result'),
    new RegExp(`^Result ${findings.length} open findings.*2 high 0 medium ${findings.length - 2} low`),
  );
  const checks = await workbench.table('FlexChecks');
  const skipped = checks.filter((row) => row.Ran === 'no').map((row) => row.Rule);
  assert.deepEqual(skipped, ['overlapping sessions', 'unassigned', 'seat holder', 'cloud entitlement']);
  await workbench.button('What is missing: show').click();
  const shown = await cardText('Checks');
  for (const row of checks.filter((each) => each.Ran === 'no')) {
    assert.ok(shown.includes(row['Why it could not run, or what was set aside']), row.Rule);
  }
  await workbench.button('What is missing: show').click();
  await workbench.screenshot('compliance-checked');
  await card('Findings').evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await workbench.screenshot('compliance-findings');
});

test('the register holds everything used in the year or held, with tokens and costs as added up from the sheet', async () => {
  const used = (await usedRows()).filter(({ day }) => day >= serial('2025-11-01'));
  const lines = new Map();
  const line = (user, product) => {
    const key = `${user}/${product}`;
    if (!lines.has(key)) lines.set(key, { tokens: 0, seat: null });
    return lines.get(key);
  };
  for (const { user, product, hours } of used) line(user, product).tokens += hours * (RATES[product] ?? 0);
  // A product that no card knows: its use stands in the register, without a rate it has no cost.
  line('p-0012@example.com', 'Draftmaster 9').unpriced = true;
  const held = await workbench.table('FlexSeats');
  for (const { User, Product } of held.filter((row) => row.User)) {
    line(User, Product).seat = SEATS[Product] ?? 'price missing';
  }
  const rows = await workbench.table('FlexItam');
  assert.deepEqual(rows.map((row) => `${row.User}/${row.Product}`).sort(), [...lines.keys()].sort());
  for (const row of rows) {
    const { tokens, seat, unpriced } = lines.get(`${row.User}/${row.Product}`);
    const cost = unpriced
      ? 'price missing'
      : seat === 'price missing'
        ? seat
        : (seat ?? 0) + tokens * TOKEN_PRICE;
    const where = `${row.User}, ${row.Product}`;
    assert.ok(near(row.Tokens, tokens), `tokens of ${where}`);
    assert.ok(cost === row['Yearly cost'] || near(row['Yearly cost'], cost), `cost of ${where}`);
  }
  const total = rows.reduce((sum, row) => sum + (Number(row['Yearly cost']) || 0), 0);
  assert.ok(near(await figure('Flex_ItamCost'), total));
  const shown = await cardText('ITAM register');
  const people = new Set(rows.map((row) => row.User)).size;
  assert.ok(shown.includes(`$${Math.round(total).toLocaleString('en-US')} a year`), shown);
  assert.ok(shown.includes(`${rows.length} rows of ${people} people`), shown);
  // p-0002: 12 months of 970 tokens, no seat.
  const mine = rows.filter((row) => row.User === 'p-0002@example.com');
  assert.ok(
    near(
      mine.reduce((sum, row) => sum + row.Tokens, 0),
      11_640,
    ),
  );
  assert.ok(
    near(
      mine.reduce((sum, row) => sum + row['Yearly cost'], 0),
      3492,
    ),
  );
});

/** Fields of RFC 4180 text. */
const fieldsOf = (text) =>
  text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? plain : quoted.replaceAll('""', '"'),
      ),
    );

test('the register saved as a file holds what the sheet shows, cell by cell', async () => {
  const waiting = workbench.page.waitForEvent('download', { timeout: RUNS_WITHIN });
  await workbench.button('Save register as CSV').click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), 'flex-itam.csv');
  const [header, ...lines] = fieldsOf(readFileSync(await download.path(), 'utf8'));
  const rows = await workbench.table('FlexItam');
  assert.deepEqual(header, Object.keys(rows[0]));
  assert.equal(lines.length, rows.length);
  for (const [index, row] of rows.entries()) {
    for (const [column, name] of header.entries()) {
      const cell = row[name];
      const text = lines[index][column];
      const isDate = name === 'Assigned since' || name === 'Last use';
      if (cell === null || cell === '') assert.equal(text, '', name);
      else if (isDate) assert.equal(text, iso(cell), name);
      else if (typeof cell === 'number') assert.ok(near(Number(text), cell), `${name}: ${text} for ${cell}`);
      else assert.equal(text, cell, name);
    }
  }
  await card('ITAM register').evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await workbench.openSheet('Flex ITAM');
  await workbench.screenshot('compliance-register');
});

test('an accepted finding keeps its state and reason over a rerun, and a contract that was extended closes its finding', async () => {
  await editFinding('departed', 'p-0002@example.com', {
    State: 'accepted',
    Reason: 'came back as a trainee',
  });
  await workbench.pane.getByText(/A sheet that it reads changed since/).waitFor({ timeout: 10_000 });
  await workbench.hook('edit', PEOPLE_SHEET, 'C4', '2026-12-31');
  const before = (await workbench.table('FlexFindings')).length;
  await toCompliance();
  await workbench.pane
    .getByText(`${before - 1} open, 1 accepted, 0 closed.`)
    .waitFor({ timeout: RUNS_WITHIN });
  await checkCompliance();
  const findings = await workbench.table('FlexFindings');
  const of = (rule, user) => findings.find((row) => row.Rule === rule && row.Who === user);
  const accepted = of('departed', 'p-0002@example.com');
  assert.deepEqual([accepted.State, accepted.Reason], ['accepted', 'came back as a trainee']);
  const closed = of('contractor ended', 'p-0304@example.com');
  assert.equal(closed.State, 'closed');
  assert.equal(iso(closed.Closed), '2026-10-30');
  assert.equal(await figure('Flex_ComplianceHigh'), 0);
  assert.equal(await figure('Flex_ComplianceOpen'), before - 2);
  assert.match(await cardText('Result'), /0 new since the last check; 1 accepted, 1 closed/);
  assert.match(await cardText('Findings'), /accepted: came back as a trainee/);
  await workbench.screenshot('compliance-rerun');
});
