/**
 * Which of two words counts: the pane's setting, or the named cell of our sheet that shows it. A cell changed since the last run counts
 * as long as the pane says what it said at that run; where both were changed the pane, which the user has just looked at, wins.
 */
import type { CellValue } from '../../report/model/document';
import type { Message } from '../contract/services';

/** Assumptions as the earlier run used them, and as their cells read now. */
export interface SheetAssumptions {
  readonly used: Readonly<Record<string, CellValue>>;
  readonly now: Readonly<Record<string, CellValue>>;
  /** What the pane said at that run. */
  readonly pane: Readonly<Record<string, CellValue>>;
  /** Keys of the figures that run had taken from the sheet. */
  readonly adopted: readonly string[];
}

/**
 * What a cell says instead of the pane; undefined when the pane counts. A figure once taken from the sheet stays the sheet's until the
 * pane says something new.
 */
export function editOf(key: string, pane: CellValue, sheet: SheetAssumptions | null): CellValue | undefined {
  if (sheet === null || !(key in sheet.now) || !sameValue(pane, sheet.pane[key] ?? null)) return undefined;
  const [used, now] = [sheet.used[key] ?? null, sheet.now[key] ?? null];
  if (sameValue(used, now) && !sheet.adopted.includes(key)) return undefined;
  return sameValue(now, pane) ? undefined : now;
}

export function adoptedMessage(label: string, sheet: string): Message {
  return {
    level: 'info',
    text: `${label} was taken from ${sheet}, where it was changed. The pane's figure counts again once you change it.`,
  };
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 1e-9 : a === b;
}
