import type { RateCard, RateRow } from '../catalog/types';
import { productKey } from '../catalog/aliases';
import { learnRates, type LearntRate } from './learn-rates';
import type { UsageReading } from './types';

/** A rate is taken over only where at least so many days, and half of all, carry it: one day may hold several charges. */
const LEAST_DAYS = 3;

/** A card with the rates that the user's own rows teach, and which they are. */
export interface LearntCard {
  readonly card: RateCard;
  /** Rates filled in or added; those the card already has stay as they are. */
  readonly filled: readonly LearntRate[];
}

/**
 * Fills the empty rates of a card, and adds rows for products it does not know, from the day rows of a reading. A rate the card has is
 * never replaced: where the data disagree, `learnRates` says so with both figures. A product the card calls "not on Flex" is one the data
 * show on Flex: it gets its rate, too.
 */
export function withLearntRates(reading: UsageReading): LearntCard {
  const { card } = reading;
  const learnt = learnRates(reading).filter(
    ({ verdict, support, days }) => verdict === 'fills' && support >= LEAST_DAYS && support * 2 >= days,
  );
  const byKey = new Map(learnt.map((rate) => [productKey(rate.product), rate]));
  const rows = card.rows.map((row): RateRow => {
    const rate = byKey.get(productKey(row.product));
    if (rate === undefined) return row;
    byKey.delete(productKey(row.product));
    return { ...row, ...facts(rate) };
  });
  const added = [...byKey.values()].map((rate): RateRow => ({
    product: rate.product,
    seatPrice: null,
    margin: null,
    date: null,
    ...facts(rate),
  }));
  if (learnt.length === 0) return { card, filled: [] };
  return { card: { ...card, rows: [...rows, ...added] }, filled: learnt };
}

function facts({
  rate,
  support,
  days,
}: LearntRate): Pick<RateRow, 'basis' | 'tokensPerUnit' | 'onFlex' | 'source' | 'confidence'> {
  const count = (value: number): string => value.toLocaleString('en-US');
  return {
    basis: 'day',
    tokensPerUnit: rate,
    onFlex: true,
    source: `Learnt from your export: ${count(support)} of ${count(days)} days`,
    confidence: 'user',
  };
}
