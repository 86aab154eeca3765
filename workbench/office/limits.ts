/** Limits by platform. Source: Microsoft's "Resource limits and performance optimization for Office Add-ins". */
export type Platform = 'web' | 'desktop' | 'mac';

export interface Limits {
  /** Bytes of JSON in one request or one response. */
  readonly payloadBytes: number;
}

const PROFILES: Readonly<Record<Platform, Limits>> = {
  web: { payloadBytes: 5 * 1024 * 1024 },
  desktop: { payloadBytes: Infinity },
  mac: { payloadBytes: Infinity },
};

export const limitsOf = (platform: Platform): Limits => PROFILES[platform];

/** UTF-8 length of a text. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    // A surrogate pair is four bytes in two code units.
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
