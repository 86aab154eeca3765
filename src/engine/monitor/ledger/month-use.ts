import { firstSerialOfMonth } from '../../numeric';
import type { UsageReading } from '../../usage/types';
import { settled } from './lots';

/** What one product burned in a month. */
export interface ProductUse {
  readonly product: number;
  /** Days × people with a row that burns (or refunds). */
  readonly days: number;
  /** Net units in the product's basis. */
  readonly units: number;
  /** Net tokens. */
  readonly tokens: number;
}

export interface MonthUse {
  /** People with a row that burns; 1 where the data name nobody. */
  readonly people: number;
  /** Sum over the products: a day on which a person used two products counts twice. */
  readonly days: number;
  readonly tokens: number;
  readonly products: ReadonlyMap<number, ProductUse>;
}

/**
 * People, days, units and tokens of a calendar month. Rows drawn from a seat burn nothing and are left out.
 * @param month year × 12 + month − 1
 */
export function monthUse({ table, hasUserColumn }: UsageReading, month: number): MonthUse {
  const from = firstSerialOfMonth(month);
  const length = firstSerialOfMonth(month + 1) - from;
  const people = new Set<number>();
  const seen = new Set<number>();
  const sums = new Map<number, { days: number; units: number; tokens: number }>();
  for (let row = 0; row < table.rows; row++) {
    const day = Math.floor(table.date[row]!) - from;
    const tokens = table.tokens[row]!;
    if (!(day >= 0 && day < length) || !(tokens < 0 || tokens > 0) || table.seatAccess[row] === 1) continue;
    const user = table.user[row]!;
    const product = table.product[row]!;
    const units = table.units[row]!;
    people.add(user);
    let sum = sums.get(product);
    if (!sum) sums.set(product, (sum = { days: 0, units: 0, tokens: 0 }));
    const key = ((user + 1) * table.products.length + product) * 31 + day;
    if (!seen.has(key)) {
      seen.add(key);
      sum.days++;
    }
    sum.tokens += tokens;
    if (units === units) sum.units += units;
  }
  const products = [...sums]
    .sort(([a], [b]) => a - b)
    .map(([product, { days, units, tokens }]): [number, ProductUse] => [
      product,
      { product, days, units: settled(units), tokens: settled(tokens) },
    ]);
  return {
    people: hasUserColumn ? people.size : Math.min(1, people.size),
    days: products.reduce((all, [, { days }]) => all + days, 0),
    tokens: settled(products.reduce((all, [, { tokens }]) => all + tokens, 0)),
    products: new Map(products),
  };
}
