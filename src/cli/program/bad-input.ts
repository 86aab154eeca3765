/** What the user gave cannot be used: exit code 2 and this one sentence. */
export class BadInput extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadInput';
  }
}
