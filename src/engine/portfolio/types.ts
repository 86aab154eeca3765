/**
 * The cheapest mix as plain data (docs/rules.md, "Portfolio"): numbers and names only, so that it can cross to a worker.
 * Money is yearly and in the card's currency unless its name says otherwise; tokens are a year's; dates are whole Excel serials.
 */
import type { Tier } from '../pool/types';
import type { OwnedSeats, Pin, SeatHolding } from './seats/types';

/** One product of one person in the year. */
export interface PortfolioNeed {
  /** Canonical name on the card. */
  readonly product: string;
  readonly basis: 'hour' | 'day' | 'result';
  readonly units: number;
  /** Tokens of the year as if on Flex; 0 where Flex is not possible. */
  readonly tokens: number;
  /** Can be drawn with tokens under this card. */
  readonly onFlex: boolean;
  /** Yearly Named User price before the seat discount; null = price missing. A Collection named as a product has none: it is no single seat. */
  readonly seatList: number | null;
  /** Listed in the data without any use. */
  readonly neverUsed: boolean;
  /** Last day on which tokens were drawn for it, as far as the data tell: rows of a seat do not count. Omitted = none on record. */
  readonly lastDrawn?: number;
}

export interface PortfolioPersonInput {
  /** Key as in the usage. */
  readonly user: string;
  readonly displayName: string;
  readonly team: string;
  readonly department: string;
  /** '' where unknown; the key may be an address too. */
  readonly email: string;
  readonly contractor: boolean;
  readonly needs: readonly PortfolioNeed[];
  /** Products of which rows of this person were rejected: their use is unknown, not none. Omitted = none. */
  readonly unread?: readonly string[];
}

/** A product sold as a single seat. */
export interface SeatOffer {
  readonly product: string;
  /** Before the seat discount; null = price missing. */
  readonly seatList: number | null;
  readonly onFlex: boolean;
}

export interface CollectionOffer {
  readonly name: string;
  /** Canonical names of what it holds. */
  readonly products: readonly string[];
  /** Before the seat discount; null = price missing: such a Collection is only bought for whom the data name it as a product in use. */
  readonly seatList: number | null;
}

export interface PortfolioPolicies {
  readonly contractorsOnFlex: boolean;
  readonly pins: readonly Pin[];
  /**
   * True (commands): a seat held today whose price is missing stays, because nobody can say what giving it up saves, and who would lose
   * the only cover of a cloud product stays as today. False (functions): seats held today break ties only.
   */
  readonly protectToday: boolean;
  /**
   * True where the data hold only token charges, so that a seat without rows says nothing about its use: such seats stay. Omitted = the
   * data show the use of seats too, and a seat without rows is given up.
   */
  readonly keepUnseen?: boolean;
}

export interface PortfolioPrices {
  /** Price of a token after discounts; used where `tiers` is empty. */
  readonly tokenPrice: number;
  /** Rising quantities, all-units; empty = one price without a minimum. Else a purchase is at least the first tier. */
  readonly tiers: readonly Tier[];
  /** Purchases are multiples of this many tokens; 0 = not rounded. */
  readonly bundle: number;
  /** Tokens that are paid for in any case; 0 = none. */
  readonly committed: number;
  /** Fraction, on seats and Collections. */
  readonly seatDiscount: number;
}

export interface PortfolioInput {
  readonly people: readonly PortfolioPersonInput[];
  readonly offers: readonly SeatOffer[];
  readonly collections: readonly CollectionOffer[];
  readonly owned: readonly OwnedSeats[];
  /** Null = nobody knows who holds what: there is no "today" to compare with. */
  readonly assignments: readonly SeatHolding[] | null;
  readonly prices: PortfolioPrices;
  readonly policies: PortfolioPolicies;
  readonly currency: string;
  /** Day from which terms are counted. */
  readonly asOf: number;
}

/** How one person is covered, today or as proposed. */
export interface PersonCover {
  /** Products with a single seat, by name. */
  readonly seats: readonly string[];
  readonly collections: readonly string[];
  /** Products drawn with tokens, with their tokens of the year. */
  readonly flex: readonly { readonly product: string; readonly tokens: number }[];
  /** Products used that nothing covers: not on Flex, no seat, no Collection (today only). */
  readonly uncovered: readonly string[];
  readonly tokens: number;
  /** Seats and Collections before the seat discount, as far as prices are known: cost = seatList × (1 − discount) + tokens × price. */
  readonly seatList: number;
  /** Sum of the known prices at the price paid for a token. */
  readonly cost: number;
  /** Seats in it whose price is missing: `cost` is then incomplete. */
  readonly unpriced: readonly string[];
}

