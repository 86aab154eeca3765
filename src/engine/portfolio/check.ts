import { formatNumber } from '../numeric';
import { holdingsOf, type Holding } from './holdings';
import { Catalogue, peopleByKey, personKey } from './names';
import type { ActionCheck, ActionState, CheckedAction, PortfolioAction, PortfolioInput } from './types';

interface Finding {
  /** Null = the import cannot tell. */
  readonly holds: boolean | null;
  readonly evidence: string;
}

/**
 * Actions held against a later import. An action that was done before and is not any more is reversed; what an import cannot tell is not
 * done. Realised saving: the promised one, corrected by the tokens that the products concerned take now, once everything of the person
 * that the saving rests on is done.
 * @param next the portfolio's input made from the later import
 * @param earlier states found by the check before, by id
 */
export function checkActions(
  actions: readonly PortfolioAction[],
  next: PortfolioInput,
  earlier: ReadonlyMap<string, ActionState> = new Map(),
): ActionCheck {
  const later = new NextImport(next);
  const states = new Map<string, { readonly state: ActionState; readonly evidence: string }>();
  for (const action of actions) {
    const { holds, evidence } = later.find(action);
    const before = earlier.get(action.id);
    const wasDone = before === 'done' || before === 'reversed';
    const state = holds === true ? 'done' : holds === false && wasDone ? 'reversed' : 'not done';
    states.set(action.id, { state, evidence });
  }
  const byUser = new Map<string, PortfolioAction[]>();
  for (const action of actions) {
    if (action.loan !== true) byUser.set(action.user, [...(byUser.get(action.user) ?? []), action]);
  }
  const checked = actions.map((action): CheckedAction => {
    const { state, evidence } = states.get(action.id)!;
    const group = action.loan === true || action.user === '' ? [action] : byUser.get(action.user)!;
    const isWhole = group.every(({ id }) => states.get(id)!.state === 'done');
    return {
      action,
      state,
      evidence,
      promised: action.saving,
      realised: later.realised(action, group, isWhole),
    };
  });
  const count = (state: ActionState): number => checked.filter((each) => each.state === state).length;
  return {
    actions: checked,
    done: count('done'),
    open: count('not done'),
    reversed: count('reversed'),
    promised: checked.reduce((sum, { promised }) => sum + (promised ?? 0), 0),
    realised: checked.reduce((sum, { realised }) => sum + (realised ?? 0), 0),
  };
}

class NextImport {
  private readonly catalogue: Catalogue;
  private readonly index: ReadonlyMap<string, number>;
  private readonly holders: ReadonlyMap<string, ReadonlySet<string>> | null;
  private readonly people: readonly Holding[] | null;
  private readonly owned = new Map<string, number>();

  constructor(private readonly input: PortfolioInput) {
    this.catalogue = new Catalogue(input);
    this.index = peopleByKey(input.people);
    this.people = holdingsOf(input, this.catalogue).people;
    this.holders = input.assignments === null ? null : this.holdersOf(input.assignments);
    for (const { offering, quantity, end } of input.owned) {
      const name = this.catalogue.find(offering)?.name ?? offering;
      if (end === null || end >= input.asOf) this.owned.set(name, (this.owned.get(name) ?? 0) + quantity);
    }
  }

  find(action: PortfolioAction): Finding {
    switch (action.kind) {
      case 'give seat':
      case 'unassign seat':
        return this.seat(action);
      case 'give Flex':
        return this.flex(action);
      case 'buy seats':
      case 'let seats end':
        return this.quantity(action);
    }
  }

  /** Yearly money of the action that carries a person's saving. */
  realised(action: PortfolioAction, group: readonly PortfolioAction[], isWhole: boolean): number | null {
    if (action.saving === null) return isWhole ? null : 0;
    if (!isWhole || action.saving === 0) return 0;
    if (action.loan === true) return action.saving;
    const change = group.reduce((sum, each) => {
      const now = this.tokens(each);
      if (now === null) return sum;
      return sum + (each.kind === 'give Flex' ? each.tokens - now : now - each.tokens);
    }, 0);
    return action.saving + change * this.input.prices.tokenPrice;
  }

  private seat({ kind, user, email, offering }: PortfolioAction): Finding {
    if (this.holders === null)
      return { holds: null, evidence: 'The import does not say who holds which seat.' };
    const holders = this.holders.get(offering);
    const holdsIt =
      holders !== undefined && [user, email].some((name) => name !== '' && holders.has(personKey(name)));
    const evidence = `${user} ${holdsIt ? 'holds' : 'holds no'} ${offering} in the import.`;
    return { holds: kind === 'give seat' ? holdsIt : !holdsIt, evidence };
  }

  private flex({ user, email, offering }: PortfolioAction): Finding {
    const person = this.personOf(user, email);
    if (person === undefined) return { holds: null, evidence: `${user} has no row in the import.` };
    const held = this.people?.[person];
    const bits = this.catalogue.holding(offering) & (held?.collections ?? 0);
    if (held !== undefined && (held.seats.includes(offering) || bits !== 0)) {
      return {
        holds: false,
        evidence: `${user} still holds a seat or Collection for ${offering}: it is drawn first.`,
      };
    }
    const tokens = this.input.people[person]!.needs.find(({ product }) => product === offering)?.tokens ?? 0;
    if (this.people === null || tokens <= 0) {
      return { holds: null, evidence: `No tokens of ${user} for ${offering} in the import yet.` };
    }
    return {
      holds: true,
      evidence: `${user} has no seat for ${offering}; ${formatNumber(tokens)} tokens in the year.`,
    };
  }

  private quantity({ kind, offering, target = 0 }: PortfolioAction): Finding {
    if (this.input.owned.length === 0)
      return { holds: null, evidence: 'The import does not say how many seats are owned.' };
    const owned = this.owned.get(offering) ?? 0;
    const evidence = `${owned} × ${offering} owned, ${target} intended.`;
    return { holds: kind === 'buy seats' ? owned >= target : owned <= target, evidence };
  }

  /** Tokens a year of the action's products, as if on Flex; null where it concerns none. */
  private tokens({ user, email, products }: PortfolioAction): number | null {
    const person = this.personOf(user, email);
    if (products === undefined || products.length === 0 || person === undefined) return null;
    return this.input.people[person]!.needs.filter(({ product }) => products.includes(product)).reduce(
      (sum, { tokens }) => sum + tokens,
      0,
    );
  }

  private personOf(user: string, email: string): number | undefined {
    return this.index.get(personKey(user)) ?? this.index.get(personKey(email));
  }

  private holdersOf(
    assignments: NonNullable<PortfolioInput['assignments']>,
  ): ReadonlyMap<string, ReadonlySet<string>> {
    const holders = new Map<string, Set<string>>();
    for (const { user, offering } of assignments) {
      const name = this.catalogue.find(offering)?.name ?? offering;
      holders.set(name, (holders.get(name) ?? new Set()).add(personKey(user)));
    }
    return holders;
  }
}
