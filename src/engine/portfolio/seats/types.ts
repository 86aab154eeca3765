/** What the lists of the user say: seats owned, seats held, decisions that stay. */

/** A status nobody knows: the seat counts all the same, and is told. */
export interface StatusDoubt {
  /** As written. */
  readonly status: string;
  /** Row of the list, from 1, header included. */
  readonly row: number;
}

/** A subscription owned today. */
export interface OwnedSeats {
  /** A product's or a Collection's name. */
  readonly offering: string;
  readonly quantity: number;
  /** Last day of its term; null = unknown. */
  readonly end: number | null;
  readonly doubt?: StatusDoubt;
}

/** Who holds which seat today. */
export interface SeatHolding {
  /** Key or e-mail, case and outer spaces ignored. */
  readonly user: string;
  readonly offering: string;
  readonly doubt?: StatusDoubt;
}

/** A decision of the user that the optimum keeps. */
export interface Pin {
  readonly user: string;
  /** '' = every product of the person. */
  readonly product: string;
  /** `Flex`, `Named User`, or a Collection's name. */
  readonly target: string;
  /** Row of the list, from 1, header included; omitted = not from a list. */
  readonly row?: number;
}
