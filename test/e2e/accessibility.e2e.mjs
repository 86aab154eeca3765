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

for (const colorScheme of ['light', 'dark']) {
  test(`a reader with a screen reader or low vision can use the ${colorScheme} pane at 320 px, before and after a run and a sizing`, async () => {
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
      await workbench.pane.getByRole('button', { name: /^Pool/ }).click();
      await workbench.pane.getByText('Who counts').first().waitFor({ timeout: RUNS_WITHIN });
      const size = workbench.button('Size pool');
      await size.and(workbench.pane.locator(':not([disabled]):not([aria-disabled="true"])')).waitFor({
        timeout: RUNS_WITHIN,
      });
      // A button that has just been enabled fades in: half way its colours are neither here nor there.
      await workbench.page.waitForTimeout(500);
      await audit(workbench, 'before a sizing');
      await size.click();
      await workbench.pane.getByRole('heading', { name: 'Pool sized' }).waitFor({ timeout: RUNS_WITHIN });
      await audit(workbench, 'after a sizing');
      await workbench.screenshot(`pane-pool-${colorScheme}`);
    } finally {
      await workbench.close();
    }
  });
}
