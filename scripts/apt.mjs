import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (args) =>
  spawnSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/**
 * Installs a package of Debian or Ubuntu where this process may (Linux, as root, apt-get present).
 * @returns whether it was installed
 */
export function installPackage(name, shown) {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  if (!root || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`${shown} is missing; installing it with apt-get.`);
  const install = ['install', '-y', '--no-install-recommends', name];
  return run(install) || (run(['update']) && run(install));
}
