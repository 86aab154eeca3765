import type {
  CardSummary,
  CommandServices,
  LastRun,
  Progress,
  SegmentOutcome,
  SegmentSettings,
  ServiceFailure,
  SourceOption,
} from '../../src/excel/contract/services';
import type { ComplianceServices } from '../../src/excel/contract/compliance';
import type { MonitorServices } from '../../src/excel/contract/monitor';
import type { PoolOutcome, PoolSettings } from '../../src/excel/contract/pool';
import type { PortfolioServices } from '../../src/excel/contract/portfolio';
import type { RenewalServices } from '../../src/excel/contract/renewal';
import type { ShareServices } from '../../src/excel/contract/share';
import type { CommandKey, Commands, PaneServices } from '../../src/excel/contract/pane';
import type { MonitorScenario } from './monitor/fixtures';
import type { PortfolioScenario } from './portfolio/fixtures';
import type { RenewalScenario } from './renewal/fixtures';
import { POOL_SETTINGS, poolInspectionOf, poolOutcomeOf, type PoolScenario } from './pool/fixtures';
import { createFakeMonitor, type FakeMonitor } from './monitor/fake';
import type { ComplianceScenario } from './compliance/fixtures';
import { createFakeCompliance } from './compliance/fake';
import { createFakeShare } from './share/fake';
import { createFakePortfolio, type FakePortfolio } from './portfolio/fake';
import { createFakeRenewal, type FakeRenewal } from './renewal/fake';
import { GUIDE, OWN_RATES, RETAIL, SETTINGS, SOURCES } from './fixtures';
import { inspectionOf, outcomeOf } from './segments/fixtures';

export type Scenario =
  | 'first'
  | 'before'
  | 'rerun'
  | 'wrong basis'
  | 'no fit'
  | 'running'
  | 'after'
  | 'warnings'
  | 'run error'
  | 'read error'
  | 'blocked'
  | 'short history'
  | 'long history'
  | PoolScenario
  | MonitorScenario
  | PortfolioScenario
  | RenewalScenario
  | ComplianceScenario;

type FakeExtras = MonitorServices & PortfolioServices & RenewalServices & ComplianceServices & ShareServices;

/** What a test answers otherwise: services, and how a command looks or runs. */
export interface Change extends Partial<PaneServices> {
  readonly look?: { readonly [K in CommandKey]?: Commands[K]['inspect'] };
  readonly run?: { readonly [K in CommandKey]?: Commands[K]['run'] };
}

/** What a test can see and steer of the simulated workbook. */
export interface FakeServices extends PaneServices {
  readonly ledger: Pick<FakeMonitor, 'edits' | 'savedMonitor' | 'asked' | 'register'>;
  readonly seats: Pick<FakePortfolio, 'savedPortfolio' | 'asked'>;
  readonly offers: Pick<FakeRenewal, 'savedRenewal'>;
  /** Names of the calls that write to the workbook, in order. */
  readonly writes: string[];
  readonly selected: string[];
  readonly saved: SegmentSettings[];
  readonly savedPool: PoolSettings[];
  /** Names of all calls, in order. */
  readonly calls: string[];
  /** Sends progress to the run under way. */
  progress(progress: Progress): void;
  /** Ends the run under way. */
  finish(): void;
  fail(failure: ServiceFailure): void;
  changed(what: 'selection' | 'data' | 'sheets', sheet?: string): void;
}

/** An error as the services throw it. */
export function failure(
  text: string,
  code = 'GeneralException',
  untouched = true,
  detail?: string,
): ServiceFailure {
  return Object.assign(new Error(text), { code, untouched, ...(detail === undefined ? {} : { detail }) });
}

const RANGE_EMPTY = failure(
  'Row 1 of Export has no column name this add-in knows. Name the columns User, Product, Date and Hours, then read again.',
  'NoHeader',
  true,
  'Headers seen: A, B, C',
);

