import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { normalQuantile } from './normal';

/** A source of random 32-bit words (signed integers). */
export interface RandomWords {
  next(): number;
}

/**
 * Stream `index` of a seed: xoroshiro128+ jumped ahead by (index + 1) × 2^64 words, so that the streams of one seed never overlap and
 * neighbouring seeds start from well mixed states. The same seed and index give the same words wherever the code runs.
 * @param seed whole number; its lowest 32 bits count
 * @param index 0, 1, 2 …
 */
export function randomStream(seed: number, index: number): RandomWords {
  const words = xoroshiro128plus(seed);
  for (let jump = 0; jump <= index; jump++) words.jump();
  return words;
}

/** Uniform number strictly between 0 and 1, on a grid of 2^-52; takes two words. */
export function uniform(words: RandomWords): number {
  const high = words.next() >>> 6;
  const low = words.next() >>> 6;
  return (high * 0x4000000 + low + 0.5) / 0x10000000000000;
}

/** Standard normal number by inversion; takes two words. */
export function standardNormal(words: RandomWords): number {
  return normalQuantile(uniform(words));
}
