/** Size pool on the sample workbook, as its user would: size, read, move the tolerance, plan a project, type tiers, cancel. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/setup.mjs';
import { openWorkbench, RUNS_WITHIN } from './harness.mjs';

let workbench;
before(async () => {
  workbench = await openWorkbench();
});
after(() => workbench.close());

const CHOICES = ['Baseline', "Guide's rule", 'Risk-calibrated', 'Cost-optimal'];

async function toPoolStep() {
  await workbench.pane.getByRole('button', { name: /^Pool/ }).click();
  const again = workbench.button('Prepare another run');
  if (await again.isVisible()) await again.click();
}

async function size() {
  await toPoolStep();
  const run = workbench.button('Size pool');
  await run.waitFor({ timeout: RUNS_WITHIN });
  await run.click();
  await workbench.pane.getByRole('heading', { name: 'Pool sized' }).waitFor({ timeout: RUNS_WITHIN });
  await workbench.hook('calculated');
}

async function sizes() {
  const rows = await workbench.table('FlexPoolSizes');
  assert.deepEqual(
    rows.map((row) => row.Choice),
    CHOICES,
  );
  return Object.fromEntries(rows.map((row) => [row.Choice, row]));
}

async function named(name) {
  const found = (await workbench.hook('names')).find((each) => each.name === name);
  assert.ok(found, `the workbook has a name ${name}`);
  const [sheet, cell] = found.formula.slice(1).replaceAll("'", '').split('!');
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

/** The engine over the sample's rows in Node: what the browser's worker must have found. */
async function sizedInNode(options) {
  const folder = mkdtempSync(join(tmpdir(), 'flex-pool-node-'));
  try {
    const file = join(folder, 'size.cjs');
    await build({
      stdin: {
        contents: `
          import { builtinCard } from './src/engine/catalog';
          import { usageYear } from './src/engine/usage';
          import { readUsage } from './src/engine/usage/reader/reader';
          import { poolDemand, poolInput, sizePool } from './src/engine/pool';
          import sample from './assets/sample/usage.json';
          const reading = readUsage([sample.columns, ...sample.rows], { card: builtinCard('guide') });
          const demand = poolDemand(reading, usageYear(reading, null), { by: 'auto' });
          const result = sizePool(poolInput(demand, JSON.parse(process.argv[2])));
          process.stdout.write(JSON.stringify(result.choices));
        `,
        resolveDir: ROOT,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      outfile: file,
      logLevel: 'error',
    });
    return JSON.parse(execFileSync(process.execPath, [file, JSON.stringify(options)], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('before a sizing the pane says whose tokens it reads, what one year can tell, and what it writes', async () => {
  await workbench.pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
  await toPoolStep();
  for (const text of ['1,070,716 tokens', 'Demand moves in 63 projects', 'Flex Pool', 'Insert Flex Projects'])
    await workbench.pane.getByText(text).first().waitFor({ timeout: RUNS_WITHIN });
  assert.deepEqual(await workbench.hook('sheets'), ['Usage', 'Try it']);
  await workbench.screenshot('pool-before');
});

test('a click on Size pool writes four sizes side by side, and the engine in Node finds the same to the last token', async () => {
  const workers = [];
  workbench.page.on('worker', (worker) => workers.push(worker.url()));
  await size();
  assert.ok(
    workers.some((url) => /\/worker\.[^/]*$/.test(url)),
    'the simulation ran beside the pane, not in it',
  );
  const written = await sizes();
  const disruption = await valueOf('Flex_PoolDisruption');
  // 5 % tolerated: a missing token must cost 19 times what an unused one does, 0.30 × 19.
  assert.ok(Math.abs(disruption - 5.7) < 1e-6, `disruption ${disruption}`);
  const expected = await sizedInNode({
    tolerance: 0.05,
    growth: { mean: 0, spread: 0.05 },
    prices: {
      price: 0.3,
      tiers: [],
      bundle: 100,
      topUpPrice: 0.3,
      disruption: 5.7,
      salvage: 0,
      salvageShare: 1,
    },
    leadDays: 14,
    planned: [],
    lots: false,
  });
  for (const [index, name] of CHOICES.entries()) {
    const row = written[name];
    const choice = expected[index];
    assert.equal(row.Size, choice.size, name);
    assert.equal(row['Before rounding'], choice.exact, name);
    assert.equal(row['Stockout risk'], choice.stockoutRisk, name);
    assert.equal(row['Expected shortage'], choice.shortage, name);
    // A native formula over the input cells, against the engine's figure.
    assert.ok(Math.abs(row['Expected cost'] - choice.cost) < 0.005, `${name} costs ${choice.cost}`);
    assert.ok(row['What it assumes'].length > 20, name);
  }
  assert.equal(written.Baseline['Before rounding'], 1070716.25);
  assert.equal(written["Guide's rule"]['Before rounding'], 1070716.25 * 1.15);
  assert.equal(written['Risk-calibrated']['Stockout risk'], 0.05);
  for (const text of ['1,609,100', 'A missing token is worth $5.70', 'wrong instrument'])
    await workbench.pane.getByText(text).first().waitFor({ timeout: 5000 });
  assert.equal(await workbench.pane.getByText('changed since. Run it again').count(), 0);
  await workbench.screenshot('pool-sized');
});

test('the curve stands as a native chart with the four sizes marked on it', async () => {
  const charts = (await workbench.hook('charts')).filter((chart) => chart.sheet === 'Flex Pool');
  assert.equal(charts.length, 2);
  const curve = await workbench.table('FlexPoolCurve');
  const written = await sizes();
  const cost = charts.find((chart) => chart.series.some((series) => series.secondary));
  const byName = Object.fromEntries(cost.series.map((series) => [series.name, series]));
  assert.deepEqual(
    byName['Stockout risk'].values,
    curve.map((row) => row['Stockout risk']),
  );
  for (const name of CHOICES) {
    const { marker, x, values } = byName[name];
    assert.ok(marker, `${name} is marked`);
    assert.deepEqual([x, values], [[written[name].Size], [written[name]['Expected cost']]], name);
  }
  for (let row = 1; row < curve.length; row += 1) {
    assert.ok(curve[row].Size > curve[row - 1].Size);
    assert.ok(curve[row]['Stockout risk'] <= curve[row - 1]['Stockout risk']);
  }
  const lots = await workbench.table('FlexPoolLots');
  assert.deepEqual(
    lots.map((row) => row['Way to buy']),
    ['Annual pack', 'Rolling lots'],
  );
  assert.ok(lots[1]['Stockout years'] <= 0.05 && lots[1]['Tokens expired'] < lots[0]['Tokens expired']);
});

test('costs follow a changed top-up price in plain cells, and the sheet says that the sizes wait for a run', async () => {
  const before = await sizes();
  await change('Flex_PoolTopUpPrice', 0.4);
  const after = await sizes();
  for (const name of CHOICES) {
    const more = after[name]['Expected cost'] - before[name]['Expected cost'];
    assert.ok(Math.abs(more - 0.1 * before[name]['Expected shortage']) < 0.005, name);
  }
  assert.match(await workbench.value('Flex Pool', 'A4'), /run Size pool again/i);
  await change('Flex_PoolTopUpPrice', 0.3);
  assert.doesNotMatch(await workbench.value('Flex Pool', 'A4'), /again/i);
});

test('a tolerance moved in its cell makes the next pool larger, and its risk is the new one', async () => {
  const before = await sizes();
  await change('Flex_PoolTolerance', 0.02);
  await size();
  const now = await sizes();
  assert.ok(now['Risk-calibrated'].Size > before['Risk-calibrated'].Size);
  assert.ok(now['Risk-calibrated']['Stockout risk'] <= 0.02);
  assert.equal(now.Baseline.Size, before.Baseline.Size);
  await workbench.pane.getByText('was taken from Flex Pool').first().waitFor({ timeout: 5000 });
  assert.equal(await valueOf('Flex_PoolTolerance'), 0.02);
});

test('a project planned on Flex Projects adds its burst, and one that history holds is not counted twice', async () => {
  const before = await sizes();
  await toPoolStep();
  await workbench.button('Insert Flex Projects').click();
  await workbench.page.waitForFunction(() => window.flexWorkbench.sheets().includes('Flex Projects'), null, {
    timeout: RUNS_WITHIN,
  });
  const table = (await workbench.hook('tables')).find((each) => each.name === 'FlexProjects');
  const header = Object.keys((await workbench.table('FlexProjects'))[0]);
  const plan = async (row, cells) => {
    for (const [column, value] of Object.entries(cells)) {
      const index = header.indexOf(column);
      assert.ok(index >= 0, column);
      await workbench.hook(
        'edit',
        'Flex Projects',
        `${String.fromCharCode(65 + index)}${table.rect.row + 2 + row}`,
        value,
      );
    }
  };
  // 1 November 2026 to 31 October 2027: the whole year of the pool, 12 months of 30.4375 days.
  await plan(0, {
    Project: 'New tower',
    Start: 46327,
    End: 46691,
    People: 10,
    Products: 'Revit',
    'Tokens per person and month': 1000,
    Probability: 1,
  });
  await plan(1, {
    Project: 'Quayside',
    Start: 46327,
    End: 46691,
    People: 1,
    Products: 'Revit',
    'Tokens per person and month': 1000,
    Probability: 0.5,
  });
  await size();
  const planned = await workbench.table('FlexPoolPlanned');
  const months = 365 / 30.4375;
  assert.ok(Math.abs(planned[0]['Expected tokens'] - 10_000 * months) < 0.5);
  assert.equal(planned[0]['Taken out of history'], 0);
  assert.ok(Math.abs(planned[1]['Expected tokens'] - 500 * months) < 0.5);
  const taken = planned[1]['Taken out of history'];
  assert.ok(taken > 1000);
  const now = await sizes();
  const expected = 1070716.25 - taken + 10_500 * months;
  assert.ok(Math.abs(now.Baseline['Before rounding'] - expected) < 1, `${now.Baseline['Before rounding']}`);
  assert.notEqual(now['Risk-calibrated'].Size, before['Risk-calibrated'].Size);
  await workbench.openSheet('Flex Pool');
  await workbench.screenshot('pool-planned');
});

test('after a segmentation the pool is sized for the people on Flex, and tiers typed on the sheet set the price', async () => {
  await workbench.pane
    .getByRole('button', { name: /^Segment/ })
    .first()
    .click();
  await workbench.segment();
  await toPoolStep();
  await workbench.pane.getByRole('radio', { name: /People on Flex|Flex segments/ }).click();
  const table = (await workbench.hook('tables')).find((each) => each.name === 'FlexPoolTiers');
  const first = table.rect.row + 2;
  for (const [row, [from, price]] of [
    [0, 0.3],
    [100_000, 0.28],
    [200_000, 0.25],
  ].entries()) {
    await workbench.hook('edit', 'Flex Pool', `A${first + row}`, from);
    await workbench.hook('edit', 'Flex Pool', `B${first + row}`, price);
  }
  await size();
  const flex = await sizes();
  assert.ok(flex.Baseline.Size < 900_000, `${flex.Baseline.Size}`);
  for (const name of CHOICES) {
    const { Size, 'Price a token': price } = flex[name];
    assert.equal(price, Size >= 200_000 ? 0.25 : Size >= 100_000 ? 0.28 : 0.3, name);
  }
  assert.equal(await valueOf('Flex_PoolPeople'), 'Flex segments');
  await workbench.screenshot('pool-flex');
});

test('FLEX.POOLSIZE in a cell gives the sizes of the sheet over the same rows', async () => {
  await workbench.type('Try it', 'D1', '=FLEX.POOLSIZE(Usage!A1:G16384,0.95,100)');
  const [header, row] = await workbench.values('Try it', 'D1:L2');
  assert.deepEqual(header.slice(0, 5), [
    'Baseline',
    'Buffer',
    'Rule size',
    'Simulated size',
    'Bundle-rounded size',
  ]);
  assert.equal(row[0], 1070716.25);
  assert.equal(row[1], 0.15);
  assert.equal(row[4], 1609100);
});

test('Cancel while the pool is simulated leaves the workbook as it was', async () => {
  await toPoolStep();
  const run = workbench.button('Size pool');
  await run.waitFor({ timeout: RUNS_WITHIN });
  const was = await workbench.contents();
  await workbench.cancelWhileComputing(run, 'draws');
  assert.deepEqual(await workbench.contents(), was);
});
