import { mustBe } from '../../errors';
import type { FreezeValue } from '../types';

/**
 * Money saved by a price that stays, against one that rises every year: Σ over t = 1…years of spend × ((1 + increase)^t − 1), undiscounted.
 * @param spend a year, at today's price
 * @param increase a year, as a fraction
 * @example priceLock(100_000, 0.05, 2) //=> 15250
 * @throws FlexError 'value' when an argument is out of its range
 */
export function priceLock(spend: number, increase: number, years: number): number {
  return freezeValue({ spend, priceIncrease: increase, rateIncrease: 0, years }).priceLock;
}

export interface FreezeTerms {
  /** Yearly spend on tokens at today's price and rates. */
  readonly spend: number;
  /** Expected rise of the price of a token, and of the tokens a unit costs, a year. */
  readonly priceIncrease: number;
  readonly rateIncrease: number;
  readonly years: number;
}

/**
 * A rate freeze with its two halves apart: locking $/token and freezing tokens/unit (docs/rules.md, "Renewal"). Year t is the t-th year in
 * which the rises would have been felt.
 * @throws FlexError 'value' when spend or years are out of range or an increase is −1 or less
 */
export function freezeValue({ spend, priceIncrease, rateIncrease, years }: FreezeTerms): FreezeValue {
  mustBe(spend >= 0 && Number.isFinite(spend), 'renewal', `spend is ${spend}`, '0 or more');
  mustBe(
    above(priceIncrease),
    'renewal',
    `yearly increase of the price is ${priceIncrease}`,
    'above -1 (5 % is 0.05)',
  );
  mustBe(
    above(rateIncrease),
    'renewal',
    `yearly increase of the rates is ${rateIncrease}`,
    'above -1 (5 % is 0.05)',
  );
  mustBe(
    Number.isInteger(years) && years >= 1 && years <= LONGEST,
    'renewal',
    `number of years is ${years}`,
    `a whole number from 1 to ${LONGEST}`,
  );
  const byYear: FreezeValue['byYear'][number][] = [];
  let [price, rate] = [1, 1];
  for (let year = 1; year <= years; year++) {
    price *= 1 + priceIncrease;
    rate *= 1 + rateIncrease;
    byYear.push({
      year,
      priceLock: spend * price - spend,
      rateCardFreeze: spend * rate - spend,
      both: spend * price * rate - spend,
    });
  }
  const total = (key: 'priceLock' | 'rateCardFreeze' | 'both'): number =>
    byYear.reduce((sum, each) => sum + each[key], 0);
  return {
    years,
    priceLock: total('priceLock'),
    rateCardFreeze: total('rateCardFreeze'),
    both: total('both'),
    byYear,
  };
}

/** No agreement is longer; a larger number is a slip, such as a year of the calendar. */
const LONGEST = 100;

function above(increase: number): boolean {
  return increase > -1 && Number.isFinite(increase);
}
