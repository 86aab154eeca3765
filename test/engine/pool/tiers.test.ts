import fc from 'fast-check';
import { bestBuy, readTiers, tierPrice } from '../../../src/engine/pool';
import type { Tier } from '../../../src/engine/pool';
import type { RawCell } from '../../../src/engine/usage';

const TIERS = readTiers([
  [0, 3],
  [5000, 2.85],
  [20_000, 2.7],
  [50_000, 2.55],
]);

test.each([
  [0, 3],
  [4999, 3],
  [5000, 2.85],
  [49_999, 2.7],
  [1e6, 2.55],
])('%d tokens cost the price of the tier they reach, each %d', (tokens, price) => {
  expect(tierPrice(tokens, TIERS)).toBe(price);
});

test.each([
  [47_300, 50_000],
  [47_000, 47_000],
  [100, 100],
  [4800, 5000],
  [0, 0],
  [60_000, 60_000],
])('for a need of %d tokens, %d are bought', (need, quantity) => {
  expect(bestBuy(need, TIERS)).toBe(quantity);
});

test('a tie buys less: 19,000 at 3.00 cost as much as 20,000 at 2.85, also where binary numbers say a little less', () => {
  const tie = [
    { from: 0, price: 3 },
    { from: 20_000, price: 2.85 },
  ];
  expect(bestBuy(19_000, tie)).toBe(19_000);
  const rounded = [
    { from: 1, price: 0.1 },
    { from: 10, price: 0.03 },
  ];
  expect(10 * 0.03).toBeLessThan(3 * 0.1);
  expect(bestBuy(3, rounded)).toBe(3);
});

test('below the first tier the first tier is bought, or a higher one that costs less, and there is no price', () => {
  const packs = [
    { from: 100, price: 3 },
    { from: 500, price: 2.5 },
    { from: 1000, price: 2 },
  ];
  expect(bestBuy(10, packs)).toBe(100);
  expect(bestBuy(900, packs)).toBe(1000);
  expect(() => tierPrice(99, packs)).toThrow(/tokens is 99, below the first tier.* 100\./);
});

test('no purchase that covers the need costs less than the one chosen, and none at the same cost is smaller', () => {
  const tiers = fc
    .uniqueArray(
      fc.record({ from: fc.integer({ min: 0, max: 60 }), price: fc.integer({ min: 1, max: 40 }) }),
      {
        selector: ({ from }) => from,
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((all): readonly Tier[] => [...all].sort((a, b) => a.from - b.from));
  fc.assert(
    fc.property(tiers, fc.integer({ min: 0, max: 90 }), (table, need) => {
      let best = { quantity: NaN, cost: Infinity };
      for (let quantity = need; quantity <= 120; quantity++) {
        const price = [...table].reverse().find(({ from }) => from <= quantity)?.price;
        if (price === undefined || quantity * price >= best.cost) continue;
        best = { quantity, cost: quantity * price };
      }
      expect(bestBuy(need, table)).toBe(best.quantity);
    }),
  );
});

describe('a table as typed', () => {
  const sorted = [
    { from: 0, price: 3 },
    { from: 5000, price: 2.85 },
  ];

  test.each<[string, RawCell[][]]>([
    ['without a header', [[0, 3], [5000, 2.85]]], // prettier-ignore
    ['with a header', [['From', 'Price'], [0, 3], [5000, 2.85]]], // prettier-ignore
    ['with headers of the user', [['ab Menge', 'Preis je Stück'], [0, 3], [5000, 2.85]]], // prettier-ignore
    ['unsorted', [[5000, 2.85], [0, 3]]], // prettier-ignore
    ['with blank rows', [['', null], [5000, 2.85], ['', ' '], [0, 3], ['', '']]], // prettier-ignore
    ['with the price first, where the headers say so', [['Price', 'From quantity'], [3, 0], [2.85, 5000]]], // prettier-ignore
    ['with more columns', [['Name', 'Quantity', 'Price'], ['a', 0, 3], ['b', 5000, 2.85]]], // prettier-ignore
  ])('%s is read', (_, range) => {
    expect(readTiers(range)).toEqual(sorted);
  });

  test.each<[string, RawCell[][]]>([
    ['tiers, row 3: the price is -1: it must be a number of 0 or more.', [['From', 'Price'], [0, 3], [5, -1]]], // prettier-ignore
    ['tiers, row 2: the quantity is "5,000": it must', [[0, 3], ['5,000', 2]]], // prettier-ignore
    ['tiers, row 1: the quantity is "from 0": it must', [['from 0', 3]]], // prettier-ignore
    ['tiers, row 1: the price is TRUE: it must', [[0, true]]], // prettier-ignore
    ['tiers, row 2: the price is missing', [[0, 3], [5000, '']]], // prettier-ignore
    ['tiers, row 2: the quantity is missing', [[0, 3], [null, 2]]], // prettier-ignore
    ['tiers, row 1: the quantity is "#N/A"', [['#N/A', '#N/A'], [0, 3]]], // prettier-ignore
    ['tiers, row 4: the quantity 5,000 stands in row 2 too', [['From', 'Price'], [5000, 3], [0, 4], [5000, 3]]], // prettier-ignore
    ['tiers has no row', [['From', 'Price'], ['', '']]], // prettier-ignore
    ['tiers has no row', []],
    ['tiers, row 1: the price is missing', [[5000], [6000]]], // prettier-ignore
  ])('%s', (message, range) => {
    expect(() => readTiers(range)).toThrow(
      expect.objectContaining({
        kind: 'value',
        message: expect.stringContaining(message) as unknown,
      }) as Error,
    );
  });
});
