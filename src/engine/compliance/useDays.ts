import { isUse, type Scene } from './scene';

/** Products that one person used on a day, and the rows. */
export interface UseDay {
  readonly day: number;
  readonly products: ReadonlySet<number>;
  readonly rows: readonly number[];
}

/** Days of use by user, each in order of time. Refunds and machine-metered products are no use. */
export function useDays(scene: Scene): ReadonlyMap<number, readonly UseDay[]> {
  const { table } = scene.reading;
  const byUser = new Map<number, Map<number, { day: number; products: Set<number>; rows: number[] }>>();
  for (let row = 0; row < table.rows; row++) {
    const product = table.product[row]!;
    if (!isUse(scene, row) || scene.metered[product] === true) continue;
    const user = table.user[row]!;
    const day = Math.floor(table.date[row]!);
    let days = byUser.get(user);
    if (!days) byUser.set(user, (days = new Map()));
    const known = days.get(day);
    if (known) {
      known.products.add(product);
      known.rows.push(row);
    } else days.set(day, { day, products: new Set([product]), rows: [row] });
  }
  return new Map([...byUser].map(([user, days]) => [user, [...days.values()].sort((a, b) => a.day - b.day)]));
}

/** The sentence for rows that do not tell days apart; null where they do. */
export function needsDays({ grain }: Scene, what: string): string | null {
  if (grain.period === 'day') return null;
  return `The rows stand for a ${grain.period} or cannot be told from such: ${what} needs one row a person, product and day, such as the daily usage export gives.`;
}
