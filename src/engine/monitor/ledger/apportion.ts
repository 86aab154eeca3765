/**
 * Rounds exact shares to whole cents that sum to `total`: each is cut down, and the cents left over go to the largest fractions; equal
 * ones in order (Hamilton's method of largest remainders). Negative shares are cut downwards too.
 * @param shares sum to `total` up to floating-point noise
 * @param total whole
 */
export function toWholeCents(shares: readonly number[], total: number): readonly number[] {
  const whole = shares.map(Math.floor);
  const left = total - whole.reduce((sum, value) => sum + value, 0);
  const byFraction = shares
    .map((share, index) => ({ index, fraction: share - whole[index]! }))
    .sort((a, b) => b.fraction - a.fraction || a.index - b.index);
  for (let given = 0; given < left; given++) whole[byFraction[given % byFraction.length]!.index]! += 1;
  return whole.map((cents) => cents + 0);
}

/**
 * Splits whole cents in proportion to weights of 0 or more.
 * @returns nothing where the weights sum to 0
 */
export function splitCents(total: number, weights: readonly number[]): readonly number[] | null {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0)) return null;
  return toWholeCents(
    weights.map((weight) => (total * weight) / sum),
    total,
  );
}
