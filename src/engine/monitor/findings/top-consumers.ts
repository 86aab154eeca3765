import { breakEven, discountedSeat, exceeds, missingFigure } from '../../breakeven';
import { collectionHolds, productKey } from '../../catalog';
import { netTokenPrice } from '../../catalog/terms';
import type { Collection, PriceTerms } from '../../catalog/types';
import { firstSerialOfMonth, formatMoney, formatNumber, formatShare } from '../../numeric';
import type { UsageReading, UsageYear } from '../../usage/types';
import { settled } from '../ledger/lots';
import type { TopConsumer } from './types';

const WEEK = 7;
const UNIT_NAMES = { hour: 'hours', day: 'days', result: 'jobs' } as const;

export interface ConsumerContext {
  /** Serial of the week's Monday. */
  readonly week: number;
  /** The 12 months that decide about a seat. */
  readonly year: UsageYear;
  readonly terms: PriceTerms;
  readonly currency: string;
  /** Owned seats that nobody holds, by product or Collection. */
  readonly spareSeats: ReadonlyMap<string, number>;
  /** Whose spare seats serve any product in them; omitted = none. */
  readonly collections?: readonly Collection[];
  /** Of the pool; NaN or Infinity where it cannot be told. */
  readonly daysOfCover: number;
}

/**
 * The people who burned most in a week, and what a seat for their largest product would change (docs/rules.md, "Attribution"). A
 * person above break-even is a candidate. Spare owned seats go to those who save most and cost nothing now; the saving is then all of
 * the Flex cost, and without one Flex cost − seat price.
 *
 * Days gained: without the share s of a pool's burn that moves to the seat, the cover d becomes d ÷ (1 − s). The share is that of the
 * person's product in the year's tokens, so that one busy week promises no more than a year holds.
 * @returns the first `n` by tokens of the week, then by name; none where the data name nobody
 */
export function topConsumers(
  reading: UsageReading,
  context: ConsumerContext,
  n = 10,
): readonly TopConsumer[] {
  if (!reading.hasUserColumn) return [];
  const week = weekUse(reading, context.week);
  const total = week.reduce((sum, { tokens }) => sum + tokens, 0);
  const largest = week
    .filter(({ tokens }) => tokens > 0)
    .sort((a, b) => b.tokens - a.tokens || (a.name < b.name ? -1 : 1))
    .slice(0, n);
  const drawn = drawnInYear(reading, context.year);
  const measured = largest.map((one) => measure(reading, one, total, drawn, context));
  const spare = spareFor(measured, context);
  return measured.map((one, at) => finished(one, spare.get(at) ?? null, context));
}

/** What was drawn from the pool in the year; use of a seat burns nothing and is no reason for another one. */
interface DrawnInYear {
  readonly total: number;
  of(user: number, product: number): { readonly units: number; readonly tokens: number } | undefined;
}

function drawnInYear({ table }: UsageReading, { firstMonth, lastMonth }: UsageYear): DrawnInYear {
  const from = firstSerialOfMonth(firstMonth);
  const until = firstSerialOfMonth(lastMonth + 1);
  const products = table.products.length;
  const sums = new Map<number, { units: number; tokens: number }>();
  let total = 0;
  for (let row = 0; row < table.rows; row++) {
    const [date, tokens, units] = [table.date[row]!, table.tokens[row]!, table.units[row]!];
    if (!(date >= from && date < until) || table.seatAccess[row] === 1) continue;
    if (!(tokens < 0 || tokens > 0)) continue;
    total += tokens;
    const key = table.user[row]! * products + table.product[row]!;
    let sum = sums.get(key);
    if (sum === undefined) sums.set(key, (sum = { units: 0, tokens: 0 }));
    sum.tokens += tokens;
    if (units === units) sum.units += units;
  }
  return { total, of: (user, product) => sums.get(user * products + product) };
}

interface WeekUse {
  readonly user: number;
  readonly name: string;
  readonly tokens: number;
  /** Index of the product, and the team, with most of them. */
  readonly product: number;
  readonly team: string;
}

function weekUse({ table }: UsageReading, week: number): WeekUse[] {
  const use = new Map<number, { products: Map<number, number>; teams: Map<string, number> }>();
  const ofRow = table.dictionaries.team;
  for (let row = 0; row < table.rows; row++) {
    const ahead = Math.floor(table.date[row]!) - week;
    const tokens = table.tokens[row]!;
    if (!(ahead >= 0 && ahead < WEEK) || !(tokens < 0 || tokens > 0) || table.seatAccess[row] === 1) continue;
    const user = table.user[row]!;
    if (user < 0) continue;
    let sums = use.get(user);
    if (sums === undefined) use.set(user, (sums = { products: new Map(), teams: new Map() }));
    const product = table.product[row]!;
    const team = ofRow[table.team[row] ?? 0] || (table.users[user]?.team ?? '');
    sums.products.set(product, (sums.products.get(product) ?? 0) + tokens);
    sums.teams.set(team, (sums.teams.get(team) ?? 0) + tokens);
  }
  return [...use].map(([user, { products, teams }]) => {
    const lines = [...products].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const [most] = [...teams].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return {
      user,
      name: table.users[user]?.key ?? '',
      tokens: settled(lines.reduce((sum, [, tokens]) => sum + tokens, 0)),
      product: lines[0]?.[0] ?? 0,
      team: most?.[0] ?? '',
    };
  });
}

