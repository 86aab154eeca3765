/** The sentences of `Flex Pool`, each with its figures: the finding, what each size assumes, which instrument fits. */
import { countText } from '../model/formats';
import { formatMoney, formatNumber, formatShare, counted } from '../../engine/numeric';
import type { ChoiceKind, ClusterKind, PoolChoice, PoolInput, PoolResult } from '../../engine/pool/types';
import type { PoolReportInput } from './input';

/** What each way to choose a size is called, in cells and charts. */
export const CHOICE_LABELS: Readonly<Record<ChoiceKind, string>> = {
  baseline: 'Baseline',
  guide: "Guide's rule",
  calibrated: 'Risk-calibrated',
  optimal: 'Cost-optimal',
};

const CLUSTER_KINDS: readonly ClusterKind[] = ['project', 'team', 'department', 'user', 'product'];

/** The choice of a kind. @throws Error when the result lacks it, which a sizing never does */
export function choiceOf(result: PoolResult, kind: ChoiceKind): PoolChoice {
  const choice = result.choices.find((candidate) => candidate.kind === kind);
  if (choice === undefined) throw new Error(`The sizing has no ${kind} size.`);
  return choice;
}

/** One sentence with the sizes: the sheet's headline. */
export function poolFinding({ result, input, estimated }: PoolReportInput): string {
  const size = (kind: ChoiceKind): string => countText(choiceOf(result, kind).size);
  const about = estimated ? 'about ' : '';
  const cheapest =
    choiceOf(result, 'optimal').size > 0
      ? `the cheapest size is ${about}${size('optimal')}`
      : 'at these prices nothing is worth buying early';
  return capital(
    `${about}${size('calibrated')} tokens carry the year at ${formatShare(input.tolerance)} risk; ` +
      `the guide's rule gives ${about}${size('guide')}, ${cheapest}`,
  );
}

/** Title of the chart of cost and risk. */
export function costTitle({ result, input }: PoolReportInput): string {
  const optimal = choiceOf(result, 'optimal').size;
  const safe = `${countText(choiceOf(result, 'calibrated').size)} carry the year at ${formatShare(input.tolerance)} risk`;
  return optimal > 0
    ? `Cheapest at ${countText(optimal)} tokens; ${safe}`
    : `Nothing is worth buying early; ${safe}`;
}

/** Title of the chart of tokens missing and left over. */
export function tokensTitle({ result }: PoolReportInput): string {
  const { size, waste, shortage } = choiceOf(result, 'calibrated');
  return `At ${countText(size)} tokens expect ${countText(waste)} left over and ${countText(shortage)} missing`;
}

/** What one size assumes. */
export function assumes(choice: PoolChoice, report: PoolReportInput): string {
  switch (choice.kind) {
    case 'baseline':
      return `The year as it was (${report.window})${scaledText(report.input)}: no growth, no buffer${plannedText(report.result)}.`;
    case 'guide':
      return guideText(report.result, report.input);
    case 'calibrated':
      return calibratedText(report.result, report.input);
    case 'optimal':
      return optimalText(choice, report);
  }
}

/** Clusters by kind: "83 projects, 4 users". */
export function clustersText(kinds: Readonly<Record<ClusterKind, number>>): string {
  const counts = CLUSTER_KINDS.filter((kind) => kinds[kind] > 0).map((kind) => counted(kinds[kind], kind));
  return counts.length === 0 ? 'no cluster' : counts.join(', ');
}

/** When one annual pack is the wrong instrument, and what to do instead. */
export function instrumentText(result: PoolResult): string {
  const buffer = result.baseline > 0 ? choiceOf(result, 'calibrated').exact / result.baseline - 1 : 0;
  const above = `the calibrated size lies ${formatShare(Math.abs(buffer))} ${buffer < 0 ? 'below' : 'above'} the baseline`;
  const { lots } = result;
  if (result.warnings.some(({ kind }) => kind === 'wrong instrument')) {
    const instead =
      lots === null
        ? ''
        : ` Buy ${countText(lots.lot)} tokens whenever the balance falls to ${countText(lots.reorderPoint)}.`;
    return `An annual buffer is the wrong instrument here: ${above}, and beyond about 25 % prepaid tokens expire unused.${instead}`;
  }
  return `An annual buffer fits: ${above}. Beyond about 25 % it would be the wrong instrument, and rolling lots the better one.`;
}

function guideText({ peakRatio, guideBuffer }: PoolResult, { buffer }: PoolInput): string {
  const raw = ((peakRatio - 1) * 3) / 12;
  const clamped =
    raw < buffer.low
      ? `, raised to ${formatShare(guideBuffer)}`
      : raw > buffer.high
        ? `, cut to ${formatShare(guideBuffer)}`
        : '';
  return `Baseline plus (peak ratio ${formatNumber(peakRatio)} − 1) × 3 ÷ 12 = ${formatShare(raw)}${clamped}; blind to how many projects carry the use.`;
}

function calibratedText(result: PoolResult, { facts, growth, tolerance }: PoolInput): string {
  return (
    `Resamples ${clustersText(facts.kinds)} (n_eff ${formatNumber(result.effectiveClusters, 1)}) ${formatNumber(result.draws)} times, ` +
    `growth ${formatShare(growth.mean)} ± ${formatShare(growth.spread)}: ${formatShare(1 - tolerance)} of such years need no more.`
  );
}

function optimalText(choice: PoolChoice, { result, input, currency, assumptions }: PoolReportInput): string {
  const { topUpPrice, disruption, salvage } = input.prices;
  const money = (amount: number): string => formatMoney(amount, currency);
  if (result.criticalRatio === null) {
    return `A missing token costs ${money(topUpPrice + disruption)} (top-up and disruption) against ${money(choice.price)} bought early: no size is cheapest, so the least that can be bought.`;
  }
  return (
    `Least expected cost: missing ${money(topUpPrice + disruption)} (top-up and disruption${assumptions.disruptionImplied === true ? ' as the tolerance implies; enter yours' : ''}), early ${money(choice.price)}, ` +
    `left over worth ${money(salvage)}: critical ratio ${formatNumber(result.criticalRatio, 3)}${input.prices.tiers.length > 0 ? ', tiers included' : ''}.`
  );
}

function scaledText({ facts }: PoolInput): string {
  return facts.scale === 1 ? '' : `, ${facts.monthsCovered} months scaled to 12`;
}

function plannedText({ planned }: PoolResult): string {
  return planned.projects === 0 ? '' : `; planned work adds ${countText(planned.expected)} expected tokens`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
