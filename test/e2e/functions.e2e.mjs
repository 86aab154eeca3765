/** FLEX functions typed into cells of the workbench. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWorkbench } from './harness.mjs';

const SHEET = 'Try it';
let workbench;
before(async () => {
  workbench = await openWorkbench({ viewport: { width: 1440, height: 1400 } });
});
after(() => workbench.close());

test('=FLEX.BREAKEVEN("Revit") typed into a cell shows 1940', async () => {
  await workbench.type(SHEET, 'F5', '=FLEX.BREAKEVEN("Revit")');
  assert.equal(await workbench.value(SHEET, 'F5'), 1940);
});

test('arguments left out between commas are omitted ones, and any case of the name works', async () => {
  await workbench.type(SHEET, 'F6', '=flex.breakeven("revit",,,,"retail")');
  assert.equal(await workbench.value(SHEET, 'F6'), 97);
  await workbench.type(SHEET, 'F7', '=FLEX.CEILING("Revit",0.5,25%)');
  assert.equal(await workbench.value(SHEET, 'F7'), 727.5);
});

test('a column of units spills a column of costs', async () => {
  for (const [row, hours] of [100, 200, 400].entries())
    await workbench.type(SHEET, `F${10 + row}`, String(hours));
  await workbench.type(SHEET, 'E10', '=FLEX.COST("Revit",F10:F12)');
  assert.deepEqual(await workbench.values(SHEET, 'E10:E12'), [[150], [300], [600]]);
});

test('a table function spills its header and rows', async () => {
  await workbench.type(SHEET, 'A26', '=FLEX.BREAKEVENTABLE()');
  const [header, autocad] = await workbench.values(SHEET, 'A26:H27');
  assert.deepEqual(header, [
    'Product',
    'Basis',
    'Tokens per unit',
    'Seat price',
    'Break-even',
    'Ceiling',
    'Reachable',
    'Recommendation',
  ]);
  assert.equal(autocad[0], 'AutoCAD');
  assert.equal(Math.round(autocad[4] * 100) / 100, 6766.67);
  assert.equal(autocad[6], false);
});

test('an unknown product shows #N/A, and selecting the cell says which names are known', async () => {
  await workbench.type(SHEET, 'F15', '=FLEX.BREAKEVEN("Revitt")');
  assert.equal((await workbench.value(SHEET, 'F15')).error, '#N/A');
  await workbench.hook('select', SHEET, 'F15');
  const status = workbench.page.locator('footer');
  await assert.doesNotReject(status.getByText('Nearest known names: Revit').waitFor({ timeout: 5000 }));
});

test('a discount of 150 % shows #VALUE! and a blocked spill shows #SPILL!', async () => {
  await workbench.type(SHEET, 'F16', '=FLEX.BREAKEVEN("Revit",150%)');
  assert.equal((await workbench.value(SHEET, 'F16')).error, '#VALUE!');
  assert.match(await workbench.hook('error', SHEET, 'F16'), /seatDiscount.*0 to 1/);
  await workbench.type(SHEET, 'F21', 'in the way');
  await workbench.type(SHEET, 'F20', '=FLEX.RATECARD()');
  assert.equal((await workbench.value(SHEET, 'F20')).error, '#SPILL!');
});

test('=FLEX.SEGMENT over usage rows gives the person worked out by hand', async () => {
  await workbench.type(SHEET, 'A40', '=FLEX.SEGMENT(Usage!A1:G67)');
  const [header, first, second] = await workbench.values(SHEET, 'A40:J42');
  assert.equal(header[0], 'User');
  assert.deepEqual(first.slice(0, 9), [
    'p-0001@example.com',
    'Flex – low utilisation',
    'Flex',
    'Revit',
    120,
    600,
    180,
    2910,
    2730,
  ]);
  assert.deepEqual(second.slice(1, 6), ['Collection', 'AEC Collection', 'Revit', 1200, 11640]);
  await workbench.screenshot('functions');
});
