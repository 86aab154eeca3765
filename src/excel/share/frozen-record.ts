/** The formulas that were frozen, on a very hidden sheet of ours, so that they can be put back. */
import type { RawCell } from '../../engine/usage/types';
import type { CellRect } from '../../report/model/address';
import { literalText } from '../../report/model/cell-text';
import { SHEETS } from '../../report/model/sheet-names';
import { ExcelFailure } from '../host/failure';
import { createFingerprint } from '../host/fingerprint';
import { MARK_KEY } from '../host/own-sheets';
import { readWholeSheet } from '../host/own-tables';
import { writeRects, type Cells } from '../host/rect-reader';
import type { Entry } from '../host/sheet-cells';
import type { ScannedSheet } from '../host/workbook-scan';

export interface FrozenFormula {
  /** ISO date-time. */
  readonly when: string;
  readonly sheetId: string;
  /** As it was called then. */
  readonly sheet: string;
  readonly rect: CellRect;
  readonly formula: string;
  /** Of the values that stand in its place. */
  readonly fingerprint: string;
}

const { name: NAME, mark: MARK } = SHEETS.frozen;
const HEADER = ['When', 'Sheet id', 'Sheet', 'Row', 'Column', 'Rows', 'Columns', 'Formula', 'Values'];
const NOTE =
  'Flex Governor keeps here the formulas that "Freeze to values" replaced. Restore puts them back. Deleting this sheet makes the values final.';

export function fingerprintOf(values: Cells): string {
  const print = createFingerprint();
  print.add(values);
  return print.text();
}

/** @throws ExcelFailure `SheetNotOurs` when a sheet of the user's has its name */
export async function readRecord(
  context: Excel.RequestContext,
  sheets: readonly ScannedSheet[],
): Promise<readonly FrozenFormula[]> {
  const sheet = sheets.find(({ name }) => name === NAME);
  if (sheet === undefined) return [];
  if (sheet.mark !== MARK) {
    throw new ExcelFailure(
      'SheetNotOurs',
      `There is a sheet "${NAME}" that Flex Governor did not make. Rename it, then try again. The workbook is as it was before.`,
      true,
    );
  }
  const found = await readWholeSheet(context, NAME, {});
  return (found?.values ?? []).slice(2).flatMap(entryOf);
}

function entryOf(cells: readonly RawCell[]): readonly FrozenFormula[] {
  const text = (at: number): string => String(cells[at] ?? '');
  const number = (at: number): number => Number(cells[at] ?? Number.NaN);
  const rect = { row: number(3), column: number(4), rows: number(5), columns: number(6) };
  const isWhole = Object.values(rect).every((value) => Number.isInteger(value)) && text(7).startsWith('=');
  return isWhole
    ? [
        {
          when: text(0),
          sheetId: text(1),
          sheet: text(2),
          rect,
          formula: text(7),
          fingerprint: text(8),
        },
      ]
    : [];
}

/** Makes the record hold exactly these; without any, there is no sheet. */
export async function writeRecord(
  context: Excel.RequestContext,
  entries: readonly FrozenFormula[],
): Promise<void> {
  const { worksheets } = context.workbook;
  const found = worksheets.getItemOrNullObject(NAME);
  found.load('name');
  await context.sync();
  if (entries.length === 0) {
    if (found.isNullObject) return;
    // Excel does not delete a very hidden sheet.
    found.visibility = 'Hidden';
    found.delete();
    await context.sync();
    return;
  }
  if (found.isNullObject) {
    const sheet = worksheets.add(NAME);
    sheet.visibility = 'VeryHidden';
    sheet.customProperties.add(MARK_KEY, MARK);
  } else {
    // A deletion that failed may have left it merely hidden.
    found.visibility = 'VeryHidden';
    found.getRange().clear('Contents');
  }
  await context.sync();
  const rows: readonly (readonly Entry[])[] = entries.map(
    ({ when, sheetId, sheet, rect, formula, fingerprint }) => [
      ...[when, sheetId, sheet].map(literalText),
      ...[rect.row, rect.column, rect.rows, rect.columns],
      ...[formula, fingerprint].map(literalText),
    ],
  );
  const rect = (row: number, count: number, columns: number): CellRect => ({
    row,
    column: 0,
    rows: count,
    columns,
  });
  await writeRects(context, [
    { sheet: NAME, rect: rect(0, 1, 1), entries: [[literalText(NOTE)]] },
    { sheet: NAME, rect: rect(1, rows.length + 1, HEADER.length), entries: [HEADER, ...rows] },
  ]);
}
