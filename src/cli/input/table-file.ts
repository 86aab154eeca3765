/** Any file a table may come in, told by its first bytes and its name. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { BadInput } from '../program/bad-input';
import { readCsvFile } from './csv-file';
import { fileFault } from './file-fault';
import { readJsonFile } from './json-file';
import type { Row, TableOptions, TableRead, TakeRows } from './table-rows';
import { readXlsxFile } from './xlsx-file';

/** Reads a table block by block. @throws BadInput naming the file and what to do */
export async function readTableFile(file: string, options: TableOptions, take: TakeRows): Promise<TableRead> {
  const name = path.basename(file);
  const start = await firstBytes(file);
  if (start.length === 0) throw new BadInput(`${name} is empty.`);
  const holds = (...bytes: number[]): boolean => bytes.every((byte, index) => start[index] === byte);
  if (holds(0x50, 0x4b)) return readXlsxFile(file, options, take);
  if (holds(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new BadInput(
      `${name} is an old .xls file or has a password. Open it in Excel, save it as .xlsx without a password, and try again.`,
    );
  }
  if (holds(0x1f, 0x8b)) throw new BadInput(`${name} is compressed (gzip). Unpack it first.`);
  if (options.sheet !== null && file !== '') {
    throw new BadInput(`${name} is a text file and has no sheet "${options.sheet}": leave --sheet out.`);
  }
  return name.toLowerCase().endsWith('.json')
    ? readJsonFile(file, options, take)
    : readCsvFile(file, options, take);
}

/** A whole table at once, for the small ones: cards, people, tiers, purchases. */
export async function readWholeTable(
  file: string,
  sheet: string | null = null,
): Promise<TableRead & { readonly rows: readonly Row[] }> {
  const rows: Row[] = [];
  const read = await readTableFile(file, { sheet }, (block) => {
    for (const row of block) rows.push(row);
  });
  return { ...read, rows };
}

async function firstBytes(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileFault(error, file);
  }
}
