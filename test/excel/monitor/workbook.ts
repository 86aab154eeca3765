/** A workbook for the tests of Monitor: a year of working days, and packs typed by the user. */
import type {
  AppendOutcome,
  AppendPreview,
  MonitorInspection,
  MonitorOutcome,
  MonitorSettings,
} from '../../../src/excel/contract/monitor';
import { DEFAULT_MONITOR_SETTINGS } from '../../../src/excel/monitor/settings';
import { createPaneServices } from '../../../src/excel/pane/services';
import type { Progress, SegmentSettings, SourceChoice } from '../../../src/excel/contract/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import { loadHost, type LoadedHost } from '../../office/load';
import { typeRow } from '../pool/workbook';
import { fill, OCTOBER, type Cell } from '../workbook';

export const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
export const DAILY_HEADER = ['User', 'Product', 'Date', 'Hours', 'Team', 'Project'] as const;
/** 15 October 2026, a Thursday: `OCTOBER` as an ISO date. */
export const AS_OF = '2026-10-15';

/** 5 tokens an hour on the guide card: each of two people has 2 h of Revit on every working day: 20 tokens a day. */
export function dailyUsage(days = 300, last = OCTOBER): Cell[][] {
  const rows: Cell[][] = [];
  for (let day = last - days + 1; day <= last; day += 1) {
    if ((day - 2) % 7 >= 5) continue;
    rows.push(['ann@x.org', 'Revit', day, 2, 'Design', 'Harbour']);
    rows.push(['ben@x.org', 'Revit', day, 2, 'Field', 'Bridge']);
  }
  return rows;
}

export function tokensOf(rows: readonly (readonly Cell[])[]): number {
  return rows.reduce((sum, row) => sum + Number(row[3]) * 5, 0);
}

/** What the formulas give that these tests type. */
const RESULTS: Readonly<Record<string, number>> = { '=1+1': 2, '=5000*2': 10_000 };

/** Usage and an empty ledger. */
export async function monitorWorkbook(rows = dailyUsage()): Promise<LoadedHost> {
  const loaded = await loadHost({ evaluate: (formula) => RESULTS[formula] ?? null });
  fill(loaded, 'Usage', [[...DAILY_HEADER], ...rows]);
  await createPaneServices().insertLedger(false);
  return loaded;
}

/** A pack that outlasts the usage so far: bought before it, good for 500 days. */
export const PACK = {
  Pack: 'Order 1',
  Quantity: 10_000,
  Price: 0.3,
  Start: OCTOBER - 320,
  Expiry: OCTOBER + 180,
} as const;

export async function withPack(pack: Partial<Record<string, Cell>> = {}): Promise<LoadedHost> {
  const loaded = await monitorWorkbook();
  typeRow(loaded, 'FlexPacks', 0, { ...PACK, ...pack } as Record<string, Cell>);
  return loaded;
}

export interface MonitorRun {
  readonly monitor?: Partial<MonitorSettings>;
  readonly settings?: Partial<SegmentSettings>;
  readonly source?: SourceChoice;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

function args({ monitor, settings, source, onProgress, signal }: MonitorRun) {
  return [
    source ?? SOURCE,
    { ...DEFAULT_SETTINGS, ...settings },
    { ...DEFAULT_MONITOR_SETTINGS, asOf: AS_OF, ...monitor },
    onProgress ?? (() => undefined),
    signal ?? new AbortController().signal,
  ] as const;
}

export function monitorOf(run: MonitorRun = {}): Promise<MonitorOutcome> {
  return createPaneServices().commands.monitor.run(...args(run));
}

export function inspectMonitorOf(run: MonitorRun = {}): Promise<MonitorInspection> {
  return createPaneServices().commands.monitor.inspect(...args(run));
}

/** An export on a sheet of its own. */
export const EXPORT = { kind: 'sheet', name: 'Export' } as const;

export function putExport(loaded: LoadedHost, rows: readonly (readonly Cell[])[]): void {
  fill(loaded, 'Export', [[...DAILY_HEADER], ...rows]);
}

export function previewOf(
  source: SourceChoice = EXPORT,
  settings: Partial<SegmentSettings> = {},
): Promise<AppendPreview> {
  return createPaneServices().previewAppend(
    source,
    { ...DEFAULT_SETTINGS, ...settings },
    () => undefined,
    new AbortController().signal,
  );
}

export function appendOf(
  fingerprint: string,
  source: SourceChoice = EXPORT,
  signal = new AbortController().signal,
): Promise<AppendOutcome> {
  return createPaneServices().append(source, DEFAULT_SETTINGS, fingerprint, () => undefined, signal);
}

/** Previews, agrees, appends. */
export async function appendExport(source: SourceChoice = EXPORT): Promise<AppendOutcome> {
  return await appendOf((await previewOf(source)).fingerprint, source);
}
