/** Range.format: font, fill, borders, alignment, widths and heights. */
import type { CellFormat, Place } from '../grid';
import type { Json } from '../wire';
import type { WorkbookState } from '../state';
import type { Scalar, Served } from '../served';
import { failure, refused } from '../failure';
import { cellCount } from './content';
import { SHEET_COLUMNS, SHEET_ROWS } from '../address';
import { displayed } from './display';

/** A mixed format reads as null in Excel; beyond this many cells the host does not compare them all. */
const COMPARED_CELLS = 20_000;

export function formatObject(state: WorkbookState, place: Place): Served {
  const { grid } = state;
  const { sheetId, rect } = place;
  const put = (format: CellFormat, member: string): void => {
    state.assertWritable(sheetId, `Range.format.${member}`);
    grid.setFormat(sheetId, rect, format);
  };
  const common = <T>(read: (format: CellFormat) => T): T | null => {
    const first = read(grid.format(sheetId, rect.row, rect.column));
    if (cellCount(rect) > COMPARED_CELLS) return first;
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
        if (read(grid.format(sheetId, row, column)) !== first) return null;
      }
    }
    return first;
  };
  const field = <K extends keyof CellFormat>(
    name: K,
    initial: Json,
    accept: (value: Json) => CellFormat[K],
  ): Scalar => ({
    get: () => common((format) => (format[name] as Json | undefined) ?? initial),
    set: (value) => put({ [name]: accept(value) } as CellFormat, String(name)),
  });
  const oneOf =
    <const T extends string>(allowed: readonly T[], member: string) =>
    (value: Json): T => {
      const found = allowed.find((item) => item === value);
      if (found === undefined)
        throw failure('InvalidArgument', `RangeFormat.${member}`, `"${String(value)}" is not served.`);
      return found;
    };
  const color = (value: Json): string => colorOf(value, 'Range.format');

  const font: Served = {
    kind: 'RangeFont',
    scalars: {
      bold: field('bold', false, (value) => value === true),
      italic: field('italic', false, (value) => value === true),
      underline: {
        get: () => common((format) => (format.underline === true ? 'Single' : 'None')),
        set: (value) => put({ underline: value !== 'None' }, 'font.underline'),
      },
      color: field('color', '#000000', color),
      size: field('fontSize', 11, (value) => Number(value)),
      name: field('fontName', 'Calibri', (value) => String(value)),
    },
  };
  const fill: Served = {
    kind: 'RangeFill',
    scalars: { color: field('fill', '#FFFFFF', color) },
    calls: { clear: () => put({ fill: '' }, 'fill.clear') },
  };
  return {
    kind: 'RangeFormat',
    parts: { font: () => font, fill: () => fill, borders: () => bordersObject(put, common) },
    scalars: {
      wrapText: field('wrap', false, (value) => value === true),
      indentLevel: field('indent', 0, (value) => Number(value)),
      horizontalAlignment: field(
        'horizontal',
        'General',
        oneOf(['General', 'Left', 'Center', 'Right'], 'horizontalAlignment'),
      ),
      verticalAlignment: field('vertical', 'Bottom', oneOf(['Top', 'Center', 'Bottom'], 'verticalAlignment')),
      columnWidth: {
        get: () => same(rect.columns, (i) => grid.columnWidth(sheetId, rect.column + i)),
        set: (value) => {
          state.assertWritable(sheetId, 'RangeFormat.columnWidth');
          grid.setColumnWidth(sheetId, rect.column, rect.columns, sizeOf(value, 'columnWidth'));
        },
      },
      rowHeight: {
        get: () => same(Math.min(rect.rows, COMPARED_CELLS), (i) => grid.rowHeight(sheetId, rect.row + i)),
        set: (value) => {
          state.assertWritable(sheetId, 'RangeFormat.rowHeight');
          grid.setRowHeight(sheetId, rect.row, rect.rows, sizeOf(value, 'rowHeight'));
        },
      },
    },
    calls: {
      autofitColumns: () => autofit(state, place),
      autofitRows: () => undefined,
    },
  };
}

