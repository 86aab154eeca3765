import { counted } from '../../numeric/format';
import { normalizeHeader } from './headers';
import { Notes } from './notes';
import type { NumberColumn } from '../cells/number-column';
import type { Staging } from './staging';
import { BLANK, type TextColumn } from '../cells/text-column';
import type { PersonColumns } from './user-book';

/** Whether a row drew from a seat or from Flex; Account writes Subscription and Flex. */
export type Access = 'seat' | 'flex' | 'unknown';

/** The seat columns of the Account usage report. */
export interface SeatColumns {
  readonly assignment: TextColumn | undefined;
  readonly assigned: TextColumn | undefined;
  readonly unassigned: TextColumn | undefined;
}

/** The staged columns by what they mean for a row. */
export interface ColumnSet {
  readonly product: TextColumn | undefined;
  readonly offering: TextColumn | undefined;
  /** Product line codes, for rows that name no product. */
  readonly code: TextColumn | undefined;
  readonly access: TextColumn | undefined;
  readonly hours: NumberColumn | undefined;
  /** Days, else days_used. */
  readonly days: NumberColumn | undefined;
  readonly units: NumberColumn | undefined;
  readonly tokens: NumberColumn | undefined;
  readonly start: NumberColumn | undefined;
  readonly end: NumberColumn | undefined;
  /** What may date a row, in this order. */
  readonly dates: readonly NumberColumn[];
  readonly person: PersonColumns;
  readonly machine: TextColumn | undefined;
  readonly seat: SeatColumns;
}

export function columnSet(staging: Staging): ColumnSet {
  const text = staging.text.bind(staging);
  const number = staging.number.bind(staging);
  const present = <C>(columns: readonly (C | undefined)[]): readonly C[] =>
    columns.filter((column): column is C => column !== undefined);
  return {
    product: text('product'),
    offering: text('offering'),
    code: text('productCode'),
    access: text('access'),
    hours: number('hours'),
    days: number('days') ?? number('daysUsed'),
    units: number('units'),
    tokens: number('tokens'),
    start: number('start'),
    end: number('end'),
    dates: present([number('date'), number('start'), number('end'), number('lastAccessed')]),
    person: {
      identities: present([text('user'), text('email'), text('autodeskId'), text('hash')]),
      displayName: text('displayName'),
      firstName: text('firstName'),
      lastName: text('lastName'),
      email: text('email'),
      hash: text('hash'),
      userType: text('userType'),
      team: text('team'),
      department: text('department'),
      project: text('project'),
    },
    machine: text('machine'),
    seat: {
      assignment: text('seatAssignment'),
      assigned: text('assignedDate'),
      unassigned: text('unassignedDate'),
    },
  };
}

/** The product text of a row: the product's name before the offering's before its code; undefined when none names one. */
export function productColumnAt(columns: ColumnSet, row: number): TextColumn | undefined {
  const { product, offering, code } = columns;
  if (product && product.codes[row] !== BLANK && !product.isNoName(row)) return product;
  if (offering && offering.codes[row] !== BLANK && !offering.isNoName(row)) return offering;
  return code && code.codes[row] !== BLANK && !code.isNoName(row) ? code : undefined;
}

/** The first column that dates a row; undefined when none does. */
export function dateColumnAt(dates: readonly NumberColumn[], row: number): NumberColumn | undefined {
  for (let d = 0; d < dates.length; d++) if ((dates[d] as NumberColumn).isFilled(row)) return dates[d];
  return undefined;
}

/** What an access text means: Autodesk's "Subscription" is a seat, and so is `sus`, the single-user subscription of its queries. */
export function accessOf(text: string): Access {
  const word = normalizeHeader(text);
  if (word.includes('flex') || word.includes('token')) return 'flex';
  return word === 'sus' || /subscription|seat|nameduser|singleuser/.test(word) ? 'seat' : 'unknown';
}

/** The code of a describing cell; `N/A` and errors read as blank, errors with a note. */
export function describingCode(column: TextColumn, row: number, notes: Notes): number {
  if (column.isNamed(row)) return column.codes[row] as number;
  if (column.isError(row)) {
    const { header } = column;
    notes.add(
      `errors ${header}`,
      (count) => `"${header}" has an error in ${counted(count, 'row')}: read as blank.`,
    );
  }
  return BLANK;
}
