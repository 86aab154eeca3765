import { guideCard } from '../../../../src/engine/catalog';
import { dailySeries } from '../../../../src/engine/monitor';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import { on } from '../books';
import { burned } from '../burning';

const usage = readUsage(
  [
    ['User', 'Product', 'Date', 'Hours', 'Tokens', 'Access'],
    ['ann', 'Revit', '2026-02-27', 8, '', 'Subscription'],
    ['ann', 'Revit', '2026-03-02 09:30', 2, 10, 'Flex'],
    ['bob', 'AutoCAD', '2026-03-02', 5, 5.5, 'Flex'],
    ['ann', 'Revit', '2026-03-04', -2, -10, 'Flex'],
    ['bob', 'AutoCAD', '2026-03-05', 7, 7, 'Flex'],
    ['bob', 'AutoCAD', '2026-03-07', 8, '', 'Subscription'],
  ],
  { card: guideCard },
);

describe('burn by day without gaps', () => {
  it('starts with the first burn, counts free days as 0, nets refunds, and reaches as far as any row', () => {
    const { firstDay, tokens } = dailySeries(usage);
    expect(firstDay).toBe(on(3, 2));
    expect([...tokens]).toEqual([15.5, 0, -10, 7, 0, 0]);
  });

  it('ends on the as-of day, free or not, and leaves out what came after', () => {
    expect([...dailySeries(usage, { asOf: on(3, 3) + 0.7 }).tokens]).toEqual([15.5, 0]);
  });

  it('does not take days for free that the data do not reach', () => {
    expect(dailySeries(usage, { asOf: on(6, 30) }).tokens).toHaveLength(6);
  });

  it('can be of some people only', () => {
    const bob = dailySeries(usage, { includes: (user) => usage.table.users[user]?.key === 'bob' });
    expect([...bob.tokens]).toEqual([5.5, 0, 0, 7, 0, 0]);
  });

  it('has no drift of added fractions', () => {
    const tenths = burned(Array.from({ length: 3 }, () => ['ann', 'Revit', on(3, 2), 0.1] as const));
    expect([...dailySeries(tenths).tokens]).toEqual([0.3]);
  });

  it('is empty from the day after the as-of date when no row is older', () => {
    expect(dailySeries(usage, { asOf: on(1, 31) })).toEqual({
      firstDay: on(2, 1),
      tokens: new Float64Array(0),
    });
  });

  it('covers the days of the data with 0 when nothing burned', () => {
    const nobody = dailySeries(usage, { includes: () => false });
    expect(nobody.firstDay).toBe(on(2, 27));
    expect([...nobody.tokens]).toEqual(Array(9).fill(0));
  });
});
