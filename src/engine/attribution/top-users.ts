import { breakEven, discountedSeat, exceeds, missingFigure } from '../breakeven';
import { netTokenPrice } from '../catalog/terms';
import type { PriceTerms } from '../catalog/types';
import { noUserColumn } from '../usage/errors';
import type { UsageReading, UsageYear, UserYear } from '../usage/types';

/** One of the largest consumers. Money in the card's currency. */
export interface TopUser {
  readonly user: string;
  /** Over all rows of the range, also outside the year. */
  readonly tokens: number;
  readonly cost: number;
  /** True when a product's units in the year exceed its break-even. */
  readonly moveToSeat: boolean;
  /** Σ (Flex − seat) over those products, in the year; null without such a product. Collections are not considered. */
  readonly saving: number | null;
}

/**
 * The `n` users with the most tokens, most first; equal ones by name.
 * @param year the year of the reading, for the flag and the saving
 * @throws FlexError 'value' when the data name no users
 */
export function topUsers(
  reading: UsageReading,
  year: UsageYear,
  terms: PriceTerms,
  n: number,
): readonly TopUser[] {
  if (!reading.hasUserColumn) throw noUserColumn('topUsers');
  const { table } = reading;
  const tokens = new Float64Array(table.users.length);
  for (let row = 0; row < table.rows; row++) {
    const user = table.user[row] ?? -1;
    if (user >= 0) tokens[user] = (tokens[user] ?? 0) + (table.tokens[row] ?? 0);
  }
  const yearOf = new Map(year.users.map((entry) => [entry.user, entry]));
  const price = netTokenPrice(terms);
  return table.users
    .map((info, user) => ({ user, name: info.key, tokens: tokens[user] ?? 0 }))
    .sort((a, b) => b.tokens - a.tokens || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .slice(0, n)
    .map(({ user, name, tokens: total }) => {
      const saving = seatSaving(reading, yearOf.get(user), terms);
      return { user: name, tokens: total, cost: total * price, moveToSeat: saving !== null, saving };
    });
}

function seatSaving(reading: UsageReading, year: UserYear | undefined, terms: PriceTerms): number | null {
  let saving: number | null = null;
  for (const line of year?.products ?? []) {
    const row = reading.table.products[line.product]?.row ?? null;
    if (row === null || missingFigure(row) !== null) continue;
    if (!exceeds(line.units, breakEven(row, terms))) continue;
    saving = (saving ?? 0) + line.tokens * netTokenPrice(terms) - (discountedSeat(row, terms) ?? 0);
  }
  return saving;
}
