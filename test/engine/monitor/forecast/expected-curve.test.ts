import { expectedCurve } from '../../../../src/engine/monitor/forecast/expected-curve';
import { serialOf } from '../../../../src/engine/numeric';
import { series } from '../demand';

const START = serialOf(2026, 1, 5);
const flat = (days: number, tokens: number): readonly number[] => Array.from({ length: days }, () => tokens);

describe('expected curve of a term', () => {
  it('is straight without a year of use before it, and ends at 0 on the last day', () => {
    const curve = expectedCurve(series(START - 100, flat(100, 7)), {
      pool: 100,
      start: START,
      expiry: START + 3,
    });
    expect([...curve.balances]).toEqual([75, 50, 25, 0]);
    expect([curve.firstDay, curve.seasonal]).toEqual([START, false]);
    expect(curve.basis).toContain('straight line');
  });

  it('has the shape of the same days of the year before', () => {
    // 364 days before the term's first four days: 40, 0, 10, 50.
    const history = series(START - 364, [40, 0, 10, 50, ...flat(360, 3)]);
    const curve = expectedCurve(history, { pool: 1_000, start: START, expiry: START + 3 });
    expect(curve.seasonal).toBe(true);
    expect([...curve.balances].map((balance) => Math.round(balance))).toEqual([600, 600, 500, 0]);
  });

  it('does not move while the term goes on', () => {
    const past = [40, 5, 10, 50, ...flat(360, 3)];
    const term = { pool: 1_000, start: START, expiry: START + 364 };
    expect(expectedCurve(series(START - 364, [...past, 900, 900, 900]), term)).toEqual(
      expectedCurve(series(START - 364, past), term),
    );
  });

  it('never rises, with refunds in the year before too', () => {
    const history = series(START - 364, [40, -30, 10, 50, ...flat(360, 3)]);
    const { balances } = expectedCurve(history, { pool: 1_000, start: START, expiry: START + 400 });
    expect(balances.every((balance, day) => day === 0 || balance <= balances[day - 1]!)).toBe(true);
    expect(balances.at(-1)).toBe(0);
  });

  it('is straight when the data end before the term, or the year before burned nothing', () => {
    const term = { pool: 10, start: START, expiry: START + 9 };
    expect(expectedCurve(series(START - 400, flat(390, 3)), term).seasonal).toBe(false);
    expect(expectedCurve(series(START - 400, flat(400, 0)), term).seasonal).toBe(false);
  });
});
