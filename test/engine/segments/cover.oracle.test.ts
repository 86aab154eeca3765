/** An independent brute force over every assignment, beside the subset enumeration of the engine. */
import fc from 'fast-check';
import type { RateCard } from '../../../src/engine/catalog/types';
import { guideCard } from '../../../src/engine/catalog';
import { segmentUsers } from '../../../src/engine/segments';
import { MONTHS, options, read } from './people';

const NAMES = ['Revit', 'Civil 3D', 'AutoCAD', 'Maya', 'Inventor Pro'];

/** Every product goes to its seat, to Flex, or to a Collection that holds it; a Collection is paid once. */
function bruteForce(
  needs: readonly { name: string; flex: number; seat: number }[],
  collections: readonly { name: string; products: readonly string[]; price: number }[],
  allowed: { flex: boolean; seats: boolean; atLeastOneCollection: boolean },
): number {
  let best = Infinity;
  const walk = (index: number, cost: number, bought: ReadonlySet<string>): void => {
    if (index === needs.length) {
      if (!allowed.atLeastOneCollection || bought.size > 0) best = Math.min(best, cost);
      return;
    }
    const need = needs[index]!;
    if (allowed.flex) walk(index + 1, cost + need.flex, bought);
    if (allowed.seats) walk(index + 1, cost + need.seat, bought);
    for (const collection of collections) {
      if (!collection.products.includes(need.name)) continue;
      const price = bought.has(collection.name) ? 0 : collection.price;
      walk(index + 1, cost + price, new Set([...bought, collection.name]));
    }
  };
  walk(0, 0, new Set());
  return best;
}

test('best seat cost, the mix and the Collection equal a brute force over all assignments', () => {
  const instance = fc.record({
    hours: fc.array(fc.integer({ min: 1, max: 2600 }), { minLength: 5, maxLength: 5 }),
    used: fc.subarray(NAMES, { minLength: 1 }),
    one: fc.record({
      products: fc.subarray(NAMES, { minLength: 1 }),
      price: fc.integer({ min: 500, max: 6000 }),
    }),
    two: fc.record({
      products: fc.subarray(NAMES, { minLength: 1 }),
      price: fc.integer({ min: 500, max: 6000 }),
    }),
  });
  fc.assert(
    fc.property(instance, ({ hours, used, one, two }) => {
      const collections = [
        { name: 'One', ...one },
        { name: 'Two', ...two },
      ];
      const card: RateCard = {
        ...guideCard,
        collections: collections.map((item) => ({
          name: item.name,
          products: item.products,
          seatPrice: item.price,
          currency: 'USD',
        })),
      };
      const rows = used.map((name, index) => [
        'a',
        name,
        MONTHS[index % 12]!,
        hours[NAMES.indexOf(name)]!,
        '',
      ]);
      const [row] = segmentUsers(read(rows, card), options({ card })).rows;
      const needs = used.map((name) => {
        const rate = guideCard.rows.find((item) => item.product === name)!;
        return { name, flex: hours[NAMES.indexOf(name)]! * rate.tokensPerUnit! * 0.3, seat: rate.seatPrice! };
      });
      const mixed = bruteForce(needs, [], { flex: true, seats: true, atLeastOneCollection: false });
      const withCollection = bruteForce(needs, collections, {
        flex: true,
        seats: true,
        atLeastOneCollection: true,
      });
      const seats = bruteForce(needs, collections, { flex: false, seats: true, atLeastOneCollection: false });
      expect(row!.bestSeatCost).toBeCloseTo(seats, 6);
      if (withCollection < mixed - 1e-6) {
        expect(row!.segment).toBe('Collection');
        expect(row!.recommendedCost).toBeCloseTo(withCollection, 6);
      } else {
        expect(row!.segment).not.toBe('Collection');
        expect(row!.recommendedCost).toBeCloseTo(mixed, 6);
      }
    }),
    { numRuns: 300 },
  );
});
