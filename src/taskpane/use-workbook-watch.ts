import { useEffect, type Dispatch, type MutableRefObject } from 'react';
import type { Inspection, PaneServices } from '../excel/services';
import { splitAddress } from '../report/address';
import { PEOPLE_SHEET, SHEETS } from '../report/marks';
import type { PaneAction, PaneState } from './state';
import type { Reader } from './use-reader';

/** Up to this size a changed range is read again by itself; above it the user decides when. */
const QUIET_REREAD_ROWS = 20_000;
const SETTLE_MS = 500;
const RANK = { selection: 0, data: 1, sheets: 2 };

/** False for edits on a sheet that the announced reading does not use; an unknown sheet may be any. */
function isRead(sheet: string | undefined, inspection: Inspection | null): boolean {
  if (sheet === undefined || inspection === null) return true;
  return [splitAddress(inspection.address).sheet, SHEETS.rates.name, PEOPLE_SHEET].includes(sheet);
}

/**
 * Follows what the user does in the workbook, once they pause. What was announced must be what is read: a change that
 * concerns the announced usage holds up a run until it is read again.
 */
export function useWorkbookWatch(
  services: PaneServices,
  reader: Reader,
  dispatch: Dispatch<PaneAction>,
  latest: MutableRefObject<PaneState>,
): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: 'selection' | 'data' | 'sheets' = 'selection';

    const follow = async (what: typeof waiting): Promise<void> => {
      const { source, settings, inspection, run } = latest.current;
      if (settings === null) return;
      if (what === 'sheets' || source === null) {
        await reader.relist();
      } else if (what === 'data') {
        dispatch({ type: 'lastRunSeen', lastRun: await services.lastRun() });
        if (run.kind === 'done') return;
        if (inspection !== null && inspection.rows > QUIET_REREAD_ROWS) dispatch({ type: 'dataChanged' });
        else await reader.read(source, settings);
      } else if (source.kind === 'selection' && run.kind !== 'done') {
        const sources = await services.sources();
        dispatch({ type: 'workbookListed', sources, cards: latest.current.cards });
        // A single cell, or one of our own sheets, is no usage: what was read last stays, marked as out of date.
        if (sources.some((option) => option.choice.kind === 'selection')) await reader.read(source, settings);
        else dispatch({ type: 'dataChanged' });
      }
    };

    const settle = (): void => {
      const { run, inserting } = latest.current;
      const what = waiting;
      if (run.kind === 'running' || inserting !== null) return;
      waiting = 'selection';
      void reader.attempt(() => follow(what), 'The workbook changed and could not be read. Read it again.');
    };

    const unsubscribe = services.onWorkbookChange((what, sheet) => {
      const { run, source, inspection } = latest.current;
      if (what === 'data' && !isRead(sheet, inspection)) return;
      const concerns = what === 'data' || (what === 'selection' && source?.kind === 'selection');
      if (concerns && inspection !== null && run.kind !== 'running' && run.kind !== 'done') {
        dispatch({ type: 'dataChanged' });
      }
      if (RANK[what] > RANK[waiting]) waiting = what;
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [services, reader, dispatch, latest]);
}
