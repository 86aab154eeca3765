import fc from 'fast-check';
import { detect, precision, recall } from '../../../../bench/anomalies/detection';
import { guideCard } from '../../../../src/engine/catalog';
import { anomalies } from '../../../../src/engine/monitor';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import { on } from '../books';
import { burned, MONDAY, tenPeople, type Burn } from '../burning';

const NO_HOLIDAYS: ReadonlySet<number> = new Set();
const plain = { pool: null, holidays: NO_HOLIDAYS };
/** A Wednesday in the middle of twelve weeks. */
const WEDNESDAY = MONDAY + 7 * 6 + 2;
const without = (day: number): readonly Burn[] => tenPeople(12).filter(([, , at]) => at !== day);

describe('a day that stands out', () => {
  it('regular burn has none', () => {
    expect(anomalies(burned(tenPeople(12)), plain)).toEqual([]);
  });

  it('a spike is listed with what was expected and who caused it', () => {
    const rows: Burn[] = [
      ...tenPeople(12),
      ['p-3', 'Maya', WEDNESDAY, 240],
      ['p-4', 'Revit', WEDNESDAY, 60],
      ['p-5', 'Revit', WEDNESDAY, 3],
    ];
    const [spike, ...rest] = anomalies(burned(rows), plain);
    expect(rest).toEqual([]);
    expect(spike).toMatchObject({ day: WEDNESDAY, burn: 403, kind: 'spike' });
    expect(spike?.expected).toBeCloseTo(100, 9);
    expect(spike?.score).toBeCloseTo(Math.log(404 / 101) / 0.05, 6);
    expect(spike?.who[0]).toEqual({ user: 'p-3', product: 'Maya', tokens: 240, expected: 0 });
    expect(spike?.whoText).toBe('p-3 Maya +240; p-4 Revit +60; others +3');
  });

  it('a day without any row inside the period is a drop, and the same weekday without rows is not', () => {
    const [drop, ...rest] = anomalies(burned(without(WEDNESDAY)), plain);
    expect(rest).toEqual([]);
    expect(drop).toMatchObject({ day: WEDNESDAY, burn: 0, kind: 'drop' });
    expect(drop?.whoText).toBe(
      'p-0 Revit -10; p-1 Revit -10; p-2 Revit -10; p-3 Revit -10; p-4 Revit -10; others -50',
    );
  });

  it('a drop is seen in a pool so large that a whole day is below 1 % of it', () => {
    expect(anomalies(burned(without(WEDNESDAY)), { ...plain, pool: 1_000_000 })).toHaveLength(1);
  });

  it('a spike below 1 % of the pool is left out, one of exactly 1 % is not', () => {
    const reading = burned([...tenPeople(12), ['p-3', 'Maya', WEDNESDAY, 240]]);
    expect(anomalies(reading, { ...plain, pool: 24_000 })).toHaveLength(1);
    expect(anomalies(reading, { ...plain, pool: 24_100 })).toEqual([]);
  });

  it('a day off of the calendar is no drop, and does not count as a usual Wednesday', () => {
    const off = new Set([WEDNESDAY, WEDNESDAY + 1]);
    const rows = tenPeople(12).filter(([, , day]) => !off.has(day));
    expect(anomalies(burned(rows), plain)).toHaveLength(2);
    expect(anomalies(burned(rows), { ...plain, holidays: off })).toEqual([]);
  });

  it('a burst on a weekend is a spike, a few tokens there are not', () => {
    const saturday = WEDNESDAY + 3;
    const few = burned([...tenPeople(12), ['p-3', 'Revit', saturday, 10]]);
    expect(anomalies(few, plain)).toEqual([]);
    const burst = burned([...tenPeople(12), ['p-3', 'Revit', saturday, 90]]);
    expect(anomalies(burst, plain)).toMatchObject([
      { day: saturday, kind: 'spike', whoText: 'p-3 Revit +90' },
    ]);
  });

  it('the last day of the data is no drop: its rows may still come', () => {
    const last = MONDAY + 7 * 11 + 4;
    const rows = tenPeople(12).filter(([user, , day]) => day !== last || user === 'p-0');
    expect(anomalies(burned(rows), plain)).toEqual([]);
    const andMore: Burn[] = [...rows, ['p-0', 'Revit', last + 3, 100]];
    expect(anomalies(burned(andMore), plain)).toMatchObject([{ day: last, kind: 'drop' }]);
  });

  it('rows after the as-of day do not count', () => {
    const reading = burned([...tenPeople(12), ['p-3', 'Maya', WEDNESDAY, 240]]);
    expect(anomalies(reading, { ...plain, asOf: WEDNESDAY })).toHaveLength(1);
    expect(anomalies(reading, { ...plain, asOf: WEDNESDAY - 1 })).toEqual([]);
  });

  it('below three weeks nothing can be called unusual', () => {
    const rows: Burn[] = [...tenPeople(2), ['p-3', 'Maya', MONDAY + 8, 900]];
    expect(anomalies(burned(rows), plain)).toEqual([]);
  });

  it('what was drawn from a seat, and refunded, burns nothing', () => {
    const rows = tenPeople(12).map(([user, product, day, tokens]) => [user, product, day, tokens, 'Flex']);
    const reading = readUsage(
      [
        ['User', 'Product', 'Date', 'Tokens', 'Access'],
        ...rows,
        ['p-3', 'Maya', WEDNESDAY, 500, 'Subscription'],
        ['p-4', 'Maya', WEDNESDAY, 500, 'Flex'],
        ['p-4', 'Maya', WEDNESDAY, -500, 'Flex'],
      ],
      { card: guideCard },
    );
    expect(anomalies(reading, plain)).toEqual([]);
  });

  it('growth over the year is trend, not a row of spikes', () => {
    const rows = tenPeople(40).map(([user, product, day, tokens]): Burn => {
      return [user, product, day, tokens * (1 + (day - MONDAY) / 100)];
    });
    expect(anomalies(burned(rows), plain)).toEqual([]);
  });

  it('a pool used on few days compares those days, and does not call each of them a spike', () => {
    const seldom = Array.from({ length: 30 }, (_, at): Burn => [
      'p-1',
      'Revit',
      MONDAY + 9 * at,
      10 + (at % 3),
    ]);
    expect(anomalies(burned(seldom), plain)).toEqual([]);
    const rows: Burn[] = [...seldom, ['p-2', 'Maya', MONDAY + 9 * 15, 90]];
    expect(anomalies(burned(rows), plain)).toMatchObject([{ day: MONDAY + 135, kind: 'spike' }]);
  });
});

