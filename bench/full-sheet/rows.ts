import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import Papa from 'papaparse';
import { makeBlocks, type Block } from '../usage/rows';

/** The last row of a sheet, less its header. */
export const FULL_SHEET = 1_048_575;
/** Within one year, so that every row counts. */
const DAYS = 360;

/** A sheet filled to its last row: a header, then `rows` rows. */
export const fullSheet = (rows: number): readonly Block[] => makeBlocks(rows, DAYS);

/** The same rows as an export: dates as ISO text. */
export async function writeCsv(path: string, rows: number): Promise<void> {
  const stream = createWriteStream(path);
  for (const block of fullSheet(rows)) {
    const text = Papa.unparse(
      block.map((row) =>
        row.map((cell, column) => (column === 2 && typeof cell === 'number' ? iso(cell) : cell)),
      ),
      { newline: '\n' },
    );
    if (!stream.write(`${text}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

const iso = (serial: number): string => new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
