/**
 * An input the engine cannot use. `kind` decides the Excel error a function shows:
 * value → #VALUE!, missing → #N/A, number → #NUM!. The message is a sentence for the user: what is wrong, where, what to do.
 */
export class FlexError extends Error {
  constructor(
    readonly kind: 'value' | 'missing' | 'number',
    message: string,
  ) {
    super(message);
    this.name = 'FlexError';
  }
}
