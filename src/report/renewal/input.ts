/** What `Flex Renewal` and `Flex Ask List` are made from, and the workbook names of their figures. */
import { cellNames } from '../../engine/assumptions/row';
import { RENEWAL_SETTINGS } from '../../engine/renewal/assumptions';
import type { CardComparison, LeverMode, MeasuredGrowth } from '../../engine/renewal/types';
import type { Renewal } from '../../engine/renewal';
import type { Provenance } from '../model/document';
import type { PlacedReject } from '../segments/summary-tables';

export const RENEWAL_NAMES = {
  tokens: 'Flex_RenewalTokens',
  listPrice: 'Flex_RenewalListPrice',
  seatSpend: 'Flex_RenewalSeatSpend',
  ...cellNames({ mode: RENEWAL_SETTINGS.mode }),
} as const;

export const RENEWAL_FIGURES = {
  tokenSpend: 'Flex_RenewalTokenSpend',
  growth: 'Flex_RenewalGrowth',
  low: 'Flex_RenewalLow',
  mid: 'Flex_RenewalMid',
  high: 'Flex_RenewalHigh',
  chosen: 'Flex_RenewalChosen',
} as const;

export interface RenewalReportInput {
  readonly renewal: Renewal;
  readonly growth: MeasuredGrowth;
  /** As used: typed, or as measured. */
  readonly growthUsed: number;
  readonly lastYear: number;
  readonly listPrice: number;
  readonly seatSpend: number;
  /** False: nobody knows who holds which seat, and the spend on seats is 0. */
  readonly seatsKnown: boolean;
  readonly mode: LeverMode;
  readonly cards: CardComparison | null;
  readonly currency: string;
  /** "Nov 2025 – Oct 2026". */
  readonly window: string;
  readonly provenance: Provenance;
  readonly quotesRejected: readonly PlacedReject[];
  readonly rejected: readonly PlacedReject[];
  readonly warnings: readonly string[];
  readonly estimated: boolean;
}
