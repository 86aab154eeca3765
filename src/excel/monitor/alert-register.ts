/** The register on `Flex Alerts`: what earlier reviews raised, with the state and owner the user gave. */
import type { Alert } from '../../engine/monitor/alerts/types';
import { sheetAddress } from '../../report/model/address';
import { alertColumns, registeredAlerts } from '../../report/monitor/alerts/register';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { ExcelFailure } from '../host/failure';
import { readTypedTables, type TablePlace } from './ledger/cells';
import type { AlertEdit, AlertsOnSheet } from '../contract/monitor';
import type { PlacedRange } from '../host/own-tables';
import { entryOf } from '../host/sheet-cells';

export const REGISTER_PLACE: TablePlace = { sheet: SHEETS.alerts, table: TABLES.alerts };

/** Null without a register of ours. */
export async function alertsOnSheet(context: Excel.RequestContext): Promise<AlertsOnSheet | null> {
  const table = await readRegister(context);
  if (table === null) return null;
  const alerts = registeredAlerts(table).map(({ row: _, ...alert }): Alert => alert);
  return { address: sheetAddress(table.sheet, table.rect), alerts };
}

/**
 * Writes State and Owner of one alert, nothing else.
 * @throws ExcelFailure `AlertGone` when the register has no such alert any more
 */
export async function editAlert(
  context: Excel.RequestContext,
  { id, state, owner }: AlertEdit,
): Promise<void> {
  const table = await readRegister(context);
  const alert = table === null ? undefined : registeredAlerts(table).find((known) => known.id === id);
  if (table === null || alert === undefined) {
    throw new ExcelFailure(
      'AlertGone',
      `The alert ${id} is not on ${SHEETS.alerts.name} any more. Run Monitor again to see which alerts there are.`,
      true,
    );
  }
  const at = alertColumns(table);
  const [first, second] = [at('state'), at('owner')];
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const cell = (column: number, columns: number): Excel.Range =>
    sheet.getRangeByIndexes(table.rect.row + alert.row, table.rect.column + column, 1, columns);
  const [newState, newOwner] = [entryOf(state), entryOf(owner.trim())];
  // Side by side, as we write them, both change in one assignment: never one without the other.
  if (second === first + 1) cell(first, 2).values = [[newState, newOwner]];
  else {
    cell(first, 1).values = [[newState]];
    cell(second, 1).values = [[newOwner]];
  }
  await context.sync();
}

async function readRegister(context: Excel.RequestContext): Promise<PlacedRange | null> {
  return (await readTypedTables(context, [REGISTER_PLACE])).get(TABLES.alerts) ?? null;
}
