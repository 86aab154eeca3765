import type { UsageReading } from '../../usage/types';
import { baseline, type Baseline } from '../burn/baseline';
import { burnRows, contributions, contributionText, ordinaryDays } from './contributions';
import { settled } from '../ledger/lots';
import { dailySeries } from '../burn/series';
import type { Anomaly, AnomalyKind } from './types';

/** Robust standard deviations from which a day is an anomaly. */
const LIMIT = 3.5;
/** Share of the pool that an excess must reach to matter. */
const MATERIAL_SHARE = 0.01;
/** A day cannot burn less than nothing: a drop matters from half of a typical day too. */
const MATERIAL_DROP = 0.5;

export interface AnomalyOptions {
  /** Tokens of the pool, for the materiality of an excess; null = the tokens of the series. */
  readonly pool: number | null;
  /** Whole serials of days off. */
  readonly holidays: ReadonlySet<number>;
  /** Excel serial; omitted = all rows. */
  readonly asOf?: number;
}

/** A day that stands out, without who explains it. */
export type OddDay = Pick<Anomaly, 'day' | 'burn' | 'expected' | 'score' | 'kind'>;

/**
 * Days whose burn differs from trend and weekday by more than 3.5 robust standard deviations, and by enough to matter, with the users and
 * products behind each (docs/methods.md, "Anomalies"). Looks back: a day is judged by the weeks after it too.
 * @returns by date; empty where the rows are too few, or do not tell days apart
 */
export function anomalies(reading: UsageReading, options: AnomalyOptions): readonly Anomaly[] {
  const { asOf, pool, holidays } = options;
  if (!reading.dailyDetail) return [];
  const series = dailySeries(reading, asOf === undefined ? {} : { asOf });
  const base = baseline(series, holidays);
  if (base === null) return [];
  const found = oddDays(base, pool);
  if (found.length === 0) return [];
  const { firstDay, tokens } = series;
  const rows = burnRows(reading.table, firstDay, tokens.length);
  const odd = new Set(found.map(({ day }) => day - firstDay));
  return found.map((one): Anomaly => {
    const like = ordinaryDays(one.day - firstDay, tokens.length, base.holiday, odd);
    const who = contributions(
      rows,
      one.day,
      one.burn,
      one.expected,
      like.map((at) => firstDay + at),
    );
    return { ...one, who, whoText: contributionText(who) };
  });
}

function oddDays(base: Baseline, pool: number | null): readonly OddDay[] {
  const { firstDay, burn, residual, scale, typical } = base;
  const material = MATERIAL_SHARE * (pool ?? burn.reduce((sum, tokens) => sum + tokens, 0));
  const found: OddDay[] = [];
  residual.forEach((value, at) => {
    const score = value / scale;
    if (!(Math.abs(score) > LIMIT)) return;
    const kind: AnomalyKind = score > 0 ? 'spike' : 'drop';
    // Rows of the last day may still be to come.
    if (kind === 'drop' && at === burn.length - 1) return;
    const tokens = burn[at]!;
    const expected = settled(base.expected[at]!);
    const least = kind === 'spike' ? material : Math.min(material, MATERIAL_DROP * typical[at]!);
    const excess = Math.abs(tokens - expected);
    if (excess > 0 && excess >= least)
      found.push({ day: firstDay + at, burn: tokens, expected, score, kind });
  });
  return found;
}
