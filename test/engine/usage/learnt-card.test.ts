import { matchProduct, retailCard } from '../../../src/engine/catalog';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { withLearntRates, type RawCell } from '../../../src/engine/usage';

const HEADER: RawCell[] = ['Email', 'Product', 'Day used', 'Tokens used'];
const days = (product: string, tokens: readonly number[]): RawCell[][] =>
  tokens.map((amount, day) => ['ann@x.example', product, 46_000 + day, amount]);
const learnt = (rows: readonly RawCell[][]) =>
  withLearntRates(readUsage([HEADER, ...rows], { card: retailCard }));

describe('rates learnt from the day rows of an export', () => {
  it('fill an empty rate and add a product the card does not know, with their support', () => {
    const { card, filled } = learnt([...days('Civil 3D', [11, 11, 11, 22]), ...days('Thing', [4, 4, 4])]);
    expect(filled.map(({ product, rate, support, days: all }) => [product, rate, support, all])).toEqual([
      ['Civil 3D', 11, 3, 4],
      ['Thing', 4, 3, 3],
    ]);
    expect(matchProduct(card, 'Civil 3D')).toMatchObject({
      row: {
        tokensPerUnit: 11,
        basis: 'day',
        confidence: 'user',
        source: 'Learnt from your export: 3 of 4 days',
      },
    });
    expect(matchProduct(card, 'Thing')).toMatchObject({
      row: { tokensPerUnit: 4, seatPrice: null, onFlex: true },
    });
  });

  it('never replace a rate of the card, and are not taken from a few days or from a minority of them', () => {
    const { card, filled } = learnt([
      ...days('Revit', [12, 12, 12]),
      ...days('Maya', [6, 6]),
      ...days('3ds Max', [6, 6, 6, 1, 2, 3, 4]),
    ]);
    expect(filled).toEqual([]);
    expect(card).toBe(retailCard);
  });
});
