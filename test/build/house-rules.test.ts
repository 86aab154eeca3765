/** Each rule about places and imports, shown stopping a violation in a small tree of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const CODE = 'export const a = 1;\n';
const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

/** What lint says about each file of a tree given as path → text; a path alone holds a line of code. */
function said(...trees: readonly (string | Readonly<Record<string, string>>)[]): Record<string, string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'house-'));
  made.push(folder);
  for (const tree of trees) {
    for (const [file, text] of typeof tree === 'string' ? [[tree, CODE] as const] : Object.entries(tree)) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
  }
  const run = spawnSync(process.execPath, [path.join(__dirname, 'lint-tree.mjs'), folder], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Record<string, string[]>;
}

/** Files that break a rule. */
const broken = (all: Record<string, string[]>, rule: string): string[] =>
  Object.keys(all).filter((file) => all[file]!.some((text) => text.startsWith(`house/${rule}:`)));

test('a name that is not kebab-case is stopped, of a folder too; .test. and the like stay free', () => {
  const all = said(
    ...['src/pool/sizePool.ts', 'src/pool/Card.tsx', 'src/planned_work/size.ts', 'scripts/two--dashes.mjs'],
    ...['src/pool/size-pool.ts', 'test/year-2026.property.test.ts', 'scripts/apt.mjs'],
  );
  expect(broken(all, 'file-name').sort()).toEqual([
    'scripts/two--dashes.mjs',
    'src/planned_work/size.ts',
    'src/pool/Card.tsx',
    'src/pool/sizePool.ts',
  ]);
});

test('a file that repeats its folder’s noun is stopped, in one or in many, and told what to be called', () => {
  const all = said(
    ...['src/pool/pool-size.ts', 'src/segments/segment-users.ts', 'src/history/histories-merge.ts'],
    ...['src/usage/usage-year.test.ts', 'src/pool/pool.ts', 'src/pool/pooled.ts', 'src/pool/size-pool.ts'],
  );
  expect(broken(all, 'folder-noun').sort()).toEqual([
    'src/history/histories-merge.ts',
    'src/pool/pool-size.ts',
    'src/segments/segment-users.ts',
    'src/usage/usage-year.test.ts',
  ]);
  expect(all['src/segments/segment-users.ts']).toEqual([
    'house/folder-noun: The folder says "segments" already: call the file users.ts, or what it does.',
  ]);
});

test('a twenty-sixth file in a folder is stopped, whatever its kind; folders below count by themselves', () => {
  const files = (count: number, folder: string) =>
    Array.from({ length: count }, (_, index) => `${folder}/${folder}ed-${index}.ts`);
  const full = said(...files(24, 'pool'), { 'pool/notes.md': '' }, ...files(25, 'pool/lots'));
  expect(broken(full, 'folder-size')).toEqual([]);
  const over = said(...files(25, 'pool'), { 'pool/notes.md': '' });
  expect(broken(over, 'folder-size')).toHaveLength(25);
});

test('a test whose subject’s folder is not in src is stopped', () => {
  const all = said(
    'src/engine/pool/size.ts',
    'test/engine/pool/size.test.ts',
    'test/engine/pools/size.test.ts',
    'test/e2e/pool/size.ts',
  );
  expect(broken(all, 'test-place')).toEqual(['test/engine/pools/size.test.ts']);
});

test('a circle is stopped and shown, whichever kind of import closes it', () => {
  const ways = {
    values: "import { b } from './b';\nexport const a = b;\n",
    types: "import type { B } from './b';\nexport type A = B;\n",
    'import-type': "export type A = import('./b').B;\n",
    're-export': "export { b } from './b';\n",
    'import-call': "export const a = () => import('./b');\n",
  };
  const all = said(
    ...Object.entries(ways).map(([way, code]) => ({
      [`${way}/a.ts`]: code,
      [`${way}/b.ts`]: "export * from './room';\n",
      [`${way}/room/index.ts`]: "export type { A } from '../a';\n",
      [`${way}/aside.ts`]: "import './a';\n",
    })),
  );
  for (const way of Object.keys(ways)) {
    const files = [`${way}/a.ts`, `${way}/b.ts`, `${way}/room/index.ts`];
    expect(broken(all, 'no-circle').filter((file) => file.startsWith(`${way}/`))).toEqual(files);
    expect(all[`${way}/a.ts`]![0]).toContain([...files, files[0]].join(' → '));
  }
});

test('two ways to one file are no circle, and neither is a file of data or a word in a comment', () => {
  const all = said({
    'src/a.ts': "import './b';\nimport './c';\n",
    'src/b.ts': "import './c';\nimport data from './data.json';\nexport const b = data;\n",
    'src/data.json': '{}',
    'src/c.ts': "// import './a';\nexport const c = \"import './a'\";\n",
  });
  expect(broken(all, 'no-circle')).toEqual([]);
});
