import { useMemo } from 'react';
import type {
  PortfolioInspection,
  PortfolioOutcome,
  PortfolioSettings,
} from '../../excel/contract/portfolio';
import type { Command } from '../command/command';
import { commandActions } from '../command/actions';
import type { Wiring } from '../command/wiring';
import type { AllServices } from '../pane/services';
import { listed } from './words';

/** What the Portfolio step can ask for. */
export interface PortfolioActions {
  changePortfolio(change: Partial<PortfolioSettings>, announcement?: string): void;
  buildPortfolio(): void;
  /** Leaves the result and prepares another run. */
  clearPortfolio(): void;
  insertSeats(sample: boolean): void;
}

export type PortfolioCommand = Command<PortfolioSettings, PortfolioInspection, PortfolioOutcome>;

/** "Build portfolio". */
export const portfolioCommand = (services: AllServices): PortfolioCommand => ({
  step: 'portfolio',
  of: ({ portfolio }) => portfolio,
  told: (action) => ({ type: 'portfolio', action }),
  inspect: (...asked) => services.inspectPortfolio(...asked),
  run: (...asked) => services.portfolio(...asked),
  save: (settings) => services.savePortfolioSettings(settings),
  last: () => services.lastPortfolio(),
  followsSegments: false,
  fallbacks: {
    inspect: 'The usage and the seats could not be looked at. Check the range, then read again.',
    run: 'Building stopped. Look at Flex Portfolio and Flex Actions before you run it again.',
    last: 'The state of the last portfolio could not be read. Close the pane and open it again.',
  },
});

export function usePortfolioActions(
  services: AllServices,
  command: PortfolioCommand,
  wiring: Wiring,
): PortfolioActions {
  return useMemo<PortfolioActions>(() => {
    const { change, run, clear, insert } = commandActions(command, wiring, services.select.bind(services));
    return {
      changePortfolio: change,
      buildPortfolio: run,
      clearPortfolio: clear,
      insertSeats: (sample) =>
        insert(
          'seats',
          async () => {
            const { address, sheets } = await services.insertSeats(sample);
            const names = `${listed(sheets)} inserted`;
            const announcement = sample
              ? `${names}, with seats that go with the sample usage.`
              : `${names}. Enter or paste a row each; the pane reads them when you pause.`;
            return { address, announcement };
          },
          'The seat tables could not be inserted. Try again.',
        ),
    };
  }, [services, command, wiring]);
}
