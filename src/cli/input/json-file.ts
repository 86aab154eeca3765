/** A table in JSON: an object of `columns` and `rows` (the sample has this form), an array of rows, or an array of objects. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RawCell } from '../../engine/usage/types';
import { BadInput } from '../program/bad-input';
import { fileFault } from './file-fault';
import type { Row, TableOptions, TableRead, TakeRows } from './table-rows';

/** @throws BadInput when the file cannot be read or has none of these forms */
export async function readJsonFile(file: string, options: TableOptions, take: TakeRows): Promise<TableRead> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw fileFault(error, file);
  }
  const rows = rowsOf(parsed(text, path.basename(file)), path.basename(file));
  take(rows);
  options.onRows?.(rows.length);
  return {
    skipped: 0,
    sheet: '',
    fingerprint: createHash('sha256').update(text).digest('hex'),
    notes: [],
  };
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new BadInput(`${name} is no JSON (${error instanceof Error ? error.message : ''}).`);
  }
}

function rowsOf(value: unknown, name: string): readonly Row[] {
  const list = Array.isArray(value) ? value : recordOf(value)?.rows;
  if (!Array.isArray(list)) {
    throw new BadInput(
      `${name} holds no table: give {"columns": […], "rows": [[…]]} or an array of objects.`,
    );
  }
  const columns = Array.isArray(value) ? undefined : recordOf(value)?.columns;
  if (Array.isArray(columns)) return [cellsOf(columns), ...list.map(cellsOf)];
  if (list.every(Array.isArray)) return list.map(cellsOf);
  const records = list.map((item) => recordOf(item) ?? {});
  const keys = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return [keys, ...records.map((record) => keys.map((key) => cellOf(record[key])))];
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : null;
}

function cellsOf(value: unknown): Row {
  return Array.isArray(value) ? value.map(cellOf) : [cellOf(value)];
}

function cellOf(value: unknown): RawCell {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}
