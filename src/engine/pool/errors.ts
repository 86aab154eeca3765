/** What sizing a pool refuses besides inputs out of range, one function a refusal. */
import { FlexError } from '../errors';
import { formatNumber, formatShare } from '../numeric';

export function noDemand(): FlexError {
  return new FlexError(
    'number',
    'The year has no tokens, so there is no demand to size a pool for. Check the period and the Tokens column of the usage.',
    'pool.no-tokens',
  );
}

export function noPeak(): FlexError {
  return new FlexError(
    'number',
    'The year has no tokens, so it has no peak: give a range with use in the 12 months to its latest date.',
    'pool.no-tokens',
  );
}

export function refundsTakeAll(): FlexError {
  return new FlexError(
    'number',
    'Refunds take back all tokens of the year, so there is no demand to size a pool for. Check the Tokens column of the usage for negative rows.',
    'pool.no-tokens-left',
  );
}

/**
 * @param clusters effective clusters, as shown
 * @param least clusters that so small a tolerance needs
 */
export function toleranceTooSmall(tolerance: number, clusters: string, least: number): FlexError {
  return new FlexError(
    'value',
    `A stockout risk of ${formatShare(tolerance)} cannot be read from ${clusters} effective clusters ` +
      `(${least} are needed for 1 % or less): choose a tolerance above 1 %, or a finer cluster column.`,
    'pool.tolerance-too-small',
  );
}

export function noTierRows(): FlexError {
  return new FlexError(
    'value',
    'tiers has no row: give rows of (from quantity, price), such as 5000 and 2.85.',
    'pool.no-tiers',
  );
}

export function tierTwice(place: string, from: number, earlierRow: number): FlexError {
  return new FlexError(
    'value',
    `${place}: the quantity ${formatNumber(from, 6)} stands in row ${earlierRow} too. Keep one price for each quantity.`,
    'pool.tier-twice',
  );
}

export function belowFirstTier(tokens: number, least: number): FlexError {
  return new FlexError(
    'value',
    `tokens is ${formatNumber(tokens, 6)}, below the first tier: the least one can buy is ${formatNumber(least, 6)}.`,
    'pool.below-first-tier',
  );
}

export function sizeBelowFirstTier(size: number): FlexError {
  return new FlexError(
    'value',
    `${formatNumber(size)} tokens are less than the first price tier sells.`,
    'pool.below-first-tier',
  );
}

export function noBundleInTiers(): FlexError {
  return new FlexError('value', 'The price tiers hold no multiple of the bundle.', 'pool.no-bundle-in-tiers');
}

export function fallingTiers(from: number, before: number): FlexError {
  return new FlexError(
    'value',
    `The tier from ${formatNumber(from)} tokens stands after the tier from ${formatNumber(before)}: from quantities must rise.`,
    'pool.falling-tiers',
  );
}

export function salvageAbovePrice(salvage: number, lowest: number): FlexError {
  return new FlexError(
    'value',
    `The salvage value is ${salvage}, above the lowest token price ${lowest}: every token left over would earn money, so no pool would be large enough. Enter at most ${lowest}.`,
    'pool.salvage-above-price',
  );
}

export function plannedColumnsMissing(lacking: readonly string[]): FlexError {
  return new FlexError(
    'value',
    `The table of planned projects has no column ${lacking.join(' and no column ')}: add ${lacking.length === 1 ? 'it' : 'them'} to its header row. It needs Project, Start, End, People, and Products or Tokens per person and month.`,
    'pool.planned-columns-missing',
  );
}
