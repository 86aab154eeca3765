import { personKey } from '../../usage/person-key';
import { formatMoney, formatNumber, isoDate } from '../../numeric';
import { dueOf, type Change, type WorkPlan } from './seat-moves';
import { entitles, priceOf } from '../seats/offered';
import { coveredUntil, NOW, startedFlex, stoppedFlex, tokensIn } from '../seats/days';
import type { SeatTaken } from '../terms';
import type { ActionKind, PersonCover, PortfolioAction, PortfolioPerson } from '../types';

/** An action before its place in the order is known. */
export type Draft = Omit<PortfolioAction, 'order'>;

const ONCE_GIVEN = ', once what replaces it is given';

/** The same for the same change of the same person, whatever else the run holds. */
export function actionId(kind: ActionKind, user: string, offering: string): string {
  return [kind.replaceAll(' ', '-'), ...(user === '' ? [] : [personKey(user)]), offering].join(':');
}

/** A purchase or renewal. */
export function general(
  kind: ActionKind,
  offering: string,
  quantity: number,
  due: number | null,
): Omit<Draft, 'text'> {
  const id = actionId(kind, '', offering);
  return { id, kind, user: '', email: '', offering, quantity, due, after: [], saving: 0, tokens: 0 };
}

/** One person's actions: seats given, Flex given, seats unassigned; the last carries what all of them save. */
export function personActions(change: Change, plan: WorkPlan): readonly Draft[] {
  const given = seatsGiven(change, plan);
  const started = flexGiven(change, plan, given);
  const ended = change.taken.map((seat) => seatTaken(seat, change, plan, [...given, ...started]));
  const drafts = [...given, ...started, ...ended];
  const carrier = drafts.at(-1)?.id;
  const saving = promised(change, plan);
  return [
    ...drafts.map((draft) => (draft.id === carrier ? { ...draft, saving } : draft)),
    ...loanActions(change.person, plan.currency),
  ];
}

function seatsGiven(change: Change, plan: WorkPlan): readonly Draft[] {
  const { person, given } = change;
  const stopped = stoppedFlex(change, plan);
  return given.map((seat, index): Draft => {
    const { offering, source, from } = seat;
    const due = dueOf(seat, change, plan);
    const donor = from === undefined ? '' : plan.people[from]!.user;
    const free = donor === '' ? '' : `, once ${donor} has given it up`;
    return {
      ...about('give seat', person, offering, due),
      after: [
        ...(source === 'bought' ? [actionId('buy seats', '', offering)] : []),
        ...(donor === '' ? [] : [actionId('unassign seat', donor, offering)]),
      ],
      ...tokensOf(stopped[index]!),
      text: `Assign ${offering} to ${person.user}${whenText(due)}${free}.`,
    };
  });
}

function flexGiven(change: Change, plan: WorkPlan, given: readonly Draft[]): readonly Draft[] {
  const { person } = change;
  return startedFlex(change).map((each): Draft => {
    const end = coveredUntil(each.product, change, plan);
    const due = end === NOW ? null : end;
    return {
      ...about('give Flex', person, each.product, due),
      after: given.filter((draft) => isInTime(draft, due)).map(({ id }) => id),
      ...tokensOf([each]),
      text: `Give ${person.user} access to Flex for ${each.product}: about ${formatNumber(each.tokens)} tokens a year${whenText(due)}.`,
    };
  });
}

function seatTaken(seat: SeatTaken, change: Change, plan: WorkPlan, drafts: readonly Draft[]): Draft {
  const { offering, reused, to, end } = seat;
  const { person } = change;
  const due = reused ? null : end;
  const before = drafts.filter((draft) => isInTime(draft, due) && replaces(draft, offering, change, plan));
  const given = before.length > 0 ? ONCE_GIVEN : '';
  const taker = to === undefined ? '' : `: ${plan.people[to]!.user} gets the seat`;
  return {
    ...about('unassign seat', person, offering, due),
    after: before.map(({ id }) => id),
    tokens: 0,
    text: `Unassign ${offering} from ${person.user}${whenText(due)}${given}${taker}.`,
  };
}

/** An unassigning that has to go before what replaces it, because the seats go round in a circle. */
export function inCircle<T extends Pick<Draft, 'text'>>(draft: T): T {
  return {
    ...draft,
    text: draft.text.replace(
      ONCE_GIVEN,
      ', on the same day as what replaces it, which comes free after this one',
    ),
  };
}

/** What is given later than a seat goes does not replace that seat. */
function isInTime(draft: Draft, due: number | null): boolean {
  return draft.due === null || (due !== null && draft.due <= due);
}

function replaces(draft: Draft, offering: string, { needs }: Change, plan: WorkPlan): boolean {
  if (draft.kind === 'give Flex') return entitles(plan, offering, draft.offering);
  return needs.some(
    ({ product }) => entitles(plan, draft.offering, product) && entitles(plan, offering, product),
  );
}

/** The person's saving, and what the spare seats they get cost: those are paid for today too, so that nothing is added for them. */
function promised({ person, given }: Change, plan: WorkPlan): number | null {
  return given
    .filter(({ source }) => source === 'spare')
    .reduce<number | null>((sum, { offering }) => {
      const price = priceOf(plan, offering);
      return sum === null || price === null ? null : sum + price;
    }, person.saving);
}

function loanActions(person: PortfolioPerson, currency: string): readonly Draft[] {
  const { loan } = person;
  if (loan === undefined) return [];
  const { offering, until, saving } = loan;
  const give = about('give seat', person, offering, null);
  const lent = { tokens: 0, loan: true, until };
  return [
    {
      ...give,
      ...lent,
      saving,
      after: [],
      text: `Assign the spare ${offering} seat to ${person.user} until ${isoDate(until)}: it is paid for, and saves ${formatMoney(saving, currency)} of tokens.`,
    },
    {
      ...about('unassign seat', person, offering, until),
      ...lent,
      after: [give.id],
      text: `Unassign ${offering} from ${person.user} when it ends on ${isoDate(until)}: Flex is cheaper than renewing it.`,
    },
  ];
}

function about(
  kind: ActionKind,
  { user, email }: PortfolioPerson,
  offering: string,
  due: number | null,
): Omit<Draft, 'after' | 'tokens' | 'text'> {
  return { id: actionId(kind, user, offering), kind, user, email, offering, quantity: 1, due, saving: 0 };
}

function tokensOf(flex: PersonCover['flex']): Pick<Draft, 'tokens' | 'products'> {
  return {
    tokens: tokensIn(flex),
    ...(flex.length === 0 ? {} : { products: flex.map(({ product }) => product) }),
  };
}

function whenText(due: number | null): string {
  return due === null ? '' : ` at the renewal on ${isoDate(due)}`;
}
