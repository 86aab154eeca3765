import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const ENGINE = 'src/engine/errors.ts';
const REPORT = 'src/report/model/document.ts';
const EXCEL = 'src/excel/contract/services.ts';
const FUNCTIONS = 'src/functions/functions.ts';
const PANE = 'src/taskpane/pane/state.ts';
const ENTRY = 'src/taskpane/index.tsx';
const WORKER = 'src/worker/worker.ts';

interface Snippet {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  /** Null: the snippet must be accepted. */
  readonly rule: string | null;
}

const pure = (name: string, code: string, rule: string): Snippet => ({ name, file: ENGINE, code, rule });
const GLOBALS = 'no-restricted-globals';
const SYNTAX = 'no-restricted-syntax';
const ROOMS = 'boundaries/element-types';
const long = 'export const a = [\n' + '  1,\n'.repeat(360) + '];\n';

const snippets: readonly Snippet[] = [
  pure('the engine names Excel', 'export const x = () => Excel.run;\n', GLOBALS),
  pure('the engine names an Excel type', 'export type X = Excel.Range;\n', SYNTAX),
  pure('the engine reads the page', 'export const x = () => document.title;\n', GLOBALS),
  pure('the engine fetches', "export const x = () => fetch('x');\n", GLOBALS),
  pure('the engine reads the environment', 'export const x = () => process.env;\n', GLOBALS),
  pure('the engine reaches a global by a detour', 'export const x = () => globalThis;\n', GLOBALS),
  pure('the engine waits on a timer', 'export const x = () => setTimeout(() => 1, 1);\n', GLOBALS),
  pure('the engine logs usage', 'export const x = (u: string) => console.log(u);\n', GLOBALS),
  pure('the engine reads the clock', 'export const x = () => Date.now();\n', SYNTAX),
  pure('the engine makes a date of now', 'export const x = () => new Date();\n', SYNTAX),
  pure('the engine rolls dice', 'export const x = () => Math.random();\n', SYNTAX),
  pure(
    'the engine imports the Office layer',
    "export type { Message } from '../excel/contract/services';\n",
    ROOMS,
  ),
  pure('the engine imports the report', "export type { Column } from '../report/model/document';\n", ROOMS),
  {
    name: 'a refusal of the engine has no code',
    file: 'src/engine/pool/simulate.ts',
    code: "import { FlexError } from '../errors';\nexport const x = () => new FlexError('value', 'No.');\n",
    rule: SYNTAX,
  },
  pure('a type leads back to its own file', "export type { PoolInput } from './pool';\n", 'house/no-circle'),
  pure('any slips in', 'export const x = (u: any) => u;\n', '@typescript-eslint/no-explicit-any'),
  pure('an error is silenced', '// @ts-ignore\nexport const x = 1;\n', '@typescript-eslint/ban-ts-comment'),
  pure('a file holds two ideas', long, 'max-lines'),
  {
    name: 'the report names Office',
    file: REPORT,
    code: 'export const x = () => Office.context;\n',
    rule: GLOBALS,
  },
  {
    name: 'the report reads the clock',
    file: REPORT,
    code: 'export const x = () => new Date();\n',
    rule: SYNTAX,
  },
  {
    name: 'the report imports the Office layer',
    file: REPORT,
    code: "export type { Message } from '../../excel/contract/services';\n",
    rule: ROOMS,
  },
  {
    name: 'the model of sheets knows a capability',
    file: REPORT,
    code: "export type { PoolReportInput } from '../pool/input';\n",
    rule: ROOMS,
  },
  {
    name: 'the reading of blocks knows a capability',
    file: 'src/excel/host/failure.ts',
    code: "export * from '../pool/command';\n",
    rule: ROOMS,
  },
  {
    name: 'arithmetic knows a product',
    file: 'src/engine/numeric/format.ts',
    code: "export type { RateCard } from '../catalog/types';\n",
    rule: ROOMS,
  },
  {
    name: 'a capability writes by the model of sheets',
    file: 'src/report/pool/figures.ts',
    code: "export type { Column } from '../model/document';\n",
    rule: null,
  },
  {
    name: 'a function of the sheet touches the page',
    file: FUNCTIONS,
    code: 'export const x = () => window;\n',
    rule: GLOBALS,
  },
  {
    name: 'a function of the sheet calls Excel',
    file: FUNCTIONS,
    code: 'export const x = () => Excel.run;\n',
    rule: GLOBALS,
  },
  {
    name: 'a promise of the Office layer is forgotten',
    file: EXCEL,
    code: 'const f = async () => 1;\nexport const x = () => {\n  f();\n};\n',
    rule: '@typescript-eslint/no-floating-promises',
  },
  {
    name: 'a product file imports the workbench',
    file: EXCEL,
    code: "export type { Rect } from '../../../workbench/office/grid';\n",
    rule: ROOMS,
  },
  {
    name: 'a property is read before it is loaded',
    file: EXCEL,
    code: "export const x = (s: Excel.Worksheet) => {\n  const r = s.getRange('A1');\n  return r.values;\n};\n",
    rule: 'office-addins/load-object-before-read',
  },
  { name: 'the pane names Excel', file: PANE, code: 'export const x = () => Excel.run;\n', rule: GLOBALS },
  {
    name: 'a hook is called in a condition',
    file: PANE,
    code: "import { useState } from 'react';\nexport function useX(a: boolean) {\n  if (a) useState(1);\n}\n",
    rule: 'react-hooks/rules-of-hooks',
  },
  {
    name: 'a view of the pane starts the worker by itself',
    file: PANE,
    code: "export { startWorker } from '../../worker/start';\n",
    rule: ROOMS,
  },
  {
    name: 'the worker drags the pane along',
    file: WORKER,
    code: "export type { Step } from '../taskpane/pane/state';\n",
    rule: ROOMS,
  },
  {
    name: 'the worker reaches for the workbook',
    file: WORKER,
    code: "export type { Message } from '../excel/contract/services';\n",
    rule: ROOMS,
  },
  {
    name: 'the pane entry may hand over the worker',
    file: ENTRY,
    code: "export { startWorker } from '../worker/start';\n",
    rule: null,
  },
  {
    name: 'the worker may run the engine',
    file: WORKER,
    code: "export type { PoolInput } from '../engine/pool/types';\n",
    rule: null,
  },
  {
    name: 'the engine imports the engine',
    file: ENGINE,
    code: "export type { RateCard } from './catalog/types';\n",
    rule: null,
  },
  {
    name: 'the pane entry may load functions and Office',
    file: ENTRY,
    code: "import '../functions/functions';\nvoid Office.onReady();\n",
    rule: null,
  },
  {
    name: 'the engine computes with a given date',
    file: ENGINE,
    code: 'export const x = (ms: number) => new Date(ms).getUTCDate();\n',
    rule: null,
  },
];

