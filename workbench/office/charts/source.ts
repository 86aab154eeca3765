/** How Excel reads a source range: header row and category column where they hold text, the rest are series. */
import type { GridChart, GridSeries, GridValue, Place, Rect } from '../grid';
import type { WorkbookState } from '../state';
import { failure } from '../failure';
import { displayed } from '../range/display';
import { isXY, looksOf } from './types';

const EXCEL_COLORS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

/** A series before its data is known. */
export function newSeries(name: string, type: string, index: number): GridSeries {
  const color = EXCEL_COLORS[index % EXCEL_COLORS.length] ?? '#4472C4';
  return {
    name,
    type,
    color,
    pointColors: [],
    values: null,
    categories: null,
    secondary: false,
    ...looksOf(type, color),
  };
}

const isLabel = (value: GridValue | undefined): boolean =>
  typeof value === 'string' || value === null || value === undefined;

export function derivedSeries(
  state: WorkbookState,
  place: Place,
  type: string,
  by: 'Auto' | 'Columns' | 'Rows',
): Pick<GridChart, 'series'> {
  const { rect, sheetId } = place;
  const top = state.grid.read(sheetId, { ...rect, rows: 1 })[0] ?? [];
  const side = state.grid.read(sheetId, { ...rect, columns: 1 }).map((row) => row[0] ?? null);
  const columns = by === 'Columns' || (by === 'Auto' && rect.columns <= rect.rows);
  // An XY chart takes its first column (row) for the x values, whatever it holds, as soon as there is a second.
  const xy = isXY(type);
  const header = rect.rows > 1 && ((xy && !columns) || top.slice(rect.columns > 1 ? 1 : 0).every(isLabel));
  const labels = rect.columns > 1 && ((xy && columns) || side.slice(header ? 1 : 0).every(isLabel));
  const body: Rect = {
    row: rect.row + (header ? 1 : 0),
    column: rect.column + (labels ? 1 : 0),
    rows: rect.rows - (header ? 1 : 0),
    columns: rect.columns - (labels ? 1 : 0),
  };
  if (body.rows < 1 || body.columns < 1)
    throw failure('InvalidArgument', 'ChartCollection.add', 'The source holds no values.');
  const one = (index: number): GridSeries => {
    const values = columns
      ? { ...body, column: body.column + index, columns: 1 }
      : { ...body, row: body.row + index, rows: 1 };
    const across: Rect = { ...body, row: rect.row, rows: 1 };
    const down: Rect = { ...body, column: rect.column, columns: 1 };
    const named = columns ? header : labels;
    const categories = columns ? (labels ? down : null) : header ? across : null;
    const title = columns ? top[index + (labels ? 1 : 0)] : side[index + (header ? 1 : 0)];
    const name =
      named && title !== undefined && title !== null ? displayed(title, 'General') : `Series${index + 1}`;
    return { ...newSeries(name, type, index), values, categories };
  };
  return { series: Array.from({ length: columns ? body.columns : body.rows }, (_none, index) => one(index)) };
}
