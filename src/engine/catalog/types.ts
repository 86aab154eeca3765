/** What a unit counts: hours of use, 24-hour charges, or results (jobs). */
export type ChargeBasis = 'hour' | 'day' | 'result';

/** Where a figure comes from: A published by Autodesk, B a reseller quoting it, C weak, guide = the governing guide, user = the user's own table. */
export type Confidence = 'A' | 'B' | 'C' | 'guide' | 'user';

/** One product of a rate card. Prices are yearly, in the card's currency. */
export interface RateRow {
  readonly product: string;
  readonly basis: ChargeBasis;
  /** Tokens for one unit; null where no source confirms a rate ("rate missing"). */
  readonly tokensPerUnit: number | null;
  /** Yearly price of a Named User; null where unknown ("price missing"). */
  readonly seatPrice: number | null;
  /** False for products that cannot be used with tokens at all. */
  readonly onFlex: boolean;
  /** Share of break-even up to which Flex is recommended; null = no margin stored (1 is used). */
  readonly margin: number | null;
  readonly source: string;
  /** Excel serial of the figure's date; null where unknown. */
  readonly date: number | null;
  readonly confidence: Confidence;
  /** The governing guide's own verdict in short words of ours, shown beside the computed one. */
  readonly guideVerdict?: string;
  /** Confidence of the seat price where it differs from `confidence`, which is then the token rate's. */
  readonly seatConfidence?: Confidence;
}

/** A bundle seat that covers every product in it. Membership is data the user can edit. */
export interface Collection {
  readonly name: string;
  readonly products: readonly string[];
  /** Yearly price; null = price missing. A card row of the same name overrides it. */
  readonly seatPrice: number | null;
  readonly currency: string;
}

export interface RateCard {
  /** `guide`, `retail`, or the name of the user's table. */
  readonly name: string;
  /** Price of one token in `currency`. */
  readonly tokenPrice: number;
  readonly currency: string;
  readonly validFrom: number | null;
  readonly validTo: number | null;
  readonly rows: readonly RateRow[];
  readonly collections: readonly Collection[];
  /** Where the card came from, for provenance: `built-in card guide`, or `Flex Rates!A6:L20`. */
  readonly origin: string;
}

/** The discounts and price of one calculation; all fractions (25 % = 0.25). */
export interface PriceTerms {
  readonly seatDiscount: number;
  readonly tokenDiscount: number;
  /** Price of one token before the token discount. */
  readonly tokenPrice: number;
  /** Decision margin for every product; null = each row's own, else 1. */
  readonly margin: number | null;
}

/** How a product text of the user relates to a card. */
export type ProductMatch =
  | { readonly kind: 'row'; readonly name: string; readonly row: RateRow }
  /** Known only because a Collection holds it: used with its units, not priced on Flex. */
  | { readonly kind: 'collection-only'; readonly name: string }
  | { readonly kind: 'unknown'; readonly text: string; readonly nearest: readonly string[] };
