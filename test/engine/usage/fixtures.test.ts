import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideCard, retailCard } from '../../../src/engine/catalog';
import { isoDate } from '../../../src/engine/numeric';
import { createUsageReader } from '../../../src/engine/usage';
import { csvCells } from './csv';
import { rejectsOf, sumsOf } from './reading';

interface Expected {
  readonly why: string;
  readonly card: 'guide' | 'retail';
  readonly shape: string;
  readonly read: number;
  readonly used: number;
  readonly rejected: readonly (readonly (string | number)[])[];
  readonly users: readonly string[];
  readonly units?: Record<string, number>;
  readonly tokens?: Record<string, number>;
  readonly neverUsed?: number;
  readonly monthlyDetail?: boolean;
  readonly dailyDetail?: boolean;
  readonly seats?: readonly string[];
  readonly latest?: string;
  readonly seatRows?: number;
  readonly hasUserColumn?: boolean;
  readonly names?: readonly string[];
  readonly notes?: readonly string[];
}

const folder = join(__dirname, 'fixtures');
const cases = readdirSync(folder).map((name): [string, Expected] => [
  name,
  JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Expected,
]);

test.each(cases)('%s is read as its expected.json says', (name, expected) => {
  const cells = csvCells(readFileSync(join(folder, name, 'input.csv'), 'utf8'));
  const reader = createUsageReader({ card: expected.card === 'guide' ? guideCard : retailCard });
  reader.push(cells);
  const reading = reader.finish();

  // "…" ends a reason whose rest the catalog decides.
  const shortened = rejectsOf(reading).map((reject, index) => {
    const wanted = String(expected.rejected[index]?.[3] ?? '');
    const got = String(reject[3]);
    const same = wanted.endsWith('…') && got.length >= wanted.length && got.startsWith(wanted.slice(0, -1));
    return [...reject.slice(0, 3), same ? wanted : got];
  });
  expect(shortened).toEqual(expected.rejected);
  expect(reading).toMatchObject({ shape: expected.shape, read: expected.read, used: expected.used });
  expect(reading.table.users.map((user) => user.key)).toEqual(expected.users);
  if (expected.units) expect(sumsOf(reading, 'units')).toEqual(expected.units);
  if (expected.tokens) expect(sumsOf(reading, 'tokens')).toEqual(expected.tokens);
  if (expected.neverUsed !== undefined) {
    expect([...reading.table.units].filter((units) => Number.isNaN(units))).toHaveLength(expected.neverUsed);
  }
  if (expected.monthlyDetail !== undefined) expect(reading.monthlyDetail).toBe(expected.monthlyDetail);
  if (expected.dailyDetail !== undefined) expect(reading.dailyDetail).toBe(expected.dailyDetail);
  if (expected.latest !== undefined) expect(isoDate(reading.latestDate ?? 0)).toBe(expected.latest);
  if (expected.hasUserColumn !== undefined) expect(reading.hasUserColumn).toBe(expected.hasUserColumn);
  if (expected.seatRows !== undefined)
    expect([...reading.table.seatAccess].filter(Boolean)).toHaveLength(expected.seatRows);
  if (expected.names) expect(reading.table.users.map((user) => user.displayName)).toEqual(expected.names);
  expected.notes?.forEach((note, index) => expect(reading.notes?.[index]).toContain(note));
  if (expected.seats) {
    const { users, products } = reading.table;
    const seats = reading.seats?.map(
      ({ user, product, assigned }) =>
        `${users[user]?.key ?? ''} ${products[product]?.name ?? ''} ${assigned ? 'assigned' : 'unassigned'}`,
    );
    expect(seats).toEqual(expected.seats);
  }
});
