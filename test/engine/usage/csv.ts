import type { RawCell } from '../../../src/engine/usage';

/** A CSV as Excel would put it into cells: bare numbers become numbers, quoted ones stay text. */
export function csvCells(text: string): RawCell[][] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => {
      const cells: RawCell[] = [];
      for (const match of line.matchAll(/("([^"]*)"|[^,]*)(?:,|$)/g)) {
        if (match.index === line.length && !line.endsWith(',')) break;
        const bare = match[1] ?? '';
        if (match[2] !== undefined) cells.push(match[2]);
        else if (bare === 'TRUE' || bare === 'FALSE') cells.push(bare === 'TRUE');
        else cells.push(/^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : bare);
      }
      return cells;
    });
}
