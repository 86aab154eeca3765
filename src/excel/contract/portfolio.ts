/** What the pane can ask for in its Portfolio step: plain data in, plain data out. */
import type { Values } from '../../engine/assumptions/row';
import type { PORTFOLIO_SETTINGS } from '../../engine/portfolio/assumptions';
import type { ActionState, Certificate, EmailList, PortfolioSummary } from '../../engine/portfolio/types';
import type { Tier } from '../../engine/pool/types';
import type { RejectedRow } from '../../engine/usage/types';
import type { CommandInspection, CommandOutcome } from './services';

/**
 * The inputs of a portfolio beside those of the segmentation (rate card, token price, discounts, margin, as-of date, contractor domains);
 * remembered in the workbook's settings and shown as named cells of `Flex Portfolio`. Everybody of the usage counts. The tier table lives
 * on `Flex Portfolio` alone, seats, subscriptions and pins on the user's own sheets.
 */
export type PortfolioSettings = Values<typeof PORTFOLIO_SETTINGS>;

/** A sheet the user keeps, as far as it could be read. */
export interface PortfolioSheetReading {
  /** `'Flex Seats'!A1:C214`. */
  readonly address: string;
  readonly used: number;
  readonly rejected: readonly RejectedRow[];
}

/** Everything the Portfolio step shows before a run. */
export interface PortfolioInspection extends CommandInspection {
  readonly people: number;
  readonly contractors: number;
  readonly window: { readonly first: string; readonly last: string };
  /** Months of the year with rows: below 12 the year is incomplete, and nothing is scaled. */
  readonly months: number;
  readonly currency: string;
  /** Of one token, after its discount, where no tiers are given. */
  readonly price: number;
  /** Who holds which seat: from `Flex Seats`, else from the usage report itself, else nobody knows. */
  readonly seats: {
    readonly from: 'Flex Seats' | 'usage' | 'none';
    readonly holdings: number;
    /** People of the usage who hold one or more. */
    readonly holders: number;
    /** Holdings of people without a row in the usage: counted as assigned, nothing is proposed for them. */
    readonly others: number;
    /** Null unless from `Flex Seats`. */
    readonly sheet: PortfolioSheetReading | null;
  };
  /** Null without `Flex Subscriptions`: then at least what is assigned counts as owned, and no end is known. */
  readonly subscriptions: (PortfolioSheetReading & { readonly seats: number }) | null;
  /** Null without `Flex Pins`. */
  readonly pins: PortfolioSheetReading | null;
  /** Those of `Flex Seats`, `Flex Subscriptions` and `Flex Pins` that the workbook does not have; the others may still be empty. */
  readonly absent?: readonly string[];
  /** Tiers as they stand on `Flex Portfolio`; on a first run those of `Flex Pool`; empty without. */
  readonly tiers: readonly Tier[];
  /** Actions of the last run that this one will check; null without any. */
  readonly earlier: { readonly actions: number; readonly when: string } | null;
}

/** One person for "Why?" in the pane. */
export interface PortfolioRow {
  readonly user: string;
  readonly displayName: string;
  readonly team: string;
  /** "Revit seat, AutoCAD on Flex", "AEC Collection"; '' when nobody knows who holds what. */
  readonly today: string;
  readonly proposed: string;
  /** Yearly; null = price missing, or today unknown. */
  readonly costToday: number | null;
  readonly costProposed: number | null;
  readonly saving: number | null;
  readonly savingThisTerm: number | null;
  readonly reason: string;
  readonly changed: boolean;
  /** '' = nothing is in the way. */
  readonly blocked: string;
  /** Cell of the person on `Flex Portfolio`. */
  readonly address: string;
}

/** One action of the work list as the pane shows it. */
export interface PortfolioActionRow {
  readonly id: string;
  readonly text: string;
  readonly due: number | null;
  readonly promised: number | null;
  readonly realised: number | null;
  readonly state: ActionState;
  /** True where this run no longer asks for it; `state` is then 'not done', and nothing is promised. */
  readonly withdrawn?: boolean;
  /** True for a spare seat lent: its money is that of the time until it ends, not of a year. */
  readonly lent?: boolean;
  /** What the import shows, in a sentence; '' for an action that is new in this run. */
  readonly evidence: string;
  readonly address: string;
}

export interface PortfolioOutcome extends CommandOutcome {
  readonly summary: PortfolioSummary;
  readonly certificate: Certificate;
  readonly currency: string;
  /** The sheet's headline. */
  readonly finding: string;
  /** First 200 people in sheet order. */
  readonly rows: readonly PortfolioRow[];
  /** First 200 people to change, the largest saving first. */
  readonly changes: readonly PortfolioRow[];
  readonly emailLists: readonly EmailList[];
  /** The work list as written: actions of earlier runs with what became of them, then new ones. */
  readonly actions: {
    readonly total: number;
    readonly new: number;
    readonly done: number;
    readonly open: number;
    readonly reversed: number;
    /** Yearly money, of all actions listed. */
    readonly promised: number;
    readonly realised: number;
    /** False on a first run: then nothing was checked. */
    readonly checked: boolean;
    /** First 200: reversed ones, then those done, then the others in the order of work. */
    readonly rows: readonly PortfolioActionRow[];
  };
}

export interface PortfolioServices {
  /**
   * Writes those of `Flex Seats`, `Flex Subscriptions` and `Flex Pins` that are not there yet; refuses when all are. With `sample`, seats
   * and subscriptions go with the sample usage.
   */
  insertSeats(sample: boolean): Promise<{
    readonly sheet: string;
    readonly address: string;
    readonly sheets: readonly string[];
  }>;
}