type Unfinished = Omit<
  TopConsumer,
  'spareSeat' | 'seat' | 'unitCostSeat' | 'saving' | 'daysGained' | 'sentence'
> & {
  readonly seatPrice: number | null;
  readonly flexCost: number;
  readonly shareOfYear: number;
};

function measure(
  { table }: UsageReading,
  { user, name, tokens, product, team }: WeekUse,
  weekTotal: number,
  drawn: DrawnInYear,
  { terms }: ConsumerContext,
): Unfinished {
  const info = table.products[product]!;
  const own = drawn.of(user, product);
  const [yearUnits, yearTokens] = [own?.units ?? 0, own?.tokens ?? 0];
  const price = netTokenPrice(terms);
  const { row } = info;
  const known = row !== null && missingFigure(row) === null && price > 0;
  const limit = known ? breakEven(row, terms) : null;
  return {
    user: name,
    team,
    product: info.name,
    weekTokens: tokens,
    weekCost: tokens * price,
    share: weekTotal > 0 ? tokens / weekTotal : 0,
    yearUnits,
    yearTokens,
    breakEven: limit,
    unit: info.basis,
    unitCostNow: yearUnits > 0 ? (yearTokens * price) / yearUnits : (row?.tokensPerUnit ?? 0) * price,
    migrate: limit !== null && exceeds(yearUnits, limit),
    seatPrice: row === null ? null : discountedSeat(row, terms),
    flexCost: yearTokens * price,
    shareOfYear: drawn.total > 0 ? Math.min(1, Math.max(0, yearTokens / drawn.total)) : 0,
  };
}

/** Who gets which spare owned seat, by position: the largest Flex cost first; a seat of the product itself before a Collection that holds it. */
function spareFor(
  people: readonly Unfinished[],
  { spareSeats, collections = [] }: ConsumerContext,
): ReadonlyMap<number, string> {
  const left = new Map([...spareSeats].map(([name, seats]) => [productKey(name), seats]));
  const given = new Map<number, string>();
  people
    .map((one, at) => ({ one, at }))
    .sort((a, b) => b.one.flexCost - a.one.flexCost || a.at - b.at)
    .forEach(({ one, at }) => {
      if (one.flexCost <= 0) return;
      const holding = collections.filter((collection) => collectionHolds(collection, one.product));
      const seat = [one.product, ...holding.map(({ name }) => name)].find(
        (name) => (left.get(productKey(name)) ?? 0) >= 1,
      );
      if (seat === undefined) return;
      left.set(productKey(seat), left.get(productKey(seat))! - 1);
      given.set(at, seat);
    });
  return given;
}

function finished(
  { seatPrice, flexCost, shareOfYear, ...one }: Unfinished,
  spare: string | null,
  { daysOfCover, currency }: ConsumerContext,
): TopConsumer {
  const seatCost = spare !== null ? 0 : seatPrice;
  const saving = seatCost === null ? null : flexCost - seatCost;
  const known = Number.isFinite(daysOfCover) && shareOfYear < 1;
  const consumer: Omit<TopConsumer, 'sentence'> = {
    ...one,
    spareSeat: spare !== null,
    ...(spare === null ? {} : { seat: spare }),
    unitCostSeat: seatCost === null || one.yearUnits <= 0 ? null : seatCost / one.yearUnits,
    saving,
    daysGained: known ? daysOfCover / (1 - shareOfYear) - daysOfCover : 0,
  };
  return { ...consumer, sentence: sentenceOf(consumer, currency) };
}

function sentenceOf(one: Omit<TopConsumer, 'sentence'>, currency: string): string {
  const money = (value: number): string => formatMoney(value, currency);
  const units = `${formatNumber(one.yearUnits)} ${UNIT_NAMES[one.unit]} of ${one.product} in the year`;
  const days =
    one.daysGained >= 0.05
      ? ` The pool lasts about ${formatNumber(one.daysGained, 1)} ${formatNumber(one.daysGained, 1) === '1' ? 'day' : 'days'} longer.`
      : '';
  const week = `${formatNumber(one.weekTokens)} tokens in the week (${formatShare(one.share)}).`;
  if (one.spareSeat) {
    return `${week} ${units}: an owned ${one.seat ?? ''} seat is free and costs nothing now; giving it saves ${money(one.saving ?? 0)} a year.${days}`;
  }
  if (one.breakEven === null) return `${week} ${units}: no seat price or rate, so a move cannot be judged.`;
  const limit = formatNumber(one.breakEven);
  if (one.migrate) {
    return `${week} ${units}, above the break-even of ${limit}: a seat saves ${money(one.saving ?? 0)} a year.${days}`;
  }
  return `${week} ${units}, below the break-even of ${limit}: stays on Flex; a seat would cost ${money(-(one.saving ?? 0))} more a year.`;
}
