/** One cell on its way between the Grid's plain values and Univer's cell records. */
import { CellValueType } from '@univerjs/core';
import type { ICellData, Nullable } from '@univerjs/core';
import { isErrorText } from '../functions/error-text';
import type { GridValue } from '../office/grid';

/** What a cell holds, error texts as errors; the caller adds a message where it has one. */
export function valueOf(cell: Nullable<ICellData>): GridValue {
  if (!cell) return null;
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) return rich.replace(/[\r\n]+$/, '').replace(/\r/g, '\n');
  const value = cell.v;
  if (value === undefined || value === null || value === '') return null;
  if (cell.t === CellValueType.BOOLEAN)
    return value === true || value === 1 || value === '1' || value === 'TRUE';
  if (cell.t === CellValueType.NUMBER && typeof value !== 'number') return Number(value);
  if (isErrorText(value)) return { error: value };
  return value;
}

/** The record that makes a cell hold a value and nothing else; formats stay. Text is kept as text, never parsed. */
export function recordOf(value: GridValue): ICellData {
  const none = { f: null, si: null, p: null } as const;
  if (value === null || value === '') return { ...none, v: null };
  if (typeof value === 'number') return { ...none, v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { ...none, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === 'object') return { ...none, v: value.error, t: CellValueType.STRING };
  if (value.startsWith('=') && value.length > 1) return { f: value, si: null, p: null, v: null };
  if (value.startsWith("'")) return { ...none, v: value.slice(1), t: CellValueType.FORCE_STRING };
  return { ...none, v: value, t: CellValueType.STRING };
}
