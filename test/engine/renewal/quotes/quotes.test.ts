import fc from 'fast-check';
import { compareQuotes, type QuotesTerms } from '../../../../src/engine/renewal/quotes/quotes';
import { priceCurve } from '../../../../src/engine/renewal/quotes/indifference';
import type { BestCost, Quote, QuoteLine, QuoteNeed } from '../../../../src/engine/renewal';

const line = (item: string, quantity: number, unitPrice: number, discount = 0, row = 2): QuoteLine => ({
  item,
  kind: item === 'Flex tokens' ? 'tokens' : item === 'Training' ? 'other' : 'seats',
  quantity,
  unitPrice,
  discount,
  row,
});
const quote = (name: string, lines: QuoteLine[], changes: Partial<Quote> = {}): Quote => ({
  name,
  lines,
  years: 3,
  uplift: 0,
  ...changes,
});
const need: QuoteNeed = {
  tokens: { p10: 800, p50: 1000, p90: 1300 },
  tokensToBuy: 1100,
  growth: 0,
  seats: [
    { item: 'Revit', quantity: 5, listPrice: 2910 },
    { item: 'Docs', quantity: 2, listPrice: null },
  ],
};
const terms = (changes: Partial<QuotesTerms> = {}): QuotesTerms => ({
  need,
  horizon: 3,
  topUpPrice: 3,
  currency: 'USD',
  ...changes,
});
const A = quote('A', [line('Flex tokens', 1200, 3, 0.1), line('Revit', 7, 2910, 0.2)]);
const B = quote('B', [line('Flex tokens', 900, 3, 0.2), line('Autodesk Revit 2026', 5, 2910, 0.1)], {
  uplift: 0.05,
});

