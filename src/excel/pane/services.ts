/** What the pane can ask for, done in Excel. Every failure comes out as a sentence; cell contents are never logged. */
import type { RunJob } from '../../engine/jobs/table';
import { splitAddress } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { alertsOnSheet, editAlert } from '../monitor/alert-register';
import { append, previewAppend } from '../usage/append-command';
import { complianceServices } from '../compliance/services';
import type { ComplianceServices } from '../contract/compliance';
import { ExcelFailure } from '../host/failure';
import { inspect } from '../usage/inspection';
import { lastPool } from '../pool/last';
import { lastRun } from '../runs/last-run';
import { postAdjustment } from '../monitor/ledger/adjustment';
import { insertLedger } from '../monitor/ledger/insert';
import { monitor } from '../monitor/command';
import { inspectMonitor } from '../monitor/inspection';
import { lastMonitor } from '../monitor/last';
import type { MonitorServices } from '../contract/monitor';
import { loadMonitorSettings, saveMonitorSettings } from '../monitor/settings';
import { sizeThePool } from '../pool/command';
import { inspectPool } from '../pool/inspection';
import { loadPoolSettings, savePoolSettings } from '../pool/settings';
import { buildPortfolio } from '../portfolio/command';
import { insertSeats } from '../portfolio/insert';
import { inspectPortfolio } from '../portfolio/inspection';
import { lastPortfolio } from '../portfolio/last';
import type { PortfolioServices } from '../contract/portfolio';
import { loadPortfolioSettings, savePortfolioSettings } from '../portfolio/settings';
import { insertProjects } from '../population/projects';
import { insertRates, listCards } from '../rates/rates';
import { fetchSample, insertSample } from '../usage/sample';
import { renewalServices } from '../renewal/services';
import type { RenewalServices } from '../contract/renewal';
import { segment } from '../segments/command';
import { shareServices } from '../share/services';
import type { ShareServices } from '../contract/share';
import type { PaneServices } from '../contract/services';
import { runHere } from '../host/run-here';
import { withWorkbook } from '../host/session';
import { loadSettings, saveSettings, saveSource } from '../runs/settings';
import { listSources } from '../usage/sources';
import { onWorkbookChange, quietly } from '../host/workbook-events';

/**
 * The services over the workbook that is open.
 * @param run does long work; on this thread, in slices, where none is given
 */
export function createPaneServices(
  run: RunJob = runHere,
): PaneServices & MonitorServices & PortfolioServices & RenewalServices & ComplianceServices & ShareServices {
  return {
    ...monitorServices(),
    ...portfolioServices(run),
    ...renewalServices(),
    ...complianceServices(),
    ...shareServices(),
    sources: () => withWorkbook(listSources),
    settings: () => withWorkbook(loadSettings),
    saveSettings: (settings) => withWorkbook((context) => saveSettings(context, settings)),
    cards: () => withWorkbook(listCards),
    inspect: (source, settings, onProgress, signal) =>
      withWorkbook((context) => inspect(context, source, settings, onProgress, signal)),
    segment: (source, settings, onProgress, signal) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const outcome = await segment(context, source, settings, onProgress, signal, new Date());
          // Remembered for the ribbon button; the result stands whether or not that succeeds.
          await saveSource(context, source).catch(() => undefined);
          return outcome;
        }),
      ),
    insertRates: (card, replace) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const { name, address } = await insertRates(context, card, replace);
          const settings = await loadSettings(context);
          if (settings.card !== SHEETS.rates.name)
            await saveSettings(context, { ...settings, card: SHEETS.rates.name });
          return { sheet: name, address };
        }),
      ),
    insertSample: () =>
      quietly(async () => {
        const sample = await fetchSample();
        const { name, address } = await withWorkbook((context) => insertSample(context, sample));
        return { sheet: name, address };
      }),
    select: (address) => withWorkbook((context) => select(context, address)),
    onWorkbookChange,
    lastRun: () => withWorkbook((context) => lastRun(context)),
    poolSettings: () => withWorkbook(loadPoolSettings),
    savePoolSettings: (settings) => withWorkbook((context) => savePoolSettings(context, settings)),
    inspectPool: (source, settings, pool, onProgress, signal) =>
      withWorkbook((context) => inspectPool(context, source, settings, pool, onProgress, signal)),
    pool: (source, settings, pool, onProgress, signal) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const now = new Date();
          const outcome = await sizeThePool(context, source, settings, pool, run, onProgress, signal, now);
          await saveSource(context, source).catch(() => undefined);
          return outcome;
        }),
      ),
    insertProjects: () =>
      quietly(() =>
        withWorkbook(async (context) => {
          const { name, address } = await insertProjects(context);
          return { sheet: name, address };
        }),
      ),
    lastPool: () => withWorkbook(lastPool),
  };
}

