import {
  POISSON_ONE,
  POISSON_ONE_LIMITS,
  UNDECIDED,
  decidePoissonOne,
} from '../../../src/engine/numeric/poisson-one';
import { randomStream, standardNormal, uniform } from '../../../src/engine/numeric/random';
import { Xoroshiro128Plus, seeded } from './xoroshiro';

const words = (...values: readonly number[]): { next(): number } => {
  let at = 0;
  return { next: () => values[at++ % values.length] ?? 0 };
};

describe('random streams', () => {
  const first = (seed: number, index: number): number[] => {
    const stream = randomStream(seed, index);
    return Array.from({ length: 5 }, () => stream.next());
  };

  it('repeat for the same seed and differ for another seed or stream', () => {
    expect(first(7, 0)).toEqual(first(7, 0));
    const all = [first(7, 0), first(8, 0), first(7, 1), first(8, 1), first(0, 0), first(-1, 0)].flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('are the published generator, so that a sizing gives the same tokens on every machine', () => {
    for (const [seed, index] of [
      [20_260, 0],
      [20_260, 2],
      [0, 0],
      [-1, 1],
    ] as const) {
      const published = new Xoroshiro128Plus(...seeded(seed));
      for (let jump = 0; jump <= index; jump++) published.jump();
      const low = Array.from({ length: 5 }, () => Number(BigInt.asIntN(32, published.next())));
      expect(first(seed, index)).toEqual(low);
    }
  });

  it('are unrelated between neighbouring seeds', () => {
    const draws = 4000;
    const a = randomStream(1, 0);
    const b = randomStream(2, 0);
    let product = 0;
    for (let i = 0; i < draws; i++) product += standardNormal(a) * standardNormal(b);
    expect(Math.abs(product / draws)).toBeLessThan(4 / Math.sqrt(draws));
  });

  it('give uniform numbers that never reach 0 or 1', () => {
    expect(uniform(words(0))).toBe(2 ** -53);
    expect(uniform(words(-1))).toBe(1 - 2 ** -53);
    const stream = randomStream(3, 0);
    const mean =
      Array.from({ length: 20_000 }, () => uniform(stream)).reduce((sum, u) => sum + u, 0) / 20_000;
    expect(mean).toBeCloseTo(0.5, 2);
  });
});

describe('the written-out generator that the streams are held against', () => {
  it('gives the words that its authors’ C code gives from the state 1, 2', () => {
    const published = new Xoroshiro128Plus(1n, 2n);
    expect(Array.from({ length: 10 }, () => published.next())).toEqual([
      3n,
      412333834243n,
      2360170716294286339n,
      9295852285959843169n,
      2797080929874688578n,
      6019711933173041966n,
      3076529664176959358n,
      3521761819100106140n,
      7493067640054542992n,
      920801338098114767n,
    ]);
  });
});

describe('the Poisson(1) table', () => {
  /** e^-1 ÷ k!, from mpmath at 40 digits. */
  const exact = [
    0.36787944117144233, 0.36787944117144233, 0.18393972058572117, 0.061313240195240384, 0.015328310048810096,
    0.003065662009762019, 0.0005109436682936699, 7.299195261338141e-5, 9.123994076672677e-6,
    1.0137771196302974e-6, 1.0137771196302974e-7, 9.216155633002704e-9, 7.68012969416892e-10,
    5.907792072437631e-11, 4.2198514803125934e-12,
  ];
  const all = 2 ** 48;

  it('gives every value its probability to 2^-46, its undecided cells resolved', () => {
    const weights = new Array<number>(20).fill(0);
    POISSON_ONE.forEach((value, cell) => {
      if (value !== UNDECIDED) {
        weights[value]! += 2 ** 32;
        return;
      }
      // In a cut cell the value rises with the further word: count the words of each value by bisection.
      let low = 0;
      while (low < 2 ** 32) {
        const here = decidePoissonOne(cell, words(low | 0));
        let [inside, beyond] = [low, 2 ** 32];
        while (beyond - inside > 1) {
          const middle = Math.floor((inside + beyond) / 2);
          if (decidePoissonOne(cell, words(middle | 0)) === here) inside = middle;
          else beyond = middle;
        }
        weights[here]! += beyond - low;
        low = beyond;
      }
    });
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(all);
    exact.forEach((probability, k) => {
      expect(Math.abs(weights[k]! / all - probability)).toBeLessThan(2 ** -46);
    });
  });

  it('asks for a second word in fewer than one draw of 5,000', () => {
    const undecided = POISSON_ONE.filter((value) => value === UNDECIDED).length;
    expect(undecided / POISSON_ONE.length).toBeLessThan(1 / 5000);
  });

  it('ends at certainty', () => {
    expect(POISSON_ONE_LIMITS.at(-1)).toBe(all);
    expect([...POISSON_ONE_LIMITS]).toEqual([...POISSON_ONE_LIMITS].sort((a, b) => a - b));
  });
});
