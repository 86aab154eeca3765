/** Share on the sample workbook, as its user would: check, freeze, restore, control totals, aliases. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench, RUNS_WITHIN } from './harness.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench();
});
after(() => workbench.close());

const says = (text) => workbench.pane.getByText(text).first().waitFor({ timeout: RUNS_WITHIN });

async function press(name) {
  const button = workbench.button(name);
  await button.waitFor({ timeout: RUNS_WITHIN });
  await button.click();
}

/** Formulas of a sheet by cell, as they stand. */
async function formulas(sheet) {
  const { sheets } = await workbench.contents();
  return JSON.parse(sheets.find(({ name }) => name === sheet).cells);
}

const needsAddIn = (cells) => cells.flat().filter((cell) => /^=.*FLEX\./.test(String(cell)));

test('a look lists the formulas that need the add-in and counts who is named, and changes nothing', async () => {
  await workbench.pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
  await workbench.segment();
  const contents = await workbench.contents();
  const there = needsAddIn(await formulas('Try it'));
  assert.ok(there.length > 0, 'the sample shows functions');
  await workbench.pane.getByRole('button', { name: /^Share/ }).click();
  await press('Check the workbook');
  await says(`${there.length} formulas need the add-in`);
  await says(/people are named in this workbook/);
  await workbench.pane.getByRole('button', { name: /^Which\?/ }).click();
  await workbench.screenshot('share-look');
  assert.deepEqual(await workbench.contents(), contents);
});

test('Freeze to values leaves what every formula shows; Restore puts each back where it was', async () => {
  const before = await formulas('Try it');
  const shown = await workbench.values('Try it', 'A1:Z60');
  await press('Freeze to values');
  await says(/formulas? (was|were) replaced by/);
  await workbench.hook('calculated');
  assert.deepEqual(needsAddIn(await formulas('Try it')), []);
  assert.deepEqual(await workbench.values('Try it', 'A1:Z60'), shown);
  await workbench.screenshot('share-frozen');
  await press('Restore formulas');
  await says(/formulas? (was|were) put back\.$/);
  await workbench.hook('calculated');
  assert.deepEqual(needsAddIn(await formulas('Try it')), needsAddIn(before));
  assert.deepEqual(await workbench.values('Try it', 'A1:Z60'), shown);
});

test('the control totals of a segmentation agree, and a figure typed over turns them red', async () => {
  await press('Write Flex Checks');
  await says(/Flex Checks compares \d+ totals/);
  await workbench.hook('calculated');
  const states = async () => {
    const rows = await workbench.table('FlexControlTotals');
    return Object.fromEntries(rows.map((row) => [row.What, row.State]));
  };
  const agreed = await states();
  assert.deepEqual([...new Set(Object.values(agreed))], ['agrees']);
  const [control] = await workbench.table('FlexControl');
  assert.equal(control['All together'], `All ${Object.keys(agreed).length} checks agree`);
  await workbench.openSheet('Flex Checks');
  await workbench.screenshot('share-checks');
  const products = (await workbench.hook('tables')).find(({ name }) => name === 'FlexProducts');
  const tokens = (await workbench.table('FlexProducts'))[0].Tokens;
  const at = `E${products.rect.row + 2}`;
  await workbench.hook('edit', 'Flex Summary', at, tokens + 1);
  await workbench.hook('calculated');
  assert.equal((await states())['Tokens by person and by product'], 'broken');
  assert.match((await workbench.table('FlexControl'))[0]['All together'], /^BROKEN: 1 of/);
  await workbench.screenshot('share-broken');
  await workbench.hook('edit', 'Flex Summary', at, tokens);
});

test('with a key of his own and his consent no user of the sample is named anywhere any more', async () => {
  const users = [...new Set((await workbench.table('FlexSegments')).map((row) => row.User))];
  assert.ok(users.length > 100);
  await workbench.pane.getByRole('button', { name: /^Replace names by aliases/ }).click();
  await press('Make a new key');
  await workbench.pane.getByLabel('I have kept the key outside this workbook').check();
  await workbench.pane.getByLabel('Change my own sheets too, such as the usage').check();
  await workbench.screenshot('share-key');
  await press('Replace names');
  await says(/people have an alias now/);
  await workbench.hook('calculated');
  const text = JSON.stringify(await workbench.contents()).toLowerCase();
  assert.deepEqual(
    users.filter(
      (user) =>
        text.includes(`"${String(user).toLowerCase()}"`) ||
        text.includes(`\\"${String(user).toLowerCase()}\\"`),
    ),
    [],
  );
  await workbench.screenshot('share-aliases');
});
