import type { PaneState } from './state';

/** Why "Segment users" cannot be pressed now, as a sentence; null = it can. */
export function runBlocker(state: PaneState): string | null {
  if (state.settings === null || state.inspection === null) {
    return state.reading === null ? 'Choose the usage to read first.' : 'Reading the usage.';
  }
  if (state.reading !== null) return 'Reading the usage.';
  if (state.inserting !== null) return 'Waiting for the sheet to be inserted.';
  if (state.invalidFields.length > 0) return 'Correct the assumptions marked above first.';
  if (state.dataChanged) return 'The usage changed after it was read. Read it again first.';
  const { inspection } = state;
  const blocked = inspection.writes.filter((sheet) => sheet.state === 'blocked');
  if (blocked.length > 0) {
    const names = blocked.map((sheet) => sheet.sheet).join(' and ');
    return `${names}: a sheet of that name is not ours. Rename it, then read again.`;
  }
  if (inspection.used === 0) return 'None of the rows can be used. See what was left out, in the Data step.';
  if (inspection.users === 0) {
    return 'The rows name no person. Set the column that holds the user, in the Data step.';
  }
  return null;
}
