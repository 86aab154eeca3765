import type { Catalogue } from './names';
import { NOTHING_HELD, type Holding } from './seats/holdings';
import type { PinnedPerson } from './pins';
import type { PortfolioInput, PortfolioNeed, PortfolioPersonInput } from './types';

/** How one need may be met where no chosen Collection holds it. */
export interface NeedRule {
  readonly product: string;
  /** Tokens of the year if it is drawn. */
  readonly tokens: number;
  readonly flex: boolean;
  /** With `flex` false too: only a Collection may hold it. */
  readonly seat: boolean;
  /** Yearly after the discount; null = price missing. */
  readonly seatCost: number | null;
  readonly seatHeld: boolean;
  readonly onFlex: boolean;
  readonly neverUsed: boolean;
  /** Bits of the Collections that hold it. */
  readonly collections: number;
}

/** Everything that limits one person's choice. */
export interface PersonRules {
  readonly needs: readonly NeedRule[];
  /** Bits of Collections that are part of every choice. */
  readonly required: number;
  /** Bits of Collections that may be added. */
  readonly optional: number;
  /** Single seats that are part of every choice, beside the needs. */
  readonly keptSeats: readonly string[];
  readonly held: Holding;
  /** Pins that cannot be followed, in sentences. */
  readonly notes: readonly string[];
}

/** Rules of people, one by one (docs/rules.md, "Portfolio": not on Flex, contractors, pins; and what is protected today). */
export class RuleBook {
  private readonly seatLists: ReadonlyMap<string, number | null>;
  private readonly onFlex: ReadonlyMap<string, boolean>;
  private readonly priced: number;
  readonly collectionCosts: readonly (number | null)[];

  constructor(
    private readonly input: PortfolioInput,
    readonly catalogue: Catalogue,
  ) {
    const share = 1 - input.prices.seatDiscount;
    this.seatLists = new Map(input.offers.map(({ product, seatList }) => [product, seatList]));
    this.onFlex = new Map(input.offers.map(({ product, onFlex }) => [product, onFlex]));
    this.collectionCosts = input.collections.map(({ seatList }) =>
      seatList === null ? null : seatList * share,
    );
    this.priced = this.collectionCosts.reduce<number>(
      (bits, cost, index) => (cost === null ? bits : bits | (1 << index)),
      0,
    );
  }

  /** Yearly seat price after the discount; null = price missing. */
  seatCost(product: string): number | null {
    const list = this.seatLists.get(product) ?? null;
    return list === null ? null : list * (1 - this.input.prices.seatDiscount);
  }

  seatList(product: string): number | null {
    return this.seatLists.get(product) ?? null;
  }

  rulesOf(person: PortfolioPersonInput, held: Holding | null, pinned: PinnedPerson | null): PersonRules {
    const { contractorsOnFlex, protectToday, keepUnseen } = this.input.policies;
    const holding = held ?? NOTHING_HELD;
    const notes: string[] = [];
    const used = [...person.needs, ...this.pinnedOnly(person, pinned)];
    let required = pinned?.collections ?? 0;
    if (protectToday) required |= this.keptCollections(used, holding, keepUnseen === true);
    let forbidden = 0;
    const unread = this.keptUnread(person, holding);
    required |= unread.collections;
    notes.push(...unread.notes);
    const kept = protectToday ? this.keptSeats(used, holding, keepUnseen === true) : [];
    kept.push(...unread.seats.filter((product) => !kept.includes(product)));
    const needs: NeedRule[] = [];
    for (const need of used) {
      const pin = pinned?.products.get(need.product) ?? pinned?.products.get('');
      if ((need.neverUsed && !need.onFlex && pin === undefined) || kept.includes(need.product)) continue;
      const rule = this.needRule(need, holding, pin, contractorsOnFlex && person.contractor);
      const itself = this.catalogue.find(need.product);
      // A Collection is never also a single seat: where it cannot be drawn with tokens, it is the Collection.
      if (itself?.kind === 'collection' && !rule.flex) required |= 1 << itself.index;
      if (pin === 'Flex' && !need.onFlex && pinned?.products.has(need.product) === true) {
        notes.push(
          `The pin of "${person.user}" to Flex was not followed for ${need.product}, which is not on Flex.`,
        );
      } else if (pin !== undefined && (rule.collections & required) !== 0) {
        notes.push(
          `${need.product} of "${person.user}" is pinned to ${pin}, but a Collection that stays holds it: the Collection is drawn first.`,
        );
      } else if (pin !== undefined && (pin === 'Named User' || need.onFlex)) forbidden |= rule.collections;
      needs.push(rule);
    }
    const useful = needs.reduce((bits, need) => bits | need.collections, 0) & this.priced;
    const optional = useful & ~required & ~forbidden;
    const bound = contractorsOnFlex && person.contractor;
    return {
      needs,
      required,
      optional: bound ? this.withoutFlexGain(optional, needs) : optional,
      keptSeats: kept,
      held: holding,
      notes,
    };
  }

