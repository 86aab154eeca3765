import { retailCard } from '../../src/engine/catalog';
import type { Assignment, Employment, ProposedMove } from '../../src/engine/compliance';
import { serialOf } from '../../src/engine/numeric';
import { uniform, type RandomWords } from '../../src/engine/numeric/random';
import { readUsage } from '../../src/engine/usage/reader/reader';
import type { RawCell } from '../../src/engine/usage';
import { between, Labels, pick, shuffled, type LabelledOffice } from './labels';

const FIRST = serialOf(2025, 11, 3);
const DAYS = 364;
const PEOPLE = 120;
const RATES: Readonly<Record<string, number>> = {
  AutoCAD: 7,
  Revit: 10,
  'Navisworks Manage': 9,
  Fusion: 3,
  'Autodesk Docs': 0,
};
const SERVICE = [
  'svc-plot',
  'render.farm',
  'cad-admin',
  'batch02',
  'no-reply',
  'shared_ws4',
  'test-user',
  'build_agent',
];
const LOOKALIKES = [
  'maria.testa',
  'jo.batchelor',
  'k.tester',
  'badmin',
  'ann.buildman',
  'sven.renders',
  'ann@service.example',
];

/** A year of charged days on the retail card: 120 people, who is assigned to what, who has left, who is to move, and what is put in. */
export function daysOffice(words: RandomWords): LabelledOffice {
  const labels = new Labels();
  const rows: RawCell[][] = [];
  const seats: Assignment[] = [];
  const employment: Employment[] = [];
  const moves: ProposedMove[] = [];
  const quiet = new Set<string>();
  const add = (user: string, product: string, day: number, access = 'Flex'): void => {
    rows.push([user, product, day, 1, RATES[product] ?? 0, access]);
  };
  const employed = (
    user: string,
    end: number | null,
    start: number | null = null,
    userType: Employment['userType'] = 'employee',
  ): void => {
    employment.push({ keys: [user], userType, start, end, row: employment.length + 2 });
  };
  const assigned = (
    user: string,
    product: string,
    from: number | null = null,
    to: number | null = null,
  ): void => {
    seats.push({ user, product, from, to });
  };
  const workday = (from = 0, to = DAYS - 1): number => {
    const day = FIRST + between(words, from, to);
    return (day - FIRST) % 7 > 4 ? day - 2 : day;
  };
  /** Ordinary work on a sixth of the working days from one day of the year to another. */
  const works = (user: string, from = 0, to = DAYS - 1): void => {
    const products = [pick(words, ['Revit', 'AutoCAD']), 'Navisworks Manage'];
    for (let day = from; day <= to; day++) {
      if (day % 7 > 4 || uniform(words) > 0.17) continue;
      add(user, products[0]!, FIRST + day);
      if (uniform(words) < 0.1) add(user, products[1]!, FIRST + day);
    }
  };

  let next = 0;
  const person = (): string => `p-${String(next++).padStart(3, '0')}`;
  const ordinary = (): string => {
    const user = person();
    works(user);
    return user;
  };

  for (const name of SERVICE) {
    works(name);
    labels.plant(name, 'service name');
  }
  for (const name of LOOKALIKES) {
    works(name);
    labels.decoy(name, 'service name', 'the word within another, or in the domain');
  }
  // A service account whose name tells nothing.
  works('plotlic');
  labels.plant('plotlic', 'service name');
  works('charlie.batch');
  employed('charlie.batch', null);
  labels.decoy('charlie.batch', 'service name', 'a person of that name');

  for (let n = 0; n < 5; n++) {
    const user = ordinary();
    const start = between(words, 20, 200);
    const length = between(words, 21, 60);
    for (let day = 0; day < length; day++) add(user, pick(words, ['Revit', 'AutoCAD']), FIRST + start + day);
    labels.plant(user, 'every day');
  }
  // Shared by two people who both have Sundays off.
  const sundays = person();
  for (let day = 0; day < 200; day++) if (day % 7 < 6) add(sundays, 'Revit', FIRST + day);
  labels.plant(sundays, 'every day');
  for (let n = 0; n < 5; n++) {
    const user = person();
    const start = between(words, 20, 200);
    // Working weeks on both sides and one weekend: 12 days running at most.
    for (let day = 0; day < 40; day++)
      if ((start + day) % 7 < 5 || day < 7) add(user, 'Revit', FIRST + start + day);
    labels.decoy(user, 'every day', 'one weekend worked');
  }
  const deadline = ordinary();
  for (let day = 0; day < 23; day++) add(deadline, 'Revit', FIRST + 100 + day);
  labels.decoy(deadline, 'every day', 'a deadline worked through');
  const many = (user: string, days: number): void => {
    for (let n = 0; n < days; n++) {
      for (const product of ['Revit', 'AutoCAD', 'Navisworks Manage', 'Fusion'])
        add(user, product, FIRST + 7 * (3 + 4 * n) + between(words, 0, 4));
    }
  };
  const manyOnDays = (user: string, days: number): void => {
    for (let n = 0; n < days; n++) {
      const day = FIRST + 7 * (3 + n) + between(words, 0, 4);
      for (const product of ['Revit', 'AutoCAD', 'Navisworks Manage', 'Fusion']) add(user, product, day);
    }
  };
  for (let n = 0; n < 5; n++) {
    const user = ordinary();
    manyOnDays(user, between(words, 3, 30));
    labels.plant(user, 'many products');
  }
  for (let n = 0; n < 3; n++) {
    const user = person();
    manyOnDays(user, 2);
    labels.decoy(user, 'many products', 'on two days');
    const spread = person();
    many(spread, 6);
    quiet.add(spread);
  }
  // By the rule's own words these are cases; only a person can tell that they coordinate models.
  for (let n = 0; n < 2; n++) {
    const user = ordinary();
    manyOnDays(user, between(words, 4, 9));
    labels.decoy(user, 'many products', 'a coordinator');
  }

  for (let n = 0; n < 6; n++) {
    const user = person();
    const end = between(words, 60, 300);
    works(user, 0, end);
    for (let late = between(words, 1, 6); late > 0; late--)
      add(user, 'Revit', FIRST + end + 2 + between(words, 0, 50));
    employed(user, FIRST + end);
    labels.plant(user, 'departed');
  }
  for (let n = 0; n < 4; n++) {
    const user = person();
    const end = between(words, 60, 200);
    works(user, 0, end);
    works(user, end + 60);
    employed(user, FIRST + end);
    if (n % 2 === 0) employed(user, null, FIRST + end + 60);
    else employment[employment.length - 1] = { ...employment.at(-1)!, start: FIRST + end + 60 };
    labels.decoy(user, 'departed', 'hired again');
  }
  for (let n = 0; n < 4; n++) {
    const user = person();
    const end = between(words, 60, 300);
    works(user, 0, end);
    add(user, 'Revit', FIRST + end);
    employed(user, FIRST + end);
    labels.decoy(user, 'departed', 'used on the last day');
  }
  for (let n = 0; n < 5; n++) {
    const user = person();
    const end = between(words, 60, 300);
    works(user, 0, end + between(words, 20, 50));
    add(user, 'Revit', FIRST + end + 19);
    employed(user, FIRST + end, null, 'contractor');
    labels.plant(user, 'contractor ended');
  }
  for (let n = 0; n < 4; n++) {
    const user = person();
    const end = between(words, 60, 300);
    works(user);
    employed(user, FIRST + end, null, 'contractor');
    employed(user, null, FIRST + end + 1, 'contractor');
    labels.decoy(user, 'contractor ended', 'extended in a second row');
  }

  // The people table does not know what the manager knows.
  for (const [userType, rule, kind] of [
    ['employee', 'departed', 'hired again, not in the people table'],
    ['contractor', 'contractor ended', 'extended, not in the people table'],
  ] as const) {
    const user = ordinary();
    employed(user, FIRST + 180, null, userType);
    labels.decoy(user, rule, kind);
  }

  for (let n = 0; n < 6; n++) {
    const user = person();
    const end = between(words, 60, 300);
    works(user, 0, end);
    for (let late = between(words, 1, 5); late > 0; late--)
      add(user, 'AutoCAD', FIRST + end + 2 + between(words, 0, 40));
    assigned(user, 'Flex', FIRST - 30, FIRST + end);
    labels.plant(user, 'unassigned');
  }
  for (let n = 0; n < 4; n++) {
    const user = person();
    const end = between(words, 60, 300);
    works(user, 0, end);
    works(user, end + 20);
    assigned(user, 'Autodesk Flex', null, FIRST + end);
    assigned(user, 'Flex', FIRST + end + 20);
    labels.decoy(user, 'unassigned', 'assigned again');
  }

  for (let n = 0; n < 8; n++) {
    const user = person();
    const from = between(words, 0, 250);
    const product = pick(words, ['Revit', 'AutoCAD']);
    for (let day = from; day < from + 40; day++)
      if (day % 7 < 5) add(user, product, FIRST + day, 'Subscription');
    for (let late = between(words, 1, 8); late > 0; late--)
      add(user, product, FIRST + from + 1 + between(words, 0, 60));
    assigned(user, n % 2 === 0 ? product : 'AEC Collection', FIRST + from);
    labels.plant(user, 'seat holder');
  }
  for (let n = 0; n < 4; n++) {
    const other = person();
    works(other, 0, 40);
    for (let day = 50; day < 90; day++) if (day % 7 < 5) add(other, 'Fusion', FIRST + day);
    assigned(other, 'AEC Collection', FIRST + 45);
    labels.decoy(other, 'seat holder', 'tokens for a product that the seat does not cover, or before it');
    const moved = person();
    works(moved, 120, 300);
    assigned(moved, 'Revit', FIRST, FIRST + 100);
    assigned(moved, 'AutoCAD', FIRST, FIRST + 100);
    assigned(moved, 'Flex', FIRST + 101);
    labels.decoy(moved, 'seat holder', 'taken off the seat, then on Flex');
    labels.decoy(moved, 'unassigned', 'taken off the seat, then on Flex');
    const seated = person();
    for (let day = 0; day < 60; day++) if (day % 7 < 5) add(seated, 'Revit', FIRST + day, 'Subscription');
    assigned(seated, 'Revit');
    labels.decoy(seated, 'seat holder', 'draws on the seat');
  }

  const cloud = (holds: readonly string[], move: Partial<ProposedMove>, last: number): string => {
    const user = person();
    for (let day = 0; day < 6; day++) add(user, 'Autodesk Docs', workday(last - 30, last), 'Subscription');
    for (const offering of holds) assigned(user, offering);
    moves.push({ user, toFlex: ['Revit'], givesUp: [], gets: [], ...move });
    return user;
  };
  for (let n = 0; n < 6; n++) {
    const user =
      n % 2 === 0
        ? cloud(['AEC Collection'], { givesUp: ['AEC'] }, 300)
        : cloud(['Revit'], { givesUp: ['Revit'] }, 300);
    labels.plant(user, 'cloud entitlement');
  }
  for (let n = 0; n < 2; n++) {
    labels.decoy(
      cloud(['AEC Collection', 'Revit'], { givesUp: ['Revit'] }, 300),
      'cloud entitlement',
      'a Collection stays',
    );
    labels.decoy(
      cloud(['AEC Collection'], { givesUp: ['AEC Collection'], gets: ['Docs'] }, 300),
      'cloud entitlement',
      'a seat comes with the move',
    );
    labels.decoy(
      cloud(['AEC Collection', 'Autodesk Docs'], { givesUp: ['AEC Collection'] }, 300),
      'cloud entitlement',
      'a seat of its own',
    );
    labels.decoy(cloud([], { toFlex: [] }, 300), 'cloud entitlement', 'nobody moves');
  }
  while (next < PEOPLE) ordinary();

  // Everybody who burns tokens and is not listed above is assigned to Flex without a date.
  const listed = new Set(seats.filter(({ product }) => /flex/i.test(product)).map(({ user }) => user));
  for (const user of new Set(rows.map(([name]) => String(name))))
    if (!listed.has(user)) assigned(user, 'Flex');
  const range: RawCell[][] = [
    ['User', 'Product', 'Date', 'Days', 'Tokens', 'Access'],
    ...shuffled(words, rows).map((row) => [...row]),
  ];
  return {
    input: {
      reading: readUsage(range, { card: retailCard }),
      asOf: null,
      seats,
      employment,
      moves,
    },
    rows: rows.length,
    planted: labels.planted,
    decoys: labels.decoys,
  };
}
