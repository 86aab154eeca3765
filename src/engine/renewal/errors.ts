/** What the preparation of a renewal refuses besides inputs out of range, one function a refusal. */
import type { RateCard } from '../catalog/types';
import { FlexError } from '../errors';
import { formatNumber } from '../numeric';
import type { LeverName, LeverRange } from './types';

type Range = Pick<LeverRange, 'lever' | 'low' | 'mid' | 'high'>;

export function noLevels(): FlexError {
  return new FlexError(
    'value',
    'levels has no row: give rows of (tokens, discount), such as 40000 and 8 %.',
    'renewal.no-levels',
  );
}

export function noLeverHeader(): FlexError {
  return new FlexError(
    'value',
    'levers needs a header row with Lever, Low and High; Mid and Own may be left out.',
    'renewal.no-lever-header',
  );
}

export function leverTwice(place: string, lever: LeverName, earlierRow: number): FlexError {
  return new FlexError(
    'value',
    `${place}: ${lever} stands in row ${earlierRow} too. Keep one row a lever.`,
    'renewal.lever-twice',
  );
}

/** A typed range whose low, mid and high do not rise. */
export function fallingRange(place: string, { lever, low, mid, high }: Range): FlexError {
  return new FlexError(
    'value',
    `${place}: ${lever} goes from ${formatNumber(low, 6)} over ${formatNumber(mid, 6)} to ${formatNumber(high, 6)}: low must not exceed mid, nor mid high.`,
    'renewal.falling-range',
  );
}

/** The same of a range that came as numbers. */
export function fallingLever({ lever, low, mid, high }: Range): FlexError {
  return new FlexError(
    'value',
    `${lever}: low is ${low}, mid ${mid} and high ${high}. Low must not exceed mid, nor mid high.`,
    'renewal.falling-range',
  );
}

export function leverOutOfRange(lever: LeverName, figure: string, value: number): FlexError {
  return new FlexError(
    'value',
    `${lever}: ${figure} is ${value}, it must be between 0 and 1 (10 % is 0.1).`,
    'renewal.out-of-range',
  );
}

export function freezeAmongLevers(place: string): FlexError {
  return new FlexError(
    'value',
    `${place}: a rate freeze is counted in years, not as a fraction. Leave the row out and use FLEX.RATEFREEZE.`,
    'renewal.freeze-among-levers',
  );
}

/** @param text as typed; null = blank */
export function unknownLever(place: string, text: string | null, known: readonly LeverName[]): FlexError {
  return new FlexError(
    'value',
    `${place}: the lever is ${text === null ? 'blank' : `"${text}"`}. Known levers: ${known.join(', ')}.`,
    'renewal.unknown-lever',
  );
}

export function quoteCount(count: number, most: number): FlexError {
  return new FlexError(
    'value',
    `There are ${count} quotes: compare 1 to ${most} at a time.`,
    'renewal.quote-count',
  );
}

/** @param place the quote, or a line of it */
export function quoteOutOfRange(place: string, what: string, allowed: string): FlexError {
  return new FlexError('value', `${place}: the ${what}, it must be ${allowed}.`, 'renewal.out-of-range');
}

export function structureOutOfRange(name: string, what: string, allowed: string): FlexError {
  return new FlexError('value', `${name}: the ${what}; it must be ${allowed}.`, 'renewal.out-of-range');
}

export function noTiers(): FlexError {
  return new FlexError(
    'value',
    'There are no volume tiers to compare: fill in the tier table with rows of (from quantity, price).',
    'renewal.no-tiers',
  );
}

export function twoCurrencies(before: RateCard, after: RateCard): FlexError {
  return new FlexError(
    'value',
    `The card ${before.name} is in ${before.currency} and the card ${after.name} in ${after.currency}: money of two currencies cannot be compared. Convert one card at a named, dated rate first.`,
    'renewal.two-currencies',
  );
}
