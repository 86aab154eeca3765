import type { ChargeBasis, RateCard, RateRow } from '../catalog/types';

/** A cell as Excel hands it over: number, text, boolean; blank is '' or null. */
export type RawCell = string | number | boolean | null | undefined;

/** The canonical fields a column can be taken for (docs/rules.md, "Usage"). */
export type UsageField =
  | 'user'
  | 'displayName'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'autodeskId'
  | 'hash'
  | 'team'
  | 'department'
  | 'project'
  | 'userType'
  | 'product'
  | 'offering'
  | 'productCode'
  | 'date'
  | 'lastAccessed'
  | 'start'
  | 'end'
  | 'machine'
  | 'hours'
  | 'days'
  | 'units'
  | 'daysUsed'
  | 'tokens'
  | 'access'
  | 'seatAssignment'
  | 'assignedDate'
  | 'unassignedDate';

export type UsageShape =
  | 'generic'
  | 'account usage report'
  | 'account daily usage'
  | 'account token usage'
  | 'eba token flex'
  | 'no header';

export type UserType = 'employee' | 'contractor' | 'external' | '';

/** A row that could not be used. `row` counts from 1 within the range, header included. */
export interface RejectedRow {
  readonly row: number;
  /** Header as typed. */
  readonly column: string;
  /** The offending cell as text. */
  readonly value: string;
  readonly reason: string;
}

export interface UserInfo {
  /** As typed in the input, first spelling. */
  readonly key: string;
  readonly displayName: string;
  readonly userType: UserType;
  readonly team: string;
  readonly department: string;
  readonly project: string;
  readonly email: string;
  /** From the people table, where the person is matched. */
  readonly costCentre?: string;
  readonly manager?: string;
  readonly role?: string;
  readonly projectClass?: string;
  /** Excel serial of the person's last day; null = none given. */
  readonly endDate?: number | null;
}

export interface ProductInfo {
  /** Canonical name on the card, or in the Collection that holds it. */
  readonly name: string;
  /** The card's row; null for a product known only through a Collection, or not at all. */
  readonly row: RateRow | null;
  readonly basis: ChargeBasis;
  /** Neither the card nor a Collection knows it: its use and tokens count, its rate and price are unknown. */
  readonly unknown?: true;
}

/**
 * Usable rows as typed columns (dictionary-coded), in input order. Length of every column = `rows`.
 * Months are counted as year × 12 + (month − 1).
 */
export interface UsageTable {
  readonly rows: number;
  /** Index into `users`; -1 where the data has no user column (product-level only). */
  readonly user: Int32Array;
  readonly product: Uint32Array;
  /** Excel serial with fraction; NaN = no date (usage report row that was never used). */
  readonly date: Float64Array;
  /**
   * Units in the product's basis. Without a Hours/Days/Units column: tokens ÷ rate. NaN = unknown where the row has tokens of its own
   * (`tokensGiven`), else never used.
   */
  readonly units: Float64Array;
  /** The row's own tokens where it carries some and was not drawn from a seat; else units × rate, 0 not on Flex or without a rate. */
  readonly tokens: Float64Array;
  /** 1-based row in the range the rows came from. */
  readonly sourceRow: Uint32Array;
  /** 1 = drawn from a seat, 0 = Flex or unknown. */
  readonly seatAccess: Uint8Array;
  /** 1 = the row's tokens come from its own tokens cell, 0 = from units × rate. */
  readonly tokensGiven?: Uint8Array;
  /**
   * Tokens cells that do not count, by row: the row was drawn from a seat. Only those other than 0; absent where there are none. A
   * corrected access may make them count.
   */
  readonly tokensIgnored?: ReadonlyMap<number, number>;
  /** 1 = the row counts the other basis, and its units were converted with `UsageReading.hoursPerDay`; absent where none was. */
  readonly converted?: Uint8Array;
  /** 1 = the row was used, and how many tokens it takes nobody can tell: no rate, no tokens of its own; absent where there is none. */
  readonly tokensUnknown?: Uint8Array;
  /** Excel serials; NaN where absent. Empty arrays when the data has no Start/End columns. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Dictionary codes into `dictionaries`; 0 = blank. Empty arrays when the column is absent. */
  readonly team: Uint32Array;
  readonly department: Uint32Array;
  readonly project: Uint32Array;
  readonly machine: Uint32Array;
  readonly dictionaries: {
    readonly team: readonly string[];
    readonly department: readonly string[];
    readonly project: readonly string[];
    readonly machine: readonly string[];
  };
  /** In order of first appearance among usable rows. */
  readonly users: readonly UserInfo[];
  readonly products: readonly ProductInfo[];
}

/** The Named User assignments the data itself names (usage report), by user index and product index. */
export interface SeatEvidence {
  readonly user: number;
  readonly product: number;
  readonly assigned: boolean;
}

