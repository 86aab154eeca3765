/** What the user gave cannot be used: exit code 2 and this one sentence. Decide by `code`, never by the sentence. */
export class BadInput extends Error {
  constructor(
    message: string,
    readonly code: 'bad-input' | 'no-sheet' = 'bad-input',
  ) {
    super(message);
    this.name = 'BadInput';
  }
}
