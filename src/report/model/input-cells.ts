/** The assumptions of a run as named cells, and the conditions that say whether they still read what it was computed with. */
import type { Assumption, AssumptionTable } from '../../engine/assumptions/row';
import { cellOf, wordOf } from '../../engine/assumptions/value';
import type { ColumnKind, Figure } from './document';
import { numberFormat } from './formats';
import { quoteText } from './formula';

/** What a changed cell brings about, in words: goes on after its note. */
export type FollowWords = Readonly<Record<'run' | 'costs' | 'figures', string>>;

export const NEEDS_RUN = 'needs another run';

/** Formats and units of numbers. */
const FORMATS: Readonly<Record<string, ColumnKind>> = {
  share: 'share',
  points: 'share',
  money: 'price',
  tokens: 'tokens',
  days: 'integer',
  hours: 'units',
  date: 'date',
};
const UNITS: Readonly<Record<string, string>> = {
  tokens: 'tokens',
  days: 'days',
  hours: 'hours',
  years: 'years',
};

/** One assumption as an input cell. @param value as used; null reads what the row says of an empty one */
export function inputFigure(row: Assumption, value: unknown, currency: string, follow: FollowWords): Figure {
  const unit = row.kind === 'money' ? `${currency} a token` : UNITS[row.kind];
  const kind = FORMATS[row.kind];
  const shown = cellOf(row, value);
  const choices =
    row.kind === 'flag'
      ? ['yes', 'no']
      : row.kind === 'choice'
        ? row.choices.map((each) => wordOf(row, each))
        : undefined;
  return {
    label: row.label,
    ...(row.cell === undefined ? {} : { name: row.cell }),
    value: shown,
    numberFormat:
      typeof shown === 'string'
        ? 'General'
        : kind === undefined
          ? plainFormat(row)
          : numberFormat(kind, currency),
    ...(unit === undefined ? {} : { unit }),
    note: [row.says, ...emptyWords(row), follow[row.follows ?? 'run']]
      .filter((part) => part !== '')
      .join('; '),
    input: true,
    ...(choices === undefined ? {} : { choices }),
  };
}

const plainFormat = ({ kind }: Assumption): string => (kind === 'seed' || kind === 'years' ? '0' : 'General');

function emptyWords({ empty }: Assumption): readonly string[] {
  if (empty?.means === undefined) return [];
  return [`${empty.word === undefined ? 'empty' : `"${empty.word}"`} = ${empty.means}`];
}

/** All of a table, in its order. */
export function inputFigures<Table extends AssumptionTable>(
  table: Table,
  values: { readonly [K in keyof Table]: unknown },
  currency: string,
  follow: FollowWords,
): readonly Figure[] {
  return Object.entries(table).map(([key, row]) => inputFigure(row, values[key], currency, follow));
}

/** Conditions, one a cell, without a leading `=`: it reads otherwise than the run used it. */
export function changedCells<Table extends AssumptionTable>(
  table: Table,
  values: { readonly [K in keyof Table]: unknown },
  keys: readonly (keyof Table & string)[] = Object.keys(table),
): readonly string[] {
  return keys.flatMap((key) => {
    const row = table[key];
    if (row?.cell === undefined) return [];
    const value = cellOf(row, values[key]);
    return [`${row.cell}<>${typeof value === 'string' ? quoteText(value) : String(value)}`];
  });
}

/** Keys of the assumptions whose change brings about `follows`. */
export function keysThat<Table extends AssumptionTable>(
  table: Table,
  follows: 'run' | 'costs' | 'figures',
): readonly (keyof Table & string)[] {
  return Object.entries(table).flatMap(([key, row]) => ((row.follows ?? 'run') === follows ? [key] : []));
}