describe('who explains it', () => {
  it('sums to the excess to the unit, whatever was burned, refunded or missing', () => {
    const odd = fc.record({
      user: fc.constantFrom('p-1', 'p-2', 'x-1', 'x-2', 'x-3'),
      product: fc.constantFrom('Revit', 'Maya', 'AutoCAD'),
      at: fc.integer({ min: 0, max: 7 * 12 - 1 }),
      tokens: fc.integer({ min: -3000, max: 60_000 }).map((parts) => parts / 100),
    });
    let seen = 0;
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 30 }), (oddities) => {
        const rows = oddities.map(({ user, product, at, tokens }): Burn => [
          user,
          product,
          MONDAY + at,
          tokens,
        ]);
        for (const one of anomalies(burned([...tenPeople(12), ...rows]), { ...plain, pool: 100 })) {
          seen++;
          const sum = one.who.reduce((all, line) => all + line.tokens - line.expected, 0);
          expect(Math.abs(sum - (one.burn - one.expected))).toBeLessThan(1e-6);
          const told = one.whoText
            .split('; ')
            .map((line) => Number(line.split(' ').at(-1)?.replace(/[+,]/g, '')));
          expect(told.reduce((all, tokens) => all + tokens, 0)).toBe(Math.round(sum));
        }
      }),
      { numRuns: 60, seed: 4 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});

test('of labelled years with drops and spikes, the promised shares are found and hold', () => {
  const { product, raw, unexplained, named } = detect(2, 41_000, () => 0);
  expect(product.drops.of + product.spikes.of).toBeGreaterThanOrEqual(20);
  expect(precision(product)).toBeGreaterThanOrEqual(0.9);
  expect(recall(product.drops)).toBeGreaterThanOrEqual(0.9);
  expect(recall(product.spikes)).toBeGreaterThanOrEqual(0.55);
  expect(recall(raw.drops)).toBeLessThan(0.2);
  expect(unexplained).toBeLessThan(1e-6);
  expect(recall(named)).toBeGreaterThanOrEqual(0.95);
});

test('a date is a whole serial', () => {
  const rows = tenPeople(12).map(([user, product, day, tokens]): Burn => [user, product, day + 0.4, tokens]);
  const found = anomalies(burned([...rows, ['p-3', 'Maya', WEDNESDAY + 0.9, 240]]), plain);
  expect(found.map(({ day }) => day)).toEqual([on(2, 18)]);
});
