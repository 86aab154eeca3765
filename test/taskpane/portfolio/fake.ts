import type {
  PortfolioOutcome,
  PortfolioServices,
  PortfolioSettings,
} from '../../../src/excel/contract/portfolio';
import type { Commands } from '../../../src/excel/contract/pane';
import type { LastRun, Progress, ServiceFailure } from '../../../src/excel/contract/services';
import { PORTFOLIO_SETTINGS, portfolioInspectionOf } from './fixtures';
import { portfolioOutcomeOf } from './outcomes';

const WATCHES = ['Flex Seats', 'Flex Subscriptions', 'Flex Pins', 'Flex Portfolio', 'Flex Pool'];

/** What a test can see and steer of the simulated seats and portfolio. */
export interface FakePortfolio {
  readonly services: PortfolioServices;
  readonly command: Commands['portfolio'];
  last(): LastRun | null;
  readonly savedPortfolio: PortfolioSettings[];
  /** What each run was asked for. */
  readonly asked: unknown[];
  /** The run under way. */
  running(): {
    readonly onProgress: (p: Progress) => void;
    readonly reject: (reason: ServiceFailure) => void;
  } | null;
  finish(): void;
}

/** @param log where calls and writes are noted */
export function createFakePortfolio(
  scenario: string,
  log: { readonly calls: string[]; readonly writes: string[] },
  cancelled: () => ServiceFailure,
): FakePortfolio {
  let settings = PORTFOLIO_SETTINGS;
  let hasSeats = scenario.startsWith('portfolio ');
  let hasPortfolio = scenario === 'portfolio rerun';
  let run: {
    readonly onProgress: (p: Progress) => void;
    readonly resolve: (outcome: PortfolioOutcome) => void;
    readonly reject: (reason: ServiceFailure) => void;
  } | null = null;
  const savedPortfolio: PortfolioSettings[] = [];
  const asked: unknown[] = [];

  const finish = (): void => {
    hasPortfolio = true;
    log.writes.push('portfolio');
    run?.resolve(portfolioOutcomeOf(scenario, hasSeats && settings.useTodaysSeats));
    run = null;
  };

  const command: Commands['portfolio'] = {
    settings: async () => settings,
    save: async (next) => {
      settings = next;
      savedPortfolio.push(next);
    },
    inspect: async (_source, _settings, portfolio, onProgress) => {
      log.calls.push('inspectPortfolio');
      onProgress({ phase: 'reading', done: 24_000, total: 48_210, text: '24,000 of 48,210 rows' });
      return portfolioInspectionOf(scenario, {
        hasSeats,
        hasPortfolio,
        leftAside: !portfolio.useTodaysSeats,
      });
    },
    run: (source, _settings, portfolio, onProgress, signal) => {
      log.calls.push('portfolio');
      asked.push({ source, portfolio });
      return new Promise((resolve, reject) => {
        run = { onProgress, resolve, reject };
        signal.addEventListener('abort', () => {
          run = null;
          reject(cancelled());
        });
        if (scenario !== 'portfolio running') finish();
      });
    },
    watches: WATCHES,
  };

  const last = (): LastRun | null =>
    hasPortfolio
      ? {
          when: '2026-11-12T09:00:00',
          input: 'Usage!A1:G48211',
          people: 412,
          stale: scenario === 'portfolio rerun',
          changed: scenario === 'portfolio rerun' ? ['the usage'] : [],
        }
      : null;
  const services: PortfolioServices = {
    insertSeats: async (sample) => {
      log.writes.push(sample ? 'insertSeats sample' : 'insertSeats');
      hasSeats = true;
      const sheets = ['Flex Seats', 'Flex Subscriptions', 'Flex Pins'];
      return { sheet: 'Flex Seats', address: "'Flex Seats'!A6:C7", sheets };
    },
  };
  return { services, command, last, savedPortfolio, asked, running: () => run, finish };
}
