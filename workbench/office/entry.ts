/**
 * What Excel makes of a value assigned to a cell: text that looks like a number, a share, a date or TRUE becomes one
 * unless the cell's number format is Text (@); a leading apostrophe keeps it text.
 */
import type { GridValue } from './grid';
import type { Json } from './wire';

export interface Entry {
  readonly value: GridValue | undefined;
  /** Format the cell takes when it was General. */
  readonly format?: string;
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** undefined leaves the cell as it is, as null does in Excel. */
export function entryOf(json: Json, format: string): Entry {
  if (json === null) return { value: undefined };
  if (typeof json === 'number' || typeof json === 'boolean') return { value: json };
  if (typeof json !== 'string') return { value: String(json) };
  if (json === '') return { value: null };
  if (json.startsWith("'")) return { value: json };
  if (format === '@') return { value: asText(json) };
  if (json.startsWith('=') && json.length > 1) return { value: json };
  return guessed(json.trim()) ?? { value: asText(json) };
}

/** The grid reads = and ' at the start as Excel does: text is marked where it would be misread. */
const asText = (text: string): string => (/^[='@]/.test(text) ? `'${text}` : text);

function guessed(text: string): Entry | null {
  if (/^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?$/.test(text) && /\d/.test(text)) {
    const number = Number(text.replaceAll(',', ''));
    if (Number.isFinite(number))
      return { value: number, ...(/[eE]/.test(text) ? { format: '0.00E+00' } : {}) };
  }
  if (/^[+-]?\d+(\.\d+)?%$/.test(text)) {
    return { value: Number(text.slice(0, -1)) / 100, format: text.includes('.') ? '0.00%' : '0%' };
  }
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (/^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!)$/.test(text))
    return { value: { error: text } };
  return guessedDate(text);
}

function guessedDate(text: string): Entry | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso !== null) return dateEntry(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'yyyy-mm-dd');
  const us = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})$/.exec(text);
  if (us === null) return null;
  const year = Number(us[3]);
  return dateEntry(
    year < 30 ? 2000 + year : year < 100 ? 1900 + year : year,
    Number(us[1]),
    Number(us[2]),
    'm/d/yyyy',
  );
}

function dateEntry(year: number, month: number, day: number, format: string): Entry | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  return { value: (time - EPOCH) / DAY, format };
}
