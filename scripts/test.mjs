/**
 * The one test command. Installs what is missing, then runs types, lint, format, build, unit tests and end-to-end tests.
 * Stops at the first failing step with its exit code; the last line is always `N passed, N failed`, alone.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureLibreOffice } from './libre-office.mjs';
import { ensureInstalled, ROOT } from './setup.mjs';
import { readJestReport, readNodeTestSummary } from './test-counts.mjs';

const started = Date.now();
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const tally = { passed: 0, failed: 0 };
const JEST_REPORT = resolve(ROOT, 'out/jest.json');

/** Runs Node with the arguments, shows its output as it comes and resolves to {code, output}. */
function node(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const pass = (to) => (chunk) => {
      output += chunk;
      to.write(chunk);
    };
    child.stdout.on('data', pass(process.stdout));
    child.stderr.on('data', pass(process.stderr));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

function count({ passed, failed }) {
  tally.passed += passed;
  tally.failed += failed;
}

async function unit() {
  // A machine that reports results for others must not pass without its checks.
  if (!ensureLibreOffice() && process.env.CI) return 1;
  mkdirSync(resolve(ROOT, 'out'), { recursive: true });
  rmSync(JEST_REPORT, { force: true });
  const jest = 'node_modules/jest/bin/jest.js';
  const result = await node([jest, '--ci', '--reporters', 'default', '--json', '--outputFile', JEST_REPORT]);
  if (existsSync(JEST_REPORT)) count(readJestReport(readFileSync(JEST_REPORT, 'utf8')));
  return result.code;
}

async function endToEnd() {
  const browser = ensureChromium();
  if (!browser) {
    console.log('End-to-end tests were not run.');
    return process.env.CI ? 1 : 0;
  }
  const result = await node(['scripts/e2e.mjs'], { CHROMIUM_PATH: browser });
  count(readNodeTestSummary(result.output));
  return result.code;
}

const run = async (...args) => (await node(args)).code;

const STEPS = [
  ['Types', () => run('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.')],
  ['Lint', () => run('node_modules/eslint/bin/eslint.js', '.')],
  ['Format', () => run('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')],
  ['Build', () => run('scripts/build.mjs')],
  ['Unit, functions, Office layer, pane', unit],
  ['End to end', endToEnd],
];

ensureInstalled();
let code = 0;
for (const [name, step] of STEPS) {
  const since = Date.now();
  console.log(`\n== ${name}`);
  code = await step();
  console.log(`-- ${name}: ${code === 0 ? 'passed' : 'FAILED'} (${seconds(since)})`);
  if (code !== 0) {
    // A step that is no test run, or died before reporting, still shows as one failure.
    if (tally.failed === 0) tally.failed = 1;
    break;
  }
}
console.log(
  `\n${code === 0 ? 'Everything passed' : 'Stopped at the first failure'} after ${seconds(started)}.`,
);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = code;
