import { useMemo } from 'react';
import type { RenewalInspection, RenewalOutcome, RenewalSettings } from '../../excel/contract/renewal';
import type { Command } from '../command/command';
import { commandActions } from '../command/actions';
import type { Wiring } from '../command/wiring';
import type { AllServices } from '../pane/services';

/** What the Renewal step can ask for. */
export interface RenewalActions {
  changeRenewal(change: Partial<RenewalSettings>, announcement?: string): void;
  prepareRenewal(): void;
  /** Leaves the result and prepares another run. */
  clearRenewal(): void;
  insertQuotes(sample: boolean): void;
  insertNewRates(): void;
}

export type RenewalCommand = Command<RenewalSettings, RenewalInspection, RenewalOutcome>;

/** "Prepare renewal". */
export const renewalCommand = (services: AllServices): RenewalCommand => ({
  step: 'renewal',
  of: ({ renewal }) => renewal,
  told: (action) => ({ type: 'renewal', action }),
  inspect: (...asked) => services.inspectRenewal(...asked),
  run: (...asked) => services.renewal(...asked),
  save: (settings) => services.saveRenewalSettings(settings),
  last: () => services.lastRenewal(),
  followsSegments: false,
  fallbacks: {
    inspect: 'The usage and the quotes could not be looked at. Check the range, then read again.',
    run: 'Preparing stopped. Look at Flex Renewal and Flex Ask List before you run it again.',
    last: 'The state of the last renewal could not be read. Close the pane and open it again.',
  },
});

export function useRenewalActions(
  services: AllServices,
  command: RenewalCommand,
  wiring: Wiring,
): RenewalActions {
  return useMemo<RenewalActions>(() => {
    const { change, run, clear, insert } = commandActions(command, wiring, services.select.bind(services));
    return {
      changeRenewal: change,
      prepareRenewal: run,
      clearRenewal: clear,
      insertNewRates: () =>
        insert(
          'newRates',
          async () => {
            const { sheet, address } = await services.insertNewRates();
            return {
              address,
              announcement: `${sheet} inserted, a copy of the card in use. Change what changes; the pane reads it when you pause.`,
            };
          },
          'The sheet for the announced card could not be inserted. Try again.',
        ),
      insertQuotes: (sample) =>
        insert(
          'quotes',
          async () => {
            const { sheet, address } = await services.insertQuotes(sample);
            const announcement = sample
              ? `${sheet} inserted, with sample quotes.`
              : `${sheet} inserted. Enter a line a row; the pane reads it when you pause.`;
            return { address, announcement };
          },
          'The sheet for quotes could not be inserted. Try again.',
        ),
    };
  }, [services, command, wiring]);
}
