import { guideCard, priceTerms } from '../../../../src/engine/catalog';
import { topConsumers, type ConsumerContext } from '../../../../src/engine/monitor/findings/top-consumers';
import type { TopConsumer } from '../../../../src/engine/monitor';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import { usageYear, type RawCell, type UsageReading } from '../../../../src/engine/usage';
import { burned, MONDAY, type Burn } from '../burning';

/** Tokens on each working day of the 50 weeks that end with the week looked at. */
const WEEKS = 50;
const LAST_WEEK = MONDAY + 7 * (WEEKS - 1);
const everyDay = (user: string, product: string, perDay: number): Burn[] =>
  Array.from({ length: 7 * WEEKS }, (_, at) => at)
    .filter((at) => at % 7 < 5)
    .map((at): Burn => [user, product, MONDAY + at, perDay]);

function consumers(
  reading: UsageReading,
  more: Partial<ConsumerContext> = {},
  n?: number,
): readonly TopConsumer[] {
  return topConsumers(
    reading,
    {
      week: LAST_WEEK,
      year: usageYear(reading, LAST_WEEK + 6),
      terms: priceTerms(guideCard),
      currency: 'USD',
      spareSeats: new Map(),
      collections: guideCard.collections,
      daysOfCover: 60,
      ...more,
    },
    n,
  );
}

/** Maya: 15 tokens an hour at $0.30, seat $1,785: break-even 396.67 hours. Ann has 500 hours of it, bob 250 hours of Revit at 5 tokens. */
const TWO = burned([...everyDay('ann', 'Maya', 30), ...everyDay('bob', 'Revit', 5)]);

describe('top consumers of a week', () => {
  it('show cost per hour on Flex and on a seat, the saving of a year and the days the move buys', () => {
    const [ann, bob] = consumers(TWO);
    expect(ann).toMatchObject({
      ...{ user: 'ann', product: 'Maya', weekTokens: 150, yearUnits: 500, yearTokens: 7500, unit: 'hour' },
      ...{ migrate: true, spareSeat: false },
    });
    expect(ann!.weekCost).toBeCloseTo(45, 9);
    expect(ann!.share).toBeCloseTo(150 / 175, 12);
    expect(ann!.breakEven).toBeCloseTo(396.6667, 3);
    expect(ann!.unitCostNow).toBeCloseTo(4.5, 9);
    expect(ann!.unitCostSeat).toBeCloseTo(3.57, 9);
    // 7,500 × $0.30 − $1,785.
    expect(ann!.saving).toBeCloseTo(465, 9);
    // Six sevenths of the burn go: 60 days become 420.
    expect(ann!.daysGained).toBeCloseTo(360, 6);
    expect(ann!.sentence).toBe(
      '150 tokens in the week (85.7 %). 500 hours of Maya in the year, above the break-even of 396.67: a seat saves $465 a year. The pool lasts about 360 days longer.',
    );
    // 250 hours × 5 × $0.30 = $375, against $2,910.
    expect(bob).toMatchObject({ user: 'bob', migrate: false, yearUnits: 250 });
    expect(bob!.saving).toBeCloseTo(375 - 2910, 9);
    expect(bob!.sentence).toContain(
      'below the break-even of 1,940: stays on Flex; a seat would cost $2,535 more a year.',
    );
  });

  it('give an owned seat that nobody holds before one is bought: it costs nothing now', () => {
    const [ann, bob] = consumers(TWO, { spareSeats: new Map([['revit', 1]]) });
    expect(ann!.spareSeat).toBe(false);
    expect(bob).toMatchObject({ spareSeat: true, seat: 'Revit', unitCostSeat: 0 });
    expect(bob!.saving).toBeCloseTo(375, 9);
    expect(bob!.sentence).toContain(
      'an owned Revit seat is free and costs nothing now; giving it saves $375 a year.',
    );
  });

  it('give a free Collection to the dearest person it covers, and each seat once', () => {
    const aec = new Map([['AEC Collection', 1]]);
    const reading = burned([
      ...everyDay('ann', 'Maya', 30),
      ...everyDay('bob', 'Revit', 5),
      ...everyDay('cyd', 'Civil 3D', 10),
    ]);
    const spare = (seats: ReadonlyMap<string, number>): unknown[] =>
      consumers(reading, { spareSeats: seats }).flatMap(({ user, seat }) =>
        seat === undefined ? [] : [[user, seat]],
      );
    // Maya is in no AEC Collection.
    expect(spare(aec)).toEqual([['cyd', 'AEC Collection']]);
    expect(spare(new Map([...aec, ['Civil 3D', 1]]))).toEqual([
      ['cyd', 'Civil 3D'],
      ['bob', 'AEC Collection'],
    ]);
    expect(spare(new Map([['AEC Collection', 0]]))).toEqual([]);
  });

  it('count the week alone, refunds taken off, the largest first and no more than asked for', () => {
    const reading = burned([
      ['dan', 'Revit', LAST_WEEK - 1, 900],
      ['ann', 'Revit', LAST_WEEK, 10],
      ['ann', 'Revit', LAST_WEEK + 6, 5],
      ['ann', 'Revit', LAST_WEEK + 6, -5],
      ['bob', 'Revit', LAST_WEEK, 8],
      ['bob', 'AutoCAD', LAST_WEEK, 3],
      ['cyd', 'Revit', LAST_WEEK, 10],
      ['eve', 'Revit', LAST_WEEK, 4],
      ['eve', 'Revit', LAST_WEEK, -4],
      ['fay', 'Revit', LAST_WEEK + 7, 900],
    ]);
    const brief = (n?: number): unknown[] =>
      consumers(reading, {}, n).map(({ user, product, weekTokens }) => [user, product, weekTokens]);
    expect(brief()).toEqual([
      ['bob', 'Revit', 11],
      ['ann', 'Revit', 10],
      ['cyd', 'Revit', 10],
    ]);
    expect(brief(1)).toEqual([['bob', 'Revit', 11]]);
  });

  it('promise no days where cover is unknown, or nobody else burns', () => {
    const alone = burned(everyDay('ann', 'Maya', 30));
    expect(consumers(alone)[0]).toMatchObject({ daysGained: 0, share: 1 });
    expect(consumers(TWO, { daysOfCover: Number.NaN }).map(({ daysGained }) => daysGained)).toEqual([0, 0]);
    expect(consumers(TWO, { daysOfCover: Infinity }).map(({ daysGained }) => daysGained)).toEqual([0, 0]);
  });

  it('judge what was drawn from the pool, not the hours of a seat that somebody holds anyway', () => {
    const seatDays = everyDay('ann', 'Maya', 30).map(([user, product, day]): RawCell[] => [
      user,
      product,
      day,
      8,
      '',
      'Subscription',
    ]);
    const reading = readUsage(
      [
        ['User', 'Product', 'Date', 'Hours', 'Tokens', 'Access'],
        ...seatDays,
        ['ann', 'Maya', LAST_WEEK + 1, 2, 30, 'Flex'],
      ],
      { card: guideCard },
    );
    expect(consumers(reading)[0]).toMatchObject({ user: 'ann', yearTokens: 30, migrate: false });
    expect(consumers(reading)[0]!.saving).toBeLessThan(0);
  });
});
