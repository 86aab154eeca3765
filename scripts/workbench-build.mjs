/** Bundles the workbench into out/workbench: `node scripts/workbench-build.mjs`. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './setup.mjs';

const SOURCE = resolve(ROOT, 'workbench');
export const WORKBENCH_OUT = resolve(ROOT, 'out/workbench');
const STAMP = join(WORKBENCH_OUT, 'built.txt');

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    );

/** True when nothing the bundle is made of has changed since the last one. */
function isFresh() {
  if (!existsSync(STAMP)) return false;
  const made = statSync(STAMP).mtimeMs;
  const inputs = [
    newest(SOURCE),
    statSync(resolve(ROOT, 'package-lock.json')).mtimeMs,
    statSync(import.meta.filename ?? SOURCE).mtimeMs,
  ];
  return inputs.every((changed) => changed < made);
}

/** @param force bundle even when nothing has changed */
export async function buildWorkbench(force = false) {
  if (!force && isFresh()) return;
  mkdirSync(WORKBENCH_OUT, { recursive: true });
  const common = {
    bundle: true,
    minify: true,
    sourcemap: false,
    target: 'es2022',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    jsx: 'automatic',
    loader: {
      '.svg': 'dataurl',
      '.png': 'dataurl',
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
      '.ttf': 'dataurl',
    },
    legalComments: 'none',
  };
  await build({
    ...common,
    entryPoints: { main: join(SOURCE, 'main.ts'), office: join(SOURCE, 'pane/office-script.ts') },
    outdir: WORKBENCH_OUT,
    format: 'iife',
  });
  copyFileSync(join(SOURCE, 'index.html'), join(WORKBENCH_OUT, 'index.html'));
  writeFileSync(STAMP, `${new Date().toISOString()}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const start = performance.now();
  await buildWorkbench(true);
  console.log(`out/workbench is ready (${((performance.now() - start) / 1000).toFixed(1)} s).`);
}
