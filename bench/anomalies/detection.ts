import { retailCard } from '../../src/engine/catalog';
import { anomalies } from '../../src/engine/monitor';
import { shifts } from '../../src/engine/monitor/findings/shifts';
import { dailySeries } from '../../src/engine/monitor/burn/series';
import { randomStream } from '../../src/engine/numeric/random';
import { readUsage } from '../../src/engine/usage/reader/reader';
import { labelledYear, type InjectedEvent } from './year';

/** How often a way of detecting was right, over all years. */
export interface Score {
  /** Dates listed, and how many of them belong to an event of that kind. */
  readonly listed: number;
  readonly right: number;
  /** Events found (one of their dates listed), by kind. */
  readonly drops: Found;
  readonly spikes: Found;
}
export interface Found {
  readonly found: number;
  readonly of: number;
}

export interface Detection {
  readonly years: number;
  readonly days: number;
  readonly rows: number;
  readonly product: Score;
  /** Daily burn more than three standard deviations from its mean over the year. */
  readonly raw: Score;
  /** Spikes whose largest day reaches 1 % of the year's burn: what the materiality rule sets out to find. */
  readonly materialSpikes: Found;
  /** Dates of found spikes, and those on which the person named first did cause it. */
  readonly named: Found;
  /** Largest difference, in tokens, between an excess and the sum of what is said to explain it. */
  readonly unexplained: number;
  readonly shiftWeeks: number;
  /** Seconds in the product, reading of the rows not counted. */
  readonly seconds: number;
}

interface Call {
  readonly day: number;
  readonly kind: 'spike' | 'drop';
}

const RAW_LIMIT = 3;
const MATERIAL = 0.01;

/**
 * Detects in `years` labelled years.
 * @param clock seconds, rising
 */
export function detect(years: number, seed: number, clock: () => number): Detection {
  const product = new Tally();
  const raw = new Tally();
  let days = 0;
  let rows = 0;
  let seconds = 0;
  let shiftWeeks = 0;
  let unexplained = 0;
  const material = { found: 0, of: 0 };
  const named = { found: 0, of: 0 };
  for (let year = 0; year < years; year++) {
    const { range, holidays, events } = labelledYear(randomStream(seed + year, 0));
    const reading = readUsage(range, { card: retailCard });
    const started = clock();
    const listed = anomalies(reading, { pool: null, holidays });
    seconds += clock() - started;
    shiftWeeks += shifts(reading, { holidays }).length;
    const { firstDay, tokens } = dailySeries(reading);
    days += tokens.length;
    rows += reading.used;
    product.add(listed, events);
    raw.add(rawCalls(firstDay, tokens), events);

    const total = tokens.reduce((sum, value) => sum + value, 0);
    for (const event of events) {
      if (event.kind !== 'spike' || event.tokens < MATERIAL * total) continue;
      material.of++;
      if (listed.some((call) => isPartOf(call, event))) material.found++;
    }
    for (const one of listed) {
      const sum = one.who.reduce((all, line) => all + line.tokens - line.expected, 0);
      unexplained = Math.max(unexplained, Math.abs(one.burn - one.expected - sum));
      const event = events.find((candidate) => isPartOf(one, candidate));
      if (event?.kind !== 'spike') continue;
      named.of++;
      const first = one.who[0];
      if (first && event.causes.includes(`${first.user} ${first.product}`)) named.found++;
    }
  }
  return {
    years,
    days,
    rows,
    product: product.score(),
    raw: raw.score(),
    materialSpikes: material,
    named,
    unexplained,
    shiftWeeks,
    seconds,
  };
}

/** Share of the listed dates that are right. */
export function precision({ listed, right }: Score): number {
  return listed === 0 ? NaN : right / listed;
}

export function recall({ found, of }: Found): number {
  return of === 0 ? NaN : found / of;
}

class Tally {
  private listed = 0;
  private right = 0;
  private readonly drops = { found: 0, of: 0 };
  private readonly spikes = { found: 0, of: 0 };

  add(calls: readonly Call[], events: readonly InjectedEvent[]): void {
    this.listed += calls.length;
    this.right += calls.filter((call) => events.some((event) => isPartOf(call, event))).length;
    for (const event of events) {
      const kind = event.kind === 'drop' ? this.drops : this.spikes;
      kind.of++;
      if (calls.some((call) => isPartOf(call, event))) kind.found++;
    }
  }

  score(): Score {
    const { listed, right, drops, spikes } = this;
    return { listed, right, drops: { ...drops }, spikes: { ...spikes } };
  }
}

function isPartOf(call: Call, event: InjectedEvent): boolean {
  return call.kind === event.kind && event.days.includes(call.day);
}

function rawCalls(firstDay: number, tokens: Float64Array): readonly Call[] {
  const mean = tokens.reduce((sum, value) => sum + value, 0) / tokens.length;
  const sd = Math.sqrt(tokens.reduce((sum, value) => sum + (value - mean) ** 2, 0) / tokens.length);
  return [...tokens].flatMap((value, at): Call[] => {
    const z = (value - mean) / sd;
    return Math.abs(z) > RAW_LIMIT ? [{ day: firstDay + at, kind: z > 0 ? 'spike' : 'drop' }] : [];
  });
}