/** The rules each snippet breaks. */
function linted(given: readonly Pick<Snippet, 'file' | 'code'>[]): string[][] {
  const run = spawnSync(process.execPath, [path.join(__dirname, 'lint-snippets.mjs')], {
    cwd: ROOT,
    input: JSON.stringify(given),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[][];
}
const broken = linted(snippets);

test.each(snippets.map((snippet, index) => ({ ...snippet, index })).filter(({ rule }) => rule !== null))(
  'lint stops it when $name',
  ({ rule, index }) => {
    expect(broken[index]).toContain(rule);
  },
);

test.each(snippets.map((snippet, index) => ({ ...snippet, index })).filter(({ rule }) => rule === null))(
  'lint lets it pass: $name',
  ({ index }) => {
    expect(broken[index]).toEqual([]);
  },
);

const PLACES = [
  ['workbench/charts/chartPlan.ts', 'house/file-name'],
  ['workbench/charts/chart-plan.ts', 'house/folder-noun'],
  ['test/engine/negotiation/levers.test.ts', 'house/test-place'],
  ['bench/usage/usage-year.mjs', 'house/folder-noun'],
  ['scripts/Build.mjs', 'house/file-name'],
] as const;

test('lint stops a new file by its name or place, in every part of the repository', () => {
  const said = linted(PLACES.map(([file]) => ({ file, code: '' })));
  expect(said.map((rules, index) => rules.filter((rule) => rule === PLACES[index]![1]))).toEqual(
    PLACES.map(([, rule]) => [rule]),
  );
});

test('the snippets stand for files that exist, so that each rule meets its real room', () => {
  for (const { file } of snippets) expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true]);
});
