/** One sheet of the memory grid: a dense array a column, so that a full sheet fits and writes are quick. */
import type { CellFormat, GridValue, Rect } from '../../workbench/office/grid';

interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

export class MemorySheet {
  visible = true;
  gridlines = true;
  tabColor = '';
  frozen = { rows: 0, columns: 0 };
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly notes = new Map<string, string>();
  readonly validations: { rect: Rect; choices: readonly string[] | null }[] = [];
  /** Formats in the order they were set; null takes all formats off its cells. */
  readonly layers: { rect: Rect; format: CellFormat | null }[] = [];
  private readonly columns = new Map<number, GridValue[]>();
  private readonly formulas = new Map<number, Map<number, string>>();
  private readonly codes = new Map<number, (string | undefined)[]>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  read(rect: Rect): GridValue[][] {
    const sources = Array.from({ length: rect.columns }, (_none, c) => this.columns.get(rect.column + c));
    const rows = new Array<GridValue[]>(rect.rows);
    for (let r = 0; r < rect.rows; r += 1) {
      const row = new Array<GridValue>(rect.columns);
      for (let c = 0; c < rect.columns; c += 1) row[c] = sources[c]?.[rect.row + r] ?? null;
      rows[r] = row;
    }
    return rows;
  }

  *formulasIn(rect: Rect): Generator<FormulaCell> {
    for (const [column, cells] of this.formulas) {
      if (column < rect.column || column >= rect.column + rect.columns) continue;
      for (const [row, formula] of cells) {
        if (row >= rect.row && row < rect.row + rect.rows) yield { row, column, formula };
      }
    }
  }

  write(rect: Rect, values: readonly (readonly (GridValue | undefined)[])[]): void {
    for (let c = 0; c < rect.columns; c += 1) {
      const column = this.column(rect.column + c);
      const formulas = this.formulas.get(rect.column + c);
      for (let r = 0; r < rect.rows; r += 1) {
        const value = values[r]?.[c];
        if (value === undefined) continue;
        const row = rect.row + r;
        formulas?.delete(row);
        if (typeof value === 'string' && value.length > 0)
          this.writeText(column, row, rect.column + c, value);
        else this.put(column, row, value === '' ? null : value);
      }
    }
  }

  clear(rect: Rect, what: 'all' | 'contents' | 'formats'): void {
    if (what !== 'formats') {
      for (const [index, column] of this.columns) {
        if (index < rect.column || index >= rect.column + rect.columns) continue;
        const end = Math.min(rect.row + rect.rows, column.length);
        if (rect.row < end) column.fill(null, rect.row, end);
        const formulas = this.formulas.get(index);
        for (const row of formulas?.keys() ?? []) {
          if (row >= rect.row && row < rect.row + rect.rows) formulas?.delete(row);
        }
      }
    }
    if (what !== 'contents') {
      this.layers.push({ rect, format: null });
      for (const [index, codes] of this.codes) {
        const inside = index >= rect.column && index < rect.column + rect.columns;
        if (inside) codes.fill(undefined, rect.row, Math.min(rect.row + rect.rows, codes.length));
      }
    }
  }

  usedRange(valuesOnly: boolean): Rect | null {
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    const include = (row: number, lastRow: number, column: number, lastColumn = column): void => {
      top = Math.min(top, row);
      bottom = Math.max(bottom, lastRow);
      left = Math.min(left, column);
      right = Math.max(right, lastColumn);
    };
    for (const [index, column] of this.columns) {
      const formulas = this.formulas.get(index);
      const filled = (row: number): boolean => (column[row] ?? null) !== null || formulas?.has(row) === true;
      let first = 0;
      while (first < column.length && !filled(first)) first += 1;
      if (first === column.length) continue;
      let last = column.length - 1;
      while (!filled(last)) last -= 1;
      include(first, last, index);
    }
    if (!valuesOnly) {
      for (const { rect, format } of this.layers) {
        const whole = rect.rows > 1_000_000 || rect.columns > 16_000;
        if (format !== null && !whole) {
          include(rect.row, rect.row + rect.rows - 1, rect.column, rect.column + rect.columns - 1);
        }
      }
    }
    if (bottom < 0) return null;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  setNumberFormat(rect: Rect, codes: readonly (readonly string[])[]): void {
    for (let c = 0; c < rect.columns; c += 1) {
      const column = this.codes.get(rect.column + c) ?? [];
      this.codes.set(rect.column + c, column);
      for (let r = 0; r < rect.rows; r += 1) column[rect.row + r] = codes[r]?.[c] ?? 'General';
    }
  }

  numberFormats(rect: Rect): string[][] {
    const sources = Array.from({ length: rect.columns }, (_none, c) => this.codes.get(rect.column + c));
    if (sources.every((source) => source === undefined)) {
      // Rows without formats share one array: a block of a full sheet stays cheap.
      const plain = new Array<string>(rect.columns).fill('General');
      return new Array<string[]>(rect.rows).fill(plain);
    }
    return Array.from({ length: rect.rows }, (_none, r) =>
      sources.map((source) => source?.[rect.row + r] ?? 'General'),
    );
  }

  format(row: number, column: number): CellFormat {
    let format: CellFormat = {};
    for (const layer of this.layers) {
      const { rect } = layer;
      const inside =
        row >= rect.row &&
        row < rect.row + rect.rows &&
        column >= rect.column &&
        column < rect.column + rect.columns;
      if (inside) format = layer.format === null ? {} : { ...format, ...layer.format };
    }
    return format.fill === '' ? (({ fill: _fill, ...rest }) => rest)(format) : format;
  }

  private column(index: number): GridValue[] {
    const column = this.columns.get(index) ?? [];
    this.columns.set(index, column);
    return column;
  }

  private put(column: GridValue[], row: number, value: GridValue): void {
    // No holes: an array with holes far from its end turns slow.
    while (column.length < row) column.push(null);
    column[row] = value;
  }

  private writeText(column: GridValue[], row: number, index: number, text: string): void {
    if (text.startsWith("'")) this.put(column, row, text.slice(1));
    else if (text.startsWith('=') && text.length > 1) {
      const formulas = this.formulas.get(index) ?? new Map<number, string>();
      this.formulas.set(index, formulas.set(row, text));
      this.put(column, row, null);
    } else this.put(column, row, text);
  }
}
