/** How our sheets look: fonts, fills, widths, number formats, conditional formats, charts, notes, frozen rows, print setup. */
import { rectAddress } from '../../report/model/address';
import type { Column, SheetDocument } from '../../report/model/document';
import { charsToPoints, type PlacedText, type SheetLayout } from '../../report/model/layout';
import { SHEET_COLORS } from '../../report/model/palette';

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

/** One format for every cell of a range: Office.js takes a single value where its types name only the matrix. */
function setNumberFormat(range: Excel.Range, code: string): void {
  (range as { numberFormat: unknown }).numberFormat = code;
}

/** Queues everything but charts and conditional formats; no sync. */
export function dressSheet(sheet: Excel.Worksheet, document: SheetDocument, layout: SheetLayout): void {
  sheet.tabColor = document.tabColor;
  sheet.showGridlines = document.gridlines;
  layout.widths.forEach((chars, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = charsToPoints(chars);
  });
  for (const text of layout.texts) {
    const { font } = sheet.getRangeByIndexes(text.row, 0, 1, 1).format;
    const look = LOOKS[text.style];
    font.size = look.size;
    font.color = look.color;
    font.bold = look.bold === true;
  }
  for (const [row, height] of layout.heights) sheet.getRangeByIndexes(row, 0, 1, 1).format.rowHeight = height;
  dressFigures(sheet, layout);
  dressTables(sheet, layout);
  if (layout.frozenRows > 0) sheet.freezePanes.freezeRows(layout.frozenRows);
  dressPrint(sheet, document, layout);
}

function dressFigures(sheet: Excel.Worksheet, layout: SheetLayout): void {
  for (const { figure, row } of layout.figures) {
    const value = sheet.getRangeByIndexes(row, 1, 1, 1);
    if (figure.numberFormat !== 'General') setNumberFormat(value, figure.numberFormat);
    value.format.font.bold = figure.name !== undefined;
    value.format.horizontalAlignment =
      figure.numberFormat === 'General' && figure.input !== true ? 'Left' : 'Right';
    if (figure.input === true) {
      value.format.fill.color = SHEET_COLORS.inputFill;
      value.format.font.color = SHEET_COLORS.inputText;
    }
    if (figure.choices !== undefined) offerChoices(value, figure.choices);
    if (figure.unit !== undefined || figure.note !== undefined) {
      const aside = sheet.getRangeByIndexes(row, 2, 1, 2).format;
      aside.font.color = SHEET_COLORS.quiet;
      aside.font.size = 10;
      aside.horizontalAlignment = 'Left';
      aside.indentLevel = 1;
    }
  }
}

function dressTables(sheet: Excel.Worksheet, layout: SheetLayout): void {
  for (const { block, header, body, totalsRow } of layout.tables) {
    const head = sheet.getRangeByIndexes(header.row, 0, 1, header.columns).format;
    head.fill.color = SHEET_COLORS.headerFill;
    head.font.color = SHEET_COLORS.headerText;
    head.font.bold = true;
    head.wrapText = true;
    head.verticalAlignment = 'Center';
    block.columns.forEach((column, index) => {
      const rows = body.rows + (totalsRow === null ? 0 : 1);
      const cells = sheet.getRangeByIndexes(body.row, index, rows, 1);
      if (column.numberFormat !== 'General') setNumberFormat(cells, column.numberFormat);
      // A sentence fills its row from the top, and the figures beside it start there too.
      if (column.wrap === true) cells.format.wrapText = true;
      if (block.columns.some(({ wrap }) => wrap === true)) cells.format.verticalAlignment = 'Top';
      const align = alignmentOf(column);
      cells.format.horizontalAlignment = align;
      sheet.getRangeByIndexes(header.row, index, 1, 1).format.horizontalAlignment = align;
      // Text right of a figure would touch it.
      const beside = index > 0 ? block.columns[index - 1] : undefined;
      if (align === 'Left' && beside !== undefined && alignmentOf(beside) === 'Right') {
        sheet.getRangeByIndexes(header.row, index, rows + 1, 1).format.indentLevel = 1;
      }
      if (column.userOwned === true) cells.format.fill.color = SHEET_COLORS.inputFill;
      if (column.choices !== undefined) offerChoices(cells, column.choices);
    });
    if (totalsRow === null) continue;
    const totals = sheet.getRangeByIndexes(totalsRow, 0, 1, header.columns).format;
    totals.font.bold = true;
    const edge = totals.borders.getItem('EdgeTop');
    edge.style = 'Continuous';
    edge.color = SHEET_COLORS.rule;
  }
}

function alignmentOf({ align, kind }: Column): 'Left' | 'Right' | 'Center' {
  if (align === 'center') return 'Center';
  const left = align === undefined ? kind === 'text' || kind === 'flag' : align === 'left';
  return left ? 'Left' : 'Right';
}

/** A list to pick from; other text may still be typed. */
function offerChoices(cells: Excel.Range, choices: readonly string[]): void {
  cells.dataValidation.rule = { list: { inCellDropDown: true, source: choices.join(',') } };
  cells.dataValidation.errorAlert = { showAlert: false, style: 'Information', title: '', message: '' };
}

function dressPrint(sheet: Excel.Worksheet, document: SheetDocument, layout: SheetLayout): void {
  const page = sheet.pageLayout;
  page.orientation = document.print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.zoom = {
    horizontalFitToPages: 1,
    ...(document.print.onePage === true ? { verticalFitToPages: 1 } : {}),
  };
  const columns = Math.min(layout.used.columns, document.print.columns ?? layout.used.columns);
  page.setPrintArea(rectAddress({ ...layout.used, columns }));
  if (layout.frozenRows > 0) page.setPrintTitleRows(`$${layout.frozenRows}:$${layout.frozenRows}`);
}