export interface PortfolioPerson {
  readonly user: string;
  readonly displayName: string;
  readonly team: string;
  readonly department: string;
  readonly email: string;
  readonly contractor: boolean;
  /** Null when nobody knows who holds what. */
  readonly today: PersonCover | null;
  readonly proposed: PersonCover;
  /** Yearly; null = price missing, or today unknown. */
  readonly costToday: number | null;
  /** Yearly at the price paid for a token; null = price missing. */
  readonly costProposed: number | null;
  /** costToday − costProposed, a year; negative = a premium. */
  readonly saving: number | null;
  /** Money by the end of the running terms when each change is made on its due date: spare seats cost 0, a freed seat saves nothing until it ends. */
  readonly savingThisTerm: number | null;
  /** Yearly, once the seats given up have ended: the same figure as `saving`. */
  readonly savingFromRenewal: number | null;
  /** Why, in sentences with figures. */
  readonly reason: string;
  readonly changed: boolean;
  /** '' = nothing is in the way. Else a sentence: what must be there first, or why the person stays as today. */
  readonly blocked: string;
  /** The day from which giving up seats saves money: the latest end of what is given up; null = nothing given up, or end unknown. */
  readonly due: number | null;
  /** Tokens that the running terms save, or take (below 0), until which day; only where not every token has the same price. */
  readonly steps?: readonly TokenStep[];
  /** A spare owned seat that this person could use until it ends, though Flex is cheaper from the renewal on. */
  readonly loan?: SpareLoan;
}

/** Tokens that are not drawn for some time; below 0 they are drawn in addition. */
export interface TokenStep {
  /** A year. */
  readonly tokens: number;
  /** Whole serials: counted from the one day to the other. */
  readonly from: number;
  readonly until: number;
}

/** A spare seat that costs nothing until it ends, for somebody on Flex. */
export interface SpareLoan {
  readonly offering: string;
  readonly until: number;
  /** Token money not spent until then. */
  readonly saving: number;
}

/** One seat product or Collection, today against proposed. */
export interface OfferingLine {
  readonly offering: string;
  readonly kind: 'seat' | 'collection';
  readonly owned: number;
  /** Held today by people of the data, and by others the data does not know. */
  readonly assigned: number;
  readonly needed: number;
  /** owned − assigned, never negative. */
  readonly spare: number;
  /** needed − owned, never negative. */
  readonly toBuy: number;
  /** owned − needed, never negative: not renewed. */
  readonly toRelease: number;
  /** Before the seat discount; null = price missing. */
  readonly seatList: number | null;
  /** What is owned today and what is needed, at full price; null = price missing. */
  readonly costToday: number | null;
  readonly costProposed: number | null;
  /** First term that ends; null = unknown or none owned. */
  readonly end: number | null;
}

export interface PortfolioMoney {
  readonly people: number;
  /** Single seats and Collections in use (proposed) or owned (today). */
  readonly seats: number;
  readonly collections: number;
  readonly seatCost: number;
  readonly collectionCost: number;
  readonly tokens: number;
  /** Tokens bought: at least `tokens`, rounded to the tier, bundle and commitment. */
  readonly tokensBought: number;
  /** Price of one token at that quantity. */
  readonly tokenPrice: number;
  readonly tokenCost: number;
  /** Everything whose price is known. */
  readonly cost: number;
  /** People with a seat whose price is missing: only what is known of theirs is in `cost`. */
  readonly priceMissing: number;
}

/** A part of the saving of all; the parts add up to it. */
export interface SavingLine {
  /**
   * The people's own savings; owned seats that nobody holds; people with a price missing, as far as prices are known; what tokens cost
   * beyond the price of those used.
   */
  readonly part: 'people' | 'spare seats' | 'price missing' | 'tokens';
  readonly saving: number;
  readonly savingThisTerm: number;
}

