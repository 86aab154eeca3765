/** The register of alerts as cells: what earlier reviews raised, with the state and owner the user gave. */
import { FlexError } from '../../../engine/errors';
import type { Alert, AlertKind, AlertState } from '../../../engine/monitor/alerts/types';
import type { RawCell } from '../../../engine/usage/types';
import { ALERT_STATES } from './document';
import { TABLES } from '../../model/sheet-names';
import { ALERT_LABELS } from '../words';
import { placedCell, type PlacedRange } from '../../model/placed-range';

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
  const at = alertColumns(table);
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

/** Columns are found by header: the user may have moved or added some. @throws FlexError when one was renamed or deleted */
export function alertColumns({ sheet, values }: PlacedRange): (field: Field) => number {
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
