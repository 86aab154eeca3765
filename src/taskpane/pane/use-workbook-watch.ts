import { useEffect, type Dispatch, type MutableRefObject } from 'react';
import type { CommandKey, PaneServices } from '../../excel/contract/pane';
import { splitAddress } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import type { Aside } from '../command/aside';
import { ASIDES } from './asides';
import {
  COMMAND_KEYS,
  hasLook,
  isCommandKey,
  isRunning,
  runOnShow,
  told,
  type PaneAction,
  type PaneState,
} from './state';
import type { Reader } from './use-reader';

/** Up to this size a changed range is read again by itself; above it the user decides when. */
export const QUIET_REREAD_ROWS = 20_000;
const SETTLE_MS = 500;
const RANK = { selection: 0, data: 1, sheets: 2 };
type Change = keyof typeof RANK;

/** False for edits on a sheet that the announced reading does not use; an unknown sheet may be any. */
function isRead(sheet: string | undefined, { inspection }: PaneState, services: PaneServices): boolean {
  if (sheet === undefined || inspection === null) return true;
  if (splitAddress(inspection.address).sheet === sheet) return true;
  return COMMAND_KEYS.some((key) => !hasLook(key) && services.commands[key].watches.includes(sheet));
}

/** Whether usage could be read from the sheet when the workbook was last listed; a sheet of ours never is news. */
function isListed(sheet: string | undefined, { sources }: PaneState): boolean {
  if (sheet === undefined) return true;
  return (
    sources.some((option) => splitAddress(option.address).sheet === sheet) ||
    Object.values(SHEETS).some(({ name }) => name === sheet)
  );
}

/** The commands that read the sheet beside the usage. */
const commandsReading = (sheet: string | undefined, services: PaneServices): readonly CommandKey[] =>
  sheet === undefined
    ? []
    : COMMAND_KEYS.filter((key) => hasLook(key) && services.commands[key].watches.includes(sheet));

/** A result, and a step with its plan, ledger and cells beside it, keep to the cells that were announced. */
const followsSelection = (state: PaneState): boolean =>
  state.source?.kind === 'selection' &&
  (!isCommandKey(state.step) || !hasLook(state.step)) &&
  runOnShow(state).kind !== 'done';

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
    let waiting: Change | null = null;
    // What is no usage, looked at anew once the user pauses.
    const aside = { commands: new Set<CommandKey>(), asides: new Set<Aside>(), sources: false };

    const follow = async (what: Change): Promise<void> => {
      const { source, settings, inspection } = latest.current;
      const run = runOnShow(latest.current);
      if (settings === null) return;
      if (what === 'sheets' || source === null) {
        await reader.relist();
      } else if (what === 'data') {
        const isLarge = inspection !== null && inspection.rows > QUIET_REREAD_ROWS;
        if (run.kind !== 'done' && isLarge) dispatch({ type: 'dataChanged' });
        const read = run.kind === 'done' || isLarge ? undefined : reader.read(source, settings);
        await Promise.all([read, reader.seeLastRuns()]);
      } else if (followsSelection(latest.current)) {
        const sources = await services.sources();
        dispatch({ type: 'workbookListed', sources, cards: latest.current.cards });
        // A single cell, or one of our own sheets, is no usage: what was read last stays, marked as out of date.
        if (sources.some((option) => option.choice.kind === 'selection')) await reader.read(source, settings);
        else dispatch({ type: 'dataChanged' });
      }
    };

    const followCommands = async (keys: readonly CommandKey[]): Promise<void> => {
      const { inspection } = latest.current;
      await reader.seeLastRuns();
      if (inspection === null || inspection.rows > QUIET_REREAD_ROWS) return;
      for (const key of keys) dispatch(told(key, { type: 'refreshed' }));
    };

    const followSources = async (): Promise<void> =>
      dispatch({
        type: 'workbookListed',
        sources: await services.sources(),
        cards: latest.current.cards,
      });

    const settle = (): void => {
      const what = waiting;
      if (isRunning(latest.current) || latest.current.inserting !== null) return;
      const { sources } = aside;
      const [commands, asides] = [[...aside.commands], [...aside.asides]];
      aside.commands.clear();
      aside.asides.clear();
      aside.sources = false;
      if (commands.length > 0) {
        const changed = 'A sheet that a step reads changed and could not be read. Read it again.';
        void reader.attempt(() => followCommands(commands), changed);
      }
      for (const each of asides) {
        void reader.attempt(async () => dispatch(await each.read(services, false)), each.fallback);
      }
      if (sources) void reader.attempt(followSources, 'A sheet changed and could not be listed. Read again.');
      if (what === null) return;
      waiting = null;
      void reader.attempt(() => follow(what), 'The workbook changed and could not be read. Read it again.');
    };

    const unsubscribe = services.onWorkbookChange((what, sheet) => {
      const { inspection } = latest.current;
      const busy = isRunning(latest.current);
      if (what === 'data' && !isRead(sheet, latest.current, services)) {
        const commands = commandsReading(sheet, services);
        const asides = ASIDES.filter(({ sheets }) => sheet !== undefined && sheets.includes(sheet));
        for (const key of commands) {
          if (!busy) dispatch(told(key, { type: 'outdated' }));
          aside.commands.add(key);
        }
        for (const each of asides) aside.asides.add(each);
        if (commands.length === 0 && asides.length === 0) {
          if (isListed(sheet, latest.current)) return;
          aside.sources = true;
        }
      } else {
        const concerns = what === 'data' || (what === 'selection' && followsSelection(latest.current));
        if (concerns && inspection !== null && !busy) dispatch({ type: 'dataChanged' });
        if (waiting === null || RANK[what] > RANK[waiting]) waiting = what;
      }
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [services, reader, dispatch, latest]);
}
