import { formatMoney, formatNumber, formatShare, isoDate } from '../../numeric';
import type { AlertInput } from './input';
import type { AlertLevel } from './level';
import type { PoolState } from '../review-types';
import { topUpOptions } from './top-up';
import { transferFor } from '../ledger/transfer-for';
import { teamKey } from '../ledger/teams';
import type { BudgetLine } from './types';
import type { Depletion } from '../forecast/types';
import type { TopConsumer } from '../findings/types';

type State = Omit<PoolState, 'status'>;

/** What is the case, and what to do. */
export interface AlertTexts {
  readonly text: string;
  readonly action: string;
}

/** Shares of the burn above this leave too little to tell days from. */
const MOST_FREED = 0.99;

const whole = (tokens: number): string => formatNumber(tokens, 0);
const named = (team: string): string => (team === '' ? 'The pool' : `Team ${team}`);

function leftText(state: State): string {
  if (!(state.pool > 0)) {
    return `No pack is good today, and ${whole(state.lastFourWeeks)} tokens burned in the last 28 days of usage.`;
  }
  const dates = state.depletion === null ? '' : ` ${depletionText(state.depletion)}`;
  return `${named(state.team)} has ${whole(state.balance)} of ${whole(state.pool)} tokens left (${formatShare(state.share)}).${dates}`;
}

/** "31 days of cover; runs out about 2027-02-14 (2027-02-07 to 2027-03-02)." */
export function depletionText({ p10, p50, p90, daysOfCover }: Depletion): string {
  const cover = Number.isFinite(daysOfCover) ? `${whole(daysOfCover)} days of cover; runs out` : 'Runs out';
  return `${cover} about ${isoDate(p50)} (${isoDate(p10)} to ${isoDate(p90)}).`;
}

/** 30 %: a consumption review, with the move of top consumers to seats that would extend the life of the pool, and by how much. */
export function reviewTexts(state: State, { topConsumers, total, currency }: AlertInput): AlertTexts {
  const own = topConsumers.filter(
    ({ team = '' }) => state.team === '' || teamKey(team) === teamKey(state.team),
  );
  const candidates = own.filter((one) => (one.migrate || one.spareSeat) && (one.saving ?? 0) > 0);
  const saving = candidates.reduce((sum, one) => sum + (one.saving ?? 0), 0);
  const names = candidates.slice(0, 3).map(({ user, product }) => `${user} (${product})`);
  const more = candidates.length > 3 ? ` and ${candidates.length - 3} more` : '';
  const days = daysTogether(candidates, total.depletion?.daysOfCover ?? Number.NaN);
  const life = days >= 1 ? `about ${whole(days)} more days of pool life and ` : '';
  return {
    text: leftText(state),
    action:
      candidates.length === 0
        ? `Review who burns. None of the top consumers of the week${state.team === '' ? '' : ` in team ${state.team}`} is above break-even, so moving people to seats would not extend the pool; look at anomalies and budgets.`
        : `Review who burns. Move ${names.join(', ')}${more} to seats: ${life}${formatMoney(saving, currency)} a year less in cost.`,
  };
}

/** Days that several moves buy together. One who gains g of the cover c has the share g ÷ (c + g) of the burn; together they free the sum of their shares. */
function daysTogether(moves: readonly TopConsumer[], cover: number): number {
  const freed = moves.reduce((sum, { daysGained }) => sum + daysGained / (cover + daysGained), 0);
  // Without others who burn there is no pace to count days by.
  return Number.isFinite(freed) && freed < MOST_FREED ? cover / (1 - freed) - cover : 0;
}

/** 20 %: what to buy, priced. */
export function topUpTexts(state: State, input: AlertInput): AlertTexts {
  const options = topUpOptions(state, input).map(
    ({ tokens, price, cost, what, days, usedUp }) =>
      `${whole(tokens)} tokens at ${formatMoney(price, input.currency)} = ${formatMoney(cost, input.currency)} (${what}), which last ${whole(days)} days${usedUp ? '' : ' or more'}`,
  );
  return {
    text: leftText(state),
    action:
      options.length === 0
        ? `Evaluate a top-up. ${nothingToBuy(state, input)}`
        : `Evaluate a top-up: ${options.join('; ')}. First see whether a transfer between teams or a move to seats does it.`,
  };
}

/** Why no quantity is proposed. */
function nothingToBuy({ forecast, expiry }: State, { terms }: AlertInput): string {
  return forecast === null
    ? 'Without a forecast of burn no quantity can be proposed.'
    : `As forecast, what is left and on order lasts to ${isoDate(expiry)}, so nothing need be bought for this term; order the next pack by ${isoDate(expiry - terms.leadDays)}.`;
}

