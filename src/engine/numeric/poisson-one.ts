import type { RandomWords } from './random';

/** One draw looks at 16 random bits; a cell of the table that a probability boundary cuts asks for 32 more. */
const CELLS = 0x10000;
const WORD = 0x100000000;
/** Beyond this value less than 2^-48 of the probability is left. */
const LARGEST = 17;

/** Entry of a cell whose 16 bits alone do not decide the draw. */
export const UNDECIDED = 255;

/** P(W ≤ k) for W ~ Poisson(1), in units of 2^-48, rounded; the last one is 2^48. */
export const POISSON_ONE_LIMITS: Float64Array = limits();

/** Poisson(1) by 16 random bits: the value, or UNDECIDED. */
export const POISSON_ONE: Uint8Array = table();

/** The value for a cell that POISSON_ONE leaves undecided; takes one word, so that the distribution is exact to 2^-48. */
export function decidePoissonOne(cell: number, words: RandomWords): number {
  return valueAt(cell * WORD + (words.next() >>> 0));
}

function limits(): Float64Array {
  const found = new Float64Array(LARGEST + 1);
  let probability = 1 / Math.E;
  let sum = 0;
  for (let k = 0; k < LARGEST; k++) {
    sum += probability;
    found[k] = Math.round(sum * CELLS * WORD);
    probability /= k + 1;
  }
  found[LARGEST] = CELLS * WORD;
  return found;
}

function table(): Uint8Array {
  const cells = new Uint8Array(CELLS);
  let value = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    while (POISSON_ONE_LIMITS[value]! <= cell * WORD) value++;
    cells[cell] = POISSON_ONE_LIMITS[value]! >= (cell + 1) * WORD ? value : UNDECIDED;
  }
  return cells;
}

/** The value whose stretch of [0, 2^48) holds the point. */
function valueAt(point: number): number {
  let value = 0;
  while (point >= POISSON_ONE_LIMITS[value]!) value++;
  return value;
}
