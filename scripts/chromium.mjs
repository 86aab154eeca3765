import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackage } from './apt.mjs';

const PLACES = {
  linux: [],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Path of a Chromium-family browser (CHROMIUM_PATH wins), or null. */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) return existsSync(wanted) ? wanted : null;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find((path) => existsSync(path)) ?? null;
}

/**
 * Makes sure there is a browser for the end-to-end tests: finds one, or installs Debian's or Ubuntu's as root.
 * @returns its path, or null with one sentence on what to do printed.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (installPackage('chromium', 'Chromium')) {
    const installed = findChromium();
    if (installed) return installed;
  }
  console.log(
    'No Chromium was found, so the end-to-end tests cannot run: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one.',
  );
  return null;
}
