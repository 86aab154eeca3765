import { serialOf } from '../../src/engine/numeric';
import { standardNormal, uniform, type RandomWords } from '../../src/engine/numeric/random';
import type { RawCell } from '../../src/engine/usage';

/** One thing that was done to a synthetic year on purpose. */
export interface InjectedEvent {
  readonly kind: 'spike' | 'drop';
  /** Whole serials, one to three working days running. */
  readonly days: readonly number[];
  /** Who caused a spike, as "user product"; empty for a drop, which hits everybody. */
  readonly causes: readonly string[];
  /** Tokens added (spike) or taken away (drop) on its largest day. */
  readonly tokens: number;
}

/** A labelled year of day rows, as an export would hold them. */
export interface LabelledYear {
  /** User, Product, Date, Days, Tokens; header included. */
  readonly range: readonly (readonly RawCell[])[];
  readonly holidays: ReadonlySet<number>;
  readonly events: readonly InjectedEvent[];
}

const FIRST = serialOf(2025, 1, 1);
const DAYS = 365;
const PRODUCTS = [
  { name: 'AutoCAD', rate: 7, weight: 0.45 },
  { name: 'Revit', rate: 10, weight: 0.4 },
  { name: 'Navisworks Manage', rate: 9, weight: 0.15 },
] as const;
/** Month and day of the days off of the year. */
const DAYS_OFF = [
  [1, 1],
  [1, 2],
  [1, 3],
  [1, 6],
  [4, 18],
  [4, 21],
  [5, 1],
  [5, 29],
  [6, 9],
  [10, 3],
  [12, 24],
  [12, 25],
  [12, 26],
  [12, 29],
  [12, 30],
  [12, 31],
] as const;
/** Days that many take off, and no calendar names: ordinary variation to the labels. */
const BRIDGES = [
  [5, 2],
  [5, 30],
  [12, 23],
] as const;
const EVENTS_A_YEAR = 12;
/** Working days from one event to the next, at least. */
const APART = 6;

interface Person {
  readonly name: string;
  readonly product: number;
  readonly presence: number;
}
interface Project {
  readonly from: number;
  readonly to: number;
  readonly members: ReadonlySet<number>;
  readonly lift: number;
}
interface Row {
  readonly user: string;
  readonly product: string;
  readonly day: number;
  readonly tokens: number;
}

/**
 * 12 to 160 people on a working-day pattern, with growth or decline over the year, a summer dip, projects that lift part of the people
 * for weeks, days off, bridge days nobody announced, one person's batch jobs of uneven size in half of the years, and ups and downs that
 * all share and that last; then six drops and six spikes, on average:
 * - a drop keeps 0 to 50 % of the rows of one to three working days (an outage, rows missing from an export);
 * - a spike adds 1 to 6 ordinary working days of burn, on one to three working days each, all of it by one to three people.
 */
export function labelledYear(words: RandomWords): LabelledYear {
  const between = (low: number, high: number): number => low + (high - low) * uniform(words);
  const people: readonly Person[] = Array.from(
    { length: Math.round(12 * Math.exp(between(0, 2.6))) },
    (_, index) => ({
      name: `p-${String(index + 1).padStart(4, '0')}`,
      product: weighted(uniform(words)),
      presence: between(0.3, 0.9),
    }),
  );
  const projects = Array.from({ length: Math.round(between(4, 10)) }, (): Project => {
    const from = Math.round(between(-30, DAYS - 20));
    const share = between(0.05, 0.25);
    return {
      from,
      to: from + Math.round(between(20, 120)),
      members: new Set(people.flatMap((_, at) => (uniform(words) < share ? [at] : []))),
      lift: between(1.2, 2.2),
    };
  });
  const holidays = new Set(DAYS_OFF.map(([month, day]) => serialOf(2025, month, day)));
  const bridges = new Set(BRIDGES.map(([month, day]) => serialOf(2025, month, day)));
  const growth = between(-0.25, 0.5);
  const weather = between(0.04, 0.16);
  let mood = 0;
  const weekend = between(0.01, 0.08);
  const jobs = uniform(words) < 0.5 ? between(0.02, 0.08) : 0;
  const rows: Row[] = [];
  for (let at = 0; at < DAYS; at++) {
    const day = FIRST + at;
    const summer = 1 - 0.25 * Math.exp(-(((at - 215) / 20) ** 2));
    // Weather that lasts: half of yesterday's is still there.
    mood = 0.5 * mood + Math.sqrt(0.75) * standardNormal(words);
    const level =
      (1 + growth * (at / DAYS - 0.5)) *
      summer *
      Math.exp(weather * mood) *
      weekdayFactor(day, weekend) *
      (holidays.has(day) ? 0.04 : 1) *
      (bridges.has(day) ? between(0.5, 0.8) : 1);
    if (weekday(day) < 5 && uniform(words) < 0.3) {
      const tokens = Math.round(jobs * people.length * 6 * Math.exp(0.6 * standardNormal(words)));
      if (tokens > 0) rows.push({ ...rowOf(people[0]!.name, 2, day), tokens });
    }
    people.forEach((person, index) => {
      let presence = person.presence * level;
      for (const { from, to, members, lift } of projects) {
        if (at >= from && at < to && members.has(index)) presence *= lift;
      }
      if (uniform(words) >= Math.min(0.98, presence)) return;
      rows.push(rowOf(person.name, person.product, day));
      if (uniform(words) < 0.15) rows.push(rowOf(person.name, (person.product + 1) % PRODUCTS.length, day));
    });
  }
  return inject(rows, people, holidays, words);
}

