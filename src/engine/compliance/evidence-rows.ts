/** The most rows a finding lists; the number of all of them stands beside. */
export const EVIDENCE_ROWS = 20;

/** The rows behind a finding. */
export interface EvidenceRows {
  readonly rows: readonly number[];
  readonly rowCount: number;
}

/** Lowest rows first, each once, at most EVIDENCE_ROWS. */
export function evidenceRows(rows: Iterable<number>): EvidenceRows {
  const all = [...new Set(rows)].sort((a, b) => a - b);
  return { rows: all.slice(0, EVIDENCE_ROWS), rowCount: all.length };
}

/**
 * Rows in a sentence.
 * @example rowsText({ rows: [2, 3], rowCount: 2 }) //=> "rows 2 and 3"
 */
export function rowsText({ rows, rowCount }: EvidenceRows): string {
  const shown = rows.slice(0, 3);
  const rest = rowCount - shown.length;
  if (rest > 0) return `rows ${shown.join(', ')} and ${rest} more`;
  const last = shown.at(-1) ?? 0;
  return shown.length === 1 ? `row ${last}` : `rows ${shown.slice(0, -1).join(', ')} and ${last}`;
}
