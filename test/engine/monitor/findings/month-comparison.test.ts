import fc from 'fast-check';
import { guideCard } from '../../../../src/engine/catalog';
import { explainChange } from '../../../../src/engine/monitor/findings/month-comparison';
import type { ChangePart } from '../../../../src/engine/monitor';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import { on } from '../books';
import { burned, type Burn } from '../burning';

const MARCH = 2026 * 12 + 2;
const APRIL = MARCH + 1;
const PRICES = { before: 3, after: 3, currency: 'USD' };

/** People p-1 … p-n, each on the first `days` days of the month, so many tokens a day. */
const month = (
  number: number,
  people: number,
  days: number,
  tokens: number,
  product = 'Revit',
): readonly Burn[] =>
  Array.from({ length: people }, (_, person) =>
    Array.from({ length: days }, (__, day): Burn => [
      `p-${person + 1}`,
      product,
      on(number, day + 1),
      tokens,
    ]),
  ).flat();
const tokensOf = (parts: readonly ChangePart[]) =>
  Object.fromEntries(parts.map((part) => [part.kind, part.tokens]));
const none = { people: 0, 'days per person': 0, 'product mix': 0, rate: 0, price: 0 };

describe('why burn changed', () => {
  it('more people, all else equal, is people', () => {
    const parts = explainChange(burned([...month(3, 4, 5, 10), ...month(4, 6, 5, 10)]), MARCH, APRIL, PRICES);
    expect(tokensOf(parts)).toEqual({ ...none, people: 100 });
    expect(parts[0]).toMatchObject({
      money: 300,
      sentence: '6 people burned tokens in Apr 2026 instead of 4 in Mar 2026: +100 tokens, +$300.',
    });
    expect(parts[3]?.sentence).toBe('The tokens that a unit costs did not change: 0 tokens, $0.00.');
  });

  it('more days, and more units on a day, are days per person', () => {
    const more = burned([...month(3, 4, 5, 10), ...month(4, 4, 8, 10)]);
    expect(tokensOf(explainChange(more, MARCH, APRIL, PRICES))).toEqual({ ...none, 'days per person': 120 });
    const longer = explainChange(
      burned([...month(3, 4, 5, 10), ...month(4, 4, 5, 15)]),
      MARCH,
      APRIL,
      PRICES,
    );
    expect(tokensOf(longer)).toEqual({ ...none, 'days per person': 100 });
    expect(longer[1]?.sentence).toBe(
      'A person had 5 days of use on average, as before; more units a day make +100 tokens of it: +100 tokens, +$300.',
    );
  });

  it('the same days on a dearer product are product mix', () => {
    const rows = [...month(3, 4, 5, 10), ...month(4, 2, 5, 10), ...month(4, 4, 5, 30, 'Maya')].filter(
      ([user, product, day]) => product === 'Revit' || day < on(4, 1) || user > 'p-2',
    );
    const parts = explainChange(burned(rows), MARCH, APRIL, PRICES);
    expect(tokensOf(parts)).toEqual({ ...none, 'product mix': 200 });
    expect(parts[2]?.sentence).toMatch(/The share of (Maya|Revit) in the days of use (rose|fell) from/);
  });

  it('more tokens for the same hours are rate', () => {
    const rows = (tokens: number, day: string) => ['ann', 'Revit', day, 4, tokens];
    const reading = readUsage(
      [['User', 'Product', 'Date', 'Hours', 'Tokens'], rows(20, '2026-03-02'), rows(24, '2026-04-02')],
      { card: guideCard },
    );
    const parts = explainChange(reading, MARCH, APRIL, PRICES);
    expect(tokensOf(parts)).toEqual({ ...none, rate: 4 });
    expect(parts[3]?.sentence).toBe('Revit took 6 instead of 5 tokens per hour: +4 tokens, +$12.00.');
  });

  it('a dearer token is price: money, and no tokens', () => {
    const reading = burned([...month(3, 4, 5, 10), ...month(4, 4, 5, 10)]);
    const parts = explainChange(reading, MARCH, APRIL, { ...PRICES, before: 2.7 });
    expect(tokensOf(parts)).toEqual(none);
    expect(parts.map(({ money }) => money)).toEqual([0, 0, 0, 0, 60]);
    expect(parts[4]?.sentence).toBe('A token cost $3.00 instead of $2.70: 0 tokens, +$60.00.');
  });

  it('a month without burn leaves nothing but people', () => {
    const reading = burned(month(4, 4, 5, 10));
    const begun = explainChange(reading, MARCH, APRIL, PRICES);
    expect(tokensOf(begun)).toEqual({ ...none, people: 200 });
    expect(begun[0]?.sentence).toContain('No tokens were burned in Mar 2026');
    expect(tokensOf(explainChange(reading, APRIL, APRIL + 1, PRICES))).toEqual({ ...none, people: -200 });
    expect(tokensOf(explainChange(reading, APRIL + 1, APRIL + 2, PRICES))).toEqual(none);
  });

  it('two factors share what they make together, whichever is named first', () => {
    const reading = burned([...month(3, 2, 5, 10), ...month(4, 4, 10, 10)]);
    expect(tokensOf(explainChange(reading, MARCH, APRIL, PRICES))).toEqual({
      ...none,
      people: 150,
      'days per person': 150,
    });
  });

  it('use drawn from a seat is no burn', () => {
    const reading = readUsage(
      [
        ['User', 'Product', 'Date', 'Hours', 'Access'],
        ['ann', 'Revit', '2026-03-02', 4, 'Flex'],
        ['ann', 'Revit', '2026-04-02', 4, 'Flex'],
        ['bob', 'Revit', '2026-04-02', 8, 'Subscription'],
      ],
      { card: guideCard },
    );
    expect(tokensOf(explainChange(reading, MARCH, APRIL, PRICES))).toEqual(none);
  });

  it('data without people explain by days, mix and rate', () => {
    const reading = readUsage(
      [
        [
          'contractYear',
          'tokenPool',
          'usageCategory',
          'usageDate',
          'productLineCode',
          'productName',
          'tokensConsumed',
        ],
        ['1', 'A', 'x', '2026-03-02', 'RVT', 'Revit', 10],
        ['1', 'A', 'x', '2026-04-02', 'RVT', 'Revit', 10],
        ['1', 'A', 'x', '2026-04-03', 'RVT', 'Revit', 10],
      ],
      { card: guideCard },
    );
    const parts = explainChange(reading, MARCH, APRIL, PRICES);
    expect(tokensOf(parts)).toEqual({ ...none, 'days per person': 10 });
    expect(parts[0]?.sentence).toContain('name no people');
  });

  it('the parts sum to the change in tokens, to the millionth, and in money, to the cent', () => {
    const row = fc.tuple(
      fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4'),
      fc.constantFrom('Revit', 'Maya', 'AutoCAD'),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: -2000, max: 9000 }).map((parts) => parts / 100),
    );
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(0, 0.3, 2.857, 3),
        fc.constantFrom(0.3, 2.7),
        (rows, before, after) => {
          const made = rows.map(([user, product, at, tokens]): Burn => [
            user,
            product,
            on(3, 1) + at,
            tokens,
          ]);
          const parts = explainChange(burned(made), MARCH, APRIL, { before, after, currency: 'USD' });
          const sums = [0, 0];
          for (const [, , day, tokens] of made) sums[day < on(4, 1) ? 0 : 1]! += tokens;
          const told = parts.reduce((all, part) => all + part.tokens, 0);
          expect(told).toBeCloseTo(sums[1]! - sums[0]!, 5);
          const cents = parts.reduce((all, part) => all + Math.round(part.money * 100), 0);
          const settled = sums.map((tokens) => Math.round(tokens * 100) / 100);
          const invoice = (at: number, price: number) =>
            Math.round(Number((settled[at]! * price * 100).toPrecision(12)));
          expect(Math.abs(cents - (invoice(1, after) - invoice(0, before)))).toBe(0);
        },
      ),
      { numRuns: 200, seed: 4 },
    );
  });
});
