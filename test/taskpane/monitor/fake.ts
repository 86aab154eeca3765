import type {
  AlertEdit,
  AlertsOnSheet,
  AppendOutcome,
  MonitorOutcome,
  MonitorServices,
  MonitorSettings,
} from '../../../src/excel/contract/monitor';
import type { Commands } from '../../../src/excel/contract/pane';
import type { LastRun, Progress, ServiceFailure } from '../../../src/excel/contract/services';
import { ALERTS } from './alert-fixtures';
import { previewOf } from './append-fixtures';
import { MONITOR_SETTINGS, monitorInspectionOf, monitorOutcomeOf } from './fixtures';

/** A run of which a test decides how it goes on. */
interface Pending<Outcome> {
  readonly onProgress: (p: Progress) => void;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: ServiceFailure) => void;
}

const WATCHES = [
  'Flex Pool Ledger',
  'Flex Monitor',
  'Flex Projects',
  'Flex Segments',
  'Flex People',
  'Flex Rates',
];

/** What a test can see and steer of the simulated ledger, register and history. */
export interface FakeMonitor {
  readonly services: MonitorServices;
  readonly command: Commands['monitor'];
  last(): LastRun | null;
  readonly edits: AlertEdit[];
  readonly savedMonitor: MonitorSettings[];
  readonly asked: unknown[];
  /** The run under way, if it is a review or an append. */
  running(): Pick<Pending<never>, 'onProgress' | 'reject'> | null;
  finish(): void;
  /** The register as somebody changed it on its sheet. */
  register(alerts: AlertsOnSheet | null): void;
}

/** @param log where calls and writes are noted */
export function createFakeMonitor(
  scenario: string,
  log: { readonly calls: string[]; readonly writes: string[] },
  cancelled: () => ServiceFailure,
): FakeMonitor {
  const withAlerts = ['monitor rerun', 'monitor teams'].includes(scenario);
  let settings = MONITOR_SETTINGS;
  let hasLedger = scenario.startsWith('monitor ');
  let hasMonitor = scenario === 'monitor rerun';
  let hasHistory = scenario === 'monitor history';
  let appended = false;
  let register: AlertsOnSheet | null = withAlerts
    ? { address: "'Flex Alerts'!A10:H14", alerts: ALERTS }
    : null;
  let run: Pending<MonitorOutcome> | null = null;
  let append: Pending<AppendOutcome> | null = null;
  const edits: AlertEdit[] = [];
  const savedMonitor: MonitorSettings[] = [];
  const asked: unknown[] = [];

  const finish = (): void => {
    if (append !== null) {
      hasHistory = true;
      appended = true;
      log.writes.push('append');
      append.resolve({
        preview: previewOf(true, false).preview,
        rows: 9_606,
        historyDays: previewOf(true, false).historyDays,
        sheets: [{ name: 'Flex Usage', address: "'Flex Usage'!A6:K9612" }],
        messages: [],
        seconds: 0.8,
      });
      append = null;
      return;
    }
    hasMonitor = true;
    register ??= { address: "'Flex Alerts'!A10:H14", alerts: ALERTS };
    log.writes.push('monitor');
    run?.resolve(monitorOutcomeOf(scenario));
    run = null;
  };

  const command: Commands['monitor'] = {
    settings: async () => settings,
    save: async (next) => {
      settings = next;
      savedMonitor.push(next);
    },
    inspect: async (_source, _settings, monitor, onProgress) => {
      log.calls.push('inspectMonitor');
      onProgress({ phase: 'reading', done: 24_000, total: 48_210, text: '24,000 of 48,210 rows' });
      return monitorInspectionOf(scenario, monitor, { hasLedger, hasMonitor, hasHistory });
    },
    run: (source, _settings, monitor, onProgress, signal) => {
      log.calls.push('monitor');
      asked.push({ source, monitor });
      return new Promise((resolve, reject) => {
        run = { onProgress, resolve, reject };
        signal.addEventListener('abort', () => reject(cancelled()));
        if (scenario !== 'monitor running') finish();
      });
    },
    watches: WATCHES,
  };

  const last = (): LastRun | null =>
    hasMonitor
      ? {
          when: '2026-11-17T09:00:00',
          input: 'Usage!A1:G48211',
          people: 412,
          stale: scenario === 'monitor rerun',
          changed: scenario === 'monitor rerun' ? ['the usage'] : [],
        }
      : null;
  const services: MonitorServices = {
    insertLedger: async (sample) => {
      log.writes.push(sample ? 'insertLedger sample' : 'insertLedger');
      hasLedger = true;
      return { sheet: 'Flex Pool Ledger', address: "'Flex Pool Ledger'!A8:G9" };
    },
    previewAppend: async (source, chosen, onProgress) => {
      log.calls.push('previewAppend');
      asked.push({ source, columns: chosen.columns });
      onProgress({ phase: 'reading', done: 800, total: 1_653, text: '800 of 1,653 rows' });
      return previewOf(hasHistory, appended);
    },
    append: (source, _settings, fingerprint, onProgress, signal) => {
      log.calls.push('append');
      asked.push({ source, fingerprint });
      return new Promise((resolve, reject) => {
        append = { onProgress, resolve, reject };
        signal.addEventListener('abort', () => reject(cancelled()));
        if (scenario !== 'monitor running') finish();
      });
    },
    alerts: async () => register,
    editAlert: async (edit) => {
      edits.push(edit);
      log.writes.push(`editAlert ${edit.id}`);
      if (register === null) return;
      register = {
        ...register,
        alerts: register.alerts.map((alert) => (alert.id === edit.id ? { ...alert, ...edit } : alert)),
      };
    },
    postAdjustment: async (date, team) => {
      log.writes.push(`postAdjustment ${date} ${team}`);
      return { address: "'Flex Pool Ledger'!A30:D30" };
    },
  };
  return {
    services,
    command,
    last,
    edits,
    savedMonitor,
    asked,
    running: () => append ?? run,
    finish,
    register: (alerts) => (register = alerts),
  };
}
