/** The cells of one sheet as the file library takes them: a value or formula, a style, a comment. */
import type { Cell, CellStyle } from 'hucre/xlsx';
import { CELL_TEXT_LIMIT } from '../../report/model/cell-text';
import type { CellValue, Computed } from '../../report/model/document';
import type { PlacedCell } from '../../report/model/layout';

/** Letters that no XML may hold: control characters other than tab and line breaks, halves of a pair, and two that are no letters. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

export class CellMap {
  readonly cells = new Map<string, Partial<Cell>>();

  /** Text stays text whatever it begins with; only a document's own formula becomes one. */
  put(row: number, column: number, cell: PlacedCell): void {
    const entry = cell.kind === 'formula' ? formulaCell(cell) : valueCell(cell.value);
    if (entry !== null) this.merge(row, column, entry);
  }

  text(row: number, column: number, value: CellValue): void {
    this.put(row, column, { kind: 'value', value });
  }

  /** Later styles win, facet by facet. */
  style(row: number, column: number, style: CellStyle): void {
    const before = this.cells.get(`${row},${column}`)?.style;
    this.merge(row, column, { style: before === undefined ? style : joined(before, style) });
  }

  comment(row: number, column: number, text: string): void {
    this.merge(row, column, { comment: { author: 'Flex Governor', text } });
  }

  private merge(row: number, column: number, entry: Partial<Cell>): void {
    const key = `${row},${column}`;
    const before = this.cells.get(key);
    this.cells.set(key, before === undefined ? { value: null, ...entry } : { ...before, ...entry });
  }
}

function valueCell(value: CellValue): Partial<Cell> | null {
  switch (typeof value) {
    case 'number':
      return { value, type: 'number' };
    case 'boolean':
      return { value, type: 'boolean' };
    case 'string':
      return value === '' ? null : { value: cellText(value), type: 'string' };
    default:
      return null;
  }
}

/** With its result, for whoever reads the file without working it out; whoever opens it to work with does. */
function formulaCell({ formula, value }: Computed): Partial<Cell> {
  return {
    value: null,
    type: 'formula',
    formula: formula.replace(/^=/, ''),
    ...(value === null ? {} : { formulaResult: typeof value === 'string' ? cellText(value) : value }),
  };
}

function cellText(text: string): string {
  const clean = text.replace(FORBIDDEN, '\uFFFD');
  return clean.length > CELL_TEXT_LIMIT ? `${clean.slice(0, CELL_TEXT_LIMIT - 1)}…` : clean;
}

function joined(before: CellStyle, after: CellStyle): CellStyle {
  return {
    ...before,
    ...after,
    ...(before.font || after.font ? { font: { ...before.font, ...after.font } } : {}),
    ...(before.alignment || after.alignment
      ? { alignment: { ...before.alignment, ...after.alignment } }
      : {}),
  };
}
