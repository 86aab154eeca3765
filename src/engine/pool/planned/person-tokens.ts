import type { UsageReading, UsageYear } from '../../usage/types';

/** Tokens that one person draws in a month of working with a product. */
export interface PersonTokens {
  /** Over the people of the history, each counting once. */
  readonly mean: number;
  /** Sample standard deviation between people; 0 with one person. */
  readonly sd: number;
  readonly people: number;
}

const YEAR = 12;

/**
 * What the year's history says of one person's month, by canonical product name: tokens of each user × product with use ÷ the months in
 * which that user used it. Rows that stand for a whole year tell no months, so their tokens are spread over 12.
 * @param includes which user × product counts; all when omitted
 */
export function personTokens(
  reading: UsageReading,
  year: UsageYear,
  includes: (user: number, product: number) => boolean = () => true,
): ReadonlyMap<string, PersonTokens> {
  const months = new Map<number, number[]>();
  for (const { products } of year.users) {
    for (const { user, product, tokens, monthUnits } of products) {
      if (!includes(user, product)) continue;
      const active = monthUnits.reduce((count, units) => count + (units > 0 ? 1 : 0), 0);
      if (active === 0) continue;
      const figures = months.get(product) ?? [];
      if (figures.length === 0) months.set(product, figures);
      figures.push(tokens / (reading.monthlyDetail ? active : YEAR));
    }
  }
  return new Map(
    [...months].map(([product, figures]): [string, PersonTokens] => [
      reading.table.products[product]!.name,
      spreadOf(figures),
    ]),
  );
}

function spreadOf(figures: readonly number[]): PersonTokens {
  const people = figures.length;
  const mean = figures.reduce((sum, value) => sum + value, 0) / people;
  const squares = figures.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: people > 1 ? Math.sqrt(squares / (people - 1)) : 0, people };
}
