/** The pane in the workbench at its narrowest, light and dark, through a whole run: axe finds nothing and nothing is cut off. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { openWorkbench, RUNS_WITHIN } from './harness.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function audit(workbench, step) {
  const frame = workbench.page.frames().find((each) => each.url().includes('/pane/'));
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  const { violations, overflow } = await frame.evaluate(async () => ({
    violations: (await window.axe.run(document)).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`,
    ),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  assert.deepEqual(violations, [], step);
  assert.ok(overflow <= 0, `${step}: the pane does not scroll sideways`);
}

/** Steps after the segmentation: what their run is called, how its result is headed, and what the step needs first. */
const STEPS = [
  { step: 'Pool', run: 'Size pool', done: 'Pool sized' },
  {
    step: 'Monitor',
    run: 'Monitor pool',
    done: 'Pool monitored',
    first: 'Insert ledger with sample packs',
    ready: '3 packs',
  },
  { step: 'Portfolio', run: 'Build portfolio', done: 'Portfolio built', first: 'Insert sample seats' },
  { step: 'Renewal', run: 'Prepare renewal', done: 'Renewal prepared', first: 'Insert sample quotes' },
  { step: 'Compliance', run: 'Check compliance', done: 'Compliance checked' },
];

async function walk(workbench, { step, run, done, first, ready }, colorScheme) {
  const { pane } = workbench;
  // The step, not the button of its run.
  await pane.getByRole('button', { name: new RegExp(`^${step}(?! pool)`) }).click();
  if (first !== undefined) {
    await workbench.button(first).click();
    if (ready !== undefined) await pane.getByText(ready).first().waitFor({ timeout: RUNS_WITHIN });
    else await workbench.button(first).waitFor({ state: 'detached', timeout: RUNS_WITHIN });
  }
  const start = workbench.button(run);
  const able = pane.locator(':not([disabled]):not([aria-disabled="true"])');
  await start.and(able).waitFor({ timeout: RUNS_WITHIN });
  // A button that has just been enabled fades in: half way its colours are neither here nor there.
  await workbench.page.waitForTimeout(500);
  await audit(workbench, `before ${run}`);
  await start.click();
  await pane.getByRole('heading', { name: done }).waitFor({ timeout: RUNS_WITHIN });
  await workbench.page.waitForTimeout(500);
  await audit(workbench, `after ${run}`);
  await workbench.screenshot(`pane-${step.toLowerCase()}-${colorScheme}`);
}

for (const colorScheme of ['light', 'dark']) {
  test(`a reader with a screen reader or low vision can use the ${colorScheme} pane at 320 px, before and after every command`, async () => {
    const workbench = await openWorkbench({ colorScheme, viewport: { width: 1280, height: 900 } });
    try {
      await workbench.page.evaluate(() => {
        document.querySelector('#pane').style.width = '320px';
      });
      await workbench.button('Segment users').waitFor({ timeout: RUNS_WITHIN });
      await workbench.pane.getByText('16,383 rows').waitFor({ timeout: RUNS_WITHIN });
      await audit(workbench, 'before');
      await workbench.segment();
      await audit(workbench, 'after');
      await workbench.screenshot(`pane-${colorScheme}`);
      for (const step of STEPS) await walk(workbench, step, colorScheme);
    } finally {
      await workbench.close();
    }
  });
}
