import { rowsByUser } from '../rows-by-user';
import type { CheckedUsage } from '../evidence';

/** Products that one person used on a day, and the rows. */
export interface UseDay {
  readonly day: number;
  readonly products: ReadonlySet<number>;
  readonly rows: readonly number[];
}

/** Days of use of one user after another, each in order of time. Refunds and machine-metered products are no use. */
export function* useDays(usage: CheckedUsage): Generator<readonly [user: number, days: readonly UseDay[]]> {
  const { table } = usage.reading;
  for (const [user, rows] of rowsByUser(usage)) {
    const days = new Map<number, { day: number; products: Set<number>; rows: number[] }>();
    for (const row of rows) {
      const day = Math.floor(table.date[row]!);
      const known = days.get(day);
      if (known) {
        known.products.add(table.product[row]!);
        known.rows.push(row);
      } else days.set(day, { day, products: new Set([table.product[row]!]), rows: [row] });
    }
    yield [user, [...days.values()].sort((a, b) => a.day - b.day)];
  }
}

/** The sentence for rows that do not tell days apart; null where they do. */
export function needsDays({ grain }: CheckedUsage, what: string): string | null {
  if (grain.period === 'day') return null;
  return `The rows stand for a ${grain.period} or cannot be told from such: ${what} needs one row a person, product and day, such as the daily usage export gives.`;
}
