/**
 * `npm run demo`: the built add-in beside a spreadsheet in the browser, without Excel.
 * --port N serves on that port of this computer (any free one by default), --no-open opens no browser.
 */
import { spawn } from 'node:child_process';
import { ensureInstalled, ROOT, runNode } from './setup.mjs';

const args = process.argv.slice(2);

function portAsked() {
  const at = args.findIndex((arg) => arg === '--port' || arg.startsWith('--port='));
  if (at < 0) return 0;
  const text = args[at].includes('=') ? args[at].split('=')[1] : args[at + 1];
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  console.error(`--port is "${text ?? ''}": give a number from 0 to 65535.`);
  return process.exit(2);
}

/** True where a person sits in front of a screen. */
function hasDisplay() {
  if (args.includes('--no-open') || process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function openBrowser(url) {
  const [command, ...rest] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url];
  const child = spawn(command, rest, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened: open the address yourself.'));
  child.unref();
}

const port = portAsked();
ensureInstalled();
const built = runNode(['scripts/build.mjs'], { cwd: ROOT });
if (built !== 0) process.exit(built);
const { buildWorkbench } = await import('./workbench-build.mjs');
await buildWorkbench();
const { serveWorkbench } = await import('../workbench/server.mjs');
const server = await serveWorkbench({ port }).catch((error) => {
  const why =
    error.code === 'EADDRINUSE' ? `Port ${port} is in use: choose another with --port.` : error.message;
  console.error(`The workbench could not be served. ${why}`);
  return process.exit(1);
});

console.log(`\nFlex Governor's workbench is at ${server.url}`);
console.log('Only this computer can reach it. Ctrl-C stops it.');
if (hasDisplay()) openBrowser(server.url);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    void server.stop().then(() => process.exit(0));
  });
}
