import type { ComplianceOutcome, ComplianceServices } from '../../../src/excel/contract/compliance';
import type { Commands } from '../../../src/excel/contract/pane';
import type { LastRun, Progress, ServiceFailure } from '../../../src/excel/contract/services';
import { complianceInspectionOf, complianceOutcomeOf } from './fixtures';

const WATCHES = ['Flex Compliance', 'Flex Seats', 'Flex People'];

/** What a test can see and steer of the simulated checks. */
export interface FakeCompliance {
  readonly services: ComplianceServices;
  readonly command: Commands['compliance'];
  last(): LastRun | null;
  /** The run under way. */
  running(): {
    readonly onProgress: (p: Progress) => void;
    readonly reject: (reason: ServiceFailure) => void;
  } | null;
  finish(): void;
}

export const REGISTER_CSV = 'User,Product\r\nada@example.com,Revit\r\n';

/** @param log where calls and writes are noted */
export function createFakeCompliance(
  scenario: string,
  log: { readonly calls: string[]; readonly writes: string[] },
  cancelled: () => ServiceFailure,
): FakeCompliance {
  let hasRun = scenario === 'compliance rerun';
  let run: {
    readonly onProgress: (p: Progress) => void;
    readonly resolve: (outcome: ComplianceOutcome) => void;
    readonly reject: (reason: ServiceFailure) => void;
  } | null = null;

  const finish = (): void => {
    hasRun = true;
    log.writes.push('compliance');
    run?.resolve(complianceOutcomeOf(scenario));
    run = null;
  };

  const command: Commands['compliance'] = {
    settings: async () => ({}),
    save: async () => undefined,
    inspect: async (_source, _settings, _own, onProgress) => {
      log.calls.push('inspectCompliance');
      onProgress({ phase: 'reading', done: 24_000, total: 48_210, text: '24,000 of 48,210 rows' });
      return complianceInspectionOf(scenario, hasRun);
    },
    run: (_source, _settings, _own, onProgress, signal) => {
      log.calls.push('compliance');
      return new Promise((resolve, reject) => {
        run = { onProgress, resolve, reject };
        signal.addEventListener('abort', () => {
          run = null;
          reject(cancelled());
        });
        if (scenario !== 'compliance running') finish();
      });
    },
    watches: WATCHES,
  };

  const last = (): LastRun | null =>
    hasRun
      ? {
          when: '2026-11-12T09:00:00',
          input: 'Usage!A1:G48211',
          people: 412,
          stale: scenario === 'compliance rerun',
          changed: scenario === 'compliance rerun' ? ['the usage'] : [],
        }
      : null;
  const services: ComplianceServices = {
    exportItamCsv: async () => {
      log.calls.push('exportItamCsv');
      return { name: 'flex-itam.csv', text: REGISTER_CSV };
    },
  };
  return { services, command, last, running: () => run, finish };
}
