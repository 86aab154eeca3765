/** What the pane can ask for, done in Excel. Every failure comes out as a sentence; cell contents are never logged. */
import type { RunJob } from '../../engine/jobs/table';
import { splitAddress } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { exportItamCsv } from '../compliance/export';
import type { CommandKey, PaneServices } from '../contract/pane';
import type { LastRun } from '../contract/services';
import { ExcelFailure } from '../host/failure';
import { runHere } from '../host/run-here';
import { forget } from '../host/seen';
import { withWorkbook } from '../host/session';
import { onWorkbookChange, quietly } from '../host/workbook-events';
import { alertsOnSheet, editAlert } from '../monitor/alert-register';
import { postAdjustment } from '../monitor/ledger/adjustment';
import { insertLedger } from '../monitor/ledger/insert';
import { insertProjects } from '../population/projects';
import { insertSeats } from '../portfolio/insert';
import { fillLearntRates } from '../rates/learnt';
import { insertNewRates, insertRates, listCards } from '../rates/rates';
import { insertQuotes } from '../renewal/quotes';
import { lastRunOf, nothingLooked } from '../runs/last-run';
import { loadSettings, saveSettings } from '../runs/settings';
import { shareServices } from '../share/services';
import { append, previewAppend } from '../usage/append-command';
import { inspect } from '../usage/inspection';
import { fetchSample, insertSample } from '../usage/sample';
import { listSources } from '../usage/sources';
import { commandServices, COMMANDS } from './commands';

/** Writes on request; what Excel tells of it is no news to the pane. */
const write = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  quietly(() => withWorkbook(work));

/** Inserts a sheet of the user's with the card in force. */
const insertWith = <T>(insert: (context: Excel.RequestContext, card: string) => Promise<T>): Promise<T> =>
  write(async (context) => await insert(context, (await loadSettings(context)).card));

const placed = ({ name, address }: { readonly name: string; readonly address: string }) => ({
  sheet: name,
  address,
});

/**
 * The services over the workbook that is open.
 * @param run does long work; on this thread, in slices, where none is given
 */
export function createPaneServices(run: RunJob = runHere): PaneServices {
  return {
    ...shareServices(),
    commands: commandServices(run),
    lastRuns: () => withWorkbook(lastRuns),
    sources: () => {
      // Whoever lists looks at the workbook anew: also at what Excel may not have told.
      forget();
      return withWorkbook(listSources);
    },
    settings: () => withWorkbook(loadSettings),
    saveSettings: (settings) => withWorkbook((context) => saveSettings(context, settings)),
    cards: () => withWorkbook(listCards),
    inspect: (source, settings, onProgress, signal) =>
      withWorkbook((context) => inspect(context, source, settings, onProgress, signal)),
    insertRates: (card, replace) =>
      write(async (context) => {
        const written = await insertRates(context, card, replace);
        const settings = await loadSettings(context);
        if (settings.card !== SHEETS.rates.name)
          await saveSettings(context, { ...settings, card: SHEETS.rates.name });
        return placed(written);
      }),
    useLearntRates: (source, settings, onProgress, signal) =>
      write(async (context) => {
        const outcome = await fillLearntRates(context, source, settings, onProgress, signal);
        const saved = await loadSettings(context);
        if (saved.card !== SHEETS.rates.name)
          await saveSettings(context, { ...saved, card: SHEETS.rates.name });
        return outcome;
      }),
    insertSample: () =>
      quietly(async () => {
        const sample = await fetchSample();
        return placed(await withWorkbook((context) => insertSample(context, sample)));
      }),
    select: (address) => withWorkbook((context) => select(context, address)),
    onWorkbookChange,
    insertProjects: () => write(async (context) => placed(await insertProjects(context))),
    insertSeats: (sample) => insertWith((context, card) => insertSeats(context, sample, card)),
    insertQuotes: (sample) => insertWith((context, card) => insertQuotes(context, sample, card)),
    insertNewRates: () => insertWith(async (context, card) => placed(await insertNewRates(context, card))),
    insertLedger: (sample) =>
      insertWith(async (context, card) => placed(await insertLedger(context, sample, card))),
    previewAppend: (source, settings, onProgress, signal) =>
      withWorkbook((context) => previewAppend(context, source, settings, onProgress, signal)),
    append: (source, settings, fingerprint, onProgress, signal) =>
      write((context) => append(context, source, settings, fingerprint, onProgress, signal, new Date())),
    alerts: () => withWorkbook(alertsOnSheet),
    editAlert: (edit) => write((context) => editAlert(context, edit)),
    postAdjustment: (date, team) => write((context) => postAdjustment(context, date, team)),
    exportItamCsv: () => withWorkbook(exportItamCsv),
  };
}

/** What the commands have in common is looked at once. */
async function lastRuns(
  context: Excel.RequestContext,
): Promise<Readonly<Record<CommandKey, LastRun | null>>> {
  const looked = nothingLooked();
  const last = {} as Record<CommandKey, LastRun | null>;
  for (const [key, command] of Object.entries(COMMANDS)) {
    last[key as CommandKey] = await lastRunOf(context, command, undefined, looked);
  }
  return last;
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
