import { guideCard, withCollections } from '../../src/engine/catalog';
import { BUILTIN_COLLECTIONS } from '../../src/engine/catalog/collections';
import { serialOf } from '../../src/engine/numeric';
import { uniform, type RandomWords } from '../../src/engine/numeric/random';
import { readUsage } from '../../src/engine/usage/reader/reader';
import type { RawCell } from '../../src/engine/usage';
import { between, Labels, pick, shuffled, type LabelledOffice } from './labels';

const MONDAY = serialOf(2026, 3, 2);
const WEEKS = 8;
const PEOPLE = 70;
const CARD = withCollections(guideCard, BUILTIN_COLLECTIONS);
const MINUTE = 1 / 1440;
const HOUR = 1 / 24;

/** Sessions of eight weeks on the hourly card: 70 people with a machine each, and what is put in. */
export function sessionsOffice(words: RandomWords): LabelledOffice {
  const labels = new Labels();
  const rows: RawCell[][] = [];
  const add = (user: string, product: string, start: number, end: number, machine: string): void => {
    rows.push([user, product, start, end, machine]);
  };
  const person = (at: number): string => `p-${String(at).padStart(3, '0')}`;
  const machine = (at: number): string => `WS-${1000 + at}`;
  const workday = (): number => MONDAY + 7 * between(words, 0, WEEKS - 1) + between(words, 0, 4);
  const workdays = (count: number): readonly number[] => {
    const days = new Set<number>();
    while (days.size < count) days.add(workday());
    return [...days];
  };

  for (let at = 0; at < PEOPLE; at++) {
    for (let week = 0; week < WEEKS; week++) {
      for (let day = 0; day < 5; day++) {
        if (uniform(words) < 0.3) continue;
        const start = MONDAY + 7 * week + day + (8 + uniform(words)) * HOUR;
        const product = pick(words, ['Revit', 'AutoCAD', 'Civil 3D']);
        add(person(at), product, start, start + (2 + 2 * uniform(words)) * HOUR, machine(at));
        if (uniform(words) < 0.5) {
          const later = MONDAY + 7 * week + day + (13 + uniform(words)) * HOUR;
          add(person(at), product, later, later + (1 + 2 * uniform(words)) * HOUR, machine(at));
        }
      }
    }
  }

  let next = 0;
  const own = (): number => next++;
  /** A person's evening session, and another one elsewhere that begins before it ends. */
  const overlap = (user: string, home: string, away: string, day: number, minutes: number): void => {
    const from = day + 18 * HOUR;
    add(user, 'Revit', from, from + 2 * HOUR, home);
    add(user, 'Revit', from + 2 * HOUR - minutes * MINUTE, from + 3 * HOUR, away);
  };

  // Accounts that two people use: on a colleague's machine, or on one nobody else has. Some share for a quarter of an hour only.
  for (let n = 0; n < 8; n++) {
    const at = own();
    const away = n % 2 === 0 ? machine(PEOPLE - 1 - n) : `NB-${between(words, 100, 999)}`;
    for (const day of workdays(between(words, 1, 6)))
      overlap(person(at), machine(at), away, day, between(words, 8, 110));
    labels.plant(person(at), 'overlapping sessions');
  }
  // Accounts in use around the clock on three machines.
  for (let n = 0; n < 4; n++) {
    const at = own();
    for (const day of workdays(between(words, 1, 4))) {
      add(person(at), 'Revit', day + HOUR, day + 13 * HOUR, `NB-A${n}`);
      add(person(at), 'Revit', day + 7 * HOUR, day + (20 + 2 * uniform(words)) * HOUR, `NB-B${n}`);
    }
    labels.plant(person(at), 'overlapping sessions', 'more than 24 hours');
  }

  // Shared as well, and hard to see: never for more than a quarter of an hour at once, or on the terminal server.
  const brief = own();
  for (const day of workdays(4)) overlap(person(brief), machine(brief), 'NB-777', day, between(words, 3, 15));
  labels.plant(person(brief), 'overlapping sessions');
  const hidden = own();
  for (const day of workdays(4)) overlap(person(hidden), machine(hidden), 'RDS-01', day, 90);
  labels.plant(person(hidden), 'overlapping sessions');

  const remote = (kind: string, host: string, users: readonly number[]): void => {
    for (const at of users) {
      for (const day of workdays(between(words, 2, 6)))
        overlap(person(at), machine(at), host, day, between(words, 20, 110));
      labels.decoy(person(at), 'overlapping sessions', kind);
    }
  };
  const some = (count: number): readonly number[] => Array.from({ length: count }, own);
  remote('terminal server by name', pick(words, ['RDS-01', 'ctx02.office.example', 'VDI-POOL-7']), some(3));
  remote('terminal server without a name for it', 'HALL-3', some(7));
  remote('remote desktop of three people', 'LAB-9', some(3));
  for (let n = 0; n < 5; n++) {
    const at = own();
    for (const day of workdays(3)) overlap(person(at), machine(at), `NB-D${n}`, day, between(words, 1, 15));
    labels.decoy(person(at), 'overlapping sessions', 'change of desks');
  }
  for (let n = 0; n < 5; n++) {
    const at = own();
    for (const day of workdays(4)) overlap(person(at), machine(at), `${machine(at)}.office.example`, day, 60);
    labels.decoy(person(at), 'overlapping sessions', 'one machine in two spellings');
  }
  // Nothing in the rows tells these from a shared account.
  for (let n = 0; n < 2; n++) {
    const at = own();
    overlap(person(at), machine(at), `NB-L${n}`, workday(), between(words, 30, 110));
    labels.decoy(person(at), 'overlapping sessions', 'left running once, then the laptop');
  }
  const often = own();
  for (const day of workdays(3)) overlap(person(often), machine(often), 'NB-L9', day, 90);
  labels.decoy(person(often), 'overlapping sessions', 'left running on three days, then the laptop');
  for (let n = 0; n < 4; n++) {
    const at = own();
    for (const day of workdays(3)) {
      for (const product of ['Revit', 'AutoCAD', 'Civil 3D'])
        add(person(at), product, day + 7 * HOUR, day + 19 * HOUR, machine(at));
    }
    labels.decoy(person(at), 'more than 24 hours', 'products side by side on one machine');
  }
  for (let n = 0; n < 4; n++) {
    const at = own();
    const day = workday();
    add(person(at), 'Revit', day + 8 * HOUR, day + 80 * HOUR, machine(at));
    labels.decoy(person(at), 'more than 24 hours', 'left open for days');
  }
  for (let n = 0; n < 4; n++) {
    const node = `render-${n + 1}`;
    for (let day = 0; day < 7 * WEEKS; day++) {
      for (let job = 0; job < 3; job++) {
        const from = MONDAY + day + job * 4 * HOUR;
        add(node, 'Arnold', from, from + 12 * HOUR, `blade-${n}-${job}`);
      }
    }
    for (const rule of ['overlapping sessions', 'more than 24 hours', 'every day', 'service name'] as const)
      labels.decoy(node, rule, 'render nodes');
  }

  const range: RawCell[][] = [
    ['User', 'Product', 'Start', 'End', 'Machine'],
    ...shuffled(words, rows).map((row) => [...row]),
  ];
  return {
    input: {
      reading: readUsage(range, { card: CARD }),
      asOf: null,
      seats: null,
      employment: null,
      moves: null,
    },
    rows: rows.length,
    planted: labels.planted,
    decoys: labels.decoys,
  };
}
