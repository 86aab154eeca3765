/** The pool's book as plain data (docs/rules.md, "Ledger"). Days are whole Excel serials; money is in the card's currency. */
import type { DayBurn } from '../burn/types';

/** A purchase (or carried-forward tokens, at price 0 or as granted). Works from `start` through `expiry`, both included. */
export interface Pack {
  /** As the user named it, else "Pack 1". Unique. */
  readonly id: string;
  /** '' = one pool for everybody. */
  readonly team: string;
  readonly quantity: number;
  readonly price: number;
  readonly start: number;
  readonly expiry: number;
  /** Granted from the term before instead of bought: counted apart from purchases. */
  readonly carried: boolean;
  /** 1-based row of the table it came from, header included. */
  readonly row: number;
}

/** Tokens moved from one team's packs to another's on a day: earliest expiry first, each piece keeps its expiry and price. */
export interface Transfer {
  readonly date: number;
  readonly from: string;
  readonly to: string;
  readonly tokens: number;
  readonly row: number;
}

/** A dated correction that was posted after a reconciliation: negative = tokens that left without a usage row. */
export interface Adjustment {
  readonly date: number;
  readonly team: string;
  readonly tokens: number;
  readonly reason: string;
  readonly row: number;
}

/** The balance Autodesk shows for a team at the end of a day. */
export interface ShownBalance {
  readonly date: number;
  readonly team: string;
  readonly balance: number;
  readonly row: number;
}

/** Everything the user keeps about the pool. */
export interface PoolBook {
  readonly packs: readonly Pack[];
  readonly transfers: readonly Transfer[];
  readonly adjustments: readonly Adjustment[];
  readonly shown: readonly ShownBalance[];
}

/** A pack, or the part of one that a transfer brought to a team. */
export interface Lot {
  readonly pack: string;
  readonly team: string;
  readonly start: number;
  readonly expiry: number;
  readonly price: number;
  readonly carried: boolean;
  /** Tokens that came into this lot: the pack's quantity, or what a transfer brought. */
  readonly quantity: number;
  /** True where a transfer brought them. */
  readonly transferred: boolean;
  readonly burned: number;
  readonly expired: number;
  readonly transferredOut: number;
  /** Posted adjustments taken from this lot (positive) or put back (negative). */
  readonly adjusted: number;
  /** quantity − burned − expired − transferredOut − adjusted; never negative. */
  readonly balance: number;
}

/** Tokens burned from a lot on a day. */
export interface LotBurn {
  readonly day: number;
  /** Index into `Ledger.lots`. */
  readonly lot: number;
  /** Negative = a refund that came back to the lot. */
  readonly tokens: number;
  /** The team that used them, and what they cost in whole cents. */
  readonly team?: string;
  readonly cents?: number;
}

export interface TeamTotals {
  readonly team: string;
  readonly bought: number;
  readonly carriedIn: number;
  readonly transferredIn: number;
  readonly transferredOut: number;
  readonly burned: number;
  readonly expired: number;
  readonly adjusted: number;
  readonly balance: number;
  /** Tokens used on days without a balance: reported, never carried as debt. */
  readonly uncovered: number;
  /** Refunds that found no lot to go back to. */
  readonly lostRefunds: number;
}

/**
 * The pool's book, burned earliest expiry first, ties smallest first (docs/rules.md, "Ledger"). bought + carriedIn + transferredIn = burned
 * + expired + balance + transferredOut + adjusted, per team and in total.
 */
export interface Ledger {
  readonly asOf: number;
  readonly lots: readonly Lot[];
  readonly burns: readonly LotBurn[];
  readonly teams: readonly TeamTotals[];
  readonly total: TeamTotals;
  /** Balance at the end of each day from the first pack's start to asOf, all teams. */
  readonly firstDay: number;
  readonly balances: Float64Array;
}

/** What happened to tokens of a lot. `burned` and `adjusted` are negative where tokens came back to the lot. */
export type LotMoveKind =
  'bought' | 'carried in' | 'transferred in' | 'burned' | 'expired' | 'transferred out' | 'adjusted';

/** One entry of the book: so many tokens of a lot, with their cost in whole cents. */
export interface LotMove {
  readonly day: number;
  /** Index into `Ledger.lots`. */
  readonly lot: number;
  readonly kind: LotMoveKind;
  readonly tokens: number;
  readonly cents: number;
  /** Burned tokens: the team that used them. Else the lot's team. */
  readonly team: string;
}

/** A lot with its cost in whole cents: what its tokens cost when they came in, and what the rest of them cost. */
export interface PricedLot extends Lot {
  readonly cents: number;
  readonly balanceCents: number;
}

/** A ledger with every entry behind it, as `ledger()` gives it: what money, chargeback and reconciliation are counted from. */
export interface BookedLedger extends Ledger {
  readonly lots: readonly PricedLot[];
  /** In order of time. */
  readonly moves: readonly LotMove[];
  /** Tokens used without a balance, by day and team. */
  readonly uncovered: readonly DayBurn[];
}

/** Balance Autodesk shows against ours on the same day, and what of the difference the data explains. */
export interface Reconciliation {
  readonly date: number;
  readonly team: string;
  readonly shown: number;
  readonly ledger: number;
  readonly difference: number;
  /** Sentences with figures: rows dated after the export, a transfer of that very amount, refunds on that day… */
  readonly explanations: readonly { readonly text: string; readonly tokens: number }[];
  readonly unexplained: number;
}

/** One line of the money table: tokens and money, for a month, to the cent. opening + bought + carriedIn − burned − expired − adjusted = closing. */
export interface MonthMoney {
  /** year × 12 + month − 1. */
  readonly month: number;
  readonly opening: Amount;
  readonly bought: Amount;
  readonly carriedIn: Amount;
  readonly burned: Amount;
  readonly expired: Amount;
  readonly adjusted: Amount;
  readonly closing: Amount;
  /** Only in the months of one team: opening + bought + carriedIn + transferredIn − burned − expired − adjusted − transferredOut = closing. */
  readonly transferredIn?: Amount;
  readonly transferredOut?: Amount;
}

export interface Amount {
  readonly tokens: number;
  /** In cents, whole. */
  readonly cents: number;
}

/** How the cost of tokens nobody used is shared: in proportion to use, evenly over cost centres, or kept apart as "Unused". */
export type UnusedRule = 'by use' | 'evenly' | 'apart';

export interface ChargebackLine {
  readonly costCentre: string;
  readonly tokens: number;
  readonly usedCents: number;
  readonly unusedCents: number;
  readonly totalCents: number;
  /** Tokens used on days without a balance, which cost nothing; not part of `tokens`. */
  readonly uncovered?: number;
}

/** Lines + what is still in the pool = invoices, to the cent. */
export interface Chargeback {
  readonly rule: UnusedRule;
  readonly lines: readonly ChargebackLine[];
  readonly stillInPoolCents: number;
  readonly invoicedCents: number;
}
