import type { StatusDoubt } from './types';

/** Rows named in one sentence; the others are counted. */
const ROWS_NAMED = 10;

/**
 * One sentence for each status that nobody knows, with its rows.
 * @param list the list in a sentence: "assigned seats"
 */
export function statusNotes(
  rows: readonly { readonly doubt?: StatusDoubt }[],
  list: string,
  counts: string,
): readonly string[] {
  const byWord = new Map<string, number[]>();
  for (const { doubt } of rows) {
    if (doubt === undefined) continue;
    const found = byWord.get(doubt.status);
    if (found === undefined) byWord.set(doubt.status, [doubt.row]);
    else found.push(doubt.row);
  }
  return [...byWord].map(
    ([status, found]) =>
      `${rowsText(found)} of the ${list}: "${status}" is no known status, so ${found.length === 1 ? 'the seat counts' : 'these seats count'} as ${counts}. Write Active or Inactive there.`,
  );
}

function rowsText(rows: readonly number[]): string {
  if (rows.length === 1) return `Row ${rows[0]!}`;
  const named = rows.slice(0, ROWS_NAMED).join(', ');
  return rows.length <= ROWS_NAMED ? `Rows ${named}` : `Rows ${named} and ${rows.length - ROWS_NAMED} more`;
}
