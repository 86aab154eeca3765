/** The workbench itself: what its server gives out, and that Microsoft's client in the pane reaches the visible grid. */
import assert from 'node:assert/strict';
import { get } from 'node:http';
import { after, before, test } from 'node:test';
import { openWorkbench } from './harness.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench();
});
after(() => workbench.close());

/** One raw request: fetch would tidy the path up before it is sent. */
function ask(path, headers = {}) {
  const { hostname, port } = new URL(workbench.server.url);
  return new Promise((done, failed) => {
    get({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () =>
        done({ status: response.statusCode, type: response.headers['content-type'], body }),
      );
    }).on('error', failed);
  });
}

const inPane = (act) =>
  workbench.page
    .frames()
    .find((frame) => frame.url().includes('/pane/'))
    .evaluate(act);

test('files outside the served folders cannot be asked for, under any spelling', async () => {
  for (const path of [
    '/pane/../package.json',
    '/pane/..%2fpackage.json',
    '/pane/%2e%2e/package.json',
    '/workbench/..%5c..%5cpackage.json',
    '/sample/../../package.json',
    '/pane/',
    '/package.json',
    '/pane/%00',
    '/pane/%E0%A4%A',
  ]) {
    const { status } = await ask(path);
    assert.equal(status, 404, path);
  }
});

test('a page under another name cannot reach the workbench', async () => {
  assert.equal((await ask('/', { host: 'attacker.example' })).status, 403);
});

test('files come with the type a browser needs, and the pane loads Office.js from the workbench', async () => {
  assert.match((await ask('/')).type, /^text\/html/);
  assert.match((await ask('/workbench/main.css')).type, /^text\/css/);
  assert.match((await ask('/pane/functions.json')).type, /^application\/json/);
  assert.match((await ask('/icons/flex-governor.svg')).type, /^image\/svg\+xml/);
  const pane = await ask('/pane/taskpane.html');
  assert.match(pane.body, /src="?\/office\/office\.js/);
  assert.doesNotMatch(pane.body, /<script[^>]+https:/);
});

test('what the add-in writes through Excel.run shows as cells, a table and a chart', async () => {
  const read = await inPane(() =>
    window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Made');
      const range = sheet.getRange('A1:C4');
      range.values = [
        ['Name', 'Users', 'Tokens'],
        ['North', 3, 1000],
        ['South', 5, 2500.5],
        ['West', 1, 400],
      ];
      sheet.getRange('C2:C4').numberFormat = [['#,##0.0'], ['#,##0.0'], ['#,##0.0']];
      const table = sheet.tables.add('A1:C4', true);
      table.name = 'MadeTable';
      sheet.getRange('E1').formulas = [['=SUM(MadeTable[Users])']];
      sheet.getRange('E2').formulas = [['=FLEX.BREAKEVEN("Revit")']];
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B4'), 'Auto');
      chart.title.text = 'South has most users';
      Object.assign(chart, { name: 'MadeChart', left: 250, top: 60, width: 330, height: 220 });
      sheet.activate();
      await context.sync();
      const results = sheet.getRange('E1:E2');
      results.load('values');
      range.load('text');
      await context.sync();
      return { results: results.values, text: range.text[2] };
    }),
  );
  assert.deepEqual(read, { results: [[9], [1940]], text: ['South', '5', '2,500.5'] });
  assert.equal((await workbench.hook('texts', 'Made', 'C3'))[0][0], '2,500.5');
  assert.ok((await workbench.hook('tables')).some(({ name }) => name === 'MadeTable'));
  const [chart] = await workbench.hook('charts');
  assert.deepEqual(chart.series, [{ name: 'Users', values: [3, 5, 1] }]);
  await workbench.page.getByRole('img', { name: 'South has most users' }).waitFor();
  await workbench.screenshot('workbench-chart');
});

test('a figure the user changes moves the chart', async () => {
  const bar = workbench.page.locator('.flex-chart rect[fill]', { hasText: 'North' });
  const before = await bar.boundingBox();
  await workbench.hook('edit', 'Made', 'B2', 6);
  await workbench.page.waitForFunction(
    (height) => document.querySelector('.flex-chart rect[fill]').getBoundingClientRect().height > height,
    before.height + 5,
  );
  assert.deepEqual((await workbench.hook('charts'))[0].series[0].values, [6, 5, 1]);
});

test("a format or a sheet's new name leaves formulas and names working", async () => {
  const values = await inPane(() =>
    window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Before');
      sheet.getRange('A1:A2').values = [[4], [5]];
      context.workbook.names.add('Made_Rate', sheet.getRange('A1'));
      sheet.getRange('B1:B2').formulas = [['=A2*Made_Rate'], ['=SUM(Before!A1:A2)']];
      sheet.getRange('B1:B2').numberFormat = [['0.00'], ['0.00']];
      sheet.getRange('B1:B2').format.font.bold = true;
      await context.sync();
      sheet.name = 'After';
      await context.sync();
      sheet.getRange('A1').values = [[10]];
      await context.sync();
      const range = sheet.getRange('B1:B2');
      range.load('values');
      await context.sync();
      return range.values;
    }),
  );
  assert.deepEqual(values, [[50], [15]]);
});

test("the add-in hears of the user's edit", async () => {
  await inPane(() =>
    window.Excel.run(async (context) => {
      window.heard = [];
      context.workbook.worksheets.getItem('Made').onChanged.add(async (event) => {
        window.heard.push(event.address);
      });
      await context.sync();
    }),
  );
  await workbench.hook('edit', 'Made', 'F7', 'typed');
  await workbench.page.waitForFunction(() => {
    const { heard } = document.getElementById('pane-frame').contentWindow;
    return heard.includes('F7');
  });
});

test('the pane follows the appearance of the page', async () => {
  const theme = () => inPane(() => document.documentElement.dataset.theme);
  assert.equal(await theme(), 'light');
  await workbench.page.getByRole('button', { name: /^Dark appearance/ }).click();
  assert.equal(await theme(), 'dark');
  await workbench.hook('select', 'Made', 'F7');
  await workbench.screenshot('workbench-chart-dark');
  await workbench.page.getByRole('button', { name: /^Dark appearance/ }).click();
  assert.equal(await theme(), 'light');
});

test('the pane is never narrower than 320 px, closes, and opens again from the ribbon', async () => {
  const { page } = workbench;
  const pane = page.locator('#pane');
  const splitter = page.getByRole('separator');
  await splitter.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  assert.equal(Math.round((await pane.boundingBox()).width), 320);
  await page.getByRole('button', { name: 'Close the task pane' }).click();
  assert.equal(await pane.isVisible(), false);
  await page.getByRole('button', { name: 'Open pane' }).click();
  assert.equal(await pane.isVisible(), true);
  await workbench.screenshot('workbench-320');
});
