/** What stands out in the burn, and who (docs/rules.md, "Monitoring"). Days are whole Excel serials. */

export type AnomalyKind = 'spike' | 'drop';

export interface Contribution {
  readonly user: string;
  readonly product: string;
  readonly tokens: number;
  readonly expected: number;
}

export interface Anomaly {
  readonly day: number;
  readonly burn: number;
  readonly expected: number;
  readonly score: number;
  readonly kind: AnomalyKind;
  /** Users and products that explain the excess; contributions sum to burn − expected, an "others" line closes the sum. */
  readonly who: readonly Contribution[];
  /** "p-0007 Revit +420; p-0031 Maya +300; others +55". */
  readonly whoText: string;
}

/** Weekly review list: the level has moved. */
export interface Shift {
  readonly week: number;
  readonly direction: 'up' | 'down';
  readonly score: number;
  readonly burn: number;
  readonly expected: number;
}

/** The guide's two named cases. */
export interface NamedCase {
  readonly kind: 'long run' | 'seat holder burns tokens';
  readonly user: string;
  readonly product: string;
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly tokens: number;
  readonly evidence: string;
}

/** One reason why burn changed between two months; the parts sum exactly to the change. */
export interface ChangePart {
  readonly kind: 'people' | 'days per person' | 'product mix' | 'rate' | 'price';
  readonly tokens: number;
  readonly money: number;
  readonly sentence: string;
}

/** A person who burned much in a week, and what a seat would change. Money is a year's, in the card's currency. */
export interface TopConsumer {
  readonly user: string;
  /** Team with most tokens of this person in the week; '' = none. */
  readonly team?: string;
  /** Product with most tokens of this person in the week. */
  readonly product: string;
  readonly weekTokens: number;
  readonly weekCost: number;
  /** Share of the pool's burn in the week. */
  readonly share: number;
  /** Of that product in the 12 months: units, tokens, and break-even of the card row (null where it has none). */
  readonly yearUnits: number;
  readonly yearTokens: number;
  readonly breakEven: number | null;
  readonly unit: 'hour' | 'day' | 'result';
  /** Cost of one unit on Flex, and with a seat at this year's units; null where no seat price is known. */
  readonly unitCostNow: number;
  readonly unitCostSeat: number | null;
  /** True where an owned seat that nobody holds can be given: it costs nothing now. */
  readonly spareSeat: boolean;
  /** Product or Collection of that seat. */
  readonly seat?: string;
  /** Above break-even: a candidate for a seat. */
  readonly migrate: boolean;
  /** Yearly; negative = a seat would cost more; null where no seat price is known. */
  readonly saving: number | null;
  /** Days by which the pool lasts longer when this person moves to a seat. */
  readonly daysGained: number;
  /** What to do and why, with its figures. */
  readonly sentence: string;
}