  private needRule(
    need: PortfolioNeed,
    held: Holding,
    pin: 'Flex' | 'Named User' | undefined,
    contractor: boolean,
  ): NeedRule {
    const mode = pin === undefined && contractor ? 'Flex' : pin;
    const isCollection = this.catalogue.find(need.product)?.kind === 'collection';
    const seatCost =
      need.seatList === null || isCollection ? null : need.seatList * (1 - this.input.prices.seatDiscount);
    const flex = need.onFlex && mode !== 'Named User';
    return {
      product: need.product,
      tokens: need.tokens,
      flex,
      // Where Flex is possible, a seat without a price is no alternative: nobody can say that it is cheaper.
      seat: !flex || (seatCost !== null && mode !== 'Flex'),
      seatCost,
      seatHeld: held.seats.includes(need.product),
      onFlex: need.onFlex,
      neverUsed: need.neverUsed,
      collections: this.catalogue.holding(need.product),
    };
  }

  /** Products pinned to a seat that the person has no row for. */
  private pinnedOnly(person: PortfolioPersonInput, pinned: PinnedPerson | null): readonly PortfolioNeed[] {
    if (pinned === null) return [];
    return [...pinned.products].flatMap(([product, mode]) => {
      if (product === '' || mode === 'Flex' || person.needs.some((need) => need.product === product))
        return [];
      return [
        {
          product,
          basis: 'hour' as const,
          units: 0,
          tokens: 0,
          onFlex: this.onFlex.get(product) ?? false,
          seatList: this.seatLists.get(product) ?? null,
          neverUsed: true,
        },
      ];
    });
  }

  /** Seats held today that stay: their price is missing, or the data cannot show their use. */
  private keptSeats(used: readonly PortfolioNeed[], held: Holding, keepUnseen: boolean): string[] {
    return held.seats.filter((product) => {
      const isUsed = used.some((need) => need.product === product && !need.neverUsed);
      return this.seatCost(product) === null || (keepUnseen && !isUsed);
    });
  }

  /** What holds the products of rejected rows: these show that it is used, though not how much, so it stays whatever the data seem to say. */
  private keptUnread(
    { user, unread = [] }: PortfolioPersonInput,
    held: Holding,
  ): Holding & { readonly notes: readonly string[] } {
    const holding = (product: string): number => this.catalogue.holding(product) & held.collections;
    const lost = unread.filter((product) => held.seats.includes(product) || holding(product) !== 0);
    return {
      seats: held.seats.filter((product) => lost.includes(product)),
      collections: lost.reduce((bits, product) => bits | holding(product), 0),
      notes:
        lost.length === 0
          ? []
          : [
              `What "${user}" holds for ${lost.join(' and ')} stays: rows of its use were left out, so how much it is used is not known.`,
            ],
    };
  }

  private keptCollections(used: readonly PortfolioNeed[], held: Holding, keepUnseen: boolean): number {
    let bits = 0;
    for (let index = 0; index < this.collectionCosts.length; index += 1) {
      const bit = 1 << index;
      if ((held.collections & bit) === 0) continue;
      const isUsed = used.some(
        (need) => !need.neverUsed && (this.catalogue.holding(need.product) & bit) !== 0,
      );
      if (this.collectionCosts[index] === null || (keepUnseen && !isUsed)) bits |= bit;
    }
    return bits;
  }

  /** Contractors stay on Flex: a Collection may only stand in for the seats of products that are not on Flex, where it costs no more than they do. */
  private withoutFlexGain(optional: number, needs: readonly NeedRule[]): number {
    let bits = 0;
    for (let index = 0; index < this.collectionCosts.length; index += 1) {
      const bit = 1 << index;
      if ((optional & bit) === 0) continue;
      const seats = needs.reduce(
        (sum, need) => (need.onFlex || (need.collections & bit) === 0 ? sum : sum + (need.seatCost ?? 0)),
        0,
      );
      if (seats > 0 && this.collectionCosts[index]! <= seats) bits |= bit;
    }
    return bits;
  }
}

/** The rules of a person whose `products`, covered today by a Collection, find no single seat: a Collection must hold them. */
export function withoutSeat(rules: PersonRules, products: readonly string[]): PersonRules {
  const barred = rules.needs.filter(({ product }) => products.includes(product));
  const holding = barred.reduce((bits, need) => bits | need.collections, 0);
  return {
    ...rules,
    needs: rules.needs.map((need) => (barred.includes(need) ? { ...need, seat: false, flex: false } : need)),
    // What covers them today may stay even where a pin or the contractor policy would not have it chosen.
    optional: rules.optional | (rules.held.collections & holding & ~rules.required),
  };
}
