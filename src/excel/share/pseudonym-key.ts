/** Aliases from a key that the user keeps: HMAC-SHA-256 (RFC 2104, FIPS 198-1) by Web Crypto. The key never enters the workbook. */
import { ExcelFailure } from '../host/failure';

const KEY_BYTES = 32;
/** Bytes of the digest an alias shows; more where two people would share one. */
const ALIAS_BYTES = 5;

/** 64 hexadecimal digits. */
export function newPseudonymKey(): string {
  return hex(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
}

/**
 * One alias a person, the same for the same key and person in any workbook: `p-3f9a01c2d4`.
 * @param people who they are, each once, lower case
 * @throws ExcelFailure `BadKey` for a key that is not 64 hexadecimal digits
 */
export async function aliasesOf(
  people: readonly string[],
  key: string,
): Promise<ReadonlyMap<string, string>> {
  const secret = await crypto.subtle.importKey(
    'raw',
    keyBytes(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const encoder = new TextEncoder();
  const digests = new Map<string, string>();
  for (const person of people) {
    const digest = await crypto.subtle.sign('HMAC', secret, encoder.encode(person));
    digests.set(person, hex(new Uint8Array(digest)));
  }
  const digits = shortest([...digests.values()]);
  return new Map([...digests].map(([person, digest]) => [person, `p-${digest.slice(0, digits)}`]));
}

/** Digits that tell all digests apart. */
function shortest(digests: readonly string[]): number {
  let digits = ALIAS_BYTES * 2;
  while (new Set(digests.map((digest) => digest.slice(0, digits))).size < digests.length) digits += 2;
  return digits;
}

function keyBytes(key: string): Uint8Array<ArrayBuffer> {
  const text = key.replace(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new ExcelFailure(
      'BadKey',
      'The key must be 64 digits and letters from a to f. Paste the one you have kept, or make a new one. The workbook is as it was before.',
      true,
    );
  }
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
