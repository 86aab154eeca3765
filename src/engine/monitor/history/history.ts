import type { ChargeBasis } from '../../catalog/types';
import type { UserType } from '../../usage/types';

/** A person of a history, as the latest export that says something describes them. */
export interface HistoryUser {
  /** As first typed. Persons are compared ignoring case and outer spaces. */
  readonly key: string;
  /** '' where nothing but the key is known. */
  readonly displayName: string;
  readonly userType: UserType;
  /** '' where unknown, or where it is the key. */
  readonly email: string;
}

/** What `History.basis` counts in. */
export const BASES: readonly ChargeBasis[] = ['hour', 'day', 'result'];

/**
 * The columns of a history, one row a user × product × team × day; where such a key holds use of several projects or departments, use
 * from a seat beside use on Flex, rows with and without a tokens figure, or refunds, one row each of them.
 */
export interface HistoryColumns {
  readonly rows: number;
  /** Whole Excel serials. */
  readonly day: Int32Array;
  /** Index into `users`; -1 in a history that names no people. */
  readonly user: Int32Array;
  /** Index into `products`. */
  readonly product: Uint32Array;
  /** Codes into `dictionaries`; 0 = blank. */
  readonly team: Uint32Array;
  readonly project: Uint32Array;
  readonly department: Uint32Array;
  /** 1 = drawn from a seat, 0 = Flex or unknown. */
  readonly seatAccess: Uint8Array;
  /** Index into `BASES`: what the export counts, also where the card charges by another. */
  readonly basis: Uint8Array;
  /** In the row's basis. */
  readonly units: Float64Array;
  /** 1 = the export counts the units, 0 = they are its tokens ÷ the card's rate, and follow the card. */
  readonly unitsGiven: Uint8Array;
  /** As `UsageTable.tokens`: the export's figure for use on Flex, else units × rate; 0 not on Flex. */
  readonly tokens: Float64Array;
  /** The export's own figure, also where it does not count (from a seat, not on Flex); NaN = none. */
  readonly tokensCell: Float64Array;
}

/**
 * Usage day by day, as weekly exports build it up. Users, products and dictionaries are sorted ignoring case and hold nothing unused; rows
 * are sorted by day, user, product, team, then by what tells the rows of one key apart: equal usage gives equal histories.
 */
export interface History extends HistoryColumns {
  readonly users: readonly HistoryUser[];
  readonly products: readonly string[];
  /** Entry 0 is ''. */
  readonly dictionaries: {
    readonly team: readonly string[];
    readonly project: readonly string[];
    readonly department: readonly string[];
  };
}

/** The history before the first export. */
export const NO_HISTORY: History = {
  ...newColumns(0),
  users: [],
  products: [],
  dictionaries: { team: [''], project: [''], department: [''] },
};

/** Columns of zeros to fill. */
export function newColumns(rows: number): HistoryColumns {
  return {
    rows,
    day: new Int32Array(rows),
    user: new Int32Array(rows),
    product: new Uint32Array(rows),
    team: new Uint32Array(rows),
    project: new Uint32Array(rows),
    department: new Uint32Array(rows),
    seatAccess: new Uint8Array(rows),
    basis: new Uint8Array(rows),
    units: new Float64Array(rows),
    unitsGiven: new Uint8Array(rows),
    tokens: new Float64Array(rows),
    tokensCell: new Float64Array(rows),
  };
}

/** The first rows of columns, without the room for more. */
export function firstRows(columns: HistoryColumns, rows: number): HistoryColumns {
  return {
    rows,
    day: columns.day.slice(0, rows),
    user: columns.user.slice(0, rows),
    product: columns.product.slice(0, rows),
    team: columns.team.slice(0, rows),
    project: columns.project.slice(0, rows),
    department: columns.department.slice(0, rows),
    seatAccess: columns.seatAccess.slice(0, rows),
    basis: columns.basis.slice(0, rows),
    units: columns.units.slice(0, rows),
    unitsGiven: columns.unitsGiven.slice(0, rows),
    tokens: columns.tokens.slice(0, rows),
    tokensCell: columns.tokensCell.slice(0, rows),
  };
}

/** Net tokens that a history burned: use from a seat burns none. */
export function historyTokens(history: HistoryColumns): number {
  let sum = 0;
  for (let row = 0; row < history.rows; row++) {
    if (history.seatAccess[row] === 0) sum += history.tokens[row]!;
  }
  return sum;
}
