import type { PoolChoice } from '../../engine/pool/types';
import type { PoolOutcome } from '../../excel/contract/pool';
import type { Formats } from '../figures/formats';
import { equalOnes } from './words';

/** Why a size is what it is: the rule, the figures that decided it, and what to expect of it. Sentences. */
export function choiceReasons(choice: PoolChoice, outcome: PoolOutcome, formats: Formats): readonly string[] {
  return [
    rule(choice, outcome, formats),
    rounding(choice, formats),
    expected(choice, outcome, formats),
  ].filter((sentence) => sentence !== '');
}

function rule(choice: PoolChoice, outcome: PoolOutcome, formats: Formats): string {
  const baseline = formats.count(Math.round(outcome.baseline));
  switch (choice.kind) {
    case 'baseline':
      return 'The tokens used in the year, as they are.';
    case 'guide':
      return `The guide’s rule: the baseline of ${baseline} tokens plus a buffer of ${formats.share(outcome.guideBuffer)}. The three highest months are ${ratio(outcome.peakRatio, formats)} times the mean month; the buffer is a quarter of what that is above 1, held between its limits.`;
    case 'calibrated':
      return `The size that next year’s demand stays within, but for ${formats.share(outcome.tolerance)} of the simulated years. Each of those years draws whole projects or teams anew (${formats.counted(outcome.clusters, 'cluster', 'clusters')}, ${equalOnes(outcome.effectiveClusters, formats)}), never single people, then applies growth.`;
    case 'optimal':
      return `The size with the lowest expected cost: tokens bought at ${formats.price(choice.price, outcome.currency)}, what is missing at the top-up price with the disruption, less what left-over tokens are still worth. Every price tier and bundle was compared.`;
  }
}

function rounding(choice: PoolChoice, formats: Formats): string {
  if (Math.abs(choice.size - choice.exact) < 0.5) return '';
  return `${formats.count(Math.round(choice.exact))} tokens, rounded up to what can be bought.`;
}

function expected(choice: PoolChoice, outcome: PoolOutcome, formats: Formats): string {
  const tokens = (value: number): string => formats.count(Math.round(value));
  return `To expect in a year, on average: ${tokens(choice.shortage)} tokens missing, ${tokens(choice.waste)} left over, ${formats.money(choice.cost, outcome.currency)} in all.`;
}

const ratio = (value: number, formats: Formats): string =>
  new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 2 }).format(value);
