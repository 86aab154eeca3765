/**
 * Runs a named bench: `npm run bench -- usage [rows] [rounds]`. A bench is a folder of `bench/` with an `index.ts` that
 * exports `run(child, args)` → exit code, and a `child.ts` that runs one method in a process of its own.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [name, ...args] = process.argv.slice(2);
const benches = readdirSync(join(root, 'bench'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'bench', entry.name, 'index.ts')))
  .map((entry) => entry.name);
if (!name || !benches.includes(name)) {
  console.error(`Name a bench: npm run bench -- ${benches.join(' | ')}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), `flex-bench-${name}-`));
try {
  await build({
    absWorkingDir: root,
    entryPoints: ['index', 'child'].map((file) => join('bench', name, `${file}.ts`)),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Native modules stay outside the bundle and are found through the link below.
    external: ['@duckdb/*', '@microsoft/office-js/*'],
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    logLevel: 'warning',
  });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const { default: bench } = await import(pathToFileURL(join(folder, 'index.cjs')).href);
  process.exitCode = bench.run(join(folder, 'child.cjs'), args);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
