import { FlexError } from '../engine/errors';
import { formatNumber } from '../engine/numeric';
import type { PlainCell } from './cells';

/** Larger spills can hang Excel on the web; the pane writes such results as sheets instead. */
export const LARGEST_RESULT = 50_000;

/** @throws FlexError 'missing' when a result has more cells than may spill */
export function checkSize(rows: number, columns: number): void {
  const cells = rows * columns;
  if (cells <= LARGEST_RESULT) return;
  throw new FlexError(
    'missing',
    `The result has ${formatNumber(cells)} cells; a formula shows at most ${formatNumber(LARGEST_RESULT)}. Use the Flex Governor pane, which writes results of any size to a sheet.`,
  );
}

/** A spilling table: blanks are empty text, because null shows as 0 and NaN as an error. */
export function spill(rows: readonly (readonly PlainCell[])[]): unknown[][] {
  checkSize(rows.length, rows[0]?.length ?? 0);
  return rows.map((row) => row.map((cell) => cell ?? ''));
}
