import { formatMoney, formatNumber, formatShare } from '../numeric';
import { runThrough } from '../pool/steps';
import { peopleOf } from './people';
import { planSteps, type Plan } from './plan';
import { summaryOf } from './summary';
import type { Certificate, CertificateMethod, Portfolio, PortfolioInput, PortfolioProgress } from './types';

/**
 * The cheapest assignment of everybody to Flex, seats and Collections, with how far from the optimum it can be at most; in steps, so that
 * a worker can report progress and stop (docs/rules.md, "Portfolio"; docs/methods.md, "Portfolio").
 * @throws FlexError 'value' when a price cannot be used, or there are more than 30 Collections
 */
export function* portfolioSteps(input: PortfolioInput): Generator<PortfolioProgress, Portfolio> {
  const total = 3 * input.people.length + 1;
  const plan = yield* rescaled(planSteps(input), total);
  const rows = peopleOf(plan);
  let step = rows.next();
  for (; step.done !== true; step = rows.next()) yield { done: 2 * input.people.length + step.value, total };
  const people = step.value;
  return {
    people,
    summary: summaryOf(plan, people),
    certificate: certificateOf(plan),
    notes: plan.notes,
    currency: input.currency,
    asOf: input.asOf,
    prices: input.prices,
  };
}

/** portfolioSteps without a pause. Errors as there. */
export function buildPortfolio(input: PortfolioInput): Portfolio {
  return runThrough(portfolioSteps(input));
}

function* rescaled(
  steps: Generator<PortfolioProgress, Plan>,
  total: number,
): Generator<PortfolioProgress, Plan> {
  // People who must stay as today make the plan begin anew: progress does not go back.
  for (let furthest = 0; ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    furthest = Math.max(furthest, step.value.done);
    yield { done: furthest, total };
  }
}

const WORDS: Readonly<Record<CertificateMethod, string>> = {
  'exact at a fixed price':
    'No cheaper mix exists: at one token price each person’s own optimum is the optimum of all',
  'exact by search': 'No cheaper mix exists: every mix that the bound leaves open was searched',
  bounded: 'No mix can cost less than the lower bound',
};

/** The figures are those of the people proposed for; seats of people without usage stand beside them in the summary. */
function certificateOf({ optimum, purchase, input }: Plan): Certificate {
  const { mix, lowerBound, method } = optimum;
  const gap = Math.max(0, mix.cost - lowerBound);
  const gapShare = mix.cost > 0 ? gap / mix.cost : 0;
  const figures = `cost ${formatMoney(mix.cost, input.currency)}, lower bound ${formatMoney(lowerBound, input.currency)}, gap ${formatMoney(gap, input.currency)} (${gapShare > 0 && gapShare < 0.0005 ? 'below 0.1 %' : formatShare(gapShare)})`;
  const tokens = `${formatNumber(mix.tokens)} tokens used, ${formatNumber(purchase.quantity)} bought at ${formatMoney(purchase.price, input.currency)}`;
  return {
    cost: mix.cost,
    lowerBound,
    gap,
    gapShare,
    method,
    text: `${WORDS[method]}: ${figures}; ${tokens}.`,
  };
}
