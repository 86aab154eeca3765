/** Runs test/e2e/*.e2e.mjs in Chromium against the built add-in in the workbench. Builds what is missing; arguments pick files by name. */
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, ROOT, runNode } from './setup.mjs';

ensureInstalled();
const browser = ensureChromium();
if (!browser) process.exit(process.env.CI ? 1 : 0);
if (!existsSync(resolve(ROOT, 'dist/taskpane.html'))) {
  const built = runNode(['scripts/build.mjs']);
  if (built !== 0) process.exit(built);
}
const { buildWorkbench } = await import('./workbench-build.mjs');
await buildWorkbench();

const wanted = process.argv.slice(2);
const files = readdirSync(resolve(ROOT, 'test/e2e'))
  .filter((name) => name.endsWith('.e2e.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map((name) => `test/e2e/${name}`);
if (files.length === 0) {
  console.error(`No end-to-end test is named like ${wanted.join(', ')}.`);
  process.exit(2);
}
// One file after the other: each opens a browser with a spreadsheet of its own.
process.exitCode = runNode(['--test', '--test-concurrency=1', '--test-reporter=spec', ...files], {
  env: { ...process.env, CHROMIUM_PATH: browser },
});
