import { priceTerms } from '../engine/catalog';
import { FlexError } from '../engine/errors';
import { isoDate } from '../engine/numeric';
import { RANKING_HOURS_PER_DAY, segmentUsers } from '../engine/segments';
import {
  alertText,
  anomalies,
  burnBy,
  dailySeries,
  dayBurns,
  ledger,
  namesTeams,
  poolDepletion,
  readPacks,
  type BurnBy,
  type BurnPeriod,
  type Pack,
} from '../engine/monitor';
import { noiseOf } from '../engine/monitor/review-input';
import { poolDemand } from '../engine/pool';
import { usageYear } from '../engine/usage';
import { noUserColumn } from '../engine/usage/errors';
import { cardArgument, optionalNumber, type CardArgument } from './card-argument';
import { gridOf, isOmitted, singleCell } from './cells';
import { answer } from './failures';
import { forEachRow, optionalColumn, unitsColumn } from './columns';
import { AMOUNT, DATE } from './limits';
import { spill } from './results';
import { usageArgument, type UsageArgument } from './usage-argument';

const PERIODS: readonly BurnPeriod[] = ['day', 'week', 'month'];
const GROUPINGS: Readonly<Record<BurnBy, string>> = {
  product: 'Product',
  segment: 'Segment',
  team: 'Team',
  user: 'User',
};

/**
 * Tokens burned by day, week or month, and by product, segment, team or user. Example: =FLEX.BURN(Usage[#All],"week","team")
 * @customfunction BURN
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days; all rows count.
 * @param period "day", "week" (from Monday) or "month"; omitted: day.
 * @param by "product", "segment", "team" or "user"; omitted: product.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Period (date of its first day), the grouping, Tokens; by period, then name.
 */
export function burned(usage: unknown[][], period?: unknown, by?: unknown, card?: unknown[][]): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const length = wordArgument(period, 'period', PERIODS, 'day');
    const grouping = wordArgument(by, 'by', Object.keys(GROUPINGS) as BurnBy[], 'product');
    const read = usageArgument(usage, rates);
    const segmentOf = grouping === 'segment' ? segmentsOf(read, rates) : undefined;
    const rows = burnBy(read.reading, length, grouping, segmentOf);
    return spill([
      ['Period', GROUPINGS[grouping], 'Tokens'],
      ...rows.map(({ period: first, name, tokens }) => [first, name, tokens]),
    ]);
  });
}

/**
 * When the pool runs out, with the dates before which 10, 50 and 90 % of futures see it empty. Example: =FLEX.DEPLETION(Packs[#All],Usage[#All])
 * @customfunction DEPLETION
 * @param purchases Rows with the headers Quantity, Start, Expiry, Price; Team where packs belong to teams.
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days, by day.
 * @param asOf Date up to which usage counts; omitted: the latest date in the usage.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns P10, P50, P90 (dates, earliest first), Days of cover, Expiring unused.
 */
export function depletionDates(
  purchases: unknown[][],
  usage: unknown[][],
  asOf?: unknown,
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const packs = packsArgument(purchases);
    const { reading } = usageArgument(usage, rates);
    const day = Math.floor(optionalNumber(asOf, 'asOf', DATE) ?? latestDay(reading.latestDate));
    const series = dailySeries(reading, { asOf: day });
    if (series.tokens.length === 0) {
      throw new FlexError(
        'value',
        `asOf is ${isoDate(day)}, before the first row of usage: choose a later date.`,
      );
    }
    const burns = dayBurns(reading, { to: day, onePool: !namesTeams(packs) });
    const book = ledger({ packs, transfers: [], adjustments: [], shown: [] }, burns, day);
    const demand = poolDemand(reading, usageYear(reading, day), { by: 'auto' });
    const { depletion } = poolDepletion(packs, book.lots, series, day, noiseOf(demand));
    if (!Number.isFinite(depletion.daysOfCover)) {
      throw new FlexError(
        'number',
        'No burn is expected in the next 28 days, so there are no days of cover.',
      );
    }
    return spill([
      ['P10', 'P50', 'P90', 'Days of cover', 'Expiring unused'],
      [depletion.p10, depletion.p50, depletion.p90, depletion.daysOfCover, depletion.expiring],
    ]);
  });
}

