import type { PaneState } from './state';

/** Why "Segment users" cannot be pressed now, as a sentence, and what takes the user on. */
export interface RunBlocker {
  readonly text: string;
  /** `wait`: nothing to do; `fields`: correct what is marked; `read`: read again; `data`: go to the Data step. */
  readonly remedy: 'wait' | 'fields' | 'read' | 'data';
}

/** What stands in the way of a run; null = it can start. */
export function runBlocker(state: PaneState): RunBlocker | null {
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
  const { inspection } = state;
  const blocked = inspection.writes.filter((sheet) => sheet.state === 'blocked');
  if (blocked.length > 0) {
    const names = blocked.map((sheet) => sheet.sheet).join(' and ');
    return { text: `A sheet named ${names} is not ours. Rename it, then read again.`, remedy: 'read' };
  }
  if (inspection.used === 0) {
    return { text: 'None of the rows can be used. The Data step says why.', remedy: 'data' };
  }
  if (inspection.users === 0) {
    return { text: 'The rows name no person. Set the column that holds the user.', remedy: 'data' };
  }
  return null;
}
