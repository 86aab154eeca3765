/** Bundles the command line into one file that needs no node_modules: `node scripts/cli-build.mjs [folder]`, by default dist/cli. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './setup.mjs';

export async function buildCli(folder = resolve(ROOT, 'dist/cli')) {
  // Loaded here, so that a fresh clone can install it first.
  const { build } = await import('esbuild');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'flex-governor.js');
  await build({
    entryPoints: [resolve(ROOT, 'src/cli/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'eof',
    logLevel: 'warning',
    banner: { js: '#!/usr/bin/env node' },
  });
  chmodSync(outfile, 0o755);
  return outfile;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildCli(process.argv[2] === undefined ? undefined : resolve(process.argv[2]));
}
