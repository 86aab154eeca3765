import type { PaneServices } from '../../excel/contract/pane';
import { insertSheet } from '../command/actions';
import type { Wiring } from '../command/wiring';
import { listed } from './words';

/** What the Portfolio step can ask for. */
export interface PortfolioActions {
  insertSeats(sample: boolean): void;
}

export function portfolioActions(services: PaneServices, wiring: Wiring): PortfolioActions {
  return {
    insertSeats: (sample) =>
      insertSheet(
        'portfolio',
        'seats',
        services,
        wiring,
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
}
