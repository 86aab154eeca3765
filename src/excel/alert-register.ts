/** The register on `Flex Alerts`: what earlier reviews raised, with the state and owner the user gave. */
import { FlexError } from '../engine/errors';
import type { Alert, AlertKind, AlertState } from '../engine/monitor/types';
import type { RawCell } from '../engine/usage/types';
import { sheetAddress } from '../report/address';
import { ALERT_STATES } from '../report/alerts-document';
import { SHEETS, TABLES } from '../report/marks';
import { ALERT_LABELS } from '../report/monitor-words';
import { ExcelFailure } from './failure';
import { readTypedTables, type TablePlace } from './ledger-cells';
import type { AlertEdit, AlertsOnSheet } from './monitor-services';
import { placedCell, type PlacedRange } from './own-tables';
import { entryOf } from './sheet-cells';

export const REGISTER_PLACE: TablePlace = { sheet: SHEETS.alerts, table: TABLES.alerts };

const HEADERS = {
  id: 'Id',
  raised: 'Raised',
  kind: 'Kind',
  team: 'Team',
  text: 'Text',
  action: 'What to do',
  state: 'State',
  owner: 'Owner',
} as const;
type Field = keyof typeof HEADERS;

/** An alert and its row of the table, the header being 0. */
export interface RegisteredAlert extends Alert {
  readonly row: number;
}

/**
 * Rows that are no alert (the sentence of an empty register, notes of the user's) are passed over.
 * @throws FlexError naming the cell of a state that is none
 */
export function registeredAlerts(table: PlacedRange): readonly RegisteredAlert[] {
  const at = columnsOf(table);
  return table.values.slice(1).flatMap((cells, index): readonly RegisteredAlert[] => {
    const text = (field: Field): string => textOf(cells[at(field)]);
    const kind = kindOf(text('kind'));
    if (text('id') === '' || kind === undefined) return [];
    const raised = cells[at('raised')];
    return [
      {
        id: text('id'),
        kind,
        team: text('team'),
        raised: typeof raised === 'number' ? raised : 0,
        state: stateOf(text('state'), placedCell(table, index + 1, at('state'))),
        owner: text('owner'),
        text: text('text'),
        action: text('action'),
        row: index + 1,
      },
    ];
  });
}

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
  const at = columnsOf(table);
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

/** Columns are found by header: the user may have moved or added some. @throws FlexError when one was renamed or deleted */
function columnsOf({ sheet, values }: PlacedRange): (field: Field) => number {
  const header = (values[0] ?? []).map((cell) => String(cell ?? '').trim());
  return (field) => {
    const found = header.indexOf(HEADERS[field]);
    if (found >= 0) return found;
    throw new FlexError(
      'value',
      `The table ${TABLES.alerts} on ${sheet} has no column "${HEADERS[field]}" any more. Name it so again, then go on.`,
    );
  };
}

function textOf(cell: RawCell): string {
  return String(cell ?? '').trim();
}

/** By its word, or by its label. */
function kindOf(text: string): AlertKind | undefined {
  const word = text.toLowerCase();
  const kinds = Object.keys(ALERT_LABELS) as AlertKind[];
  return kinds.find((kind) => kind === word || ALERT_LABELS[kind].toLowerCase() === word);
}

/** A state that was cleared is open: nobody has taken the alert up. */
function stateOf(word: string, address: string): AlertState {
  if (word === '') return 'open';
  const state = ALERT_STATES.find((known) => known === word.toLowerCase());
  if (state !== undefined) return state;
  throw new FlexError(
    'value',
    `State in ${address} is "${word}". Enter ${ALERT_STATES.join(', ')} there, then go on.`,
  );
}
