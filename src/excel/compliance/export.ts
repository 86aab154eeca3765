/** The register on `Flex ITAM` as a CSV file for the system of record. */
import { isoDate } from '../../engine/numeric';
import type { CellValue } from '../../report/model/document';
import { itamColumns } from '../../report/compliance/itam/document';
import { csvText } from '../../report/model/csv';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { ExcelFailure } from '../host/failure';
import { sheetStates } from '../host/own-sheets';
import { readOwnTable } from '../host/own-tables';

const DATE_HEADERS = new Set(
  itamColumns('', 0).flatMap(({ column }) => (column.kind === 'date' ? [column.header] : [])),
);

/** As the cells read now; dates as year-month-day. @throws ExcelFailure `NoRegister` without a `Flex ITAM` of ours */
export async function exportItamCsv(
  context: Excel.RequestContext,
): Promise<{ readonly name: string; readonly text: string }> {
  const { name, mark } = SHEETS.itam;
  const [state] = await sheetStates(context, [name]);
  const table = state?.mark === mark ? await readOwnTable(context, name, TABLES.itam, {}) : null;
  if (table === null) {
    throw new ExcelFailure(
      'NoRegister',
      `There is no ${name} to export yet. Run Check compliance first; it writes the register.`,
      true,
    );
  }
  const header = (table.values[0] ?? []).map((cell) => String(cell ?? ''));
  const rows = table.values.map((cells, row) =>
    cells.map((cell, column): CellValue => {
      if (cell === undefined || cell === '') return null;
      const isDate = row > 0 && typeof cell === 'number' && DATE_HEADERS.has(header[column] ?? '');
      return isDate ? isoDate(cell) : cell;
    }),
  );
  return { name: 'flex-itam.csv', text: csvText(rows) };
}