describe('quotes on the same demand', () => {
  it('cost over three years what their lines, top-ups and uplift come to', () => {
    const { quotes } = compareQuotes([A, B], terms());
    const lines = 1200 * 2.7 + 7 * 2328;
    expect(quotes[0]?.cases.map(({ cost }) => cost)).toEqual(
      [3 * lines, 3 * lines, 3 * (lines + 100 * 3)].map((cost) => expect.closeTo(cost, 6) as number),
    );
    const rises = 1 + 1.05 + 1.1025;
    const quoted = 900 * 2.4 + 5 * 2619;
    expect(quotes[1]?.cases[1]?.cost).toBeCloseTo((quoted + 100 * 3) * rises, 6);
    expect(quotes[1]?.cases[1]?.byYear[2]).toBeCloseTo((quoted + 300) * 1.1025, 6);
    expect(quotes[1]?.cases[0]).toMatchObject({ topUpTokens: 0, unusedTokens: 300 });
  });

  it('mark lines above need with their money, and seats nobody needs to the last one', () => {
    const wide = quote('W', [
      ...A.lines,
      line('Revit', 1, 2910),
      line('Maya', 2, 1785),
      line('Training', 1, 9000),
    ]);
    const figures = compareQuotes([wide], terms()).quotes[0]!;
    expect(
      figures.lines.map(({ needed, above, aboveCost }) => [
        needed,
        above,
        aboveCost && Math.round(aboveCost),
      ]),
    ).toEqual([
      [1100, 100, 270],
      [5, 2, 4656],
      [0, 1, 2910],
      [0, 2, 3570],
      [null, null, null],
    ]);
    expect(figures.text).toContain('$11,406 a year of it above need');
  });

  it('buy needed seats that a quote lacks at list, and name those without a price', () => {
    const tokensOnly = quote('T', [line('Flex tokens', 1300, 3)]);
    const figures = compareQuotes([tokensOnly], terms()).quotes[0]!;
    expect(figures.cases[2]).toMatchObject({ missingSeatCost: 3 * 5 * 2910 });
    expect(figures.cases[2]?.cost).toBeCloseTo(3 * (3900 + 14_550), 6);
    expect(figures.priceMissing).toEqual(['Docs']);
    expect(figures.text).toContain('price missing: seats of Docs');
  });

  it('grow with the demand after the first year', () => {
    const growing = terms({ need: { ...need, growth: 0.5 } });
    const [p50] = [compareQuotes([A], growing).quotes[0]!.cases[1]!];
    // 1,000, 1,500 and 2,250 tokens against 1,200.
    expect(p50.topUpTokens).toBeCloseTo(300 + 1050, 9);
    expect(p50.topUpCost).toBeCloseTo(3 * 1350, 9);
  });

  it('name the cheapest at each demand', () => {
    const small = quote('small', [line('Flex tokens', 100, 3), line('Revit', 5, 2910)], { topUpPrice: 4 });
    const large = quote('large', [line('Flex tokens', 1300, 2.8), line('Revit', 5, 2910)]);
    expect(compareQuotes([small, large], terms()).cheapest).toEqual([0, 1, 1]);
  });

  it('at its indifference price a quote costs exactly what the alternative costs', () => {
    const price = fc.double({ min: 0.1, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        price,
        price,
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (a, b, quantity, uplift) => {
          const one = quote('one', [line('Flex tokens', quantity, a), line('Revit', 5, 2910)], {
            uplift,
            topUpPrice: 3,
          });
          const other = quote('other', [line('Flex tokens', 1500, b), line('Revit', 5, 2910)]);
          const compared = compareQuotes([one, other], terms());
          const indifference = compared.quotes[0]!.indifferencePrice!;
          // Prices of a quote may not be negative; the test then has nothing to check but the sign.
          if (indifference < 0) {
            expect(compared.quotes[0]!.text).toContain('Even free tokens');
            return;
          }
          const repriced = quote(
            'one',
            [line('Flex tokens', quantity, indifference), line('Revit', 5, 2910)],
            { uplift, topUpPrice: 3 },
          );
          expect(compareQuotes([repriced], terms()).quotes[0]!.cases[1]!.cost).toBeCloseTo(
            compared.quotes[1]!.cases[1]!.cost,
            4,
          );
        },
      ),
    );
  });

  it('without an alternative have no indifference price, and doing without is one', () => {
    expect(compareQuotes([A], terms()).quotes[0]).toMatchObject({ indifferencePrice: null, alternative: '' });
    const cost = compareQuotes([A], terms()).quotes[0]!.cases[1]!.cost;
    const { quotes } = compareQuotes([A], terms({ withoutQuote: { name: 'retail at list', cost } }));
    expect(quotes[0]?.indifferencePrice).toBeCloseTo(2.7, 9);
    expect(quotes[0]?.alternative).toBe('retail at list');
  });

  it('show the portfolio that the optimiser chooses at their own token price', () => {
    const asked: number[] = [];
    const bestCost: BestCost = (tokenPrice) => {
      asked.push(tokenPrice);
      return { cost: tokenPrice * 10, tokens: 10, seats: 1 };
    };
    const { quotes } = compareQuotes([A, B], terms({ bestCost }));
    expect(asked.map((price) => price.toFixed(4))).toEqual(['2.7000', '2.4000']);
    expect(quotes[0]?.portfolio).toEqual(bestCost(quotes[0]!.tokenPrice!));
    expect(
      compareQuotes([quote('S', [line('Revit', 5, 2910)])], terms({ bestCost })).quotes[0]?.portfolio,
    ).toBeNull();
  });

  it('that end before the horizon say how the later years were taken', () => {
    const short = compareQuotes([{ ...A, years: 1 }], terms()).quotes[0]!;
    expect(short.text).toContain('term ends after 1 year; later years are taken at its uplift');
  });

  it('are refused with name and row when a figure cannot be', () => {
    const bad = quote('Vendor X', [line('Flex tokens', 10, 3, 15, 7)]);
    expect(() => compareQuotes([bad], terms())).toThrow('Vendor X, row 7, Flex tokens: the discount is 15');
    expect(() => compareQuotes([], terms())).toThrow('There are 0 quotes');
    expect(() => compareQuotes([A, A, A, A], terms())).toThrow('compare 1 to 3');
  });
});

describe('a token price one would still pay', () => {
  /** Ten people: person i takes tokens while i × 100 of them cost less than a seat of 600. */
  const bestCost: BestCost = (price) => {
    const people = Array.from({ length: 10 }, (_, i) => (i + 1) * 100);
    const flex = people.filter((tokens) => tokens * price <= 600);
    const tokens = flex.reduce((sum, each) => sum + each, 0);
    const seats = people.length - flex.length;
    return { cost: tokens * price + seats * 600, tokens, seats };
  };

  it('falls on a curve: the dearer a token, the fewer tokens and the more seats', () => {
    const curve = priceCurve(bestCost, [6, 0.5, 1, 2, 3]);
    expect(curve.map(({ price, tokens, seats }) => [price, tokens, seats])).toEqual([
      [0.5, 5500, 0],
      [1, 2100, 4],
      [2, 600, 7],
      [3, 300, 8],
      [6, 100, 9],
    ]);
    curve.forEach((point) => expect(point.cost).toBe(bestCost(point.price).cost));
  });
});
