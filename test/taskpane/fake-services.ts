import type {
  CardSummary,
  Inspection,
  PaneServices,
  Progress,
  SegmentOutcome,
  SegmentSettings,
  ServiceFailure,
  SourceOption,
} from '../../src/excel/contract/services';
import type { PoolOutcome, PoolSettings } from '../../src/excel/contract/pool';
import type { AllServices } from '../../src/taskpane/pane/services';
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
import { GUIDE, INSPECTION, OUTCOME, OWN_RATES, RETAIL, SETTINGS, SOURCES } from './fixtures';

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

/** What a test can see and steer of the simulated workbook. */
export interface FakeServices extends AllServices {
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

/** A workbook without Excel: answers as the services would in one situation, at once. */
export function createFakeServices(scenario: Scenario, change: Partial<AllServices> = {}): FakeServices {
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

  const base: PaneServices = {
    sources: async () => sources,
    settings: async () => settings,
    saveSettings: async (next) => {
      settings = next;
      log.saved.push(next);
    },
    cards: async () => cards,
    inspect: async (source, chosen, onProgress) => {
      log.calls.push('inspect');
      onProgress({ phase: 'reading', done: 24_000, total: 48_210, text: '24,000 of 48,210 rows' });
      if (scenario === 'read error') throw RANGE_EMPTY;
      return { ...inspectionOf(scenario, chosen, hasRun, cards), source };
    },
    segment: (_source, _settings, onProgress, signal) => {
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
    insertRates: async (card, replace) => {
      log.writes.push(`insertRates ${card}${replace ? ' replace' : ''}`);
      cards = [OWN_RATES, GUIDE, RETAIL];
      return { sheet: 'Flex Rates', address: "'Flex Rates'!A1:L16" };
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
    lastRun: async () =>
      hasRun
        ? {
            when: '2026-11-09T10:30:00',
            input: 'Usage!A1:G48211',
            people: 412,
            stale: scenario === 'rerun',
          }
        : null,
    poolSettings: async () => poolSettings,
    savePoolSettings: async (next) => {
      poolSettings = next;
      log.savedPool.push(next);
    },
    inspectPool: async (_source, _settings, pool, onProgress) => {
      log.calls.push('inspectPool');
      onProgress({ phase: 'reading', done: 24_000, total: 48_210, text: '24,000 of 48,210 rows' });
      return poolInspectionOf(scenario, pool, { hasPool, hasProjects });
    },
    pool: (_source, _settings, _pool, onProgress, signal) => {
      log.calls.push('pool');
      return new Promise((resolve, reject) => {
        poolRun = { onProgress, resolve, reject };
        signal.addEventListener('abort', () => reject(failure('Cancelled.', 'Cancelled')));
        if (scenario !== 'pool running') api.finish();
      });
    },
    insertProjects: async () => {
      log.writes.push('insertProjects');
      hasProjects = true;
      return { sheet: 'Flex Projects', address: "'Flex Projects'!A5:H5" };
    },
    lastPool: async () =>
      hasPool
        ? {
            when: '2026-11-10T09:00:00',
            input: 'Usage!A1:G48211',
            people: 258,
            stale: scenario === 'pool rerun',
          }
        : null,
  };

  const api: FakeServices = {
    ...base,
    ...ledger.services,
    ...seats.services,
    ...offers.services,
    ...checks.services,
    ...createFakeShare(log),
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

function inspectionOf(
  scenario: Scenario,
  settings: SegmentSettings,
  hasRun: boolean,
  cards: readonly CardSummary[],
): Inspection {
  const card = cards.find((one) => one.name === settings.card) ?? GUIDE;
  const state = hasRun ? ('replaces ours' as const) : ('new' as const);
  const base: Inspection = {
    ...INSPECTION,
    card,
    columns: INSPECTION.columns.map((column) =>
      column.index in settings.columns
        ? { ...column, field: settings.columns[column.index] ?? null }
        : column,
    ),
    writes: [
      { sheet: 'Flex Segments', state },
      { sheet: 'Flex Summary', state },
    ],
  };
  if (scenario === 'wrong basis') {
    const fits = card.basis === 'day';
    return {
      ...base,
      basis: 'days',
      cardFits: fits,
      suggestedCard: fits ? null : 'retail',
      used: fits ? base.used : 0,
    };
  }
  if (scenario === 'no fit') return { ...base, basis: 'days', cardFits: false, suggestedCard: null };
  if (scenario === 'blocked') {
    return {
      ...base,
      writes: [
        { sheet: 'Flex Segments', state: 'blocked' },
        { sheet: 'Flex Summary', state: 'new' },
      ],
    };
  }
  if (scenario === 'short history') {
    return {
      ...base,
      window: { ...base.window, first: 'Nov 2025', last: 'Oct 2026', monthsWithRows: 5 },
      scaled: { months: 5, tokens: 41_250, scaledTokens: 99_000 },
      learnt: [
        { product: 'Revit', rate: 10, support: 1_204, days: 1_210, cardRate: 10 },
        { product: 'Civil 3D', rate: 9, support: 88, days: 90, cardRate: null },
      ],
      peopleMatched: 380,
      peopleUnmatched: ['p-0021@example.com', 'p-0388@example.com'],
      messages: [
        {
          level: 'warning',
          text: '2 products are not on this card: Revit LT and Vault Pro. Their 14 rows are left out; add them to Flex Rates to use them.',
          address: 'Usage!B2:B48211',
        },
      ],
    };
  }
  return base;
}

function outcomeOf(scenario: Scenario): SegmentOutcome {
  if (scenario !== 'warnings') return OUTCOME;
  return {
    ...OUTCOME,
    changed: 12,
    newPeople: 3,
    gonePeople: 1,
    estimated: true,
    messages: [
      {
        level: 'warning',
        text: 'Days were converted at 8 hours a day. Every figure is an estimate.',
      },
      {
        level: 'warning',
        text: 'The seat price of PDM Collection is missing. 4 people show “price missing”; fill it in on Flex Rates.',
        address: "'Flex Rates'!D9",
      },
    ],
  };
}
