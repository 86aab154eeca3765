/** Which delimiter a file has, told from its first lines. */
import Papa from 'papaparse';
import { knownHeader } from '../../engine/usage/reader/headers';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Lines looked at. */
const PREVIEW = 30;

/**
 * The delimiter that makes most known column names of one line; else the one that cuts most lines into the same number of cells, at
 * least two. A comma where nothing tells.
 * @param start text from the file's beginning; its last line may be cut
 */
export function delimiterOf(start: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(start, { delimiter, preview: PREVIEW, skipEmptyLines: true });
    const score = scoreOf(data);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function scoreOf(rows: readonly (readonly string[])[]): number {
  const known = rows.map((cells) => cells.filter((cell) => knownHeader(cell) !== undefined).length);
  const headers = Math.max(0, ...known);
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const alike = rows.length === 0 ? 0 : Math.max(0, ...widths.values()) / rows.length;
  // One known name may stand alone in a line of prose; two make a header, and outweigh any regularity.
  return (headers >= 2 ? headers : 0) * 10 + alike;
}

/** Excel's own hint in the first line, `sep=;`; null without it. */
export function delimiterHint(start: string): { readonly delimiter: string; readonly length: number } | null {
  const hint = /^sep=(.)\r?\n/i.exec(start);
  return hint === null ? null : { delimiter: hint[1] ?? ',', length: hint[0].length };
}
