import { guideCard } from '../../../../src/engine/catalog';
import { compareQuotes } from '../../../../src/engine/renewal/quotes/quotes';
import { readQuotes } from '../../../../src/engine/renewal';

const HEADER = ['Quote', 'Item', 'Quantity', 'Unit price', 'Discount', 'Term in years', 'Uplift per year'];

describe('quotes typed into a table', () => {
  const reading = readQuotes(
    [
      HEADER,
      ['Reseller A', 'Flex tokens', 50_000, 3, 0.1, 3, 0.05],
      ['reseller a ', 'Revit 2027', 20, 2910, 0.2, '', ''],
      ['Direct 2027', 'AEC Collection', 5, 3375, '', 1, ''],
      ['Direct 2026', 'Onboarding', 1, 4000, '', '', ''],
      ['', '', '', '', '', '', ''],
    ],
    guideCard,
  );

  it('become one quote a name, each line tokens, seats or something else', () => {
    expect(reading.quotes.map(({ name, lines }) => [name, lines.map(({ kind }) => kind)])).toEqual([
      ['Reseller A', ['tokens', 'seats']],
      ['Direct 2027', ['seats']],
      ['Direct 2026', ['other']],
    ]);
    expect(reading.read).toBe(4);
    expect(reading.rejected).toEqual([]);
  });

  it('take term and uplift from the first line that has them, one year and none where no line has', () => {
    expect(reading.quotes.map(({ years, uplift, topUpPrice }) => [years, uplift, topUpPrice])).toEqual([
      [3, 0.05, null],
      [1, 0, null],
      [1, 0, null],
    ]);
  });

  it('can be compared as they are read', () => {
    const need = { tokens: { p10: 1, p50: 1, p90: 1 }, tokensToBuy: 1, growth: 0, seats: [] };
    const found = compareQuotes(reading.quotes, { need, horizon: 3, topUpPrice: 3, currency: 'USD' });
    expect(found.quotes[0]?.lines[1]).toMatchObject({ row: 3, yearCost: 20 * 2910 * 0.8 });
  });

  it('list rows that cannot be used with row, column and reason', () => {
    const rows = [
      ['A', 'Flex tokens', 50_000, 3, 10, '', ''],
      ['A', 'Flex tokens', '', 3, '', '', ''],
      ['A', 'Flex tokens', 5, 3, '', 2.5, ''],
      ['Total', '', '', 99, '', '', ''],
      ['A', 'Flex tokens', -5, 3, '', '', ''],
    ];
    const { rejected, read, quotes } = readQuotes([HEADER, ...rows], guideCard);
    expect(quotes).toEqual([]);
    expect(read).toBe(5);
    expect(rejected.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, 'Discount', 'not between 0 and 1 (10 % is 0.1)'],
      [3, 'Quantity', 'no quantity'],
      [4, 'Term in years', 'not a whole number of 1 or more'],
      [5, 'Quote', 'totals row'],
      [6, 'Quantity', 'below 0'],
    ]);
  });

  it('say which column is missing', () => {
    expect(() => readQuotes([['Item', 'Quantity']], guideCard)).toThrow('no column Quote, Unit price');
  });
});
