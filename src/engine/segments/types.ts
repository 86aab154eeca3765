import type { PriceTerms, RateCard } from '../catalog/types';
import type { UserType } from '../usage/types';

/** The segments in the order of the rules (docs/rules.md, "Segments"). */
export const SEGMENTS = [
  'Named User – not on Flex',
  'Flex – contractor',
  'Collection',
  'Flex – project phase',
  'Named User',
  'Review',
  'Flex – low utilisation',
] as const;
export type SegmentName = (typeof SEGMENTS)[number];

/** Hours that rank as one charged day unless the user says otherwise (docs/rules.md, "Basis"); for ranking only. */
export const RANKING_HOURS_PER_DAY = 8;

export interface SegmentOptions {
  readonly card: RateCard;
  readonly terms: PriceTerms;
  /** Excel serial; null = the latest usable row. */
  readonly asOf: number | null;
  /** Contractor e-mail domains, lower case, without @. */
  readonly externalDomains: readonly string[];
  /** Hours that rank as one charged day when products of different bases are compared (8). Ranking only. */
  readonly rankingHoursPerDay: number;
}

/** What is recommended for one product a person used in the year. */
export interface ProductLine {
  readonly product: string;
  readonly basis: 'hour' | 'day' | 'result';
  readonly units: number;
  readonly tokens: number;
  /** null = not on Flex or no rate. Of the products that the card knows. */
  readonly flexCost: number | null;
  /** After the seat discount; null = price missing. */
  readonly seatCost: number | null;
  readonly breakEven: number | null;
  readonly ceiling: number | null;
  /** `Flex`, `Review`, `Named User`, `Named User – not on Flex`, or the Collection's name. */
  readonly recommendation: string;
}

export interface SegmentRow {
  readonly user: string;
  readonly displayName: string;
  readonly userType: UserType;
  readonly team: string;
  readonly department: string;
  readonly project: string;
  readonly segment: SegmentName;
  /** Which rule decided, 1 to 7. */
  readonly rule: number;
  readonly recommendation: string;
  readonly primaryProduct: string;
  readonly units: number;
  readonly tokens: number;
  readonly flexCost: number | null;
  readonly bestSeatCost: number | null;
  readonly recommendedCost: number | null;
  readonly saving: number | null;
  readonly reason: string;
  readonly utilisation: number | null;
  readonly quartile: 1 | 2 | 3 | 4 | null;
  readonly activeMonths: number;
  readonly lastUse: number | null;
  /** null = no seat data. */
  readonly harvest: boolean | null;
  readonly products: readonly ProductLine[];
  /** For native formulas: list seat money before discount and tokens in the recommended cost (recommendedCost = seatList × (1 − seatDiscount) + tokens × net token price). Null when price missing. */
  readonly recommendedSeatList: number | null;
  readonly recommendedTokens: number | null;
  /** Seat money in the best seat cost, before the seat discount; `otherTokens` come on top. */
  readonly bestSeatList: number | null;
  /** Tokens of products that the card does not know: in every cost of the row, whichever way is taken. */
  readonly otherTokens: number;
}

export interface SegmentSummaryRow {
  readonly segment: SegmentName;
  readonly users: number;
  readonly tokens: number;
  /** Sum of recommended costs that are known. */
  readonly cost: number;
  readonly saving: number;
  readonly priceMissing: number;
}
