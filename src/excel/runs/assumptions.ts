/**
 * What a run assumes. Which of two words counts: the pane's setting, or the named cell of our sheet that shows it. A cell changed since
 * the last run counts as long as the pane says what it said at that run; where both were changed the pane, which the user has just looked
 * at, wins.
 */
import { unfit } from '../../engine/assumptions/errors';
import { keysOf, type AssumptionTable, type Values } from '../../engine/assumptions/row';
import { allowedWords, comparable, fits, shownValue } from '../../engine/assumptions/value';
import type { CellValue } from '../../report/model/document';
import type { Message } from '../contract/services';

/** A named cell: its value (null = blank) and where it stands. */
export interface NamedCell {
  readonly value: CellValue;
  /** `'Flex Pool'!B31`. */
  readonly address: string;
}

/** Assumptions as the earlier run used them, and as their cells read now. */
export interface SheetAssumptions {
  readonly used: Readonly<Record<string, CellValue>>;
  readonly now: Readonly<Record<string, CellValue>>;
  /** What the pane said at that run. */
  readonly pane: Readonly<Record<string, CellValue>>;
  /** Keys of the figures that run had taken from the sheet. */
  readonly adopted: readonly string[];
}

/** What our earlier sheets say: nothing on a first run. */
export interface EarlierCells {
  readonly assumptions: SheetAssumptions | null;
  /** Where the cells stand. */
  readonly cells: ReadonlyMap<string, NamedCell>;
}

export const NOTHING_EARLIER: EarlierCells = { assumptions: null, cells: new Map() };

export interface ChosenAssumptions<Table> {
  /** By key; dates are whole serials, and null where nobody says anything. */
  readonly used: SheetValues<Table>;
  /** Keys of the figures taken from the sheet, and what the pane said of all: kept with the run. */
  readonly adopted: readonly string[];
  readonly pane: Readonly<Record<string, CellValue>>;
  /** Which figures were taken from the sheet instead of the pane. */
  readonly messages: readonly Message[];
}

/** Values as cells hold them: dates are serials. */
export type SheetValues<Table> = {
  readonly [K in keyof Table]: Table[K] extends { readonly kind: 'date' } ? number | null : Values<Table>[K];
};

/**
 * The pane's settings, with what the user changed in the cells since the last run.
 * @param settings by the table's keys; a key that the pane has no setting for is the sheet's alone
 * @param sheetOf name of the sheet that shows a key
 * @throws FlexError naming the cell, or the setting, that cannot be used
 */
export function chosenAssumptions<Table extends AssumptionTable>(
  table: Table,
  settings: { readonly [K in keyof Table]?: unknown },
  { assumptions, cells }: EarlierCells,
  sheetOf: (key: keyof Table & string) => string,
): ChosenAssumptions<Table> {
  const pane: Record<string, CellValue> = {};
  const used: Record<string, CellValue> = {};
  const messages: Message[] = [];
  const adopted: string[] = [];
  for (const key of keysOf(table)) {
    const row = table[key]!;
    const said = comparable(row, key in settings ? settings[key] : row.initial);
    const typed = typedOnSheet(key, said, assumptions);
    const value = typed === undefined ? said : typed;
    pane[key] = said;
    used[key] = value;
    if (typed !== undefined) {
      adopted.push(key);
      if (key in settings) messages.push(takenFromSheet(row.label, sheetOf(key)));
    }
    if (!fits(row, value)) {
      const place = typed === undefined ? null : (cells.get(key)?.address ?? sheetOf(key));
      throw unfit(row.label, shownValue(row, value), place, allowedWords(row));
    }
  }
  return { used: used as unknown as SheetValues<Table>, adopted, pane, messages };
}

/**
 * What a cell says instead of the pane; undefined when the pane counts. A figure once taken from the sheet stays the sheet's until the
 * pane says something new.
 */
export function typedOnSheet(
  key: string,
  pane: CellValue,
  sheet: SheetAssumptions | null,
): CellValue | undefined {
  if (sheet === null || !(key in sheet.now) || !sameValue(pane, sheet.pane[key] ?? null)) return undefined;
  const [used, now] = [sheet.used[key] ?? null, sheet.now[key] ?? null];
  if (sameValue(used, now) && !sheet.adopted.includes(key)) return undefined;
  return sameValue(now, pane) ? undefined : now;
}

function takenFromSheet(label: string, sheet: string): Message {
  return {
    level: 'info',
    text: `${label} was taken from ${sheet}, where it was changed. The pane's figure counts again once you change it.`,
  };
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 1e-9 : a === b;
}
