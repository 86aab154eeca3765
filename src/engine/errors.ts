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
