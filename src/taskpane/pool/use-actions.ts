import { useMemo } from 'react';
import type { PoolInspection, PoolOutcome, PoolSettings } from '../../excel/contract/pool';
import type { PaneServices } from '../../excel/contract/services';
import type { Command } from '../command/command';
import { commandActions } from '../command/actions';
import type { Wiring } from '../command/wiring';

/** What the Pool step can ask for. */
export interface PoolActions {
  changePool(change: Partial<PoolSettings>, announcement?: string): void;
  sizePool(): void;
  /** Leaves the result and prepares another run. */
  clearPool(): void;
  insertProjects(): void;
}

export type PoolCommand = Command<PoolSettings, PoolInspection, PoolOutcome>;

/** "Size pool". */
export const poolCommand = (services: PaneServices): PoolCommand => ({
  step: 'pool',
  of: ({ pool }) => pool,
  told: (action) => ({ type: 'pool', action }),
  inspect: (...asked) => services.inspectPool(...asked),
  run: (...asked) => services.pool(...asked),
  save: (settings) => services.savePoolSettings(settings),
  last: () => services.lastPool(),
  followsSegments: true,
  fallbacks: {
    inspect: 'The usage could not be looked at for a pool. Check the range, then read again.',
    run: 'Sizing stopped. Look at Flex Pool before you run it again.',
    last: 'The state of the last sizing could not be read. Close the pane and open it again.',
  },
});

export function usePoolActions(services: PaneServices, command: PoolCommand, wiring: Wiring): PoolActions {
  return useMemo<PoolActions>(() => {
    const { change, run, clear, insert } = commandActions(command, wiring, services.select.bind(services));
    return {
      changePool: change,
      sizePool: run,
      clearPool: clear,
      insertProjects: () =>
        insert(
          'projects',
          async () => {
            const { sheet, address } = await services.insertProjects();
            const announcement = `${sheet} inserted. Enter a project a row; the pane reads it when you pause.`;
            return { address, announcement };
          },
          'The plan could not be inserted. Try again.',
        ),
    };
  }, [services, command, wiring]);
}
