/** How the sheets of a file look: the same fonts, fills, formats and widths as the add-in gives them. */
import type { CellStyle } from 'hucre/xlsx';
import type { Column, TableBlock } from '../../report/model/document';
import type { PlacedTable, PlacedText, SheetLayout } from '../../report/model/layout';
import { SHEET_COLORS } from '../../report/model/palette';
import type { CellMap } from './cell-map';

interface Look {
  readonly size: number;
  readonly color: string;
  readonly bold?: boolean;
}

const LOOKS: Readonly<Record<PlacedText['style'], Look>> = {
  title: { size: 18, color: SHEET_COLORS.headerFill, bold: true },
  subtitle: { size: 10, color: SHEET_COLORS.quiet },
  finding: { size: 13, color: SHEET_COLORS.ink, bold: true },
  heading: { size: 13, color: SHEET_COLORS.headerFill, bold: true },
  body: { size: 11, color: SHEET_COLORS.ink },
  note: { size: 10, color: SHEET_COLORS.quiet },
  warning: { size: 11, color: SHEET_COLORS.warning, bold: true },
  empty: { size: 11, color: SHEET_COLORS.quiet },
};

/** `#RRGGBB` as the file holds it. */
export function rgb(color: string): { readonly rgb: string } {
  return { rgb: color.replace('#', '').toUpperCase() };
}

export function solid(color: string): NonNullable<CellStyle['fill']> {
  // Cells take the foreground, conditional formats the background: both are given.
  return { type: 'pattern', pattern: 'solid', fgColor: rgb(color), bgColor: rgb(color) };
}

export function dressTexts(cells: CellMap, { texts }: SheetLayout): void {
  for (const { row, style } of texts) {
    const { size, color, bold = false } = LOOKS[style];
    cells.style(row, 0, { font: { name: 'Calibri', size, bold, color: rgb(color) } });
  }
}

export function dressFigures(cells: CellMap, { figures }: SheetLayout): void {
  const aside: CellStyle = {
    font: { name: 'Calibri', size: 10, color: rgb(SHEET_COLORS.quiet) },
    alignment: { horizontal: 'left', indent: 1 },
  };
  for (const { figure, row } of figures) {
    const isInput = figure.input === true;
    cells.style(row, 1, {
      font: {
        name: 'Calibri',
        size: 11,
        bold: figure.name !== undefined,
        ...(isInput ? { color: rgb(SHEET_COLORS.inputText) } : {}),
      },
      alignment: { horizontal: figure.numberFormat === 'General' && !isInput ? 'left' : 'right' },
      ...(figure.numberFormat === 'General' ? {} : { numFmt: figure.numberFormat }),
      ...(isInput ? { fill: solid(SHEET_COLORS.inputFill) } : {}),
    });
    if (figure.unit !== undefined) cells.style(row, 2, aside);
    if (figure.note !== undefined) cells.style(row, 3, aside);
  }
}

export function dressTable(cells: CellMap, { block, header, body, totalsRow }: PlacedTable): void {
  const wraps = block.columns.some(({ wrap }) => wrap === true);
  block.columns.forEach((column, index) => {
    const alignment = alignmentOf(block, index);
    cells.style(header.row, index, {
      font: { name: 'Calibri', size: 11, bold: true, color: rgb(SHEET_COLORS.headerText) },
      fill: solid(SHEET_COLORS.headerFill),
      alignment: { ...alignment, vertical: 'center', wrapText: true },
    });
    const style: CellStyle = {
      font: { name: 'Calibri', size: 11 },
      alignment: {
        ...alignment,
        ...(wraps ? { vertical: 'top' } : {}),
        ...(column.wrap === true ? { wrapText: true } : {}),
      },
      ...(column.numberFormat === 'General' ? {} : { numFmt: column.numberFormat }),
      ...(column.userOwned === true ? { fill: solid(SHEET_COLORS.inputFill) } : {}),
    };
    for (let row = 0; row < body.rows; row += 1) cells.style(body.row + row, index, style);
    if (totalsRow === null) return;
    cells.style(totalsRow, index, {
      ...style,
      font: { name: 'Calibri', size: 11, bold: true },
      border: { top: { style: 'thin', color: rgb(SHEET_COLORS.rule) } },
    });
  });
}

function alignmentOf(block: TableBlock, index: number): NonNullable<CellStyle['alignment']> {
  const side = sideOf(block.columns[index]);
  const beside = index > 0 ? sideOf(block.columns[index - 1]) : side;
  // Text right of a figure would touch it.
  return side === 'left' && beside === 'right' ? { horizontal: side, indent: 1 } : { horizontal: side };
}

function sideOf(column: Column | undefined): 'left' | 'right' | 'center' {
  if (column === undefined) return 'left';
  if (column.align !== undefined) return column.align;
  return column.kind === 'text' || column.kind === 'flag' ? 'left' : 'right';
}
