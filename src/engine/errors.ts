import { formatNumber } from './numeric/format';

/**
 * An input the engine cannot use. `kind` decides the Excel error a function shows:
 * value → #VALUE!, missing → #N/A, number → #NUM!. The message is a sentence for the user: what is wrong, where, what to do.
 * `code` says which refusal it is, the same on every surface ('usage.no-rows'): decide by it, never by the sentence.
 */
export class FlexError extends Error {
  constructor(
    readonly kind: 'value' | 'missing' | 'number',
    message: string,
    readonly code: string = kind,
  ) {
    super(message);
    this.name = 'FlexError';
  }

  /** The same refusal with its place in front: "Flex Seats: …". */
  at(place: string): FlexError {
    return new FlexError(this.kind, `${place}: ${this.message}`, this.code);
  }
}

/**
 * Refuses an input outside its range: "The bundle is 0: it must be a whole number of tokens, 1 or more."
 * @param room the engine's folder, for the code
 * @param what the input and its value
 * @throws FlexError 'value'
 */
export function mustBe(
  holds: boolean,
  room: 'catalog' | 'pool' | 'portfolio' | 'renewal',
  what: string,
  allowed: string,
): void {
  if (!holds) throw new FlexError('value', `The ${what}: it must be ${allowed}.`, `${room}.out-of-range`);
}

/**
 * The refusal of a cell that is blank, no number, or outside its range: `levels, row 2: the discount is "8": it must be …`.
 * @param what the figure with its place
 */
export function unfitCell(room: 'pool' | 'renewal', what: string, cell: unknown, allowed: string): FlexError {
  const isBlank = cell === null || cell === undefined || String(cell).trim() === '';
  const shown =
    typeof cell === 'number'
      ? formatNumber(cell, 6)
      : typeof cell === 'boolean'
        ? String(cell).toUpperCase()
        : `"${String(cell)}"`;
  return new FlexError(
    'value',
    `${what} is ${isBlank ? 'missing' : shown}: it must be ${allowed}.`,
    `${room}.out-of-range`,
  );
}
