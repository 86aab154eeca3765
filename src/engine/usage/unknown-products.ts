import { learnRates } from './learn-rates';
import type { RejectedRow, UsageReading } from './types';

/** One product that neither the card nor a Collection knows. Its use and tokens count; its rate and price are unknown. */
export interface UnknownProduct {
  /** As the data spell it first. */
  readonly product: string;
  readonly rows: number;
  /** Distinct people; 0 where the data name nobody. */
  readonly people: number;
  /** Sum of the units known, in `basis`; null where no row says how many. */
  readonly units: number | null;
  readonly basis: 'hour' | 'day' | 'result';
  /** Tokens charged. */
  readonly tokens: number;
  /** Rows whose tokens nobody can tell: no rate, and none of their own. */
  readonly rowsWithoutTokens: number;
  /** Tokens a day, learnt from the user's own rows, with the days that agree and all days; null where they teach nothing. */
  readonly learnt: { readonly rate: number; readonly support: number; readonly days: number } | null;
  /** First row of the range that names it, for tracing. */
  readonly firstRow: number;
}

/** The products that the card does not know, most tokens first, then most rows, then by name. */
export function unknownProducts(reading: UsageReading): readonly UnknownProduct[] {
  const { table } = reading;
  const count = table.products.length;
  const sums = table.products.map(() => ({
    rows: 0,
    people: new Set<number>(),
    units: 0,
    known: 0,
    tokens: 0,
    without: 0,
    first: 0,
  }));
  if (!table.products.some(({ unknown }) => unknown)) return [];
  for (let row = 0; row < table.rows; row++) {
    const product = table.product[row] as number;
    if (product >= count || table.products[product]?.unknown !== true) continue;
    const sum = sums[product]!;
    const units = table.units[row] as number;
    if (sum.rows++ === 0) sum.first = table.sourceRow[row] as number;
    if ((table.user[row] as number) >= 0) sum.people.add(table.user[row] as number);
    if (units === units) {
      sum.units += units;
      sum.known++;
    }
    sum.tokens += table.tokens[row] as number;
    if (table.tokensUnknown?.[row] === 1) sum.without++;
  }
  const learnt = new Map(learnRates(reading).map((rate) => [rate.product, rate]));
  return table.products
    .flatMap((info, product): readonly UnknownProduct[] => {
      const sum = sums[product]!;
      if (info.unknown !== true) return [];
      const rate = learnt.get(info.name);
      return [
        {
          product: info.name,
          rows: sum.rows,
          people: sum.people.size,
          units: sum.known > 0 ? sum.units : null,
          basis: info.basis,
          tokens: sum.tokens,
          rowsWithoutTokens: sum.without,
          learnt: rate === undefined ? null : { rate: rate.rate, support: rate.support, days: rate.days },
          firstRow: sum.first,
        },
      ];
    })
    .sort((a, b) => b.tokens - a.tokens || b.rows - a.rows || (a.product < b.product ? -1 : 1));
}

/** The rows of products that the card does not know, as FLEX.REJECTED lists them: they count, and what is not known is said. */
export function unknownRows({ table, columns, card }: UsageReading): readonly RejectedRow[] {
  if (!table.products.some(({ unknown }) => unknown)) return [];
  const header = (
    columns.find(({ field }) => field === 'product') ?? columns.find(({ field }) => field === 'offering')
  )?.header;
  const rows: RejectedRow[] = [];
  for (let row = 0; row < table.rows; row++) {
    const info = table.products[table.product[row] as number];
    if (info?.unknown !== true) continue;
    const missing =
      table.tokensUnknown?.[row] === 1
        ? ' its use counts, its tokens are unknown.'
        : ' its use and tokens count.';
    rows.push({
      row: table.sourceRow[row] as number,
      column: header ?? '',
      value: info.name,
      reason: `not on the card ${card.name}:${missing} Rate and seat price are not known`,
    });
  }
  return rows;
}