/** 10 %: quantity, cost and need-by date for procurement. */
export function escalateTexts(state: State, input: AlertInput): AlertTexts {
  const { depletion } = state;
  const option = topUpOptions(state, input).at(-1);
  if (option === undefined || depletion === null) {
    return { text: leftText(state), action: `Escalate to procurement. ${nothingToBuy(state, input)}` };
  }
  const { tokens, price, cost, what } = option;
  const needBy = depletion.p10;
  const order = needBy - input.terms.leadDays;
  const when =
    order <= input.asOf
      ? `order today: the lead time of ${input.terms.leadDays} days ${order < input.asOf ? `is ${input.asOf - order} days longer than what is left` : 'ends that day'}`
      : `order by ${isoDate(order)}`;
  return {
    text: leftText(state),
    action: `Escalate to procurement: ${whole(tokens)} tokens at ${formatMoney(price, input.currency)} = ${formatMoney(cost, input.currency)} (${what}), needed by ${isoDate(needBy)}; ${when}.`,
  };
}

export function velocityTexts(state: State, depletion: Depletion, { asOf, terms }: AlertInput): AlertTexts {
  const days = Math.max(0, depletion.p10 - asOf);
  const lead = `in ${whole(days)} days; an order takes ${whole(terms.leadDays)}`;
  return depletion.p10 < state.expiry
    ? {
        text: `${named(state.team)} may be empty on ${isoDate(depletion.p10)}, ${lead}.`,
        action:
          'Order now, or move burn to seats: the chance that tokens run out before an order arrives is 1 in 10 or more.',
      }
    : {
        text: `The last tokens of ${state.team === '' ? 'the pool' : `team ${state.team}`} expire on ${isoDate(depletion.p10)}, ${lead}.`,
        action: 'Order the next pack now, so that it is there when these tokens expire.',
      };
}

export function wasteTexts(
  state: State,
  { expiring, expiringLots = [] }: Depletion,
  { tokenPrice, currency, terms }: AlertInput,
): AlertTexts {
  const lots = expiringLots
    .filter(({ tokens }) => tokens >= 1)
    .map(({ pack, expiry, tokens }) => `${whole(tokens)} of ${pack} on ${isoDate(expiry)}`);
  return {
    text: `About ${whole(expiring)} tokens (${formatShare(expiring / state.pool)} of the pool, more than ${formatShare(terms.wasteShare)}) expire unused${lots.length === 0 ? '' : ` (${lots.join('; ')})`}: ${formatMoney(expiring * tokenPrice, currency)} at today's price.`,
    action:
      'Let planned purchases wait, move seat renewals that fall due to Flex where that is cheaper, and buy less at the renewal.',
  };
}

export function teamEmptyTexts(state: State, input: AlertInput): AlertTexts {
  const move = transferFor(state, input.teams);
  return {
    text: `Team ${state.team} has no tokens left while the pool as a whole has ${whole(input.total.balance)}: its launches are refused.`,
    action:
      move === null
        ? 'No other team can spare tokens without falling short itself: buy tokens for this team.'
        : `Transfer ${whole(move.tokens)} tokens from team ${move.from} before buying any: ${state.team} then has ${coverText(move.coverAfter)}, ${move.from} keeps ${coverText(move.giverCover)}.`,
  };
}

const BUDGET_ACTIONS: Readonly<Record<AlertLevel, string>> = {
  OK: 'Look at who burns faster than planned, and agree on a slower pace',
  Review: 'Review who burns, and move regular users to seats so that the rest lasts',
  'Top-up': 'Agree on a larger budget or on less burn',
  Escalate: 'Decide now who gets the rest, or whose budget gives some: the budget ends before its time',
};

/** A team that burned nothing in four weeks has no pace to count days by. */
function coverText(days: number): string {
  return Number.isFinite(days) ? `${whole(days)} days of cover` : 'cover without limit, as it burns nothing';
}

/** @param level what is reached of the budget; OK where only its pace is too fast */
export function budgetTexts(
  { budget, burned, left, share, forecast, usedUp }: BudgetLine,
  level: AlertLevel,
): AlertTexts {
  const pace = Number.isFinite(forecast)
    ? ` At this pace ${whole(forecast)} by ${isoDate(budget.to)}${usedUp === null ? '.' : `; used up on ${isoDate(usedUp)}.`}`
    : '';
  return {
    text: `The ${budget.kind} ${budget.name} has burned ${whole(burned)} of its budget of ${whole(budget.tokens)} tokens; ${left >= 0 ? `${whole(left)} (${formatShare(share)}) left` : `${whole(-left)} over`}.${pace}`,
    action: `${BUDGET_ACTIONS[level]} until ${isoDate(budget.to)}.`,
  };
}

export function staleTexts({ latestDataDay }: State, { asOf, terms }: AlertInput): AlertTexts {
  return {
    text:
      latestDataDay === null
        ? `There is no usage by ${isoDate(asOf)}, so nobody can say that all is well.`
        : `The newest usage is of ${isoDate(latestDataDay)}, ${whole(asOf - latestDataDay)} days old; more than ${whole(terms.staleDays)} is too old to say that all is well.`,
    action: 'Export the usage again and append it.',
  };
}
