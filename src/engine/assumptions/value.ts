/** Values of an assumption: which fit, what is allowed in words, and how a cell shows them. */
import { isoDate, LAST_SERIAL, parseIsoDate } from '../numeric';
import { formatNumber } from '../numeric/format';
import type { Assumption, ChoiceRow, NumberRow } from './row';

/** What a cell holds. */
export type Cell = string | number | boolean | null;

const WHOLE: ReadonlySet<string> = new Set(['tokens', 'days', 'years', 'seed']);
const PERCENT: ReadonlySet<string> = new Set(['share', 'points']);

/** Shown and typed in percent. */
export const isPercent = ({ kind }: Assumption): boolean => PERCENT.has(kind);

export const isNumber = (row: Assumption): row is NumberRow =>
  row.kind !== 'choice' && row.kind !== 'flag' && row.kind !== 'date' && row.kind !== 'domains';

/** A fraction as percent, without the binary tail of × 100 (0.07 × 100 = 7.000000000000001). */
export const percent = (fraction: number): number => Number((fraction * 100).toFixed(6));

/** Whether a number lies within the limits of its row. */
export function fitsNumber(row: NumberRow, value: number): boolean {
  const { least = -Infinity, most = Infinity, above = -Infinity, below = Infinity } = row;
  return (
    Number.isFinite(value) &&
    (!WHOLE.has(row.kind) || Number.isSafeInteger(value)) &&
    value >= least &&
    value <= most &&
    (above === -Infinity || value > above) &&
    (below === Infinity || value < below)
  );
}

/** Whether a value, read from wherever it stands, can be used: dates are serials here. */
export function fits(row: Assumption, value: unknown): boolean {
  if (value === null) return row.empty?.value === null;
  switch (row.kind) {
    case 'choice':
      return row.choices.some((each) => each === value);
    case 'flag':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'number' && value >= 1 && value <= LAST_SERIAL;
    case 'domains':
      return Array.isArray(value);
    default:
      return typeof value === 'number' && fitsNumber(row, value);
  }
}

/** What may be entered; goes on after "Enter". */
export function allowedWords(row: Assumption): string {
  switch (row.kind) {
    case 'choice':
      return listed(row.choices.map((each) => `"${wordOf(row, each)}"`));
    case 'flag':
      return '"yes" or "no"';
    case 'date':
      return 'a date';
    case 'domains':
      return 'e-mail domains with commas between them';
    default:
      return numberWords(row);
  }
}

const NOUNS: Readonly<Record<NumberRow['kind'], string>> = {
  share: 'a percentage',
  points: 'a percentage',
  money: 'an amount',
  tokens: 'a whole number of tokens,',
  days: 'whole days',
  hours: 'hours',
  years: 'a whole number of years',
  seed: 'a whole number',
};

function numberWords(row: NumberRow): string {
  const { kind, least, most, above, below } = row;
  const shown = (value: number): string => formatNumber(isPercent(row) ? percent(value) : value, 6);
  const from =
    above !== undefined ? `above ${shown(above)}` : least === undefined ? '' : `from ${shown(least)}`;
  const to =
    below !== undefined
      ? `${from.startsWith('from') ? ' to ' : ', '}below ${shown(below)}`
      : most !== undefined
        ? `${from.startsWith('from') ? ' to ' : ', up to '}${shown(most)}`
        : '';
  if (to === '' && least !== undefined) {
    return `${NOUNS[kind]} ${kind === 'money' ? 'of ' : ''}${shown(least)} or more`;
  }
  return `${NOUNS[kind].replace(/,$/, '')} ${from}${to}`.trim();
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** What a cell reads for one of the choices. */
export function wordOf<T extends string>(row: ChoiceRow<T>, value: T): string {
  return row.words?.[value] ?? value;
}

/** A setting as its cell shows it. */
export function cellOf(row: Assumption, value: unknown): Cell {
  if (value === null || value === undefined) return row.empty?.word ?? null;
  if (row.kind === 'choice') return wordOf(row, value as string);
  if (row.kind === 'flag') return value === true ? 'yes' : 'no';
  return value as Cell;
}

/**
 * A cell as the settings say it, dates as whole serials: "Flex segments" is `flex`, "Team" is `team`, "yes" is true, "per product" is
 * null. Anything else stays as typed.
 */
export function fromCell(row: Assumption, cell: Cell): Cell {
  if (row.kind === 'date') return typeof cell === 'number' ? Math.floor(cell) : cell;
  if (typeof cell !== 'string') return cell;
  const word = cell.trim().toLowerCase();
  if (row.empty?.word !== undefined && word === row.empty.word) return null;
  if (row.kind === 'flag') return word === 'yes' ? true : word === 'no' ? false : cell;
  if (row.kind !== 'choice') return cell;
  return meant(row, word) ?? cell;
}

/** The choice whose key or word the text begins with: "team (column F)" is `team`; the longest counts. */
function meant(row: ChoiceRow, text: string): string | null {
  let [best, length]: [string | null, number] = [null, 0];
  for (const each of row.choices) {
    for (const word of [each, wordOf(row, each).toLowerCase()]) {
      if (text.startsWith(word) && word.length > length) [best, length] = [each, word.length];
    }
  }
  return best;
}

/** A setting as it is compared with its cell: dates are whole serials. */
export function comparable(row: Assumption, value: unknown): Cell {
  if (row.kind !== 'date' || typeof value !== 'string') return (value ?? null) as Cell;
  const serial = parseIsoDate(value);
  return serial === null ? value : Math.floor(serial);
}

/** What stands for a value nobody gives, in words: `5%`, `14`, `what the tolerance implies`; '' where there is nothing to say. */
export function initialWords(row: Assumption): string {
  const { initial, empty } = row;
  if (initial === null) return empty?.means ?? '';
  if (typeof initial === 'number') {
    return isPercent(row) ? `${percent(initial)}%` : String(initial);
  }
  return typeof initial === 'string' ? initial : '';
}

/** A value in a sentence that refuses it. */
export function shownValue(row: Assumption, value: unknown): string {
  if (value === null || value === '') return 'empty';
  if (row.kind === 'date' && typeof value === 'number' && fits(row, value)) return isoDate(value);
  return `"${String(value)}"`;
}
