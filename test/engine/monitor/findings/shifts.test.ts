import { shifts } from '../../../../src/engine/monitor/findings/shifts';
import { burned, MONDAY, tenPeople, type Burn } from '../burning';

const holidays: ReadonlySet<number> = new Set();
/** Twenty weeks; from the given week on every person burns so many times as much. */
const levelFrom = (week: number, times: number): readonly Burn[] =>
  tenPeople(20).map(([user, product, day, tokens]): Burn => {
    return [user, product, day, day >= MONDAY + 7 * week ? tokens * times : tokens];
  });

describe('weekly review list', () => {
  it('lists the first week of a new level, once, with what the old one would have burned', () => {
    const found = shifts(burned(levelFrom(12, 1.5)), { holidays });
    expect(found).toMatchObject([{ week: MONDAY + 84, direction: 'up', burn: 750 }]);
    expect(found[0]?.expected).toBeCloseTo(500, 3);
    // Five days at the winsor limit of 3, over the average's own deviation of 1/3.
    expect(found[0]?.score).toBeCloseTo(9 * (1 - 0.8 ** 5), 6);
  });

  it('a small shift is listed once it has lasted long enough to be told from chance', () => {
    const found = shifts(burned(levelFrom(12, 1.067)), { holidays });
    const deviations = Math.log(107.7 / 101) / 0.05;
    expect(3 * deviations * (1 - 0.8 ** 5)).toBeLessThan(2.962);
    expect(found).toMatchObject([{ week: MONDAY + 91, direction: 'up' }]);
    expect(found[0]?.score).toBeCloseTo(3 * deviations * (1 - 0.8 ** 10), 6);
  });

  it('lists a fall as down', () => {
    expect(shifts(burned(levelFrom(12, 0.6)), { holidays })).toMatchObject([
      { week: MONDAY + 84, direction: 'down', burn: 300 },
    ]);
  });

  it('a single spike, however high, is no shift', () => {
    const rows: Burn[] = [...tenPeople(20), ['p-1', 'Maya', MONDAY + 7 * 12 + 2, 5000]];
    expect(shifts(burned(rows), { holidays })).toEqual([]);
  });

  it('days off are no fall', () => {
    const off = new Set([0, 1, 2, 3, 4].map((at) => MONDAY + 84 + at));
    const rows = tenPeople(20).filter(([, , day]) => !off.has(day));
    expect(shifts(burned(rows), { holidays })).toHaveLength(1);
    expect(shifts(burned(rows), { holidays: off })).toEqual([]);
  });

  it('a week that is not over is not judged', () => {
    const reading = burned(levelFrom(12, 1.5));
    expect(shifts(reading, { holidays, asOf: MONDAY + 84 + 5 })).toEqual([]);
    expect(shifts(reading, { holidays, asOf: MONDAY + 84 + 6 })).toHaveLength(1);
  });
});
