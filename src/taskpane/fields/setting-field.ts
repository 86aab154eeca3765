import { domainParts, normalDomains } from '../../engine/assumptions/domains';
import {
  keysOf,
  type Assumption,
  type AssumptionTable,
  type NumberRow,
  type Values,
} from '../../engine/assumptions/row';
import { allowedWords, fitsNumber, isPercent, percent } from '../../engine/assumptions/value';
import { FlexError } from '../../engine/errors';
import type { Formats } from '../figures/formats';

/** Outcome of reading what was typed: a value, or a sentence that says what is allowed. */
export type Checked<T> = { readonly value: T } | { readonly problem: string };

/** One setting as a text field. `text` shows the setting; `read` turns what was typed into a change of settings. */
export interface SettingField<Settings> {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly suffix?: string;
  readonly type?: 'date';
  text(settings: Settings): string;
  read(typed: string): Checked<Partial<Settings>>;
}

const SUFFIXES: Partial<Record<Assumption['kind'], string>> = {
  share: '%',
  points: 'points',
  days: 'days',
  hours: 'h',
  years: 'years',
};

/**
 * The text field of an assumption.
 * @param id names the field in the pane
 * @param emptyFigure the figure that an empty field stands for just now, in words
 */
export function settingField<Settings>(
  id: string,
  key: keyof Settings & string,
  row: Assumption,
  formats: Formats,
  emptyFigure = '',
): SettingField<Settings> {
  const shown = plainNumber(formats);
  const suffix = SUFFIXES[row.kind];
  return {
    id,
    label: row.label,
    hint: hintOf(row, emptyFigure),
    ...(suffix === undefined ? {} : { suffix }),
    ...(row.kind === 'date' ? { type: 'date' as const } : {}),
    text: (settings) => {
      const value = settings[key] as unknown;
      if (typeof value === 'number') return shown(isPercent(row) ? percent(value) : value);
      return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
    },
    read: (typed) => {
      const read = valueOf(row, typed);
      return 'problem' in read ? read : { value: { [key]: read.value } as Partial<Settings> };
    },
  };
}

/**
 * Fields of what is typed of a table, under the ids `step.key`: choices and flags have inputs of their own.
 * @param figures what empty fields stand for just now
 */
export function settingFields<Table extends AssumptionTable>(
  step: string,
  table: Table,
  formats: Formats,
  figures: { readonly [K in keyof Table]?: string } = {},
): readonly SettingField<Values<Table>>[] {
  return keysOf(table).flatMap((key) => {
    const row = table[key]!;
    if (row.kind === 'choice' || row.kind === 'flag') return [];
    return [settingField<Values<Table>>(`${step}.${key}`, key, row, formats, figures[key])];
  });
}

function hintOf({ says, empty }: Assumption, figure: string): string {
  const means =
    empty?.means === undefined ? '' : ` Empty = ${empty.means}${figure === '' ? '' : `, ${figure}`}.`;
  return `${says.charAt(0).toUpperCase()}${says.slice(1)}.${means}`.replaceAll("'", '’');
}

function valueOf(row: Assumption, typed: string): Checked<unknown> {
  if (typed === '' && row.empty !== undefined) return { value: row.empty.value };
  switch (row.kind) {
    case 'domains':
      return domainsIn(typed);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(typed)
        ? { value: typed }
        : { problem: `${row.label} is “${typed}”. Choose a date, or leave it empty.` };
    case 'choice':
    case 'flag':
      throw new Error(`${row.label} is chosen, not typed.`);
    default:
      return numberIn(row, typed);
  }
}

function domainsIn(typed: string): Checked<readonly string[]> {
  try {
    return { value: normalDomains(domainParts(typed)) };
  } catch (error) {
    if (error instanceof FlexError) return { problem: error.message };
    throw error;
  }
}

function numberIn(row: NumberRow, typed: string): Checked<number> {
  const read = typedNumber(typed);
  if (read === 'ambiguous') {
    return { problem: `${row.label} “${typed}” can be read two ways. Type it without the comma.` };
  }
  const value = read !== null && isPercent(row) ? read / 100 : read;
  if (value === null || !fitsNumber(row, value)) {
    return { problem: `${row.label} is “${typed}”. Type ${allowedWords(row)}.` };
  }
  return { value };
}

/**
 * A typed number: one comma and no dot is a decimal comma, except `1,234`, which could be either.
 * Null = not a number; 'ambiguous' = say which is meant.
 */
export function typedNumber(typed: string): number | null | 'ambiguous' {
  const text = typed.replace(/[\s\u00a0\u202f%]/g, '');
  if (/^[+-]?\d{1,3},\d{3}$/.test(text)) return 'ambiguous';
  const dotted = /^[^.,]*,[^.,]*$/.test(text) ? text.replace(',', '.') : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(dotted) ? Number(dotted) : null;
}

/** Numbers as one types them: no grouping, the decimal mark of the language. */
function plainNumber(formats: Formats): (value: number) => string {
  const format = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 6, useGrouping: false });
  return (value) => format.format(value);
}