/**
 * What the balance calls for, by the guide's thresholds of 30, 20 and 10 %. Example: =FLEX.ALERT(12000,50000) gives Review (30%).
 * @customfunction ALERT
 * @param remaining Tokens left, 0 or more. One cell or a column.
 * @param pool Tokens the pool began with, above 0. One cell or a column.
 * @param asOf Date of the balance; with start and expiry given, " – early" is added when the burn so far empties the pool before expiry. One cell or a column.
 * @param start First day of the pool. One cell or a column.
 * @param expiry Last day of the pool. One cell or a column.
 * @returns OK, Review (30%), Top-up (20%) or Escalate (10%).
 */
export function alertOf(
  remaining: unknown[][],
  pool: unknown[][],
  asOf?: unknown[][],
  start?: unknown[][],
  expiry?: unknown[][],
): unknown[][] {
  return answer(() => {
    const left = unitsColumn(remaining, 'remaining', AMOUNT);
    const size = unitsColumn(pool, 'pool', AMOUNT);
    const days = optionalColumn(asOf, 'asOf', DATE);
    const starts = optionalColumn(start, 'start', DATE);
    const expiries = optionalColumn(expiry, 'expiry', DATE);
    return forEachRow([left, size, days, starts, expiries], (row) => {
      const [day, first, last] = [days.at(row), starts.at(row), expiries.at(row)];
      const term =
        day !== null && first !== null && last !== null ? { asOf: day, start: first, expiry: last } : null;
      return alertText(left.at(row), size.at(row), term);
    });
  });
}

/**
 * Days on which far more or far less burned than trend and weekday let expect, and who explains them. Example: =FLEX.ANOMALIES(Usage[#All])
 * @customfunction ANOMALIES
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days, by day; all rows count.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Date, Series, Burn, Expected, Score, Kind (spike or drop), Who; by date.
 */
export function oddDays(usage: unknown[][], card?: unknown[][]): unknown[][] {
  return answer(() => {
    const { reading } = usageArgument(usage, cardArgument(card));
    const found = anomalies(reading, { pool: null, holidays: new Set() });
    return spill([
      ['Date', 'Series', 'Burn', 'Expected', 'Score', 'Kind', 'Who'],
      ...found.map(({ day, burn, expected, score, kind, whoText }) => [
        day,
        'Total',
        burn,
        expected,
        score,
        kind,
        whoText,
      ]),
    ]);
  });
}

/** One of a few words, in any case. */
function wordArgument<Word extends string>(
  argument: unknown,
  name: string,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const cell = singleCell(argument, name);
  if (cell === null) return otherwise;
  const given = String(cell).trim().toLowerCase();
  const word = words.find((one) => one === given);
  if (word !== undefined) return word;
  const allowed = words.map((one) => `"${one}"`).join(', ');
  throw new FlexError('value', `${name} is "${String(cell)}": it must be one of ${allowed}.`);
}

function segmentsOf(read: UsageArgument, { card }: CardArgument): (user: number) => string {
  if (!read.reading.hasUserColumn) {
    throw noUserColumn('burnBySegment');
  }
  const { rows } = segmentUsers(read.reading, {
    card,
    terms: priceTerms(card),
    asOf: null,
    externalDomains: [],
    rankingHoursPerDay: RANKING_HOURS_PER_DAY,
  });
  const segments = new Map(rows.map(({ user, segment }) => [user, segment]));
  const { users } = read.reading.table;
  return (user) => segments.get(users[user]?.key ?? '') ?? '';
}

/** @throws FlexError 'value' naming the first row that cannot be used: a pack left out would bring the date forward unseen */
function packsArgument(argument: unknown): readonly Pack[] {
  if (isOmitted(argument)) {
    throw new FlexError(
      'value',
      'purchases is missing: give a range with the headers Quantity, Start, Expiry, Price.',
    );
  }
  const { rows, rejected } = readPacks(gridOf(argument));
  const [first] = rejected;
  if (first !== undefined) {
    throw new FlexError(
      'value',
      `purchases, row ${first.row}, ${first.column} is "${first.value}": ${first.reason}.`,
    );
  }
  if (rows.length === 0) throw new FlexError('value', 'purchases has no row: give at least one pack.');
  return rows;
}

function latestDay(date: number | null): number {
  if (date !== null) return date;
  throw new FlexError(
    'value',
    'No row of the usage has a date, so there is no burn by day to forecast from.',
  );
}
