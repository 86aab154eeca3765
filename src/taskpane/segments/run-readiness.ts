import type { Inspection } from '../../excel/contract/services';
import { SHEETS } from '../../report/model/sheet-names';
import type { PaneState } from '../pane/state';

/** Why a command cannot be pressed now, as a sentence, and what takes the user on. */
export interface RunBlocker {
  readonly text: string;
  /** `wait`: nothing to do; `fields`: correct what is marked; `read`: read again; `data`: go to the Data step. */
  readonly remedy: 'wait' | 'fields' | 'read' | 'data';
}

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

function sheetBlocker(writes: Inspection['writes']): RunBlocker | null {
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

/** What stands in the way of "Segment users"; null = it can start. */
export function runBlocker(state: PaneState): RunBlocker | null {
  const blocker = usageBlocker(state);
  const { inspection } = state;
  if (blocker !== null || inspection === null) return blocker;
  const sheets = sheetBlocker(inspection.writes);
  if (sheets !== null) return sheets;
  if (inspection.used === 0) return NO_ROWS;
  return inspection.users === 0 ? NO_PERSON : null;
}

/** What stands in the way of "Size pool"; null = it can start. */
export function poolBlocker(state: PaneState): RunBlocker | null {
  const blocker = usageBlocker(state);
  if (blocker !== null) return blocker;
  if (state.inspection?.used === 0) return NO_ROWS;
  const { pool } = state;
  if (pool.reading !== null) return { text: 'Reading the usage.', remedy: 'wait' };
  if (pool.inspection === null || pool.settings === null) {
    return { text: 'The usage has not been looked at for a pool. Read it again.', remedy: 'read' };
  }
  if (pool.outdated) {
    return { text: 'The plan or the cells of Flex Pool changed. Read them again first.', remedy: 'read' };
  }
  const sheets = sheetBlocker(pool.inspection.writes);
  if (sheets !== null) return sheets;
  return pool.inspection.canRun
    ? null
    : { text: 'The message above says what stands in the way.', remedy: 'fields' };
}

/** What stands in the way of "Build portfolio"; null = it can start. */
export function portfolioBlocker(state: PaneState): RunBlocker | null {
  return lookedBlocker(
    state,
    'portfolio',
    'The usage has not been looked at for a portfolio. Read it again.',
    'Seats, pins or cells of Flex Portfolio changed. Read them again first.',
  );
}

/** What stands in the way of "Prepare renewal"; null = it can start. */
export function renewalBlocker(state: PaneState): RunBlocker | null {
  return lookedBlocker(
    state,
    'renewal',
    'The usage has not been looked at for a renewal. Read it again.',
    'Quotes, seats or cells of Flex Renewal changed. Read them again first.',
  );
}

/** What stands in the way of "Check compliance"; null = it can start. */
export function complianceBlocker(state: PaneState): RunBlocker | null {
  return lookedBlocker(
    state,
    'compliance',
    'The usage has not been looked at for compliance. Read it again.',
    'The seats or the findings changed. Read them again first.',
  );
}

function lookedBlocker(
  state: PaneState,
  step: 'portfolio' | 'renewal' | 'compliance',
  unlooked: string,
  outdated: string,
): RunBlocker | null {
  const blocker = usageBlocker(state);
  if (blocker !== null) return blocker;
  const { inspection: read } = state;
  if (read?.used === 0) return NO_ROWS;
  if (read?.users === 0 && step !== 'renewal') return NO_PERSON;
  const { reading, inspection, settings, outdated: isOutdated } = state[step];
  if (reading !== null) return { text: 'Reading the usage and the seats.', remedy: 'wait' };
  if (inspection === null || settings === null) return { text: unlooked, remedy: 'read' };
  if (isOutdated) return { text: outdated, remedy: 'read' };
  const sheets = sheetBlocker(inspection.writes);
  if (sheets !== null) return sheets;
  return inspection.canRun
    ? null
    : { text: 'The message above says what stands in the way.', remedy: 'fields' };
}

/** What stands in the way of "Monitor pool"; null = it can start. */
export function monitorBlocker(state: PaneState): RunBlocker | null {
  const blocker = usageBlocker(state);
  if (blocker !== null) return blocker;
  if (state.inspection?.used === 0) return NO_ROWS;
  const { monitor } = state;
  if (monitor.reading !== null) return { text: 'Reading the usage and the ledger.', remedy: 'wait' };
  if (monitor.append.previewing !== null) {
    return { text: 'Waiting for the preview of the export.', remedy: 'wait' };
  }
  const { inspection } = monitor;
  if (inspection === null || monitor.settings === null) {
    return { text: 'The ledger has not been looked at. Read it again.', remedy: 'read' };
  }
  if (monitor.outdated) {
    return { text: 'The ledger or a list changed. Read them again first.', remedy: 'read' };
  }
  if (inspection.ledger === null) {
    return { text: 'Insert a pool ledger and enter your packs first.', remedy: 'fields' };
  }
  if (inspection.ledger.packs === 0) {
    return { text: `Enter a pack on ${SHEETS.ledger.name} first.`, remedy: 'fields' };
  }
  const sheets = sheetBlocker(inspection.writes);
  if (sheets !== null) return sheets;
  return inspection.canRun
    ? null
    : { text: 'The message above says what stands in the way.', remedy: 'fields' };
}
