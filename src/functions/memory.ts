import { plainCell } from './cells';

const NUMBER = new Float64Array(1);
const WORDS = new Uint32Array(NUMBER.buffer);
const FNV_PRIME = 16777619;
const KNUTH = 2654435761;

/**
 * A short text that stands for the content of an argument: its shape and two independent 32-bit hashes over every cell with its kind.
 * Written out in one loop, because it runs over every cell of a range at every recalculation.
 */
export function fingerprint(argument: unknown): string {
  const rows: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  let a = 2166136261;
  let b = 40503;
  for (const row of rows) {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    a = Math.imul(a ^ (cells.length + 65536), FNV_PRIME);
    b = Math.imul(b, KNUTH) + cells.length;
    for (const given of cells) {
      const cell = typeof given === 'object' ? plainCell(given) : given;
      if (typeof cell === 'string') {
        for (let i = 0; i < cell.length; i++) {
          const letter = cell.charCodeAt(i);
          a = Math.imul(a ^ letter, FNV_PRIME);
          b = Math.imul(b ^ (b >>> 15), KNUTH) + letter;
        }
        a = Math.imul(a ^ 131072, FNV_PRIME);
        b = Math.imul(b, KNUTH) + 131072;
      } else if (typeof cell === 'number') {
        NUMBER[0] = cell;
        const low = WORDS[0] ?? 0;
        const high = WORDS[1] ?? 0;
        a = Math.imul(Math.imul(a ^ low, FNV_PRIME) ^ high, FNV_PRIME);
        b = Math.imul(Math.imul(b ^ (b >>> 15), KNUTH) + low, KNUTH) + high;
      } else {
        const kind = cell === true ? 262145 : cell === false ? 262146 : 262147;
        a = Math.imul(a ^ kind, FNV_PRIME);
        b = Math.imul(b, KNUTH) + kind;
      }
    }
  }
  return `${rows.length}:${(a >>> 0).toString(36)}:${(b >>> 0).toString(36)}`;
}

/** Keeps the last few results by key; the least recently used one goes first. */
export function memory<T>(size: number): (key: string, compute: () => T) => T {
  const kept = new Map<string, T>();
  return (key, compute) => {
    const known = kept.get(key);
    const value = known ?? compute();
    kept.delete(key);
    kept.set(key, value);
    const oldest = kept.keys().next();
    if (kept.size > size && oldest.done !== true) kept.delete(oldest.value);
    return value;
  };
}