export interface PortfolioSummary {
  readonly offerings: readonly OfferingLine[];
  /** Null when nobody knows who holds what. */
  readonly today: PortfolioMoney | null;
  readonly proposed: PortfolioMoney;
  /** today.cost − proposed.cost; null with `today`. */
  readonly saving: number | null;
  readonly savingThisTerm: number | null;
  readonly savingFromRenewal: number | null;
  /** What `saving` and `savingThisTerm` consist of; empty with an unknown `today`. */
  readonly savingLines: readonly SavingLine[];
  readonly changed: number;
  readonly blocked: number;
  /** People with tokens in the proposal. */
  readonly onFlex: number;
}

export type CertificateMethod =
  | 'exact at a fixed price'
  /** Tiers, bundles or a commitment, and no better mix exists: every alternative within the bound was searched. */
  | 'exact by search'
  /** The best mix found, with how far from the optimum it can be at most. */
  | 'bounded';

export interface Certificate {
  readonly cost: number;
  /** No mix under the same constraints can cost less. */
  readonly lowerBound: number;
  /** cost − lowerBound, never negative. */
  readonly gap: number;
  /** gap ÷ cost; 0 at a cost of 0. */
  readonly gapShare: number;
  readonly method: CertificateMethod;
  /** A sentence with the figures. */
  readonly text: string;
}

export interface Portfolio {
  readonly people: readonly PortfolioPerson[];
  readonly summary: PortfolioSummary;
  readonly certificate: Certificate;
  /**
   * Sentences about what was given and could not be followed as it stands: pins without their person or against each other, seats of
   * unknown offerings or with a status nobody knows.
   */
  readonly notes: readonly string[];
  readonly currency: string;
  readonly asOf: number;
  readonly prices: PortfolioPrices;
}

/** Steps of the work, for progress. */
export interface PortfolioProgress {
  readonly done: number;
  readonly total: number;
}

export type ActionKind = 'give seat' | 'give Flex' | 'unassign seat' | 'buy seats' | 'let seats end';

/** One change to make. */
export interface PortfolioAction {
  /** Stable over runs: kind, person and offering. */
  readonly id: string;
  /** Position in the order of work, from 1: what is given comes before what is taken. */
  readonly order: number;
  readonly kind: ActionKind;
  /** '' for purchases and renewals, which concern nobody by name. */
  readonly user: string;
  readonly email: string;
  /** Product or Collection. */
  readonly offering: string;
  /** Seats concerned: 1 for a person. */
  readonly quantity: number;
  /** Day by which it should be done: the end of the very seat it is about; null = as soon as possible, or the term is unknown. */
  readonly due: number | null;
  /** Ids that must be done first: what replaces a seat before it goes, and its going before somebody else gets it. */
  readonly after: readonly string[];
  /**
   * Yearly money promised, carried by one action of each person, and by seats that nobody holds where they are let go; 0 on the others;
   * null = price missing.
   */
  readonly saving: number | null;
  /** Tokens a year that the saving was computed with: drawn from now on (give Flex), or not drawn any more (give seat); else 0. */
  readonly tokens: number;
  /** Products of `tokens`; omitted = none. */
  readonly products?: readonly string[];
  /** Purchases and renewals: seats owned once it is done. */
  readonly target?: number;
  /** A spare seat lent until its end: `saving` is then the money of that time, not of a year. */
  readonly loan?: boolean;
  /** Last day of a spare seat lent. */
  readonly until?: number;
  /** What to do, in a sentence. */
  readonly text: string;
}

/** Addresses of one kind of change for one offering, to paste into the admin console. */
export interface EmailList {
  readonly kind: 'give seat' | 'give Flex' | 'unassign seat';
  readonly offering: string;
  readonly due: number | null;
  /** True where others have to give the seats up first. */
  readonly freed?: boolean;
  /** Sorted, each once. */
  readonly emails: readonly string[];
  /** People of the list without an address. */
  readonly withoutEmail: readonly string[];
}

export type ActionState = 'done' | 'not done' | 'reversed';

/** An action held against the next import. */
export interface CheckedAction {
  readonly action: PortfolioAction;
  readonly state: ActionState;
  /** What was found, in a sentence. */
  readonly evidence: string;
  readonly promised: number | null;
  /** Yearly money at the new figures, where it can be told; 0 while not done; null = price missing. */
  readonly realised: number | null;
}

export interface ActionCheck {
  readonly actions: readonly CheckedAction[];
  readonly done: number;
  readonly open: number;
  readonly reversed: number;
  readonly promised: number;
  readonly realised: number;
}
