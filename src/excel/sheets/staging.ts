/** Writes a document to a hidden sheet of its own, complete, while the current one stays in place. */
import { cellAddress } from '../../report/model/address';
import type { SheetDocument } from '../../report/model/document';
import type { SheetLayout } from '../../report/model/layout';
import { writeBlocks } from '../host/block-writer';
import { throwIfCancelled } from '../host/failure';
import { MARK_KEY, stagingName, stagingTable } from '../host/own-sheets';
import { supports } from '../host/session';
import { addChart, addConditionalFormats } from './charts';
import type { SheetCells } from '../host/sheet-cells';
import { dressSheet } from './dress';

/** A document with its places and cells worked out. */
export interface PreparedSheet {
  readonly document: SheetDocument;
  readonly layout: SheetLayout;
  readonly cells: SheetCells;
}

/** API set of notes on cells. */
const NOTES = '1.18';

/** Creates the hidden sheet and marks it as ours, so that it can be recognised and removed whatever happens. */
export async function addStagingSheet(
  context: Excel.RequestContext,
  { document }: PreparedSheet,
): Promise<void> {
  const sheet = context.workbook.worksheets.add(stagingName(document.name));
  sheet.visibility = 'Hidden';
  sheet.customProperties.add(MARK_KEY, document.mark);
  for (const [key, value] of Object.entries(document.properties ?? {}))
    sheet.customProperties.add(key, value);
  await context.sync();
}

/** Fills and dresses the hidden sheet. `onRows` gets the rows written. */
export async function fillStagingSheet(
  context: Excel.RequestContext,
  { document, layout, cells }: PreparedSheet,
  signal: AbortSignal | undefined,
  onRows: (rows: number) => void,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(stagingName(document.name));
  await writeBlocks(context, sheet, cells.assignments, { signal, onRows });
  throwIfCancelled(signal);
  for (const { block, rect } of layout.tables) {
    const range = sheet.getRangeByIndexes(rect.row, rect.column, rect.rows, rect.columns);
    const table = sheet.tables.add(range, true);
    table.name = stagingTable(block.name);
    table.style = 'TableStyleLight1';
    table.showFilterButton = block.filter !== false;
  }
  await context.sync();
  throwIfCancelled(signal);
  context.application.suspendScreenUpdatingUntilNextSync();
  dressSheet(sheet, document, layout);
  addConditionalFormats(sheet, layout, document.conditional);
  if (supports(NOTES)) addNotes(sheet, layout);
  await context.sync();
  if (layout.charts.length === 0) return;
  throwIfCancelled(signal);
  for (const chart of layout.charts) addChart(sheet, chart, layout);
  await context.sync();
}

function addNotes(sheet: Excel.Worksheet, layout: SheetLayout): void {
  for (const { block, header } of layout.tables) {
    block.columns.forEach((column, index) => {
      if (column.note !== undefined) sheet.notes.add(cellAddress(header.row, index), column.note);
    });
  }
}
