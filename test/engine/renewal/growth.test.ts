import { builtinCard } from '../../../src/engine/catalog';
import { growthAssumption, measuredGrowth, monthlyTokens } from '../../../src/engine/renewal';
import { serialOf } from '../../../src/engine/numeric';
import { randomStream, standardNormal } from '../../../src/engine/numeric/random';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import type { RawCell } from '../../../src/engine/usage';

const SEASON = [1, 1.2, 0.8, 1.5, 1, 0.6, 0.5, 0.9, 1.1, 1.3, 1, 0.7];
const growing = (months: number, yearly: number, noise: (month: number) => number = () => 1): number[] =>
  Array.from(
    { length: months },
    (_, month) => 4000 * SEASON[month % 12]! * (1 + yearly) ** (month / 12) * noise(month),
  );
const growthOf = (tokens: readonly (number | null)[]) => measuredGrowth({ first: 2023 * 12, tokens });

describe('growth measured from the months', () => {
  it('is the trend of two years and more, whatever the season', () => {
    for (const months of [24, 30, 36, 60]) {
      const found = growthOf(growing(months, 0.1));
      expect(found.method).toBe('trend');
      expect(found.mean).toBeCloseTo(0.1, 9);
      expect(found.low).toBeCloseTo(0.1, 9);
      expect(found.high).toBeCloseTo(0.1, 9);
    }
    expect(growthOf(growing(36, -0.2)).mean).toBeCloseTo(-0.2, 9);
  });

  it('is not moved by a few odd months', () => {
    const odd = growing(36, 0.1, (month) => (month === 20 || month === 33 ? 6 : 1));
    const { mean, low, high } = growthOf(odd);
    expect(mean).toBeCloseTo(0.1, 2);
    expect(low).toBeLessThanOrEqual(mean!);
    expect(high).toBeGreaterThanOrEqual(mean!);
  });

  it('has an interval that holds the true growth about nine times of ten', () => {
    const words = randomStream(7, 0);
    let held = 0;
    for (let run = 0; run < 400; run++) {
      const found = growthOf(growing(36, 0.08, () => Math.exp(0.15 * standardNormal(words))));
      if (found.low! <= 0.08 && 0.08 <= found.high!) held++;
    }
    expect(held / 400).toBeGreaterThan(0.85);
    expect(held / 400).toBeLessThan(0.98);
  });

  it('still holds it when busy months follow busy months', () => {
    const words = randomStream(8, 0);
    let held = 0;
    for (let run = 0; run < 400; run++) {
      let level = 0;
      const found = growthOf(
        growing(36, 0.08, () => Math.exp((level = 0.6 * level + 0.12 * standardNormal(words)))),
      );
      if (found.low! <= 0.08 && 0.08 <= found.high!) held++;
    }
    expect(held / 400).toBeGreaterThan(0.75);
  });

  it('comes from the months that repeat where there are less than two years', () => {
    const found = growthOf(growing(17, 0.2));
    expect(found).toMatchObject({ method: 'year-on-year', pairs: 5, months: 17 });
    expect(found.mean).toBeCloseTo(0.2, 9);
    expect(found.text).toContain('5 months that repeat');
    // ln(1.1) and ln(1.3), mean ± 6.314 × sd ÷ √2.
    const two = growthOf([100, 100, ...Array<number>(10).fill(50), 110, 130]);
    const half = (6.314 * (Math.log(1.3) - Math.log(1.1))) / 2;
    expect(two.mean).toBeCloseTo(Math.sqrt(1.1 * 1.3) - 1, 9);
    expect(two.high).toBeCloseTo(Math.sqrt(1.1 * 1.3) * Math.exp(half) - 1, 9);
  });

  it('of a single month that repeats has no interval, and says that it is a hint', () => {
    const found = growthOf(growing(13, 0.2));
    expect(found.mean).toBeCloseTo(0.2, 9);
    expect([found.low, found.high, found.spread]).toEqual([null, null, null]);
    expect(found.text).toContain('hint');
    expect(growthAssumption(found)).toEqual({ mean: found.mean, spread: 0.05 });
  });

  it('is none below 13 months, and says so', () => {
    const found = growthOf(growing(12, 0.2));
    expect(found).toMatchObject({ method: 'none', mean: null, months: 12, pairs: 0 });
    expect(found.text).toContain('cannot be measured: the data hold 12 whole months');
    expect(growthAssumption(found)).toEqual({ mean: 0, spread: 0.05 });
    expect(growthOf([]).method).toBe('none');
  });

  it('passes over months without data or with net refunds', () => {
    const tokens: (number | null)[] = growing(30, 0.1);
    tokens[3] = null;
    tokens[17] = 0;
    tokens[25] = -50;
    const found = growthOf(tokens);
    expect(found.months).toBe(27);
    expect(found.mean).toBeCloseTo(0.1, 9);
  });

  it('becomes the spread of a pool sizing: the interval is 90 % of it', () => {
    const words = randomStream(9, 0);
    const found = growthOf(growing(36, 0.1, () => Math.exp(0.1 * standardNormal(words))));
    const { mean, spread } = growthAssumption(found);
    expect(mean).toBe(found.mean);
    expect(Math.log(1 + found.high!) - Math.log(1 + found.low!)).toBeCloseTo(2 * 1.6448536 * spread, 6);
  });
});

describe('tokens by month', () => {
  const card = builtinCard('guide')!;
  const read = (...rows: RawCell[][]) => readUsage([['User', 'Product', 'Date', 'Hours'], ...rows], { card });
  const daily = (year: number, month: number, from: number, to: number): RawCell[][] =>
    Array.from({ length: to - from + 1 }, (_, day) => ['ann', 'Revit', serialOf(year, month, from + day), 1]);

  it('leave out a last month that the export cut off, and a first one', () => {
    const { first, tokens } = monthlyTokens(
      read(
        ...daily(2025, 1, 20, 31),
        ...daily(2025, 2, 1, 28),
        ...daily(2025, 3, 1, 31),
        ...daily(2025, 4, 1, 12),
      ),
    );
    expect(first).toBe(2025 * 12);
    expect(tokens).toEqual([null, 140, 155, null]);
  });

  it('keep them where rows stand for months and always carry the same day', () => {
    const months = [1, 2, 3, 4].map((month): RawCell[] => ['ann', 'Revit', serialOf(2025, month, 1), 10]);
    expect(monthlyTokens(read(...months)).tokens).toEqual([50, 50, 50, 50]);
  });

  it('know a month without rows from one with none used', () => {
    const { tokens } = monthlyTokens(
      read(
        ['ann', 'Revit', serialOf(2025, 1, 9), 2],
        ['ann', 'Revit', serialOf(2025, 3, 9), 0],
        ['ann', 'Revit', serialOf(2025, 4, 9), 1],
      ),
    );
    expect(tokens).toEqual([10, null, 0, 5]);
  });

  it('count only the people the pool carries', () => {
    const reading = read(
      ['ann', 'Revit', serialOf(2025, 1, 9), 2],
      ['bob', 'Revit', serialOf(2025, 1, 9), 7],
    );
    expect(monthlyTokens(reading, (user) => reading.table.users[user]?.key === 'bob').tokens).toEqual([35]);
  });
});
