/** One sheet document as a sheet of a file: cells, tables, rules, lists, notes, print setup. Charts are drawn later. */
import type { ConditionalRule, DataValidation, TableDefinition, WriteSheet } from 'hucre/xlsx';
import { absoluteAddress, columnLetters, quotedSheet, rectAddress } from '../../report/model/address';
import type { ConditionalRule as Rule, SheetDocument } from '../../report/model/document';
import { resolveFormula } from '../../report/model/formula';
import {
  bodyCell,
  columnRect,
  totalCells,
  type PlacedTable,
  type SheetLayout,
} from '../../report/model/layout';
import { CellMap } from './cell-map';
import { dressFigures, dressTable, dressTexts, rgb, solid } from './dress';

/** A column's width in the file counts the padding of its cells: 5 of 7 pixels a character. */
const PADDING = 0.71;
const TABLE_STYLE = 'TableStyleLight1';

export function sheetOf(document: SheetDocument, layout: SheetLayout): WriteSheet {
  const cells = new CellMap();
  for (const { row, cell } of layout.texts) cells.put(row, 0, cell);
  for (const { figure, row, value } of layout.figures) {
    cells.text(row, 0, figure.label);
    cells.put(row, 1, value);
    cells.text(row, 2, figure.unit ?? null);
    cells.text(row, 3, figure.note ?? null);
  }
  dressTexts(cells, layout);
  dressFigures(cells, layout);
  for (const table of layout.tables) {
    fillTable(cells, table);
    dressTable(cells, table);
  }
  return {
    name: document.name,
    cells: cells.cells,
    rows: [],
    columns: layout.widths.map((chars) => ({ width: chars + PADDING })),
    rowDefs: new Map([...layout.heights].map(([row, height]) => [row, { height }])),
    tables: layout.tables.map(tableDefinition),
    conditionalRules: document.conditional.flatMap((rule, index) => conditionalRule(rule, layout, index + 1)),
    dataValidations: choiceLists(layout),
    view: { showGridLines: document.gridlines, tabColor: rgb(document.tabColor) },
    pageSetup: pageSetup(document, layout),
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
    ...(layout.frozenRows > 0 ? { freezePane: { rows: layout.frozenRows } } : {}),
  };
}

/** Names of the sheet's figures, for the workbook. */
export function namesOf({
  sheet,
  names,
}: SheetLayout): readonly { readonly name: string; readonly range: string }[] {
  return names.map(({ name, row }) => ({ name, range: `${quotedSheet(sheet)}!${absoluteAddress(row, 1)}` }));
}

function fillTable(cells: CellMap, table: PlacedTable): void {
  const { block, header, body, totalsRow } = table;
  block.columns.forEach((column, index) => {
    cells.text(header.row, index, column.header);
    if (column.note !== undefined) cells.comment(header.row, index, column.note);
    for (let row = 0; row < body.rows; row += 1)
      cells.put(body.row + row, index, bodyCell(table, row, index));
  });
  if (totalsRow === null) return;
  for (const { column, cell } of totalCells(table)) cells.put(totalsRow, column, cell);
}

function tableDefinition({ block, rect }: PlacedTable): TableDefinition {
  return {
    name: block.name,
    displayName: block.name,
    range: rectAddress(rect),
    columns: block.columns.map(({ header }) => ({ name: header })),
    style: TABLE_STYLE,
    showAutoFilter: block.filter !== false,
  };
}

function conditionalRule(rule: Rule, layout: SheetLayout, priority: number): readonly ConditionalRule[] {
  const table = layout.tables.find(({ block }) => block.name === rule.table);
  if (table === undefined) return [];
  const rect = columnRect(table, rule.column);
  const first = (key: string): string => `$${columnLetters(columnRect(table, key).column)}${rect.row + 1}`;
  const formula =
    rule.test.kind === 'formula'
      ? resolveFormula(rule.test.formula, first)
      : `=${first(rule.column)}="${rule.test.text.replace(/"/g, '""')}"`;
  return [
    {
      type: 'expression',
      priority,
      range: rectAddress(rect),
      formula: formula.replace(/^=/, ''),
      style: {
        ...(rule.fill === undefined ? {} : { fill: solid(rule.fill) }),
        ...(rule.fontColor === undefined && rule.bold === undefined
          ? {}
          : {
              font: {
                ...(rule.fontColor === undefined ? {} : { color: rgb(rule.fontColor) }),
                ...(rule.bold === undefined ? {} : { bold: rule.bold }),
              },
            }),
      },
    },
  ];
}

/** Lists to pick from; other text may still be typed. */
function choiceLists({ figures, tables }: SheetLayout): DataValidation[] {
  const list = (values: readonly string[], range: string): DataValidation => ({
    type: 'list',
    values: [...values],
    range,
    allowBlank: true,
    showErrorMessage: false,
  });
  return [
    ...figures.flatMap(({ figure, row }) =>
      figure.choices === undefined
        ? []
        : list(figure.choices, rectAddress({ row, column: 1, rows: 1, columns: 1 })),
    ),
    ...tables.flatMap((table) =>
      table.block.columns.flatMap(({ key, choices }) =>
        choices === undefined ? [] : list(choices, rectAddress(columnRect(table, key))),
      ),
    ),
  ];
}

function pageSetup({ print }: SheetDocument, layout: SheetLayout): NonNullable<WriteSheet['pageSetup']> {
  const { used, frozenRows } = layout;
  const columns = Math.min(used.columns, print.columns ?? used.columns);
  const last = absoluteAddress(used.rows - 1, columns - 1);
  return {
    orientation: print.orientation,
    paperSize: 'a4',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: print.onePage === true ? 1 : 0,
    printArea: `$A$1:${last}`,
    ...(frozenRows > 0 ? { printTitlesRow: `$${frozenRows}:$${frozenRows}` } : {}),
  };
}
