import { netTokenPrice } from '../../catalog/terms';
import type { PriceTerms, RateCard } from '../../catalog/types';
import { firstSerialOfMonth } from '../../numeric';
import { segmentUsers, type SegmentRow } from '../../segments';
import { usageYear } from '../../usage';
import type { UsageReading, UsageYear } from '../../usage/types';
import { twoCurrencies } from '../errors';
import { reRated, type ReRating } from './re-rated';
import type { CardComparison, CardProductLine, SegmentFlip } from '../types';

export interface ComparisonTerms {
  /** Prices and discounts with the card the usage was read with, and with the other one. */
  readonly termsBefore: PriceTerms;
  readonly termsAfter: PriceTerms;
  /** Excel serial; null = the latest usable row. */
  readonly asOf: number | null;
  readonly externalDomains: readonly string[];
  readonly rankingHoursPerDay: number;
  /** Whose use of which product is charged in tokens (indices of the table); all when omitted. Segments are those of everybody. */
  readonly includes?: (user: number, product: number) => boolean;
}

/** The year of one product. */
interface ProductYear {
  readonly units: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Two dated rate cards on the same year of use: tokens and money by product, whose segment flips, and what of the change in money is dearer
 * rates (a rate-card freeze would save it) and what a dearer token (a price lock would). Products that cannot be compared are listed with
 * the reason and left out of the sums.
 * @param reading as read with the card before
 * @throws FlexError 'value' when the cards have different currencies
 */
export function compareCards(reading: UsageReading, after: RateCard, terms: ComparisonTerms): CardComparison {
  const before = reading.card;
  if (before.currency !== after.currency) throw twoCurrencies(before, after);
  const rerated = reRated(reading, after);
  const year = usageYear(reading, terms.asOf);
  const [oldPrice, newPrice] = [netTokenPrice(terms.termsBefore), netTokenPrice(terms.termsAfter)];
  const years = productYears(reading, rerated, year, terms.includes);
  const products = years
    .map((figures, index) => productLine(reading, rerated, index, figures, oldPrice, newPrice))
    .filter((line) => line.units !== 0 || (line.tokensBefore ?? 0) !== 0 || line.note !== '')
    .sort(
      (a, b) =>
        Number(a.change === null) - Number(b.change === null) ||
        Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) ||
        compare(a.product, b.product),
    );
  const sum = (key: 'tokensBefore' | 'tokensAfter'): number =>
    products.reduce((total, line) => total + (line[key] ?? 0), 0);
  const [tokensBefore, tokensAfter] = [sum('tokensBefore'), sum('tokensAfter')];
  return {
    before: before.name,
    after: after.name,
    currency: before.currency,
    tokenPriceBefore: oldPrice,
    tokenPriceAfter: newPrice,
    products,
    tokensBefore,
    tokensAfter,
    moneyBefore: tokensBefore * oldPrice,
    moneyAfter: tokensAfter * newPrice,
    rateEffect: (tokensAfter - tokensBefore) * oldPrice,
    priceEffect: tokensAfter * (newPrice - oldPrice),
    flips: reading.hasUserColumn ? segmentFlips(reading, rerated, year, terms) : null,
    people: reading.table.users.length,
  };
}

function productYears(
  { table }: UsageReading,
  rerated: ReRating,
  year: UsageYear,
  includes: ComparisonTerms['includes'],
): readonly ProductYear[] {
  const figures = table.products.map(() => ({ units: 0, before: 0, after: 0 }));
  const inYear = yearTest(year);
  for (let row = 0; row < table.rows; row++) {
    const product = table.product[row]!;
    if (!inYear(table.date[row]!)) continue;
    if (includes !== undefined && !includes(table.user[row]!, product)) continue;
    const sums = figures[product]!;
    const units = table.units[row]!;
    if (units === units) sums.units += units;
    sums.before += table.tokens[row]!;
    sums.after += rerated.reading.table.tokens[row]!;
  }
  return figures;
}

function productLine(
  reading: UsageReading,
  rerated: ReRating,
  index: number,
  { units, before, after }: ProductYear,
  oldPrice: number,
  newPrice: number,
): CardProductLine {
  const old = reading.table.products[index]!;
  const { info, note } = rerated.products[index]!;
  const rateOf = (row: typeof info.row): number | null => (row?.onFlex === true ? row.tokensPerUnit : null);
  const comparable = note === '';
  return {
    product: old.name,
    units,
    rateBefore: rateOf(old.row),
    rateAfter: comparable ? rateOf(info.row) : null,
    tokensBefore: comparable ? before : null,
    tokensAfter: comparable ? after : null,
    moneyBefore: comparable ? before * oldPrice : null,
    moneyAfter: comparable ? after * newPrice : null,
    change: comparable ? after * newPrice - before * oldPrice : null,
    note:
      note === '' ? coverageNote(old.row?.onFlex === true, info.row?.onFlex === true) : `${note}: left out`,
  };
}

function coverageNote(before: boolean, after: boolean): string {
  if (before === after) return '';
  return after ? 'on Flex with the second card only' : 'no longer on Flex: needs seats';
}

/**
 * People whose segment differs between the cards, in order of first appearance. Whoever used a product that cannot be compared is left out:
 * their segment on the second card is not known.
 */
function segmentFlips(
  before: UsageReading,
  rerated: ReRating,
  year: UsageYear,
  terms: ComparisonTerms,
): readonly SegmentFlip[] {
  const { asOf, externalDomains, rankingHoursPerDay } = terms;
  const rows = (reading: UsageReading, prices: PriceTerms): readonly SegmentRow[] =>
    segmentUsers(reading, { card: reading.card, terms: prices, asOf, externalDomains, rankingHoursPerDay })
      .rows;
  const later = rows(rerated.reading, terms.termsAfter);
  const unknown = usersOfUncompared(before, rerated, year);
  return rows(before, terms.termsBefore).flatMap((row, index): SegmentFlip[] => {
    const flipped = later[index]!;
    if (row.segment === flipped.segment || unknown.has(row.user)) return [];
    return [
      {
        user: row.user,
        displayName: row.displayName,
        segmentBefore: row.segment,
        segmentAfter: flipped.segment,
        recommendationBefore: row.recommendation,
        recommendationAfter: flipped.recommendation,
        tokensBefore: row.tokens,
        tokensAfter: flipped.tokens,
      },
    ];
  });
}

function usersOfUncompared(
  { table }: UsageReading,
  { products }: ReRating,
  year: UsageYear,
): ReadonlySet<string> {
  const inYear = yearTest(year);
  const users = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const user = table.users[table.user[row]!];
    if (user === undefined || products[table.product[row]!]!.note === '' || !inYear(table.date[row]!))
      continue;
    users.add(user.key);
  }
  return users;
}

/** Whether a date lies in the year's twelve months. */
function yearTest(year: UsageYear): (serial: number) => boolean {
  const from = firstSerialOfMonth(year.firstMonth);
  const to = firstSerialOfMonth(year.lastMonth + 1);
  return (serial) => serial >= from && serial < to;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
