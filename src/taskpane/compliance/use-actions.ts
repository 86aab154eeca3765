import { useMemo } from 'react';
import type { ComplianceInspection, ComplianceOutcome } from '../../excel/contract/compliance';
import type { Command } from '../command/command';
import { commandActions } from '../command/actions';
import type { Wiring } from '../command/wiring';
import type { AllServices } from '../pane/services';
import type { ComplianceSettings } from './state';
import type { TextFile } from './save-file';

/** What the Compliance step can ask for. */
export interface ComplianceActions {
  checkCompliance(): void;
  /** Leaves the result and prepares another run. */
  clearCompliance(): void;
  /** The register as a CSV file; null where it could not be read, which the pane then says. */
  exportRegister(): Promise<TextFile | null>;
}

export type ComplianceCommand = Command<ComplianceSettings, ComplianceInspection, ComplianceOutcome>;

/** "Check compliance". */
export const complianceCommand = (services: AllServices): ComplianceCommand => ({
  step: 'compliance',
  of: ({ compliance }) => compliance,
  told: (action) => ({ type: 'compliance', action }),
  inspect: (source, settings, _own, onProgress, signal) =>
    services.inspectCompliance(source, settings, onProgress, signal),
  run: (source, settings, _own, onProgress, signal) =>
    services.compliance(source, settings, onProgress, signal),
  save: async () => undefined,
  last: () => services.lastCompliance(),
  // Who is proposed for Flex comes from the last portfolio, or else the last segmentation.
  followsSegments: true,
  fallbacks: {
    inspect: 'The usage and the seats could not be looked at. Check the range, then read again.',
    run: 'The check stopped. Look at Flex Compliance and Flex ITAM before you run it again.',
    last: 'The state of the last check could not be read. Close the pane and open it again.',
  },
});

export function useComplianceActions(
  services: AllServices,
  command: ComplianceCommand,
  wiring: Wiring,
): ComplianceActions {
  return useMemo<ComplianceActions>(() => {
    const { run, clear } = commandActions(command, wiring, services.select.bind(services));
    return {
      checkCompliance: run,
      clearCompliance: clear,
      exportRegister: async () => {
        const files: TextFile[] = [];
        await wiring.reader.attempt(
          async () => void files.push(await services.exportItamCsv()),
          'The register could not be read from Flex ITAM. Check compliance again, then save it.',
        );
        return files[0] ?? null;
      },
    };
  }, [services, command, wiring]);
}
