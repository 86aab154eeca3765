/** Draws assets/icons/*.png from their SVG sources with Chromium. Run after changing an SVG; the PNGs are committed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../assets/icons');
const SIZES = [16, 32, 64, 80];

const executablePath = findChromium();
if (!executablePath) throw new Error('Drawing the icons needs Chromium. Install it or set CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const name of ['flex-governor', 'segment-users']) {
  for (const size of SIZES) {
    // Below 32 pixels the drawing has its own, plainer source.
    const svg = readFileSync(resolve(folder, `${name}${size < 32 ? '-small' : ''}.svg`), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    writeFileSync(resolve(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
console.log(`Icons drawn in ${SIZES.join(', ')} pixels.`);
