import { identityOf } from './identities';
import { normalizeName } from './names';

/**
 * The key two names share when they mean the same product or Collection. Equality after normalizeName only: what the identities do not
 * list is itself alone.
 */
export function productKey(text: string): string {
  return normalizeName(identityOf(text)?.name ?? text);
}
