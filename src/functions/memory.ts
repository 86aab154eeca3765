import type { Grid } from './cells';

const NUMBER = new Float64Array(1);
const WORDS = new Uint32Array(NUMBER.buffer);
const PRIME = 16777619;

/**
 * A short text that stands for the content of a range: its shape and two independent 32-bit hashes over every cell, with the kind of each cell.
 */
export function fingerprint(grid: Grid): string {
  let a = 2166136261;
  let b = 40503;
  const add = (word: number): void => {
    a = Math.imul(a ^ word, PRIME);
    b = Math.imul(b + word, 2654435761) ^ (b >>> 15);
  };
  for (const row of grid) {
    add(row.length + 0x10000);
    for (const cell of row) {
      if (typeof cell === 'number') {
        NUMBER[0] = cell;
        add(1);
        add(WORDS[0] ?? 0);
        add(WORDS[1] ?? 0);
      } else if (typeof cell === 'string') {
        add(2 + cell.length * 4);
        for (let i = 0; i < cell.length; i++) add(cell.charCodeAt(i));
      } else {
        add(cell === null ? 3 : cell ? 5 : 7);
      }
    }
  }
  return `${grid.length}:${(a >>> 0).toString(36)}:${(b >>> 0).toString(36)}`;
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