function inject(
  rows: readonly Row[],
  people: readonly Person[],
  holidays: ReadonlySet<number>,
  words: RandomWords,
): LabelledYear {
  const between = (low: number, high: number): number => low + (high - low) * uniform(words);
  const working = Array.from({ length: DAYS }, (_, at) => FIRST + at).filter(
    (day) => weekday(day) < 5 && !holidays.has(day),
  );
  const burn = new Map<number, number>();
  for (const { day, tokens } of rows) burn.set(day, (burn.get(day) ?? 0) + tokens);
  const ordinary = working.reduce((sum, day) => sum + (burn.get(day) ?? 0), 0) / working.length;
  const events: InjectedEvent[] = [];
  const thinned = new Map<number, number>();
  const added: Row[] = [];
  const taken: number[] = [];
  for (let tries = 0; events.length < EVENTS_A_YEAR && tries < 1_000; tries++) {
    const length = 1 + Math.floor(uniform(words) * 3);
    const start = Math.floor(uniform(words) * (working.length - length));
    if (taken.some((other) => Math.abs(other - start) < APART)) continue;
    const days = working.slice(start, start + length);
    taken.push(start);
    if (uniform(words) < 0.5) {
      const keep = between(0, 0.5);
      for (const day of days) thinned.set(day, keep);
      const lost = (1 - keep) * Math.max(...days.map((day) => burn.get(day) ?? 0));
      events.push({ kind: 'drop', days, causes: [], tokens: lost });
      continue;
    }
    const culprits = Array.from(
      { length: 1 + Math.floor(uniform(words) * 3) },
      () => people[Math.floor(uniform(words) * people.length)]!,
    );
    const extra = between(1, 6) * ordinary;
    const causes = culprits.map(({ name, product }) => `${name} ${PRODUCTS[product]!.name}`);
    for (const day of days) {
      for (const { name, product } of culprits) {
        const row = rowOf(name, product, day);
        added.push({ ...row, tokens: Math.round(extra / culprits.length) });
      }
    }
    events.push({ kind: 'spike', days, causes, tokens: extra });
  }
  const kept = rows.filter(({ day }) => {
    const share = thinned.get(day);
    return share === undefined || uniform(words) < share;
  });
  const range: (readonly RawCell[])[] = [['User', 'Product', 'Date', 'Days', 'Tokens']];
  for (const { user, product, day, tokens } of [...kept, ...added])
    range.push([user, product, day, 1, tokens]);
  return { range, holidays, events };
}

/** Monday = 0. */
function weekday(day: number): number {
  return (day - 2) % 7;
}

function weekdayFactor(day: number, weekend: number): number {
  return [0.95, 1.05, 1.05, 1, 0.8, weekend, weekend * 0.6][weekday(day)]!;
}

function rowOf(user: string, product: number, day: number): Row {
  const { name, rate } = PRODUCTS[product]!;
  return { user, product: name, day, tokens: rate };
}

function weighted(at: number): number {
  let sum = 0;
  const found = PRODUCTS.findIndex(({ weight }) => (sum += weight) > at);
  return found < 0 ? PRODUCTS.length - 1 : found;
}
