/** Price of one token in each month, after discounts. */
export interface ChangePrices {
  readonly before: number;
  readonly after: number;
  readonly currency: string;
}

/** Tokens of a month = people × days a person × Σ over products of (share of the days × units a day × tokens a unit). */
export const FACTORS = ['people', 'days', 'mix', 'units a day', 'rate', 'price'] as const;
export type Factor = (typeof FACTORS)[number];
export type Effects = Readonly<Record<Factor, number>>;

/** One product's factors in both months, [before, after]. */
export interface ProductFactors {
  readonly product: number;
  readonly share: Pair;
  readonly unitsADay: Pair;
  readonly rate: Pair;
}
export type Pair = readonly [number, number];

/** Everything that a month's tokens are the product of, in both months. */
export interface ChangeFactors {
  readonly people: Pair;
  readonly daysAPerson: Pair;
  readonly price: Pair;
  readonly products: readonly ProductFactors[];
}
