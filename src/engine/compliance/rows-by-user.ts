import type { UsageTable } from '../usage/types';
import { isUse, type CheckedUsage } from './evidence';

type RowsByUser = Generator<readonly [user: number, rows: Uint32Array]>;

/**
 * Rows of use by person, machine-metered products left out.
 * @param takes rows to take besides
 */
export function rowsByUser(usage: CheckedUsage, takes: (row: number) => boolean = () => true): RowsByUser {
  const { table } = usage.reading;
  return groupRows(
    table,
    (row) => isUse(usage, row) && usage.metered[table.product[row]!] !== true && takes(row),
  );
}

/** Rows of one person after another, in the order of the range: a sheet of a million rows is never held as objects. */
export function* groupRows(table: UsageTable, counts: (row: number, user: number) => boolean): RowsByUser {
  const ends = new Uint32Array(table.users.length + 1);
  const taken = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const user = table.user[row]!;
    if (user < 0 || !counts(row, user)) continue;
    taken[row] = 1;
    ends[user + 1]! += 1;
  }
  for (let user = 0; user < table.users.length; user++) ends[user + 1]! += ends[user]!;
  const rows = new Uint32Array(ends.at(-1)!);
  const next = ends.slice();
  for (let row = 0; row < table.rows; row++) {
    if (taken[row] === 1) rows[next[table.user[row]!]!++] = row;
  }
  for (let user = 0; user < table.users.length; user++) {
    if (ends[user + 1]! > ends[user]!) yield [user, rows.subarray(ends[user], ends[user + 1])];
  }
}
