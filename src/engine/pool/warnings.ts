import type { FlexError } from '../errors';
import { formatNumber, formatShare, monthText, counted } from '../numeric';
import { toleranceTooSmall } from './errors';
import { buyableSize, priceAt } from './purchase';
import type { PoolInput, PoolWarning, RollingLots } from './types';

const FEW_CLUSTERS = 50;
const VERY_FEW_CLUSTERS = 20;
/** Tolerances up to this are refused with very few clusters. */
const SMALL_TOLERANCE = 0.01;
/** Forgives floating-point arithmetic: 20 equal projects may count 19.999999999999996. */
const ROUNDING = 1e-9;
/** Beyond this buffer a prepaid pool is the wrong instrument (docs/rules.md, "Lots"). */
const LARGEST_PREPAID_BUFFER = 0.25;
const MONTHS = 12;

/** What a sizing found, as far as warnings need it. Tokens, shares. */
export interface PoolFindings {
  readonly effectiveClusters: number;
  readonly baseline: number;
  /** Calibrated and corrected size before rounding, and the size cheapest in expectation. */
  readonly calibrated: number;
  readonly corrected: number;
  readonly optimal: number;
  /** Relative deviation of the year's demand before growth, and the buffer that history alone asks for at the tolerance. */
  readonly historyDeviation: number;
  readonly historyBuffer: number;
  readonly lots: RollingLots | null;
}

/**
 * The refusal of a tolerance of 1 % or less with fewer than 20 effective clusters; null when there is none. Pane, command line and
 * functions refuse by it; the engine computes all the same.
 */
export function toleranceRefusal(tolerance: number, effectiveClusters: number): FlexError | null {
  if (tolerance > SMALL_TOLERANCE + ROUNDING || reaches(effectiveClusters, VERY_FEW_CLUSTERS)) return null;
  return toleranceTooSmall(tolerance, clusterText(effectiveClusters), VERY_FEW_CLUSTERS);
}

/** Everything that makes the sizes less certain than they look, each a sentence with its figures and what to do. */
export function poolWarnings(input: PoolInput, found: PoolFindings): readonly PoolWarning[] {
  return [
    clusterCount(found),
    clusterColumn(input),
    history(input),
    missingMonths(input),
    partialMonth(input),
    growth(input, found),
    instrument(found),
    nothingToBuy(input, found),
  ].filter((warning) => warning !== null);
}

function clusterCount(found: PoolFindings): PoolWarning | null {
  const count = found.effectiveClusters;
  if (reaches(count, FEW_CLUSTERS)) return null;
  const figures = `The tokens come from ${clusterText(count)} effective clusters (n_eff)`;
  const corrected = `the corrected size, ${formatNumber(Math.ceil(found.corrected))} tokens, allows for that`;
  return !reaches(count, VERY_FEW_CLUSTERS)
    ? {
        kind: 'very few clusters',
        text: `${figures}; below ${VERY_FEW_CLUSTERS} the risk is a rough figure and a tolerance of 1 % or less is refused: ${corrected}.`,
      }
    : {
        kind: 'few clusters',
        text: `${figures}; below ${FEW_CLUSTERS} the true risk tends to be higher than the tolerance: ${corrected}.`,
      };
}

function clusterColumn(input: PoolInput): PoolWarning | null {
  const { kinds } = input.facts;
  if (kinds.project + kinds.team + kinds.department > 0) return null;
  const clusters =
    kinds.user === 0
      ? `${counted(kinds.product, 'product')} stand for clusters, because no row names a user`
      : kinds.product === 0
        ? `${counted(kinds.user, 'user')} are clusters of their own`
        : `${counted(kinds.user, 'user')} and ${counted(kinds.product, 'product')} are clusters of their own`;
  return {
    kind: 'no cluster column',
    text: `No project, team or department is used: ${clusters}. People who share projects rise and fall together, so the risk is understated: add a Project or Team column to the usage or to Flex People, and choose it.`,
  };
}

function history(input: PoolInput): PoolWarning | null {
  const { monthsCovered, scale } = input.facts;
  if (monthsCovered >= MONTHS) return null;
  const treatment =
    scale === 1
      ? `the other ${MONTHS - monthsCovered} count as 0, so the pool is too small if use went on before; add the earlier rows, or scale the history to a year`
      : `each of the other ${MONTHS - monthsCovered} counts as their mean, ${formatNumber(scale)} times the tokens used in all: an estimate that knows no season; add the earlier rows when you have them`;
  return { kind: 'short history', text: `The usage covers ${monthsCovered} of 12 months: ${treatment}.` };
}