/** What the rows that were left out take with them; totals rows, which repeat others, are not counted. */
export interface LeftOut {
  readonly rows: number;
  /** Sum of the tokens they carry, refunds as positive figures, so that nothing nets out. */
  readonly tokens: number;
  /** Rows whose own tokens cell cannot be read. */
  readonly unreadTokens: number;
}

/** Everything one reading of usage gives. `read` = `used` + `rejected.length`, always. */
export interface UsageReading {
  readonly shape: UsageShape;
  readonly columns: readonly ColumnReading[];
  readonly card: RateCard;
  readonly table: UsageTable;
  readonly read: number;
  readonly used: number;
  readonly rejected: readonly RejectedRow[];
  readonly leftOut: LeftOut;
  /** Who and what the rejected rows name, each pair once, as far as both are known; absent without any. Such a row shows use all the same. */
  readonly rejectedPairs?: readonly RejectedPair[];
  /** Null where the data carries no seat information: harvest is then blank. */
  readonly seats: readonly SeatEvidence[] | null;
  readonly hasTokensColumn: boolean;
  readonly hasUserColumn: boolean;
  /** What the rows count, seen from their columns: for the pane's "fits" line. */
  readonly unitsGiven: 'hour' | 'day' | 'both' | 'units' | 'tokens' | 'session' | 'none';
  /** True when units were converted with an hours-per-day the user set: results are estimates. */
  readonly estimated: boolean;
  /** The hours that make a charged day, where the user set them. */
  readonly hoursPerDay?: number;
  /** Latest date of the usable rows (whole serial); null when none has a date. */
  readonly latestDate: number | null;
  readonly earliestDate: number | null;
  /** False when a row may stand for a whole year or month only (usage report): rule 4 needs monthly detail. */
  readonly monthlyDetail: boolean;
  /** False when distinct active days cannot be told (monthly or yearly rows). */
  readonly dailyDetail: boolean;
  /** Sentences about what was read in a way the user should know of; empty when there is nothing to say. */
  readonly notes?: readonly string[];
  /** Join with the people table; absent when none was given. */
  readonly people?: PeopleJoin;
}

/** How the users of the data met the people table. `matched` + `unmatched.length` = users. */
export interface PeopleJoin {
  readonly matched: number;
  /** Keys of the users the table does not hold, in the order of the data. */
  readonly unmatched: readonly string[];
}

/** A user and a product that a rejected row names. */
export interface RejectedPair {
  /** Key as typed, first spelling. */
  readonly user: string;
  /** Canonical name. */
  readonly product: string;
}

export interface ColumnReading {
  /** 0-based position in the range. */
  readonly index: number;
  /** As typed; '' in a range without a header. */
  readonly header: string;
  readonly field: UsageField | null;
  /** Why a known column is not used: another one stands for the same field. */
  readonly note?: string;
}

/** One user × product of the year. */
export interface UserProductYear {
  readonly user: number;
  readonly product: number;
  /** Sum of those known. */
  readonly units: number;
  readonly tokens: number;
  /** Some use was charged in tokens without saying how many units. */
  readonly unitsUnknown?: true;
  /** Some use has neither tokens of its own nor a rate. */
  readonly tokensUnknown?: true;
  /** Units by calendar month, oldest first. */
  readonly monthUnits: Float64Array;
  /** Distinct calendar days with a usable row (units above 0), by month of the year. */
  readonly monthDays: Uint16Array;
  /** Latest date in the year with use; null if none. */
  readonly lastUse: number | null;
  /** 1-based source rows: the first and how many, for tracing. */
  readonly firstSourceRow: number;
  readonly rowCount: number;
}

export interface UserYear {
  readonly user: number;
  /** Pairs in order of first appearance; empty for users with rows only outside the year. */
  readonly products: readonly UserProductYear[];
  /** First use over ALL rows of the range (also before the year); null if never used. */
  readonly firstUse: number | null;
  /** Last use over all rows up to the as-of month; null if never used. */
  readonly lastUse: number | null;
}

/** The 12 calendar months that end with the month of the as-of date (docs/rules.md, "The year"). */
export interface UsageYear {
  readonly asOf: number;
  /** year × 12 + month − 1 of the first and the last month. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  /** One entry a user of the table, same order. */
  readonly users: readonly UserYear[];
  /** Tokens of each month over everybody (also rows without a user), oldest first. */
  readonly monthTokens: Float64Array;
  /** Which of the 12 months hold at least one usable row. */
  readonly monthSeen: readonly boolean[];
  /** Usable rows outside the year. */
  readonly outside: number;
  readonly totalTokens: number;
  /** Whether the data hold usable rows in months before the year's last 6. */
  readonly reachesBack: boolean;
}
