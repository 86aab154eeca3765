import { isoDate } from '../../numeric';
import { bestBuy, tierPrice } from '../../pool/tiers';
import type { Tier } from '../../pool/types';
import type { PoolState } from '../review-types';
import type { Forecast } from '../forecast/types';

type State = Omit<PoolState, 'status'>;

/** A purchase worth considering. Money is in the card's currency. */
export interface TopUp {
  readonly tokens: number;
  /** Of one token. */
  readonly price: number;
  readonly cost: number;
  /** "for the next 90 days", "to 2026-12-31 in 9 of 10 cases". */
  readonly what: string;
  /** Days after the as-of day that balance and purchase last on the middle path. */
  readonly days: number;
  /** False where they outlast the forecast, so that `days` is the least. */
  readonly usedUp: boolean;
}

export interface TopUpPrices {
  readonly asOf: number;
  /** Net price of a token at any quantity where there are no tiers. */
  readonly tokenPrice: number;
  readonly tiers: readonly Tier[];
}

/** Days of burn that a purchase is priced for, besides up to the end of the term. */
const COVERS = [30, 90] as const;
const MOST = 3;

/**
 * What to buy, smallest first: for 30 and 90 days of burn, and for the rest of the term on the middle and on the high path; the three
 * largest that differ. Packs that are bought already and begin in time are taken off. Where a higher tier costs less, its start is bought.
 * @returns none without a forecast, and none where the balance lasts
 */
export function topUpOptions(state: State, prices: TopUpPrices): readonly TopUp[] {
  const { forecast, expiry } = state;
  const { asOf } = prices;
  if (forecast === null) return [];
  // A pack on order ends a shortage, it does not undo the days before it: the largest shortage of any day counts.
  const missing = (path: Float64Array, until: number): number => {
    let most = -Infinity;
    for (let day = asOf + 1; day <= until; day++) {
      most = Math.max(most, burnedBy(path, forecast, day) - held(state, day));
    }
    return most;
  };
  const wanted = [
    ...COVERS.filter((days) => asOf + days < expiry).map((days) => ({
      tokens: missing(forecast.p50, asOf + days),
      what: `for the next ${days} days`,
    })),
    { tokens: missing(forecast.p50, expiry), what: `to ${isoDate(expiry)} as expected` },
    { tokens: missing(forecast.p90, expiry), what: `to ${isoDate(expiry)} in 9 of 10 cases` },
  ].filter(({ tokens }) => tokens >= 1);
  return (
    wanted
      .map(({ tokens, what }) => priced(Math.ceil(tokens), what, state, forecast, prices))
      // Buying up to a tier can make two of them the same purchase.
      .filter(({ tokens }, at, all) => all[at + 1]?.tokens !== tokens)
      .slice(-MOST)
  );
}

function priced(
  need: number,
  what: string,
  state: State,
  forecast: Forecast,
  { asOf, tokenPrice, tiers }: TopUpPrices,
): TopUp {
  const tokens = tiers.length === 0 ? need : bestBuy(need, tiers);
  const price = tiers.length === 0 ? tokenPrice : tierPrice(tokens, tiers);
  const { firstDay, p50 } = forecast;
  let ahead = 0;
  while (ahead < p50.length && p50[ahead]! <= held(state, firstDay + ahead) + tokens) ahead++;
  return {
    tokens,
    price,
    cost: tokens * price,
    what,
    days: Math.max(0, firstDay + ahead - 1 - asOf),
    usedUp: ahead < p50.length,
  };
}

/** The balance stands at the end of the day before the forecast, which begins where usage ends: earlier than the as-of day when data are late. */
function burnedBy(path: Float64Array, { firstDay }: Forecast, day: number): number {
  const at = Math.floor(day) - firstDay;
  return at < 0 ? 0 : (path[Math.min(at, path.length - 1)] ?? 0);
}

/** Tokens of today, and of packs that begin by a day. */
function held({ balance, coming = [] }: State, day: number): number {
  return coming.reduce((sum, { start, tokens }) => (start <= day ? sum + tokens : sum), balance);
}
