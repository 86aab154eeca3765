/** Runs test/e2e/*.e2e.mjs in Chromium against the built add-in in the workbench. Builds what is missing; arguments pick files by name. */
import { spawnSync } from 'node:child_process';
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
const env = { ...process.env, CHROMIUM_PATH: browser };
const run = (file) => runNode(['--test', '--test-reporter=spec', file], { env });
let failed = 0;
// One file after the other: each opens a browser with a spreadsheet of its own. A browser on a busy machine may miss a
// beat, so a failing file gets one more try in a new browser; what failed first is shown all the same.
for (const file of files) {
  const first = spawnSync(process.execPath, ['--test', '--test-reporter=spec', file], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  if (first.status === 0) {
    process.stdout.write(first.stdout);
    continue;
  }
  console.log(`${file} failed at the first try:`);
  console.log(first.stdout.replaceAll(/^/gm, '| '));
  if (run(file) !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
