/**
 * `npm run build` writes the deployable folder dist/.
 * `npm run build -- --env url=https://host/path` writes its manifest for that address.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createRequire } from 'node:module';
import { buildCli } from './cli-build.mjs';
import { ensureInstalled, ROOT, runNode } from './setup.mjs';

const { DEVELOPMENT_URL, deployUrl } = createRequire(import.meta.url)('./deploy-url.cjs');
const args = process.argv.slice(2);

/** Stops before the long part when the address cannot work. */
function checkAddresses() {
  const named = (name) =>
    args.map((arg) => arg.match(new RegExp(`^(?:--env=)?${name}=(.*)$`))?.[1]).find(Boolean);
  try {
    for (const name of ['url', 'support']) {
      const value = named(name);
      if (value) deployUrl(value);
    }
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  return named('url') ?? DEVELOPMENT_URL;
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const kB = (bytes) => `${(bytes / 1024).toFixed(1)} kB`.padStart(10);

function printSizes(dist) {
  for (const file of filesOf(dist).filter((name) => /\.(js|json|html|xml)$/.test(name))) {
    const content = readFileSync(file);
    console.log(
      `${relative(ROOT, file).padEnd(44)}${kB(content.length)}${kB(gzipSync(content).length)} gzip`,
    );
  }
}

const address = checkAddresses();
ensureInstalled();
const dist = resolve(ROOT, 'dist');
rmSync(dist, { recursive: true, force: true });
rmSync(resolve(ROOT, 'out/sourcemaps'), { recursive: true, force: true });
const mode = args.some((arg) => arg.startsWith('--mode')) ? [] : ['--mode', 'production'];
const code = runNode(['node_modules/webpack/bin/webpack.js', ...mode, '--stats', 'errors-warnings', ...args]);
if (code !== 0) process.exit(code);
await buildCli();
printSizes(dist);
console.log(`dist/ is ready; its manifest points to ${address}.`);
