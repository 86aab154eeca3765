import { changesOf, dueOf, type Change, type WorkPlan } from './seat-moves';
import { inWorkingOrder } from './order';
import { actionId, general, inCircle, personActions, type Draft } from './drafts';
import { byName } from '../seats/options';
import { isoDate } from '../../numeric';
import { priceOf } from '../seats/offered';
import type { OfferingLine, Portfolio, PortfolioAction, PortfolioInput } from '../types';

/**
 * The changes that turn today into the proposal, in the order of work: purchases, then person by person, the largest saving first, what is
 * given before what is taken, and a seat that goes to somebody else after it has been given up; at last the seats not to renew. What they
 * promise adds up to the saving from the renewal on, apart from what the tokens of all cost more or less than at the price paid for one
 * (tiers, bundles, a commitment). Ids are the same in every run. Empty when nobody knows who holds what.
 * @param input what the portfolio was built from
 * @param kept keys (personKey) of people who stay as today whatever is proposed: nothing is to be done for them
 */
export function portfolioActions(
  portfolio: Portfolio,
  input: PortfolioInput,
  kept: ReadonlySet<string> = new Set(),
): readonly PortfolioAction[] {
  if (portfolio.summary.today === null) return [];
  const plan = changesOf(portfolio, input, kept);
  const bySaving = [...plan.changes].sort(
    (a, b) => (b.person.saving ?? 0) - (a.person.saving ?? 0) || byName(a.person.user, b.person.user),
  );
  const drafts = [
    ...plan.lines.filter(({ toBuy }) => toBuy > 0).map((line) => purchase(line, plan.changes, plan)),
    ...bySaving.flatMap((change) => personActions(change, plan)),
    ...plan.lines.filter(({ toRelease }) => toRelease > 0).flatMap((line) => endings(line, plan)),
  ];
  return inWorkingOrder(drafts, inCircle).map((draft, index) => ({ ...draft, order: index + 1 }));
}

/** Due with the first seat that has to be bought for somebody. */
function purchase(
  { offering, toBuy, owned }: OfferingLine,
  changes: readonly Change[],
  plan: WorkPlan,
): Draft {
  const days = changes.flatMap((change) =>
    change.given
      .filter((seat) => seat.offering === offering && seat.source === 'bought')
      .map((seat) => dueOf(seat, change, plan)),
  );
  return {
    ...general(
      'buy seats',
      offering,
      toBuy,
      days.length === 0 || days.includes(null) ? null : Math.min(...days.map((day) => day!)),
    ),
    target: owned + toBuy,
    text: `Buy ${toBuy} × ${offering}: ${owned} owned, ${owned + toBuy} needed.`,
  };
}

/** One action a day on which seats end, the earliest first: those are given up first. Seats that nobody holds promise their price. */
function endings(line: OfferingLine, plan: WorkPlan): readonly Draft[] {
  const { offering, toRelease, owned, needed } = line;
  const ends = plan.offerings.get(offering)?.ends ?? [];
  const idle = plan.moves.leftOver.get(offering)?.length ?? 0;
  const price = priceOf(plan, offering);
  const days = Array.from({ length: toRelease }, (_, seat) => ends[seat] ?? null);
  return [...new Set(days)].map((end): Draft => {
    const first = days.indexOf(end);
    const quantity = days.lastIndexOf(end) + 1 - first;
    const unused = Math.min(quantity, Math.max(0, idle - first));
    const draft = general('let seats end', offering, quantity, end);
    const when = end === null ? '' : ` that ${quantity === 1 ? 'ends' : 'end'} on ${isoDate(end)}`;
    return {
      ...draft,
      id: actionId('let seats end', '', end === null ? offering : `${offering}:${isoDate(end)}`),
      saving: unused === 0 ? 0 : price === null ? null : price * unused,
      target: owned - first - quantity,
      text: `Do not renew ${quantity} × ${offering}${when}: ${owned} owned, ${needed} needed.`,
    };
  });
}
