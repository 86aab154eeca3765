import type { FlexError } from '../errors';
import { isCivilDate, LAST_SERIAL, parseIsoDate, serialOf } from '../numeric/excel-dates';
import {
  aboveOne,
  ambiguousNumber,
  belowZero,
  notABasis,
  notACurrency,
  notADate,
  notAFlag,
  notAnAmount,
  type CellProblem,
} from './errors';

/** A cell as a range hands it over. */
export type CardCell = string | number | boolean | null | undefined;

/** Builds the error of one cell, naming its place. */
export type CellFault = (problem: CellProblem) => FlexError;

const TRUE_WORDS = new Set(['true', 'yes', 'y', 'x', '1', 'on', 'wahr', 'ja', 'vrai', 'oui']);
const FALSE_WORDS = new Set(['false', 'no', 'n', '0', '-', 'off', 'falsch', 'nein', 'faux', 'non']);
const BASES: Readonly<Record<string, 'hour' | 'day' | 'result'>> = {
  hour: 'hour',
  hours: 'hour',
  hourly: 'hour',
  h: 'hour',
  day: 'day',
  days: 'day',
  daily: 'day',
  d: 'day',
  '24hourday': 'day',
  result: 'result',
  results: 'result',
  job: 'result',
  jobs: 'result',
};
const CURRENCY_SIGNS: Readonly<Record<string, string>> = { $: 'USD', US$: 'USD', '€': 'EUR', '£': 'GBP' };

/** Text of a cell without outer spaces (non-breaking ones included); blank is ''. */
export function cellText(cell: CardCell): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

export function isBlank(cell: CardCell): boolean {
  return cellText(cell) === '';
}

/** A number of 0 or more; blank is null. Text that is a plain number counts ("2,910", "2910.50", "0,3"). */
export function readAmount(cell: CardCell, what: string, fault: CellFault): number | null {
  if (isBlank(cell)) return null;
  const value =
    typeof cell === 'number' ? cell : typeof cell === 'string' ? plainNumber(cell, what, fault) : null;
  if (value === null || !Number.isFinite(value)) {
    throw fault(notAnAmount(what, cellText(cell)));
  }
  if (value < 0) throw fault(belowZero(what, value));
  return value;
}

/** A share of 0 to 1; blank is null. "35 %" as text counts. */
export function readShare(cell: CardCell, what: string, fault: CellFault): number | null {
  const percent = typeof cell === 'string' && cell.trim().endsWith('%');
  const value = readAmount(percent ? cell.trim().slice(0, -1) : cell, what, fault);
  if (value === null) return null;
  const share = percent ? value / 100 : value;
  if (share > 1) throw fault(aboveOne(what, cellText(cell)));
  return share;
}

/** TRUE or FALSE, or a word or number for it; blank is null. */
export function readFlag(cell: CardCell, what: string, fault: CellFault): boolean | null {
  if (typeof cell === 'boolean') return cell;
  const word = cellText(cell).toLowerCase();
  if (word === '') return null;
  if (TRUE_WORDS.has(word)) return true;
  if (FALSE_WORDS.has(word)) return false;
  throw fault(notAFlag(what, cellText(cell)));
}

export function readBasis(cell: CardCell, fault: CellFault): 'hour' | 'day' | 'result' | null {
  const word = cellText(cell)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  if (isBlank(cell)) return null;
  const basis = BASES[word];
  if (basis === undefined) throw fault(notABasis(cellText(cell)));
  return basis;
}

/** Currency code in capitals; $, € and £ are USD, EUR and GBP; blank is null. */
export function readCurrency(cell: CardCell, fault: CellFault): string | null {
  const text = cellText(cell).toUpperCase();
  if (text === '') return null;
  const code = CURRENCY_SIGNS[text] ?? text;
  if (!/^[A-Z]{3}$/.test(code)) {
    throw fault(notACurrency(cellText(cell)));
  }
  return code;
}

/** Excel serial of a date cell; text as yyyy-mm-dd or d.m.yyyy counts; blank is null. */
export function readDate(cell: CardCell, what: string, fault: CellFault): number | null {
  if (isBlank(cell)) return null;
  if (typeof cell === 'number' && cell >= 1 && cell <= LAST_SERIAL) return Math.floor(cell);
  const serial = typeof cell === 'string' ? (parseIsoDate(cell) ?? dottedDate(cell)) : null;
  if (serial === null) throw fault(notADate(what, cellText(cell)));
  return Math.floor(serial);
}

function dottedDate(text: string): number | null {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  if (!parts) return null;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return isCivilDate(year, month, day) ? serialOf(year, month, day) : null;
}

function plainNumber(text: string, what: string, fault: CellFault): number | null {
  const bare = text.replace(/[\s\u00a0$€£]/g, '');
  if (/^\d+,\d{3}$/.test(bare) && !bare.startsWith('0')) {
    throw fault(ambiguousNumber(what, text.trim(), bare));
  }
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return Number(bare.replace(/,/g, ''));
  if (/^-?\d+,\d+$/.test(bare)) return Number(bare.replace(',', '.'));
  return /^-?(\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare) : null;
}
