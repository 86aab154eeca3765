import { randomStream, uniform } from '../numeric/random';

/** Stream of the permutations, apart from those of the sizing. */
const YEARS_SEED = 0x3c6ef372;

/**
 * Tokens of the years of a contract, path by path: the first year as drawn, each later one another draw of the same distribution, grown.
 * So every year has the spread of the first, and a good year may follow a bad one.
 * @param draws of the first year, tokens
 * @param growth a year after the first, as a fraction
 * @returns one array a year, as long as `draws`
 */
export function contractYears(
  draws: Float64Array,
  growth: number,
  years: number,
  seed: number,
): readonly Float64Array[] {
  const words = (year: number): ReturnType<typeof randomStream> => randomStream(seed ^ YEARS_SEED, year);
  return Array.from({ length: years }, (_, year) => {
    if (year === 0) return draws;
    const factor = (1 + growth) ** year;
    return shuffled(draws, words(year)).map((tokens) => tokens * factor);
  });
}

/** Fisher and Yates. */
function shuffled(values: Float64Array, words: ReturnType<typeof randomStream>): Float64Array {
  const order = values.slice();
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(uniform(words) * (last + 1));
    const value = order[last]!;
    order[last] = order[other]!;
    order[other] = value;
  }
  return order;
}