function changed<Own, Look, Outcome>(
  command: CommandServices<Own, Look, Outcome>,
  look: CommandServices<Own, Look, Outcome>['inspect'] | undefined,
  run: CommandServices<Own, Look, Outcome>['run'] | undefined,
): CommandServices<Own, Look, Outcome> {
  return { ...command, inspect: look ?? command.inspect, run: run ?? command.run };
}

/** A workbook without Excel: answers as the services would in one situation, at once. */
export function createFakeServices(
  scenario: Scenario,
  { look = {}, run: runs = {}, ...change }: Change = {},
): FakeServices {
  let settings: SegmentSettings = SETTINGS;
  let poolSettings: PoolSettings = POOL_SETTINGS;
  let hasProjects = scenario === 'pool planned';
  let hasPool = scenario === 'pool rerun';
  let sources: readonly SourceOption[] = scenario === 'first' ? [] : SOURCES;
  let cards: readonly CardSummary[] = [GUIDE, RETAIL];
  let hasRun = scenario === 'rerun';
  const handlers = new Set<(what: 'selection' | 'data' | 'sheets', sheet?: string) => void>();
  const log = {
    writes: [] as string[],
    selected: [] as string[],
    saved: [] as SegmentSettings[],
    savedPool: [] as PoolSettings[],
    calls: [] as string[],
  };
  let run: {
    onProgress: (p: Progress) => void;
    resolve: (outcome: SegmentOutcome) => void;
    reject: (reason: ServiceFailure) => void;
  } | null = null;
  let poolRun: {
    onProgress: (p: Progress) => void;
    resolve: (outcome: PoolOutcome) => void;
    reject: (reason: ServiceFailure) => void;
  } | null = null;
  const manual = scenario === 'running';
  const ledger = createFakeMonitor(scenario, log, () => failure('Cancelled.', 'Cancelled'));
  const seats = createFakePortfolio(scenario, log, () => failure('Cancelled.', 'Cancelled'));
  const checks = createFakeCompliance(scenario, log, () => failure('Cancelled.', 'Cancelled'));
  const offers = createFakeRenewal(scenario, log, () => failure('Cancelled.', 'Cancelled'));

  const lastSegment = (): LastRun | null =>
    hasRun
      ? {
          when: '2026-11-09T10:30:00',
          input: 'Usage!A1:G48211',
          people: 412,
          stale: scenario === 'rerun',
          changed: scenario === 'rerun' ? ['the usage'] : [],
        }
      : null;
  const lastPool = (): LastRun | null =>
    hasPool
      ? {
          when: '2026-11-10T09:00:00',
          input: 'Usage!A1:G48211',
          people: 258,
          stale: scenario === 'pool rerun',
          changed: scenario === 'pool rerun' ? ['the usage'] : [],
        }
      : null;
  const inspect: PaneServices['inspect'] = async (source, chosen, onProgress) => {
    log.calls.push('inspect');
    onProgress({ phase: 'reading', done: 24_000, total: 48_210, text: '24,000 of 48,210 rows' });
    if (scenario === 'read error') throw RANGE_EMPTY;
    return { ...inspectionOf(scenario, chosen, hasRun, cards), source };
  };
  const segment: Commands['segment'] = {
    settings: async () => ({}),
    save: async () => undefined,
    inspect: (source, chosen, _own, onProgress, signal) => inspect(source, chosen, onProgress, signal),
    run: (_source, _settings, _own, onProgress, signal) => {
      log.calls.push('segment');
      if (scenario === 'run error') {
        return Promise.reject(
          failure(
            'Excel refused to write Flex Segments because the workbook structure is protected. Remove the protection under Review, then run again.',
            'AccessDenied',
            true,
            'AccessDenied at worksheets.add, sync 4',
          ),
        );
      }
      return new Promise((resolve, reject) => {
        run = { onProgress, resolve, reject };
        signal.addEventListener('abort', () => reject(failure('Cancelled.', 'Cancelled')));
        if (!manual) api.finish();
      });
    },
    watches: ['Flex People', 'Flex Rates', 'Flex Summary'],
  };
  const pool: Commands['pool'] = {
    settings: async () => poolSettings,
    save: async (next) => {
      poolSettings = next;
      log.savedPool.push(next);
    },
    inspect: async (_source, _settings, pool, onProgress) => {
      log.calls.push('inspectPool');
      onProgress({ phase: 'reading', done: 24_000, total: 48_210, text: '24,000 of 48,210 rows' });
      return poolInspectionOf(scenario, pool, { hasPool, hasProjects });
    },
    run: (_source, _settings, _pool, onProgress, signal) => {
      log.calls.push('pool');
      return new Promise((resolve, reject) => {
        poolRun = { onProgress, resolve, reject };
        signal.addEventListener('abort', () => reject(failure('Cancelled.', 'Cancelled')));
        if (scenario !== 'pool running') api.finish();
      });
    },
    watches: ['Flex Pool', 'Flex Projects', 'Flex Segments', 'Flex People', 'Flex Rates'],
  };
  const base: Omit<PaneServices, 'commands' | 'lastRuns' | keyof FakeExtras> = {
    sources: async () => sources,
    settings: async () => settings,
    saveSettings: async (next) => {
      settings = next;
      log.saved.push(next);
    },
    cards: async () => cards,
    inspect,
    insertRates: async (card, replace) => {
      log.writes.push(`insertRates ${card}${replace ? ' replace' : ''}`);
      cards = [OWN_RATES, GUIDE, RETAIL];
      return { sheet: 'Flex Rates', address: "'Flex Rates'!A1:L16" };
    },
    useLearntRates: async () => {
      log.writes.push('useLearntRates');
      cards = [OWN_RATES, GUIDE, RETAIL];
      return { sheet: 'Flex Rates', address: "'Flex Rates'!A6:L20", filled: ['Civil 3D'], notOnSheet: [] };
    },
    insertSample: async () => {
      log.writes.push('insertSample');
      sources = SOURCES;
      return { sheet: 'Usage', address: 'Usage!A1:G18212' };
    },
    select: async (address) => {
      log.selected.push(address);
    },
    onWorkbookChange: (handler) => {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    insertProjects: async () => {
      log.writes.push('insertProjects');
      hasProjects = true;
      return { sheet: 'Flex Projects', address: "'Flex Projects'!A5:H5" };
    },
  };

  const api: FakeServices = {
    ...base,
    ...ledger.services,
    ...seats.services,
    ...offers.services,
    ...checks.services,
    ...createFakeShare(log),
    commands: {
      segment: changed(segment, look.segment, runs.segment),
      pool: changed(pool, look.pool, runs.pool),
      monitor: changed(ledger.command, look.monitor, runs.monitor),
      portfolio: changed(seats.command, look.portfolio, runs.portfolio),
      renewal: changed(offers.command, look.renewal, runs.renewal),
      compliance: changed(checks.command, look.compliance, runs.compliance),
    },
    lastRuns: async () => ({
      segment: lastSegment(),
      pool: lastPool(),
      monitor: ledger.last(),
      portfolio: seats.last(),
      renewal: offers.last(),
      compliance: checks.last(),
    }),
    ledger,
    seats,
    offers,
    ...change,
    ...log,
    progress: (progress) =>
      (
        checks.running() ??
        offers.running() ??
        seats.running() ??
        ledger.running() ??
        poolRun ??
        run
      )?.onProgress(progress),
    finish: () => {
      if (checks.running() !== null) return checks.finish();
      if (offers.running() !== null) return offers.finish();
      if (seats.running() !== null) return seats.finish();
      if (ledger.running() !== null) return ledger.finish();
      if (poolRun !== null) {
        hasPool = true;
        log.writes.push('pool');
        poolRun.resolve(poolOutcomeOf(scenario));
        return;
      }
      hasRun = true;
      log.writes.push('segment');
      run?.resolve(outcomeOf(scenario));
    },
    fail: (reason) =>
      (checks.running() ?? offers.running() ?? seats.running() ?? ledger.running() ?? poolRun ?? run)?.reject(
        reason,
      ),
    changed: (what, sheet) => handlers.forEach((handler) => handler(what, sheet)),
  };
  return api;
}
