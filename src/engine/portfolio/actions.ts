import { formatMoney, formatNumber, isoDate } from '../numeric';
import { byName } from './covers';
import { personKey } from './names';
import type {
  ActionKind,
  OfferingLine,
  PersonCover,
  Portfolio,
  PortfolioAction,
  PortfolioPerson,
} from './types';

type Draft = Omit<PortfolioAction, 'order'>;

/**
 * The changes that turn today into the proposal, in the order of work: purchases, then person by person, the largest saving first, what is
 * given before what is taken, at last the seats not to renew. Ids are the same in every run. Empty when nobody knows who holds what.
 */
export function portfolioActions(portfolio: Portfolio): readonly PortfolioAction[] {
  const { people, summary } = portfolio;
  if (summary.today === null) return [];
  const changing = people.filter((person) => person.changed || person.loan !== undefined);
  const bySaving = [...changing].sort((a, b) => (b.saving ?? 0) - (a.saving ?? 0) || byName(a.user, b.user));
  const lines = new Map(summary.offerings.map((line) => [line.offering, line]));
  const drafts = [
    ...summary.offerings.filter(({ toBuy }) => toBuy > 0).map(purchase),
    ...bySaving.flatMap((person) => personActions(person, lines, portfolio)),
    ...summary.offerings.filter(({ toRelease }) => toRelease > 0).map(ending),
  ];
  return drafts.map((draft, index) => ({ ...draft, order: index + 1 }));
}

/** The same for the same change of the same person, whatever else the run holds. */
export function actionId(kind: ActionKind, user: string, offering: string): string {
  return [kind.replaceAll(' ', '-'), ...(user === '' ? [] : [personKey(user)]), offering].join(':');
}

function personActions(
  person: PortfolioPerson,
  lines: ReadonlyMap<string, OfferingLine>,
  portfolio: Portfolio,
): readonly Draft[] {
  const today = person.today!;
  const { proposed, due } = person;
  const held = [...today.seats, ...today.collections];
  const wanted = [...proposed.seats, ...proposed.collections];
  const taken = held.filter((name) => !wanted.includes(name));
  const stopped = today.flex.filter((each) => !isDrawn(proposed, each.product));
  const given = wanted
    .filter((name) => !held.includes(name))
    .map((offering, index): Draft => {
      const line = lines.get(offering);
      const mustBuy = line !== undefined && line.toBuy > 0 && line.spare === 0;
      // What only replaces a seat that runs out is needed when it does; whatever replaces tokens is needed now.
      const when = stopped.length === 0 && taken.length > 0 ? due : null;
      return {
        ...about('give seat', person, offering, when),
        after: mustBuy ? [actionId('buy seats', '', offering)] : [],
        ...(index === 0 ? tokensOf(stopped) : { tokens: 0 }),
        text: `Assign ${offering} to ${person.user}${whenText(when)}.`,
      };
    });
  const started = proposed.flex
    .filter((each) => !isDrawn(today, each.product))
    .map((each): Draft => ({
      ...about('give Flex', person, each.product, due),
      after: given.map(({ id }) => id),
      ...tokensOf([each]),
      text: `Give ${person.user} access to Flex for ${each.product}: about ${formatNumber(each.tokens)} tokens a year${whenText(due)}.`,
    }));
  const before = [...given, ...started].map(({ id }) => id);
  const ended = taken.map((offering): Draft => ({
    ...about('unassign seat', person, offering, due),
    after: before,
    tokens: 0,
    text: `Unassign ${offering} from ${person.user}${whenText(due)}${before.length > 0 ? ', once what replaces it is given' : ''}.`,
  }));
  const drafts = [...given, ...started, ...ended];
  const carrier = drafts.at(-1)?.id;
  return [
    ...drafts.map((draft) => (draft.id === carrier ? { ...draft, saving: person.saving } : draft)),
    ...loanActions(person, portfolio),
  ];
}

function loanActions(person: PortfolioPerson, { currency }: Portfolio): readonly Draft[] {
  const { loan } = person;
  if (loan === undefined) return [];
  const give = about('give seat', person, loan.offering, null);
  return [
    {
      ...give,
      saving: loan.saving,
      after: [],
      tokens: 0,
      loan: true,
      text: `Assign the spare ${loan.offering} seat to ${person.user} until ${isoDate(loan.until)}: it is paid for, and saves ${formatMoney(loan.saving, currency)} of tokens.`,
    },
    {
      ...about('unassign seat', person, loan.offering, loan.until),
      after: [give.id],
      tokens: 0,
      loan: true,
      text: `Unassign ${loan.offering} from ${person.user} when it ends on ${isoDate(loan.until)}: Flex is cheaper than renewing it.`,
    },
  ];
}

function purchase({ offering, toBuy, owned }: OfferingLine): Draft {
  return {
    ...general('buy seats', offering, toBuy, null),
    target: owned + toBuy,
    text: `Buy ${toBuy} × ${offering}: ${owned} owned, ${owned + toBuy} needed.`,
  };
}

function ending({ offering, toRelease, owned, needed, end }: OfferingLine): Draft {
  return {
    ...general('let seats end', offering, toRelease, end),
    target: owned - toRelease,
    text: `Do not renew ${toRelease} of ${owned} × ${offering}${end === null ? '' : ` (first term ends ${isoDate(end)})`}: ${needed} needed.`,
  };
}

function general(
  kind: ActionKind,
  offering: string,
  quantity: number,
  due: number | null,
): Omit<Draft, 'text'> {
  const id = actionId(kind, '', offering);
  return { id, kind, user: '', email: '', offering, quantity, due, after: [], saving: 0, tokens: 0 };
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
    tokens: flex.reduce((sum, each) => sum + each.tokens, 0),
    products: flex.map(({ product }) => product),
  };
}

function isDrawn(cover: PersonCover, product: string): boolean {
  return cover.flex.some((each) => each.product === product);
}

function whenText(due: number | null): string {
  return due === null ? '' : ` at the renewal on ${isoDate(due)}`;
}
