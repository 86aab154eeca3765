/** What every command needs first: the packages of package-lock.json. Uses Node's own modules only. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const readJson = (path) => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'));

/**
 * Which packages are missing or of another version than the lock file names. Compared by content: a fresh checkout of
 * an unchanged lock file is newer than node_modules and still needs no installation.
 */
function missingPackages() {
  const wanted = Object.entries(readJson('package-lock.json').packages);
  if (!existsSync(resolve(ROOT, INSTALLED))) return wanted.map(([path]) => path);
  const present = readJson(INSTALLED).packages;
  return wanted
    .filter(
      ([path, entry]) =>
        path.startsWith('node_modules/') && !entry.optional && !entry.devOptional && !entry.link,
    )
    .filter(([path, entry]) => present[path]?.version !== entry.version || !existsSync(resolve(ROOT, path)))
    .map(([path]) => path);
}

const INSTALLED = 'node_modules/.package-lock.json';
const onWindows = process.platform === 'win32';
const npm = () => (onWindows ? 'npm.cmd' : 'npm');

/**
 * Installs the packages when they are missing or out of date. Ends the process with a sentence when that fails.
 */
export function ensureInstalled() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) {
    console.error(`Flex Governor needs Node 20 or later; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  const missing = missingPackages();
  if (missing.length === 0) return;
  console.log(
    `Installing packages: ${missing.length} are missing or changed (about a minute the first time) …`,
  );
  const install = spawnSync(npm(), ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: onWindows,
  });
  if (install.status !== 0) {
    console.error(
      'The packages could not be installed. Check the network and the npm registry, then run the command again.',
    );
    process.exit(1);
  }
}

/** Runs a Node script of the repository or of a package; resolves to its exit code. */
export function runNode(args, options = {}) {
  const result = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', ...options });
  return result.status ?? 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) ensureInstalled();
