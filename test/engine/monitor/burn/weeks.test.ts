import { expectedCurve } from '../../../../src/engine/monitor/forecast/expected-curve';
import { burnByDay, burnByWeek, lastWholeWeek } from '../../../../src/engine/monitor/burn/weeks';
import { on } from '../books';
import { series, weeks } from '../demand';

/** From Thursday, 8 January 2026, for three weeks. */
const burn = series(on(1, 8), weeks(3, [10, 10, 0, 0, 10, 10, 10]));

describe('burn by week', () => {
  it('counts from Monday to Sunday and says which weeks are not whole', () => {
    const found = burnByWeek(burn, null);
    expect(found.map(({ week, tokens, whole }) => [week, tokens, whole])).toEqual([
      [on(1, 5), 20, false],
      [on(1, 12), 50, true],
      [on(1, 19), 50, true],
      [on(1, 26), 30, false],
    ]);
    expect(lastWholeWeek(burn)).toBe(on(1, 19));
  });

  it('stands beside the curve of the term, which sums to the pool', () => {
    const curve = expectedCurve(burn, { pool: 210, start: on(1, 8), expiry: on(1, 28) });
    expect(burnByDay(burn, curve).reduce((sum, { expected }) => sum + expected!, 0)).toBeCloseTo(210, 9);
    expect(burnByWeek(burn, curve).map(({ expected }) => Math.round(expected!))).toEqual([40, 70, 70, 30]);
  });

  it('lists no more than the last 26 weeks', () => {
    expect(burnByWeek(series(on(1, 5), weeks(60, [1, 1, 1, 1, 1, 1, 1])), null)).toHaveLength(26);
  });
});
