import fc from 'fast-check';
import { guideCard } from '../../../../src/engine/catalog';
import { burnBy, dailySeries, type BurnBy, type BurnPeriod } from '../../../../src/engine/monitor';
import { serialOf } from '../../../../src/engine/numeric';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import type { RawCell, UsageReading } from '../../../../src/engine/usage';
import { on } from '../books';

function reading(rows: readonly (readonly RawCell[])[]): UsageReading {
  return readUsage([['User', 'Product', 'Date', 'Tokens', 'Team', 'Access'], ...rows], { card: guideCard });
}

const brief = (
  usage: UsageReading,
  period: BurnPeriod,
  by: BurnBy,
  segments?: (user: number) => string,
): unknown[] =>
  burnBy(usage, period, by, segments).map(({ period: first, name, tokens }) => [first, name, tokens]);

describe('burn by period', () => {
  it('puts the days around New Year in the ISO week of their Monday', () => {
    // 1 January 2027 is a Friday, 4 January a Monday.
    const usage = reading([
      ['ann', 'Revit', serialOf(2026, 12, 27), 1, '', 'Flex'],
      ['ann', 'Revit', serialOf(2026, 12, 28), 2, '', 'Flex'],
      ['ann', 'Revit', serialOf(2027, 1, 3), 4, '', 'Flex'],
      ['ann', 'Revit', serialOf(2027, 1, 4), 8, '', 'Flex'],
    ]);
    expect(brief(usage, 'week', 'user')).toEqual([
      [serialOf(2026, 12, 21), 'ann', 1],
      [serialOf(2026, 12, 28), 'ann', 6],
      [serialOf(2027, 1, 4), 'ann', 8],
    ]);
    expect(brief(usage, 'month', 'product')).toEqual([
      [serialOf(2026, 12, 1), 'Revit', 3],
      [serialOf(2027, 1, 1), 'Revit', 12],
    ]);
  });

  it('leaves out what was drawn from a seat or cost nothing, and shows a use that was refunded whole as 0', () => {
    const usage = reading([
      ['ann', 'Revit', on(3, 2), 5, 'North', 'Flex'],
      ['ann', 'Revit', on(3, 2) + 0.5, -5, 'North', 'Flex'],
      ['bob', 'Revit', on(3, 2), 9, 'South', 'Subscription'],
      ['cyd', 'Revit', on(3, 2), 0, 'South', 'Flex'],
    ]);
    expect(brief(usage, 'day', 'team')).toEqual([[on(3, 2), 'North', 0]]);
  });

  it('asks for the segment of each user', () => {
    const usage = reading([
      ['ann', 'Revit', on(3, 2), 5, '', 'Flex'],
      ['bob', 'Revit', on(3, 2), 7, '', 'Flex'],
      ['cyd', 'Revit', on(3, 2), 1, '', 'Flex'],
    ]);
    const { users } = usage.table;
    const segmentOf = (user: number): string => (users[user]?.key === 'bob' ? 'Review' : 'Named User');
    expect(brief(usage, 'day', 'segment', segmentOf)).toEqual([
      [on(3, 2), 'Named User', 6],
      [on(3, 2), 'Review', 7],
    ]);
  });

  it('adds up to the same tokens whichever way it is cut, period by period', () => {
    const row = fc.tuple(
      fc.constantFrom('ann', 'bob', 'cyd'),
      fc.constantFrom('Revit', 'Maya', 'AutoCAD'),
      fc.integer({ min: 0, max: 100 }).map((offset) => on(1, 1) + offset),
      fc.integer({ min: -300, max: 900 }).map((parts) => parts / 100),
      fc.constantFrom('', 'North', 'South'),
      fc.constantFrom('Flex', 'Subscription'),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const usage = reading(
          rows.map(([user, product, day, tokens, team, access]) => [
            user,
            product,
            day,
            tokens,
            team,
            access,
          ]),
        );
        const series = dailySeries(usage, { asOf: on(12, 31) });
        const total = Math.round(series.tokens.reduce((sum, tokens) => sum + tokens, 0) * 100);
        const cents = (found: readonly { tokens: number }[]): number =>
          Math.round(found.reduce((sum, { tokens }) => sum + tokens, 0) * 100);
        for (const period of ['day', 'week', 'month'] as const) {
          const byProduct = burnBy(usage, period, 'product');
          expect(cents(byProduct)).toBe(total);
          for (const by of ['team', 'user'] as const) {
            const other = burnBy(usage, period, by);
            expect(cents(other)).toBe(total);
            for (const first of new Set(other.map((one) => one.period))) {
              const within = (found: typeof other): typeof other =>
                found.filter((one) => one.period === first);
              expect(cents(within(other))).toBe(cents(within(byProduct)));
            }
            const order = other.map(({ period: first, name }) => `${first}|${name}`);
            expect(order).toEqual([...new Set(order)].sort());
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
