/**
 * Money in a mis-sized share of a pool: tokens bought for nothing, or bought late (docs/rules.md, "Pool").
 * @param pool tokens
 * @param share of the pool, 0 to 1
 * @param price of one token
 * @example missizeCost(50_000, 0.1, 3) //=> 15000
 */
export function missizeCost(pool: number, share: number, price: number): number {
  return pool * share * price;
}
