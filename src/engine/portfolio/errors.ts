/** What a portfolio refuses besides inputs out of range, one function a refusal. */
import { FlexError } from '../errors';

export function tooManyCollections(count: number, most: number): FlexError {
  return new FlexError(
    'value',
    `There are ${count} Collections: at most ${most} can be compared.`,
    'portfolio.too-many-collections',
  );
}
