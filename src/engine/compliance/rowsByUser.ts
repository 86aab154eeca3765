import { isUse, type Scene } from './scene';

/**
 * Rows of use by person, machine-metered products left out, one person after another: a sheet of a million rows is never held as objects.
 * @param takes rows to take besides
 */
export function* rowsByUser(
  scene: Scene,
  takes: (row: number) => boolean = () => true,
): Generator<readonly [user: number, rows: Uint32Array]> {
  const { table } = scene.reading;
  const counts = (row: number): boolean =>
    isUse(scene, row) && scene.metered[table.product[row]!] !== true && takes(row);
  const ends = new Uint32Array(table.users.length + 1);
  const taken = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    if (!counts(row)) continue;
    taken[row] = 1;
    ends[table.user[row]! + 1]! += 1;
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
