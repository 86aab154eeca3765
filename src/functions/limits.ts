import { FlexError } from '../engine/errors';
import { formatNumber, LAST_SERIAL } from '../engine/numeric';
import type { PlainCell } from './cells';

/** What numbers an argument may be, for the check and for its message. */
export interface Limits {
  readonly min: number;
  readonly max: number;
  /** "a number from 0 to 1 (25 % is 0.25)". */
  readonly words: string;
  readonly whole?: boolean;
}

export const SHARE: Limits = { min: 0, max: 1, words: 'a number from 0 to 1 (25 % is 0.25)' };
export const AMOUNT: Limits = { min: 0, max: Infinity, words: 'a number of 0 or more' };
export const DATE: Limits = { min: 1, max: LAST_SERIAL, words: 'a date' };
export const COUNT: Limits = { min: 1, max: Infinity, words: 'a whole number of 1 or more', whole: true };

/**
 * A number within its limits. Text and TRUE/FALSE are refused even where Excel would convert them: a discount typed as text is a mistake.
 * @param place where the cell stands, for the message; '' for a single cell
 * @throws FlexError 'value'
 */
export function checkedNumber(cell: PlainCell, name: string, limits: Limits, place = ''): number {
  const what = `${name}${place}`;
  if (typeof cell !== 'number') {
    const shown = typeof cell === 'boolean' ? String(cell).toUpperCase() : `"${cell ?? ''}"`;
    throw new FlexError('value', `${what} is ${shown}: it must be ${limits.words}.`);
  }
  if (cell < limits.min || cell > limits.max || (limits.whole === true && !Number.isInteger(cell))) {
    throw new FlexError('value', `${what} is ${formatNumber(cell, 6)}: it must be ${limits.words}.`);
  }
  return cell;
}
