/** A cheap fingerprint of cells (FNV-1a, 2 × 32 bits): equal cells give equal text; it says nothing of their contents. */
import type { RawCell } from '../../engine/usage/types';

export interface Fingerprint {
  add(block: readonly (readonly RawCell[])[]): void;
  /** 16 hexadecimal digits. */
  text(): string;
}

const PRIME = 0x01000193;

export function createFingerprint(): Fingerprint {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  const bits = new DataView(new ArrayBuffer(8));
  const mix = (value: number): void => {
    a = Math.imul(a ^ value, PRIME);
    b = Math.imul(b ^ (value + 0x5bd1), PRIME) ^ (b >>> 13);
  };
  const cell = (value: RawCell): void => {
    if (typeof value === 'number') {
      bits.setFloat64(0, value);
      mix(1);
      mix(bits.getInt32(0));
      mix(bits.getInt32(4));
    } else if (typeof value === 'string' && value !== '') {
      mix(2);
      for (let i = 0; i < value.length; i += 1) mix(value.charCodeAt(i));
    } else {
      mix(value === true ? 3 : value === false ? 4 : 5);
    }
  };
  return {
    add(block) {
      for (const row of block) {
        mix(6);
        for (const value of row) cell(value);
      }
    },
    text: () => [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
  };
}
