import type { RenewalOutcome, RenewalServices, RenewalSettings } from '../../../src/excel/contract/renewal';
import { DEFAULT_RENEWAL_SETTINGS } from '../../../src/excel/renewal/settings';
import type { Commands } from '../../../src/excel/contract/pane';
import type { LastRun, Progress, ServiceFailure } from '../../../src/excel/contract/services';
import { renewalInspectionOf, renewalOutcomeOf } from './fixtures';

const WATCHES = [
  'Flex Quotes',
  'Flex Rates New',
  'Flex Renewal',
  'Flex Seats',
  'Flex Subscriptions',
  'Flex Pins',
  'Flex Portfolio',
  'Flex Pool',
];

/** What a test can see and steer of the simulated quotes and renewal. */
export interface FakeRenewal {
  readonly services: RenewalServices;
  readonly command: Commands['renewal'];
  last(): LastRun | null;
  readonly savedRenewal: RenewalSettings[];
  /** The run under way. */
  running(): {
    readonly onProgress: (p: Progress) => void;
    readonly reject: (reason: ServiceFailure) => void;
  } | null;
  finish(): void;
}

/** @param log where calls and writes are noted */
export function createFakeRenewal(
  scenario: string,
  log: { readonly calls: string[]; readonly writes: string[] },
  cancelled: () => ServiceFailure,
): FakeRenewal {
  let settings = DEFAULT_RENEWAL_SETTINGS;
  let hasQuotes = scenario === 'renewal quotes' || scenario === 'renewal rejects';
  let hasRenewal = scenario === 'renewal rerun';
  let run: {
    readonly onProgress: (p: Progress) => void;
    readonly resolve: (outcome: RenewalOutcome) => void;
    readonly reject: (reason: ServiceFailure) => void;
  } | null = null;
  const savedRenewal: RenewalSettings[] = [];

  const finish = (): void => {
    hasRenewal = true;
    log.writes.push('renewal');
    run?.resolve(renewalOutcomeOf(scenario, { hasQuotes, settings }));
    run = null;
  };

  const command: Commands['renewal'] = {
    settings: async () => settings,
    save: async (next) => {
      settings = next;
      savedRenewal.push(next);
    },
    inspect: async (_source, _settings, renewal, onProgress) => {
      log.calls.push('inspectRenewal');
      onProgress({ phase: 'reading', done: 24_000, total: 48_210, text: '24,000 of 48,210 rows' });
      return renewalInspectionOf(scenario, { hasQuotes, hasRenewal, newCard: renewal.newCard });
    },
    run: (_source, _settings, _renewal, onProgress, signal) => {
      log.calls.push('renewal');
      return new Promise((resolve, reject) => {
        run = { onProgress, resolve, reject };
        signal.addEventListener('abort', () => {
          run = null;
          reject(cancelled());
        });
        if (scenario !== 'renewal running') finish();
      });
    },
    watches: WATCHES,
  };

  const last = (): LastRun | null =>
    hasRenewal
      ? {
          when: '2026-11-12T09:00:00',
          input: 'Usage!A1:G48211',
          people: 412,
          stale: scenario === 'renewal rerun',
          changed: scenario === 'renewal rerun' ? ['the usage'] : [],
        }
      : null;
  const services: RenewalServices = {
    insertNewRates: async () => {
      log.writes.push('insertNewRates');
      return { sheet: 'Flex Rates New', address: "'Flex Rates New'!A1:M30" };
    },
    insertQuotes: async (sample) => {
      log.writes.push(sample ? 'insertQuotes sample' : 'insertQuotes');
      hasQuotes = true;
      return { sheet: 'Flex Quotes', address: "'Flex Quotes'!A5:G6" };
    },
  };
  return { services, command, last, savedRenewal, running: () => run, finish };
}