function portfolioServices(run: RunJob): PortfolioServices {
  return {
    portfolioSettings: () => withWorkbook(loadPortfolioSettings),
    savePortfolioSettings: (settings) => withWorkbook((context) => savePortfolioSettings(context, settings)),
    inspectPortfolio: (source, settings, chosen, onProgress, signal) =>
      withWorkbook((context) => inspectPortfolio(context, source, settings, chosen, onProgress, signal)),
    portfolio: (source, settings, chosen, onProgress, signal) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const now = new Date();
          const outcome = await buildPortfolio(
            context,
            source,
            settings,
            chosen,
            run,
            onProgress,
            signal,
            now,
          );
          await saveSource(context, source).catch(() => undefined);
          return outcome;
        }),
      ),
    insertSeats: (sample) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const { card } = await loadSettings(context);
          return await insertSeats(context, sample, card);
        }),
      ),
    lastPortfolio: () => withWorkbook((context) => lastPortfolio(context)),
  };
}

function monitorServices(): MonitorServices {
  return {
    monitorSettings: () => withWorkbook(loadMonitorSettings),
    saveMonitorSettings: (settings) => withWorkbook((context) => saveMonitorSettings(context, settings)),
    inspectMonitor: (source, settings, chosen, onProgress, signal) =>
      withWorkbook((context) =>
        inspectMonitor(context, source, settings, chosen, onProgress, signal, new Date()),
      ),
    monitor: (source, settings, chosen, onProgress, signal) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const now = new Date();
          const outcome = await monitor(context, source, settings, chosen, onProgress, signal, now);
          await saveSource(context, source).catch(() => undefined);
          return outcome;
        }),
      ),
    insertLedger: (sample) =>
      quietly(() =>
        withWorkbook(async (context) => {
          const { card } = await loadSettings(context);
          const { name, address } = await insertLedger(context, sample, card);
          return { sheet: name, address };
        }),
      ),
    lastMonitor: () => withWorkbook(lastMonitor),
    previewAppend: (source, settings, onProgress, signal) =>
      withWorkbook((context) => previewAppend(context, source, settings, onProgress, signal)),
    append: (source, settings, fingerprint, onProgress, signal) =>
      quietly(() =>
        withWorkbook((context) =>
          append(context, source, settings, fingerprint, onProgress, signal, new Date()),
        ),
      ),
    alerts: () => withWorkbook(alertsOnSheet),
    editAlert: (edit) => quietly(() => withWorkbook((context) => editAlert(context, edit))),
    postAdjustment: (date, team) =>
      quietly(() => withWorkbook((context) => postAdjustment(context, date, team))),
  };
}

async function select(context: Excel.RequestContext, address: string): Promise<void> {
  const { sheet: name, cells } = splitAddress(address);
  const sheet =
    name === ''
      ? context.workbook.worksheets.getActiveWorksheet()
      : context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject) {
    throw new ExcelFailure(
      'ItemNotFound',
      `There is no sheet "${name}" any more, so ${cells} cannot be shown.`,
      true,
    );
  }
  sheet.activate();
  sheet.getRange(cells).select();
  await context.sync();
}
