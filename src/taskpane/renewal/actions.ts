import type { PaneServices } from '../../excel/contract/pane';
import { insertSheet } from '../command/actions';
import type { Wiring } from '../command/wiring';

/** What the Renewal step can ask for. */
export interface RenewalActions {
  insertQuotes(sample: boolean): void;
  insertNewRates(): void;
}

export function renewalActions(services: PaneServices, wiring: Wiring): RenewalActions {
  return {
    insertNewRates: () =>
      insertSheet(
        'renewal',
        'newRates',
        services,
        wiring,
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
      insertSheet(
        'renewal',
        'quotes',
        services,
        wiring,
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
}
