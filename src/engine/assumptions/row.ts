/** What an assumption counts; it decides how a value is typed, shown and formatted. */
export type NumberKind = 'share' | 'points' | 'money' | 'tokens' | 'days' | 'hours' | 'years' | 'seed';

/** What stands for a value that is left out. */
export interface Empty<T> {
  readonly value: T;
  /** In words, where it is no plain value: `what the tolerance implies`. */
  readonly means?: string;
  /** What its cell reads instead of being blank: `per product`. */
  readonly word?: string;
}

/** What every assumption says of itself, on every surface. */
export interface AssumptionRow<T> {
  /** What it is called in the pane, on the sheet and in refusals. */
  readonly label: string;
  /** What it means: a clause that goes on after the label, with no capital and no full stop. */
  readonly says: string;
  /** Taken until somebody says otherwise. */
  readonly initial: T;
  /** Left out where a field must be filled. */
  readonly empty?: Empty<T>;
  /** Workbook name of its cell; left out where no sheet shows it. */
  readonly cell?: string;
  /** What a changed cell brings about by itself; `run` (the default): nothing before another run. */
  readonly follows?: 'run' | 'costs' | 'figures';
  /** Command-line option, without dashes; left out where the command line takes none. */
  readonly option?: string;
  /** What the help of the option says, where it is put otherwise there. */
  readonly optionSays?: string;
}

/** A number between limits. */
export interface NumberRow<T extends number | null = number | null> extends AssumptionRow<T> {
  readonly kind: NumberKind;
  readonly least?: number;
  readonly most?: number;
  /** The limit itself is not allowed. */
  readonly above?: number;
  readonly below?: number;
}

/** One of some words. */
export interface ChoiceRow<T extends string = string> extends AssumptionRow<T> {
  readonly kind: 'choice';
  readonly choices: readonly T[];
  /** What cells read, where that is not the value itself. */
  readonly words?: Readonly<Record<T, string>>;
  /** Those that the command line can take; left out: all. */
  readonly optionTakes?: readonly T[];
}

export interface FlagRow extends AssumptionRow<boolean> {
  readonly kind: 'flag';
}

/** An ISO date in settings, a whole serial in cells. */
export interface DateRow extends AssumptionRow<string | null> {
  readonly kind: 'date';
}

export interface DomainsRow extends AssumptionRow<readonly string[]> {
  readonly kind: 'domains';
}

export type Assumption = NumberRow | ChoiceRow | FlagRow | DateRow | DomainsRow;

/** The assumptions of a capability by key, in the order they are shown. */
export type AssumptionTable = Readonly<Record<string, Assumption>>;

/** The values of a table, by the same keys. */
export type Values<Table> = {
  readonly [K in keyof Table]: Table[K] extends AssumptionRow<infer T> ? T : never;
};

/** A number that is always there. */
export const number = (kind: NumberKind, row: Omit<NumberRow<number>, 'kind'>): NumberRow<number> => ({
  ...row,
  kind,
});

/** A number that may be left out. */
export const optional = (
  kind: NumberKind,
  row: Omit<NumberRow, 'kind' | 'empty'> & { readonly empty: Omit<Empty<null>, 'value'> },
): NumberRow => ({ ...row, kind, empty: { value: null, ...row.empty } });

export const choice = <T extends string>(row: Omit<ChoiceRow<T>, 'kind'>): ChoiceRow<T> => ({
  ...row,
  kind: 'choice',
});

export const flag = (row: Omit<FlagRow, 'kind'>): FlagRow => ({ ...row, kind: 'flag' });

export const date = (row: Omit<DateRow, 'kind'>): DateRow => ({ ...row, kind: 'date' });

/** What a first run takes. */
export function initialValues<Table extends AssumptionTable>(table: Table): Values<Table> {
  return Object.fromEntries(
    Object.entries(table).map(([key, { initial }]) => [key, initial]),
  ) as unknown as Values<Table>;
}

/** Workbook names of the cells, by key. */
export function cellNames<Table extends AssumptionTable>(
  table: Table,
): { readonly [K in keyof Table]: string } {
  return Object.fromEntries(Object.entries(table).map(([key, { cell = '' }]) => [key, cell])) as {
    readonly [K in keyof Table]: string;
  };
}

/** The keys of a table, typed. */
export function keysOf<Table extends AssumptionTable>(table: Table): readonly (keyof Table & string)[] {
  return Object.keys(table);
}
