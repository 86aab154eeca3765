import { personKey } from '../../usage/person-key';
import { formatNumber, isoDate } from '../../numeric';
import { CoverSums } from '../seats/options';
import { holdingsOf, type Holding } from '../seats/holdings';
import { Catalogue, isFlexAccess, peopleByKey } from '../names';
import { RuleBook } from '../person-rules';
import { TokenCost } from '../token-cost';
import type { PortfolioAction, PortfolioInput } from '../types';

/** What an import tells of an action. */
export interface Finding {
  /** Null = the import cannot tell. */
  readonly holds: boolean | null;
  readonly evidence: string;
}

const NO_SEATS: Finding = { holds: null, evidence: 'The import does not say who holds which seat.' };

/** A later import, as the actions of an earlier run are held against it. */
export class NextImport {
  private readonly catalogue: Catalogue;
  private readonly index: ReadonlyMap<string, number>;
  private readonly holders: ReadonlyMap<string, ReadonlySet<string>> | null;
  private readonly people: readonly Holding[] | null;
  /** Keys of those to whom Flex itself is assigned. */
  private readonly withFlex: ReadonlySet<string>;
  private readonly owned = new Map<string, number>();
  private price: number | null = null;

  constructor(private readonly input: PortfolioInput) {
    this.catalogue = new Catalogue(input);
    this.index = peopleByKey(input.people);
    this.people = holdingsOf(input, this.catalogue).people;
    this.holders = input.assignments === null ? null : this.holdersOf(input.assignments);
    this.withFlex = new Set(
      (input.assignments ?? [])
        .filter(({ offering }) => isFlexAccess(offering))
        .map(({ user }) => personKey(user)),
    );
    for (const { offering, quantity, end } of input.owned) {
      const name = this.catalogue.find(offering)?.name ?? offering;
      if (end === null || end >= input.asOf) this.owned.set(name, (this.owned.get(name) ?? 0) + quantity);
    }
  }

  /** @param since day up to which tokens drawn say nothing about the action */
  find(action: PortfolioAction, since: number): Finding {
    switch (action.kind) {
      case 'give seat':
      case 'unassign seat':
        return this.seat(action);
      case 'give Flex':
        return this.flex(action, since);
      case 'buy seats':
      case 'let seats end':
        return this.quantity(action);
    }
  }

  /**
   * A spare seat lent: given once held, and given still when it has run its time; taken back once it was held and is not any more.
   * @param wasLent whether a check before found it held
   */
  lent({ kind, user, email, offering, until }: PortfolioAction, wasLent: boolean): Finding {
    if (this.holders === null) return NO_SEATS;
    const holdsIt = this.holds(user, email, offering);
    const isOver = until !== undefined && this.input.asOf >= until;
    if (kind === 'give seat') {
      return !holdsIt && wasLent && isOver
        ? { holds: true, evidence: `${user} had ${offering} until it ended on ${isoDate(until)}.` }
        : { holds: holdsIt, evidence: this.holdingText(user, offering, holdsIt) };
    }
    if (!holdsIt && !wasLent) {
      return { holds: null, evidence: `${user} has not been seen with ${offering} yet.` };
    }
    return { holds: !holdsIt, evidence: this.holdingText(user, offering, holdsIt) };
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
    return action.saving + change * this.tokenPrice();
  }

  private seat({ kind, user, email, offering }: PortfolioAction): Finding {
    if (this.holders === null) return NO_SEATS;
    const holdsIt = this.holds(user, email, offering);
    const evidence = this.holdingText(user, offering, holdsIt);
    return { holds: kind === 'give seat' ? holdsIt : !holdsIt, evidence };
  }

  /** Access to Flex shows in tokens drawn once the action was listed, or in Flex being assigned, where no seat would be drawn first. */
  private flex({ user, email, offering }: PortfolioAction, since: number): Finding {
    if (this.holders === null) return NO_SEATS;
    const collections = this.input.collections.filter(
      (_, index) => (this.catalogue.holding(offering) & (1 << index)) !== 0,
    );
    if ([offering, ...collections.map(({ name }) => name)].some((name) => this.holds(user, email, name))) {
      return {
        holds: false,
        evidence: `${user} still holds a seat or Collection for ${offering}: it is drawn first.`,
      };
    }
    const person = this.personOf(user, email);
    const needs = person === undefined ? [] : this.input.people[person]!.needs;
    const { lastDrawn = -Infinity, tokens = 0 } = needs.find(({ product }) => product === offering) ?? {};
    if (lastDrawn > since) {
      return {
        holds: true,
        evidence: `${user} has no seat for ${offering}; ${formatNumber(tokens)} tokens in the year, the last on ${isoDate(lastDrawn)}.`,
      };
    }
    if ([user, email].some((name) => this.withFlex.has(personKey(name)))) {
      return { holds: true, evidence: `${user} has no seat for ${offering}, and Flex is assigned.` };
    }
    return {
      holds: null,
      evidence: `${user} has no seat for ${offering}, and no tokens for it after ${isoDate(since)} are in the import: not seen yet.`,
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

  private holds(user: string, email: string, offering: string): boolean {
    const holders = this.holders?.get(offering);
    return holders !== undefined && [user, email].some((name) => name !== '' && holders.has(personKey(name)));
  }

  private holdingText(user: string, offering: string, holdsIt: boolean): string {
    return `${user} ${holdsIt ? 'holds' : 'holds no'} ${offering} in the import.`;
  }

  /** Price paid for a token at the quantity that is drawn by this import. */
  private tokenPrice(): number {
    if (this.price === null) {
      const sums = new CoverSums(this.input, new RuleBook(this.input, this.catalogue));
      const tokens = (this.people ?? []).reduce(
        (sum, held, index) => sum + sums.ofToday(this.input.people[index]!, held).tokens,
        0,
      );
      this.price = new TokenCost(this.input.prices).purchase(tokens).price;
    }
    return this.price;
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
