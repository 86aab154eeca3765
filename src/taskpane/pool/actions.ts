import type { PaneServices } from '../../excel/contract/pane';
import { insertSheet } from '../command/actions';
import type { Wiring } from '../command/wiring';

/** What the Pool step can ask for. */
export interface PoolActions {
  insertProjects(): void;
}

export function poolActions(services: PaneServices, wiring: Wiring): PoolActions {
  return {
    insertProjects: () =>
      insertSheet(
        'pool',
        'projects',
        services,
        wiring,
        async () => {
          const { sheet, address } = await services.insertProjects();
          const announcement = `${sheet} inserted. Enter a project a row; the pane reads it when you pause.`;
          return { address, announcement };
        },
        'The plan could not be inserted. Try again.',
      ),
  };
}
