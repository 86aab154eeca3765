import type { CommandKey } from '../../excel/contract/pane';
import type { CommandInspection } from '../../excel/contract/services';
import { commandOf, type PaneState } from '../pane/state';
import type { RunBlocker } from './words';

/** What stands in the way of any command over the usage, before the sheets it would write are looked at. */
function usageBlocker(state: PaneState): RunBlocker | null {
  if (state.reading !== null) return { text: 'Reading the usage.', remedy: 'wait' };
  if (state.settings === null || state.inspection === null) {
    return { text: 'Choose the usage to read, in the Data step.', remedy: 'data' };
  }
  if (state.inserting !== null) return { text: 'Waiting for the sheet to be inserted.', remedy: 'wait' };
  if (state.invalidFields.length > 0) {
    return { text: 'Correct the assumptions marked above first.', remedy: 'fields' };
  }
  if (state.dataChanged) {
    return { text: 'The usage changed after it was read. Read it again first.', remedy: 'read' };
  }
  return null;
}

function sheetBlocker(writes: CommandInspection['writes']): RunBlocker | null {
  const blocked = writes.filter((sheet) => sheet.state === 'blocked');
  if (blocked.length === 0) return null;
  const names = blocked.map((sheet) => sheet.sheet).join(' and ');
  return { text: `A sheet named ${names} is not ours. Rename it, then read again.`, remedy: 'read' };
}

const NO_ROWS: RunBlocker = {
  text: 'None of the rows can be used. The Data step says why.',
  remedy: 'data',
};

const NO_PERSON: RunBlocker = {
  text: 'The rows name no person. Set the column that holds the user.',
  remedy: 'data',
};

/** What stands in the way of a command; null = it can start. */
export function blockerOf(state: PaneState, key: CommandKey): RunBlocker | null {
  const { words, state: own, found } = commandOf(state, key);
  const { inspection: read } = state;
  const blocker = usageBlocker(state);
  if (blocker !== null || read === null) return blocker;
  if (read.used === 0) return NO_ROWS;
  if (read.users === 0 && words.needsPeople) return NO_PERSON;
  if (own.reading !== null) return { text: `${words.look?.reading ?? 'Reading the usage'}.`, remedy: 'wait' };
  if (found === null || own.settings === null) return { text: words.look?.unlooked ?? '', remedy: 'read' };
  if (own.outdated && words.look !== null) return { text: words.look.outdated, remedy: 'read' };
  const more = words.needs?.(own, found) ?? sheetBlocker(found.writes);
  if (more !== null || found.canRun) return more;
  return { text: 'The message above says what stands in the way.', remedy: 'fields' };
}