function bordersObject(
  put: (format: CellFormat, member: string) => void,
  common: <T>(read: (format: CellFormat) => T) => T | null,
): Served {
  const sides: Readonly<Record<string, 'borderTop' | 'borderBottom'>> = {
    EdgeTop: 'borderTop',
    EdgeBottom: 'borderBottom',
  };
  const border = (side: string): Served => {
    const name = sides[side];
    if (name === undefined) throw refused('RangeBorderCollection', `getItem("${side}")`);
    const now = (): { color: string; style: 'thin' | 'medium' } | null => {
      const text = common((format) => JSON.stringify(format[name] ?? null));
      return text === null ? null : (JSON.parse(text) as { color: string; style: 'thin' | 'medium' } | null);
    };
    const change = (part: Partial<{ color: string; style: 'thin' | 'medium' }>): void =>
      put(
        { [name]: { color: '#000000', style: 'thin', ...now(), ...part } } as CellFormat,
        `borders.${side}`,
      );
    return {
      kind: 'RangeBorder',
      key: side,
      scalars: {
        sideIndex: { get: () => side },
        color: {
          get: () => now()?.color ?? '',
          set: (value) => change({ color: colorOf(value, 'RangeBorder.color') }),
        },
        style: {
          get: () => (now() === null ? 'None' : 'Continuous'),
          set: (value) =>
            value === 'None' ? put({ [name]: null } as CellFormat, `borders.${side}`) : change({}),
        },
        weight: {
          get: () => (now()?.style === 'medium' ? 'Medium' : 'Thin'),
          set: (value) => change({ style: value === 'Medium' || value === 'Thick' ? 'medium' : 'thin' }),
        },
      },
    };
  };
  return {
    kind: 'RangeBorderCollection',
    items: () => Object.keys(sides).map(border),
    find: (side) => border(String(side)),
    gives: { getItem: ([side]) => border(String(side)) },
    scalars: { count: { get: () => Object.keys(sides).length } },
  };
}

/** '#rrggbb' or a plain colour name; Excel refuses anything else. */
export function colorOf(value: Json, location: string): string {
  if (typeof value !== 'string' || !/^(#[0-9a-f]{6}|[a-z]+|)$/i.test(value)) {
    throw failure('InvalidArgument', location, `"${String(value)}" is not a colour.`);
  }
  return value.startsWith('#') ? value.toUpperCase() : value;
}

function sizeOf(value: Json, member: string): number {
  if (typeof value !== 'number' || !(value >= 0)) throw failure('InvalidArgument', `RangeFormat.${member}`);
  return value;
}

function same(count: number, read: (index: number) => number): number | null {
  const first = read(0);
  for (let i = 1; i < count; i += 1) if (read(i) !== first) return null;
  return first;
}

/** Widths from the longest text of the used cells: about 5.3 points a character at 11 points. */
function autofit(state: WorkbookState, place: Place): void {
  const { grid } = state;
  const { sheetId, rect } = place;
  const used = grid.usedRange(sheetId, true);
  if (used === null || rect.rows > SHEET_ROWS || rect.columns > SHEET_COLUMNS) return;
  const rows = Math.min(used.row + used.rows, rect.row + rect.rows) - rect.row;
  if (rows <= 0) return;
  const sample = Math.min(rows, 2_000);
  for (
    let column = rect.column;
    column < Math.min(rect.column + rect.columns, used.column + used.columns);
    column += 1
  ) {
    const cells = { row: rect.row, column, rows: sample, columns: 1 };
    const formats = grid.numberFormats(sheetId, cells);
    const longest = grid
      .read(sheetId, cells)
      .reduce(
        (most, [value = null], r) => Math.max(most, displayed(value, formats[r]?.[0] ?? 'General').length),
        0,
      );
    if (longest > 0) grid.setColumnWidth(sheetId, column, 1, Math.round(longest * 5.3 + 8));
  }
}
