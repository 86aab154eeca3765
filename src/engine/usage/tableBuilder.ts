import type { ProductInfo, UserInfo, UsageTable } from './types';
import type { TextColumn } from './textColumn';

const DESCRIBED = ['team', 'department', 'project', 'machine'] as const;
type Described = (typeof DESCRIBED)[number];

/** The columns of the usable rows, filled front to back; `cap` is the most there can be. */
export class TableBuilder {
  rows = 0;
  readonly user: Int32Array;
  readonly product: Uint32Array;
  readonly date: Float64Array;
  readonly units: Float64Array;
  readonly tokens: Float64Array;
  readonly tokensGiven: Uint8Array;
  readonly sourceRow: Uint32Array;
  readonly seatAccess: Uint8Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly codes: readonly {
    readonly field: Described;
    readonly column: TextColumn;
    readonly values: Uint32Array;
  }[];

  constructor(
    cap: number,
    hasStart: boolean,
    hasEnd: boolean,
    private readonly described: Readonly<Record<Described, TextColumn | undefined>>,
  ) {
    this.user = new Int32Array(cap);
    this.product = new Uint32Array(cap);
    this.date = new Float64Array(cap);
    this.units = new Float64Array(cap);
    this.tokens = new Float64Array(cap);
    this.tokensGiven = new Uint8Array(cap);
    this.sourceRow = new Uint32Array(cap);
    this.seatAccess = new Uint8Array(cap);
    this.start = new Float64Array(hasStart ? cap : 0);
    this.end = new Float64Array(hasEnd ? cap : 0);
    this.codes = DESCRIBED.flatMap((field) => {
      const column = described[field];
      return column ? [{ field, column, values: new Uint32Array(cap) }] : [];
    });
  }

  finish(users: readonly UserInfo[], products: readonly ProductInfo[]): UsageTable {
    const { rows } = this;
    const cut = <T extends Float64Array | Uint32Array | Int32Array | Uint8Array>(array: T): T =>
      (array.length <= rows ? array : array.slice(0, rows)) as T;
    const codesOf = (field: Described): Uint32Array =>
      cut(this.codes.find((entry) => entry.field === field)?.values ?? new Uint32Array(0));
    const textsOf = (field: Described): readonly string[] => this.described[field]?.texts ?? [''];
    return {
      rows,
      user: cut(this.user),
      product: cut(this.product),
      date: cut(this.date),
      units: cut(this.units),
      tokens: cut(this.tokens),
      tokensGiven: cut(this.tokensGiven),
      sourceRow: cut(this.sourceRow),
      seatAccess: cut(this.seatAccess),
      start: cut(this.start),
      end: cut(this.end),
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