function missingMonths(input: PoolInput): PoolWarning | null {
  const { monthsCovered, firstMonth } = input.facts;
  const missing = input.monthSeen.flatMap((seen, month) => {
    if (seen || month < MONTHS - monthsCovered) return [];
    return [firstMonth === undefined ? `month ${month + 1} of the year` : monthText(firstMonth + month)];
  });
  if (missing.length === 0) return null;
  return {
    kind: 'month missing',
    text: `No usage row falls into ${listed(missing)}, which ${missing.length === 1 ? 'counts' : 'count'} as 0 tokens: if rows are missing, add them, for the pool comes out too small.`,
  };
}

function partialMonth(input: PoolInput): PoolWarning | null {
  const { lastMonthPartial, firstMonth } = input.facts;
  if (!lastMonthPartial) return null;
  const month = firstMonth === undefined ? 'The last month' : monthText(firstMonth + MONTHS - 1);
  return {
    kind: 'last month partial',
    text: `${month} is not over at the as-of date and counts as it stands: the year holds less than 12 whole months. Set the as-of date to the end of the month before for a whole year.`,
  };
}

function growth(input: PoolInput, found: PoolFindings): PoolWarning | null {
  const { mean, spread } = input.growth;
  const share = spread ** 2 / (spread ** 2 + found.historyDeviation ** 2);
  const grown = Math.abs(mean) * found.baseline;
  if (spread > 0 && share > 0.5) {
    return {
      kind: 'growth dominates',
      text: `The growth spread of ${formatShare(spread)} makes up ${formatShare(share)} of the uncertainty: the size rests on that assumption more than on the usage. Try the spreads you can defend and compare the sizes.`,
    };
  }
  if (grown > found.historyBuffer) {
    return {
      kind: 'growth dominates',
      text: `The growth of ${formatShare(mean)} moves the pool by ${formatNumber(grown, 0)} tokens, more than the buffer of ${formatNumber(Math.max(0, found.historyBuffer), 0)} that the uncertainty of the usage asks for: check where the growth figure comes from.`,
    };
  }
  return null;
}

function instrument(found: PoolFindings): PoolWarning | null {
  const buffer = found.calibrated / found.baseline - 1;
  if (!(buffer > LARGEST_PREPAID_BUFFER)) return null;
  const { lots } = found;
  const instead =
    lots === null
      ? 'buy smaller lots through the year, each when the balance falls to a reorder point'
      : `buy lots of ${formatNumber(lots.lot, 0)} tokens whenever the balance falls to ${formatNumber(lots.reorderPoint, 0)} (${formatShare(lots.stockoutYears)} of simulated years ran dry and ${formatShare(lots.wasteShare)} of the tokens expired, against ${formatShare(lots.annual.stockoutYears)} and ${formatShare(lots.annual.wasteShare)} with one annual pack)`;
  return {
    kind: 'wrong instrument',
    text: `The calibrated size lies ${formatShare(buffer)} above the baseline. For a buffer beyond ${formatShare(LARGEST_PREPAID_BUFFER)} one prepaid annual pack is the wrong instrument: ${instead}.`,
  };
}

function nothingToBuy(input: PoolInput, found: PoolFindings): PoolWarning | null {
  const { prices } = input;
  const missing = prices.topUpPrice + prices.disruption;
  const least = buyableSize(0, prices);
  const early = priceAt(least, prices) ?? prices.price;
  if (found.optimal > least || (least > 0 && missing > early)) return null;
  const what = least === 0 ? 'nothing' : `nothing beyond the least purchase of ${formatNumber(least)} tokens`;
  return {
    kind: 'nothing worth buying',
    text: `At these prices ${what} is worth buying in advance: a missing token costs ${formatNumber(missing)} (top-up and disruption) against ${formatNumber(early)} for one bought early. Check the top-up price, or give the disruption cost.`,
  };
}

function reaches(count: number, wanted: number): boolean {
  return count >= wanted - ROUNDING;
}

/** To one decimal, but never rounded up to a threshold: a sentence that asks for 20 must not call 19.99 "20". */
function clusterText(effectiveClusters: number): string {
  const rounded = Math.round(effectiveClusters * 10) / 10;
  const crosses = [FEW_CLUSTERS, VERY_FEW_CLUSTERS].some(
    (limit) => reaches(rounded, limit) && !reaches(effectiveClusters, limit),
  );
  return formatNumber(crosses ? Math.floor(effectiveClusters * 10) / 10 : rounded, 1);
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
