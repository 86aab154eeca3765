import type { UsageReading } from './types';

/** What the user's own day rows say about one product's tokens for a day. */
export interface LearntRate {
  readonly product: string;
  /** Mode of the tokens a user × product × day. */
  readonly rate: number;
  /** User days with exactly that figure. */
  readonly support: number;
  /** User days with tokens. */
  readonly days: number;
  /** The card's tokens per day; null where it has none or charges another basis. */
  readonly cardRate: number | null;
  /** fills = the card has no rate, agrees, disagrees = the card has another one, other basis = the card does not charge days. */
  readonly verdict: 'fills' | 'agrees' | 'disagrees' | 'other basis';
  /** "Your export, 1,204 of 1,210 days: 10 tokens a day for Revit; the card says 9." */
  readonly sentence: string;
}

/**
 * Learns day rates from rows that carry their own tokens: per product the most frequent sum of a user × day. Days with a
 * refund or without tokens teach nothing, nor do rows that hold more than one day or were drawn from a seat. Nothing is
 * learnt from data that is not by day. Between equally frequent figures the lower one is offered.
 */
export function learnRates(reading: UsageReading): readonly LearntRate[] {
  const { table, unitsGiven } = reading;
  const given = table.tokensGiven;
  const byDay = unitsGiven === 'tokens' || unitsGiven === 'day';
  if (!given || !byDay || !reading.dailyDetail || !reading.hasUserColumn) return [];

  const sums = new Map<string, { readonly product: number; tokens: number; refunded: boolean }>();
  for (let row = 0; row < table.rows; row++) {
    if (given[row] !== 1 || table.seatAccess[row] === 1) continue;
    if (unitsGiven === 'day' && (table.units[row] as number) > 1) continue;
    const product = table.product[row] as number;
    const key = `${table.user[row] as number}:${product}:${Math.floor(table.date[row] as number)}`;
    const tokens = table.tokens[row] as number;
    const known = sums.get(key);
    if (!known) sums.set(key, { product, tokens, refunded: tokens < 0 });
    else {
      known.tokens += tokens;
      known.refunded ||= tokens < 0;
    }
  }
  const figures = table.products.map(() => new Map<number, number>());
  for (const { product, tokens, refunded } of sums.values()) {
    if (refunded || !(tokens > 0)) continue;
    const counts = figures[product];
    counts?.set(tokens, (counts.get(tokens) ?? 0) + 1);
  }
  return figures.flatMap((counts, product) => {
    if (counts.size === 0) return [];
    const [rate, support] = [...counts].reduce((best, next) =>
      next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best,
    );
    const days = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return [describe(reading, product, rate, support, days)];
  });
}

function describe(
  reading: UsageReading,
  product: number,
  rate: number,
  support: number,
  days: number,
): LearntRate {
  const info = reading.table.products[product];
  const name = info?.name ?? '';
  const row = info?.row ?? null;
  const onDays = row === null || row.basis === 'day';
  const cardRate = onDays ? (row?.tokensPerUnit ?? null) : null;
  const verdict = !onDays
    ? 'other basis'
    : cardRate === null
      ? 'fills'
      : cardRate === rate
        ? 'agrees'
        : 'disagrees';
  const heading = `Your export, ${support.toLocaleString('en-US')} of ${days.toLocaleString('en-US')} days: ${rate} tokens a day for ${name}`;
  const tail = {
    fills: '; the card has no rate for it.',
    agrees: ', as on the card.',
    disagrees: `; the card says ${cardRate ?? ''}. Check the card against the current rate sheet.`,
    'other basis': `; the card charges ${row?.basis ?? 'hour'}s, so the two cannot be compared.`,
  }[verdict];
  return { product: name, rate, support, days, cardRate, verdict, sentence: heading + tail };
}
