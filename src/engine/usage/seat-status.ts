import { normalizeHeader } from './reader/headers';

/** Words of a seat's or an account's status, in the form of normalizeHeader. */
const HELD = new Set([
  'assigned',
  'seatassigned',
  'active',
  'pending',
  'unverified',
  'verified',
  'invited',
  'enabled',
  'current',
  'yes',
  'true',
]);
const NOT_HELD = new Set([
  'noseatassigned',
  'noseat',
  'unassigned',
  'notassigned',
  'inactive',
  'notactive',
  'expired',
  'removed',
  'deactivated',
  'disabled',
  'ended',
  'terminated',
  'cancelled',
  'canceled',
  'revoked',
  'none',
  'no',
  'false',
]);

/**
 * What a status says about a seat, by the whole word: "Unverified" is an account that has the seat, "Unassigned" is none.
 * @returns null for a blank and for a word that is not known
 */
export function seatStatus(text: string): 'held' | 'not held' | null {
  const word = normalizeHeader(text);
  if (HELD.has(word)) return 'held';
  return NOT_HELD.has(word) ? 'not held' : null;
}
