import type { ProductInfo, UserInfo, UsageTable } from '../types';
import type { ColumnSet } from './column-set';
import type { Staging } from './staging';
import type { TextColumn } from '../cells/text-column';

const DESCRIBED = ['team', 'department', 'project', 'machine'] as const;
type Described = (typeof DESCRIBED)[number];

/**
 * The columns of the usable rows, filled front to back. The staged columns themselves become the table: a usable row
 * never lies behind its staged row, so only rows already read are overwritten, and a million rows need no second copy.
 * Whoever fills a row reads everything it needs of the staged row first.
 */
export class TableBuilder {
  rows = 0;
  readonly user: Int32Array;
  readonly product: Uint32Array;
  readonly date: Float64Array;
  readonly units: Float64Array;
  readonly tokens: Float64Array;
  readonly tokensGiven: Uint8Array;
  readonly tokensIgnored = new Map<number, number>();
  private converted: Uint8Array | null = null;
  private tokensUnknown: Uint8Array | null = null;
  readonly sourceRow: Uint32Array;
  readonly seatAccess: Uint8Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  private readonly described: Readonly<Record<Described, TextColumn | undefined>>;
  readonly codes: readonly {
    readonly field: Described;
    readonly column: TextColumn;
    readonly values: Uint32Array;
  }[];

  constructor(staging: Staging, columns: ColumnSet) {
    const { rows } = staging;
    const identity = columns.person.identities[0]?.codes;
    this.user = identity
      ? new Int32Array(identity.buffer, identity.byteOffset, identity.length)
      : new Int32Array(rows);
    this.product = (columns.product ?? columns.offering)?.codes ?? new Uint32Array(rows);
    this.date = staging.number('date')?.values ?? new Float64Array(rows);
    const amount = columns.hours ?? columns.days ?? columns.units;
    this.units = amount?.values ?? new Float64Array(rows);
    this.tokens = columns.tokens?.values ?? new Float64Array(rows);
    this.tokensGiven = new Uint8Array(rows);
    this.sourceRow = staging.sourceRow;
    this.seatAccess = new Uint8Array(rows);
    this.start = columns.start?.values ?? new Float64Array(0);
    this.end = columns.end?.values ?? new Float64Array(0);
    const { team, department, project } = columns.person;
    this.described = { team, department, project, machine: columns.machine };
    this.codes = DESCRIBED.flatMap((field) => {
      const column = this.described[field];
      return column ? [{ field, column, values: column.codes }] : [];
    });
  }

  /** Opens the next row of the table for a staged row; the caller fills in what is its own. */
  begin(row: number): number {
    const at = this.rows++;
    this.sourceRow[at] = this.sourceRow[row] as number;
    return at;
  }

  /** Notes that a row's units were converted from the other basis: few exports have such rows, so the column is made for the first. */
  markConverted(at: number): void {
    this.converted ??= new Uint8Array(this.tokensGiven.length);
    this.converted[at] = 1;
  }

  /** Notes that nobody can tell how many tokens a row's use takes. */
  markTokensUnknown(at: number): void {
    this.tokensUnknown ??= new Uint8Array(this.tokensGiven.length);
    this.tokensUnknown[at] = 1;
  }

  finish(users: readonly UserInfo[], products: readonly ProductInfo[]): UsageTable {
    const { rows } = this;
    const codesOf = (field: Described): Uint32Array =>
      cut(this.codes.find((entry) => entry.field === field)?.values ?? new Uint32Array(0), rows);
    const textsOf = (field: Described): readonly string[] => this.described[field]?.texts ?? [''];
    return {
      rows,
      user: cut(this.user, rows),
      product: cut(this.product, rows),
      date: cut(this.date, rows),
      units: cut(this.units, rows),
      tokens: cut(this.tokens, rows),
      tokensGiven: cut(this.tokensGiven, rows),
      ...(this.tokensIgnored.size > 0 ? { tokensIgnored: this.tokensIgnored } : {}),
      ...(this.converted ? { converted: cut(this.converted, rows) } : {}),
      ...(this.tokensUnknown ? { tokensUnknown: cut(this.tokensUnknown, rows) } : {}),
      sourceRow: cut(this.sourceRow, rows),
      seatAccess: cut(this.seatAccess, rows),
      start: cut(this.start, rows),
      end: cut(this.end, rows),
      team: codesOf('team'),
      department: codesOf('department'),
      project: codesOf('project'),
      machine: codesOf('machine'),
      dictionaries: {
        team: textsOf('team'),
        department: textsOf('department'),
        project: textsOf('project'),
        machine: textsOf('machine'),
      },
      users,
      products,
    };
  }
}

/** The first `rows` entries: a view where little is wasted, a copy where most of the room would be kept for nothing. */
export function cut<T extends Float64Array | Uint32Array | Int32Array | Uint8Array>(
  array: T,
  rows: number,
): T {
  return (array.length <= rows * 1.25 + 64 ? array.subarray(0, rows) : array.slice(0, rows)) as T;
}
