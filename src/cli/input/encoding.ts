/** Which encoding a text file has: by its byte order mark, by where its zero bytes lie, else UTF-8 unless it is none. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters (WHATWG Encoding Standard). */
const C1 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';
/** A file of text has zero bytes only as halves of UTF-16 letters. */
const HALVES = 0.3;

/** The encoding that the first bytes prove; null when they leave UTF-8 and Windows-1252 open. */
export function markedEncoding(start: Uint8Array): Encoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeros.map((count) => count / (start.length / 2 || 1));
  if (odd > HALVES && odd > even) return 'utf-16le';
  return even > HALVES ? 'utf-16be' : null;
}

/** Tells UTF-8 from Windows-1252: the latter as soon as a byte cannot be UTF-8. */
export class Utf8Check {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private valid = true;

  take(chunk: Uint8Array): void {
    if (this.valid) this.valid = this.decodes(chunk, true);
  }

  /** Call once, after the last chunk. */
  end(): Encoding {
    return this.valid && this.decodes(new Uint8Array(), false) ? 'utf-8' : 'windows-1252';
  }

  private decodes(chunk: Uint8Array, stream: boolean): boolean {
    try {
      this.decoder.decode(chunk, { stream });
      return true;
    } catch {
      return false;
    }
  }
}

export interface Decoder {
  /** Text of the next bytes; a letter cut in two waits for its rest. */
  decode(chunk: Uint8Array): string;
  end(): string;
}

/** A decoder that drops the byte order mark. Bytes that are no letter become U+FFFD: nothing is lost silently. */
export function decoderOf(encoding: Encoding): Decoder {
  if (encoding === 'windows-1252') {
    return {
      decode: (chunk) =>
        Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
          .toString('latin1')
          .replace(/[\u0080-\u009F]/g, (letter) => C1[letter.charCodeAt(0) - 0x80] ?? letter),
      end: () => '',
    };
  }
  const decoder = new TextDecoder(encoding);
  return { decode: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}
