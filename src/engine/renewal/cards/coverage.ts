import type { PortfolioInput } from '../../portfolio/types';
import type { CoverageLine } from '../types';

/**
 * What each product of the year takes in tokens, and what single seats for whoever uses it would cost a year instead: the demand that a
 * structure either covers with its tokens or leaves to seats. Products without tokens are left out; the most tokens come first.
 */
export function coverageLines({ people, prices }: PortfolioInput): readonly CoverageLine[] {
  const lines = new Map<string, { tokens: number; seatCost: number | null }>();
  for (const { needs } of people) {
    for (const { product, tokens, seatList } of needs) {
      if (!(tokens > 0)) continue;
      const line = lines.get(product) ?? { tokens: 0, seatCost: 0 };
      const seat = seatList === null ? null : seatList * (1 - prices.seatDiscount);
      const seatCost = line.seatCost === null || seat === null ? null : line.seatCost + seat;
      lines.set(product, { tokens: line.tokens + tokens, seatCost });
    }
  }
  return [...lines]
    .map(([product, line]) => ({ product, ...line }))
    .sort((a, b) => b.tokens - a.tokens || (a.product < b.product ? -1 : 1));
}
