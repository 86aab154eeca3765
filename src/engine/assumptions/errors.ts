/** What an assumption refuses, one function a refusal. */
import { FlexError } from '../errors';

export function notADomain(given: string): FlexError {
  return new FlexError(
    'value',
    `“${given}” is not an e-mail domain. Type the part after @, for example partner.com.`,
    'assumptions.no-domain',
  );
}

/**
 * A value outside what its assumption takes, in a sentence.
 * @param place the cell it stands in; null = a setting
 */
export function unfit(label: string, given: string, place: string | null, allowed: string): FlexError {
  return new FlexError(
    'value',
    place === null
      ? `${label} is ${given}. Enter ${allowed}.`
      : `${label} in ${place} is ${given}. Enter ${allowed} there, then run again.`,
    'assumptions.out-of-range',
  );
}
