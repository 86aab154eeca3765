/** What `Flex Portfolio` is made from, and the workbook names of its inputs and key figures. */
import { cellNames, type Values } from '../../engine/assumptions/row';
import { PORTFOLIO_ASSUMPTIONS } from '../../engine/portfolio/assumptions';
import type { Portfolio, PortfolioInput } from '../../engine/portfolio/types';
import type { Provenance } from '../model/document';
import type { OwnEntry } from '../segments/columns';
import type { PlacedReject } from '../segments/summary-tables';

/** Workbook names of the input cells of `Flex Portfolio`. */
export const PORTFOLIO_NAMES = cellNames(PORTFOLIO_ASSUMPTIONS);

/** Workbook names of the key figures of `Flex Portfolio`. */
export const PORTFOLIO_FIGURES = {
  state: 'Flex_PortfolioState',
  people: 'Flex_PortfolioPeople',
  onFlex: 'Flex_PortfolioOnFlex',
  changed: 'Flex_PortfolioChanged',
  seats: 'Flex_PortfolioSeatsNeeded',
  collections: 'Flex_PortfolioCollectionsNeeded',
  tokens: 'Flex_PortfolioTokens',
  tokensBought: 'Flex_PortfolioTokensBought',
  pricePaid: 'Flex_PortfolioPricePaid',
  costToday: 'Flex_PortfolioCostToday',
  cost: 'Flex_PortfolioCost',
  saving: 'Flex_PortfolioSaving',
  savingThisTerm: 'Flex_PortfolioSavingThisTerm',
  lowerBound: 'Flex_PortfolioLowerBound',
  gap: 'Flex_PortfolioGap',
  aboveMargin: 'Flex_PortfolioAboveMargin',
} as const;

/** What one portfolio was computed with, as its cells show it. */
export interface PortfolioAssumptions extends Omit<Values<typeof PORTFOLIO_ASSUMPTIONS>, 'asOf'> {
  readonly tokenPrice: number;
  /** Whole Excel serial. */
  readonly asOf: number;
}

/** A person of an earlier run without a row in this one, with what the user had written. */
export interface GoneFromPortfolio extends OwnEntry {
  readonly user: string;
  readonly proposed: string;
}

export interface PortfolioReportInput {
  /** A condition that holds once `Flex Rates` reads otherwise; absent or null where the run did not price with it. */
  readonly cardChanged?: string | null;
  readonly portfolio: Portfolio;
  /** What it was built from: needs and list prices by person. */
  readonly input: PortfolioInput;
  /** Decision margin by product: the card's own, 1 where it stores none. */
  readonly margins: ReadonlyMap<string, number>;
  readonly assumptions: PortfolioAssumptions;
  /** "Nov 2025 – Oct 2026". */
  readonly window: string;
  readonly provenance: Provenance;
  /** Where it is known from who holds which seat: "Flex Seats", "the usage report"; '' = nobody knows. */
  readonly seatsFrom: string;
  /** By person key; persons without an entry are absent. */
  readonly own: ReadonlyMap<string, OwnEntry>;
  readonly gone: readonly GoneFromPortfolio[];
  /** Rows of the user's seats, subscriptions and pins that could not be used. */
  readonly listsRejected: readonly PlacedReject[];
  /** Usage rows left out. */
  readonly rejected: readonly PlacedReject[];
  readonly warnings: readonly string[];
  readonly estimated: boolean;
}
