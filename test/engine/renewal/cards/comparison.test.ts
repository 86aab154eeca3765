import {
  guideCard,
  priceTerms,
  retailCard,
  type RateCard,
  type RateRow,
} from '../../../../src/engine/catalog';
import { compareCards } from '../../../../src/engine/renewal';
import { reRated } from '../../../../src/engine/renewal/cards/re-rated';
import type { ComparisonTerms } from '../../../../src/engine/renewal/cards/comparison';
import { serialOf } from '../../../../src/engine/numeric';
import { segmentUsers } from '../../../../src/engine/segments';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import type { RawCell, UsageReading } from '../../../../src/engine/usage';

/** The guide's card with some rows and figures changed. */
const renewed = (
  rows: Readonly<Record<string, Partial<RateRow>>>,
  changes: Partial<RateCard> = {},
): RateCard => ({
  ...guideCard,
  name: 'renewal 2027',
  rows: guideCard.rows.map((row) => ({ ...row, ...rows[row.product] })),
  ...changes,
});
const HEADER = ['User', 'Product', 'Date', 'Hours'];
const read = (...rows: RawCell[][]): UsageReading => readUsage([HEADER, ...rows], { card: guideCard });
const use = (user: string, product: string, hours: number): RawCell[] => [
  user,
  product,
  serialOf(2026, 10, 9),
  hours,
];
const terms = (after: RateCard): ComparisonTerms => ({
  termsBefore: priceTerms(guideCard),
  termsAfter: priceTerms(after),
  asOf: null,
  externalDomains: [],
  rankingHoursPerDay: 8,
});

describe('two dated rate cards on the same use', () => {
  const reading = read(use('ann', 'Revit', 1000), use('bob', 'Revit', 100), use('bob', 'AutoCAD', 40));

  it('show tokens and money by product, and split the rise into rates and price', () => {
    const card = renewed({ Revit: { tokensPerUnit: 6 } }, { tokenPrice: 0.33 });
    const found = compareCards(reading, card, terms(card));
    expect(
      found.products.map(({ product, tokensBefore, tokensAfter }) => [product, tokensBefore, tokensAfter]),
    ).toEqual([
      ['Revit', 5500, 6600],
      ['AutoCAD', 40, 40],
    ]);
    expect(found.products[0]).toMatchObject({ units: 1100, rateBefore: 5, rateAfter: 6, note: '' });
    expect(found.products[0]?.change).toBeCloseTo(6600 * 0.33 - 5500 * 0.3, 9);
    expect(found.rateEffect).toBeCloseTo(1100 * 0.3, 9);
    expect(found.priceEffect).toBeCloseTo(6640 * 0.03, 9);
    expect(found.rateEffect + found.priceEffect).toBeCloseTo(found.moneyAfter - found.moneyBefore, 9);
  });

  it('name the people whose segment flips, as segmenting them on the new card does', () => {
    // Break-even of Revit falls from 1,940 h to 970 h: 1,000 h are then a seat's.
    const card = renewed({ Revit: { tokensPerUnit: 10 } });
    const { flips, people } = compareCards(reading, card, terms(card));
    expect(people).toBe(2);
    expect(flips).toHaveLength(1);
    expect(flips?.[0]).toMatchObject({
      user: 'ann',
      segmentBefore: 'Review',
      segmentAfter: 'Named User',
      tokensBefore: 5000,
      tokensAfter: 10_000,
    });
    const direct = segmentUsers(readUsage([HEADER, use('ann', 'Revit', 1000)], { card }), {
      card,
      terms: priceTerms(card),
      asOf: null,
      externalDomains: [],
      rankingHoursPerDay: 8,
    });
    expect(direct.rows[0]?.segment).toBe('Named User');
    expect(direct.rows[0]?.recommendation).toBe(flips?.[0]?.recommendationAfter);
  });

  it('that are the same change nothing', () => {
    const found = compareCards(reading, guideCard, terms(guideCard));
    expect(found.flips).toEqual([]);
    expect([found.rateEffect, found.priceEffect]).toEqual([0, 0]);
    expect(found.tokensAfter).toBe(found.tokensBefore);
  });

  it('scale tokens that the export itself gave, refunds among them', () => {
    const given = readUsage(
      [
        [...HEADER, 'Tokens'],
        [...use('ann', 'Revit', 10), 60],
        [...use('ann', 'Revit', -1), -6],
      ],
      { card: guideCard },
    );
    const card = renewed({ Revit: { tokensPerUnit: 10 } });
    const found = compareCards(given, card, terms(card));
    expect([found.tokensBefore, found.tokensAfter]).toEqual([54, 108]);
  });

  it('say what cannot be compared and leave it out of the sums', () => {
    const found = compareCards(reading, { ...retailCard, currency: 'USD' }, terms(retailCard));
    expect(found.products.map(({ product, tokensAfter }) => [product, tokensAfter])).toEqual([
      ['AutoCAD', null],
      ['Revit', null],
    ]);
    expect(found.products[0]?.note).toBe('charged by hour before and by day on the card retail: left out');
    expect([found.moneyBefore, found.moneyAfter]).toEqual([0, 0]);
    // 5,000 tokens at $0.30 are Review; the same number at $3.00 would look like a seat's.
    expect(found.flips).toEqual([]);
    const missing = renewed({ Revit: { tokensPerUnit: null } });
    const partly = compareCards(reading, missing, terms(missing));
    expect(partly.tokensBefore).toBe(40);
    expect(partly.products.at(-1)?.note).toBe('rate missing on the card renewal 2027: left out');
    expect(partly.flips).toEqual([]);
  });

  it('never charge hours as days: a product that only the second card rates, by the day, is left out', () => {
    const found = compareCards(
      read(use('cyd', 'Navisworks Manage', 700)),
      { ...retailCard, currency: 'USD' },
      terms(retailCard),
    );
    expect(found.products[0]).toMatchObject({ product: 'Navisworks Manage', tokensAfter: null });
    expect(found.products[0]?.note).toBe('counted by hour and charged by day on the card retail: left out');
    expect(found.moneyAfter).toBe(0);
  });

  it('a product that leaves Flex takes no tokens and makes its people need a seat', () => {
    const card = renewed({ Revit: { onFlex: false } });
    const found = compareCards(reading, card, terms(card));
    expect(found.products[0]).toMatchObject({ product: 'Revit', tokensAfter: 0, rateAfter: null });
    expect(found.products[0]?.note).toBe('no longer on Flex: needs seats');
    expect(found.flips?.map(({ segmentAfter }) => segmentAfter)).toContain('Named User – not on Flex');
  });

  it('in two currencies are refused', () => {
    const card = renewed({}, { currency: 'EUR' });
    expect(() => compareCards(reading, card, terms(card))).toThrow('two currencies');
  });

  it('count only the year, and only whom the pool carries', () => {
    const longer = read(use('ann', 'Revit', 10), use('bob', 'Revit', 3), [
      'ann',
      'Revit',
      serialOf(2025, 1, 5),
      500,
    ]);
    const found = compareCards(longer, guideCard, { ...terms(guideCard), includes: (user) => user === 0 });
    expect(found.tokensBefore).toBe(50);
  });

  it('leave the reading they were given as it was', () => {
    const before = Array.from(reading.table.tokens);
    reRated(reading, renewed({ Revit: { tokensPerUnit: 50 } }));
    expect(Array.from(reading.table.tokens)).toEqual(before);
    expect(reading.card).toBe(guideCard);
  });
});
