/** A workbench in a real browser for one test file: opened once, with the acts and sights of a user. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { ROOT } from '../../scripts/setup.mjs';
import { serveWorkbench } from '../../workbench/server.mjs';

const SCREENSHOTS = resolve(ROOT, 'out/screenshots');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const OPENS_WITHIN = 120_000;
export const RUNS_WITHIN = 90_000;

/**
 * Opens the workbench with its sample data.
 * @param options viewport, colorScheme ('light' | 'dark'), forcedColors
 */
export async function openWorkbench({ viewport = { width: 1440, height: 900 }, ...context } = {}) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const server = await serveWorkbench();
  const profile = mkdtempSync(join(tmpdir(), 'flex-governor-e2e-'));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? undefined,
    headless: true,
    args: FLAGS,
    viewport,
    ...context,
  });
  const complaints = [];
  const outside = [];
  browser.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  browser.on('weberror', (error) => complaints.push(error.error().message));
  browser.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!/^(data|blob|about):$/.test(protocol) && `${origin}/` !== server.url) outside.push(request.url());
  });
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(server.url);
  await page.waitForFunction(
    () => window.flexWorkbench !== undefined || document.documentElement.dataset.failed !== undefined,
    null,
    { timeout: OPENS_WITHIN },
  );
  const failed = await page.evaluate(() => document.documentElement.dataset.failed);
  assert.equal(failed, undefined, 'the workbench opened');
  return new Workbench(page, browser, server, profile, complaints, outside);
}

export class Workbench {
  constructor(page, browser, server, profile, complaints, outside) {
    this.page = page;
    this.browser = browser;
    this.server = server;
    this.profile = profile;
    this.complaints = complaints;
    this.outside = outside;
    this.pane = page.frameLocator('#pane-frame');
  }

  /** Calls a test hook of the page by name. */
  hook(name, ...args) {
    return this.page.evaluate(([hook, rest]) => window.flexWorkbench[hook](...rest), [name, args]);
  }

  values(sheet, address) {
    return this.hook('values', sheet, address);
  }

  async value(sheet, address) {
    return (await this.values(sheet, address))[0][0];
  }

  /** A card of the pane by its title. */
  card(name) {
    return this.pane.getByRole('region', { name, exact: true });
  }

  /** What a card says, on one line. */
  async cardText(name) {
    return (await this.card(name).innerText()).replaceAll(/\s+/g, ' ');
  }

  /** The value of a named cell. */
  async figure(name) {
    const found = (await this.hook('names')).find((each) => each.name === name);
    assert.ok(found, `the workbook has a name ${name}`);
    const [sheet, cell] = found.formula.replace(/^=/, '').replaceAll("'", '').split('!');
    return this.value(sheet, cell.replaceAll('$', ''));
  }

  button(name) {
    return this.pane.getByRole('button', { name, exact: true });
  }

  /** Types into a cell with the keyboard, as a user does. The sheet must not be scrolled, and the cell in view. */
  async type(sheet, address, text) {
    await this.openSheet(sheet);
    const { x, y } = await this.hook('point', sheet, address);
    await this.page.mouse.click(x, y);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
    const entered = ([name, cell]) => window.flexWorkbench.formulas(name, cell)[0][0] !== null;
    await this.page.waitForFunction(entered, [sheet, address], { timeout: 15_000 });
    await this.hook('calculated');
    await this.page.waitForTimeout(200);
    await this.hook('calculated');
  }

  async openSheet(sheet) {
    // A second click on the open sheet's tab would start renaming it.
    if ((await this.hook('selection')).sheet === sheet) return;
    await this.page.locator('[data-u-comp="slide-tab-item"]').filter({ hasText: sheet }).click();
    await this.page.waitForFunction((name) => window.flexWorkbench.selection().sheet === name, sheet);
  }

  /** Waits until the pane offers a run, starts it and waits for its result. */
  async segment() {
    const again = this.button('Prepare another run');
    if (await again.isVisible()) await again.click();
    const run = this.button('Segment users');
    await run.waitFor({ timeout: RUNS_WITHIN });
    await run.click();
    await this.pane.getByRole('heading', { name: /people segmented$/ }).waitFor({ timeout: RUNS_WITHIN });
    await this.hook('calculated');
  }

  /** Starts a run and presses Cancel as soon as the pane says that it computes; returns once the pane says that it stopped. */
  async cancelWhileComputing(run, shown = 'Computing') {
    await this.page.evaluate((words) => {
      const page = document.querySelector('#pane-frame').contentDocument;
      const watch = new window.MutationObserver(() => {
        const button = page.querySelector('[data-cancel-run]');
        if (button === null || !page.body.textContent.includes(words)) return;
        watch.disconnect();
        button.click();
      });
      watch.observe(page.body, { childList: true, subtree: true, characterData: true });
    }, shown);
    await run.click();
    await this.pane
      .getByText('Cancelled. The workbook is as it was.')
      .first()
      .waitFor({ timeout: RUNS_WITHIN });
  }

  /** A table of the workbook as rows of {header: value}. */
  async table(name) {
    const found = (await this.hook('tables')).find((table) => table.name === name);
    assert.ok(found, `the workbook has a table ${name}`);
    const [header, ...rows] = await this.page.evaluate(
      ([id, rect]) => window.flexWorkbench.host.grid.read(id, rect),
      [found.sheetId, found.rect],
    );
    return rows.map((row) => Object.fromEntries(row.map((value, index) => [header[index], value])));
  }

  /** Everything the workbook holds, for before-and-after comparisons. */
  contents() {
    return this.page.evaluate(() => {
      const { flexWorkbench: workbench } = window;
      const { grid } = workbench.host;
      return {
        sheets: grid.sheets().map((sheet) => {
          const rect = grid.usedRange(sheet.id, true);
          return {
            ...sheet,
            rect,
            cells: rect === null ? [] : JSON.stringify(grid.readFormulas(sheet.id, rect)),
          };
        }),
        tables: workbench.tables().map(({ name, rect }) => ({ name, rect })),
        charts: workbench.charts().map(({ name, title }) => ({ name, title })),
        names: workbench.names(),
      };
    });
  }

  async screenshot(name) {
    // Univer paints on the next frames, and fades scroll bars.
    await this.page.waitForTimeout(600);
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  /** Closes everything; fails when a page complained or asked for anything beyond this computer. */
  async close() {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.profile, { recursive: true, force: true });
    assert.deepEqual(this.complaints, [], 'no page reported an error');
    assert.deepEqual(this.outside, [], 'nothing was asked for beyond this computer');
  }
}
