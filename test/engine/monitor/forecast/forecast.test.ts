import { forecast } from '../../../../src/engine/monitor/forecast/forecast';
import type { Forecast } from '../../../../src/engine/monitor';
import { CANDIDATES, BurnHistory } from '../../../../src/engine/monitor/forecast/candidates';
import { pastForecasts } from '../../../../src/engine/monitor/forecast/origins';
import { levelSpread } from '../../../../src/engine/monitor/forecast/spread';
import { randomStream, standardNormal } from '../../../../src/engine/numeric/random';
import { on } from '../books';
import { series, weeks } from '../demand';

const MONDAY = on(1, 5);
const at = (path: Float64Array, day: number): number => path[day - 1]!;

/** Days whose level is given in logs; no weekdays. */
function wandering(days: number, seed: number, weeklyStep: number): readonly number[] {
  const words = randomStream(seed, 0);
  let level = 0;
  return Array.from({ length: days }, (_, day) => {
    if (day % 7 === 0) level += weeklyStep * standardNormal(words);
    return 100 * Math.exp(level + 0.1 * standardNormal(words));
  });
}

describe('methods', () => {
  const WEEK = [10, 20, 30, 20, 10, 0, 0];

  it('“average to date” takes all days known, free days too', () => {
    const history = new BurnHistory(series(MONDAY, [0, 0, 30, 10]));
    expect(CANDIDATES['average to date'](history, 4)?.(6)).toBe(60);
    expect(CANDIDATES['average to date'](history, 3)?.(2)).toBe(20);
  });

  it('“28 days by weekday” takes the level of four weeks and the weekdays of the year', () => {
    const history = new BurnHistory(
      series(MONDAY, [
        ...weeks(8, WEEK),
        ...weeks(
          4,
          WEEK.map((x) => 2 * x),
        ),
      ]),
    );
    const ahead = CANDIDATES['28 days by weekday'](history, 84);
    expect([1, 2, 3, 5, 6, 7, 8].map((days) => ahead?.(days))).toEqual([20, 60, 120, 180, 180, 180, 200]);
    // From a Wednesday evening on, the week goes on with Thursday.
    const midweek = CANDIDATES['28 days by weekday'](history, 52);
    expect([1, 2, 4].map((days) => midweek?.(days))).toEqual([20, 30, 30]);
    expect(CANDIDATES['28 days by weekday'](history, 6)).toBeNull();
  });

  it('“last year” takes the same days at the root of today’s level', () => {
    // 56 weeks; the last four burned four times what the same weeks burned a year before.
    const days = [...weeks(4, [1, 1, 1, 1, 1, 1, 1]), ...weeks(48, WEEK), ...weeks(4, [4, 4, 4, 4, 4, 4, 4])];
    const history = new BurnHistory(series(MONDAY, days));
    const ahead = CANDIDATES['last year'](history, 392);
    expect([1, 2, 3].map((day) => ahead?.(day))).toEqual([20, 60, 120]);
    expect(CANDIDATES['last year'](history, 391)).toBeNull();
  });

  it('“last year” counts the year before half as much, each raised to the level of this year', () => {
    // A day of each year burns 1, 2, 8.
    const flat = (tokens: number): readonly number[] => Array.from({ length: 364 }, () => tokens);
    const history = new BurnHistory(series(MONDAY, [...flat(1), ...flat(2), ...flat(8)]));
    // Last year's 8 at the root of 8 ÷ 2: 16 a day. The year before's 2 at the root of (8 ÷ 1) · (8 ÷ 2): 2 · √32 a day.
    expect(CANDIDATES['last year'](history, 1092)?.(10)).toBeCloseTo((2 * 160 + 20 * Math.sqrt(32)) / 3, 8);
  });
});

describe('choosing', () => {
  it('takes last year alone where the year repeats itself', () => {
    const year = Array.from({ length: 364 }, (_, day) => (day % 91 < 45 ? 100 : 10));
    const found = forecast(series(MONDAY, [...year, ...year, ...year]), 200);
    expect(found.method).toBe('last year');
    expect(found.weights).toEqual({ 'average to date': 0, '28 days by weekday': 0, 'last year': 1 });
    expect(at(found.p50, 45)).toBeCloseTo(4500, 6);
    expect(at(found.p50, 91)).toBeCloseTo(4960, 6);
    expect(found.errors['last year']).toBeLessThan(1e-9);
    // The average of the days known, over the 364 days that follow and burn 19,840, where last year can run too; both sides with a day's mean.
    const burned = (days: number): number => [...year, ...year].slice(0, days).reduce((a, b) => a + b, 0);
    const floor = 19_840 / 364;
    const misses = Array.from({ length: 49 }, (_, week) => 392 + 7 * week).map((days) =>
      Math.abs(Math.log((19_840 + floor) / ((burned(days) / days) * 364 + floor))),
    );
    expect(found.errors['average to date']).toBeCloseTo(misses.reduce((a, b) => a + b, 0) / 49, 12);
    expect(found.basis).toBe(
      'Forecast by the same days of last year, judged by its errors over 364 days from 97 past days, from 1,092 days of history.',
    );
  });

  it('follows the last four weeks where the level has moved for good', () => {
    const grown = Array.from({ length: 40 }, (_, week) =>
      weeks(
        1,
        [1, 1, 1, 1, 1, 0, 0].map((x) => x * 1.08 ** week),
      ),
    ).flat();
    const found = forecast(series(MONDAY, grown), 100);
    expect(found.method).toBe('28 days by weekday');
    expect(found.weights?.['average to date']).toBe(0);
  });

  it('takes the mean of methods that the history cannot tell apart', () => {
    const words = randomStream(5, 0);
    const noise = Array.from({ length: 300 }, () => 100 * Math.exp(0.5 * standardNormal(words)));
    const found = forecast(series(MONDAY, noise), 90);
    const shares = Object.values(found.weights ?? {}).filter((share) => share > 0);
    expect(shares).toEqual([0.5, 0.5]);
    expect(found.basis).toMatch(
      /^Forecast by the mean of the average to date and the last 28 days by weekday, judged/,
    );
  });

  it('says when a history is too short to judge by', () => {
    const found = forecast(series(MONDAY, weeks(6, [5, 5, 5, 5, 5, 0, 0])), 30);
    expect(found.method).toBe('28 days by weekday');
    expect(found.origins).toBe(0);
    expect(found.errors['28 days by weekday']).toBeNaN();
    expect(found.basis).toContain('from 42 days of history: too short to measure its errors');
  });

  it('judges only by what was known: a change after the origin does not help a past forecast', () => {
    const still = series(MONDAY, weeks(60, [10, 10, 10, 10, 10, 0, 0]));
    const history = new BurnHistory(still);
    const changed = new BurnHistory(
      series(MONDAY, [...still.tokens.slice(0, 400), ...Array(20).fill(9_999)]),
    );
    for (const candidate of Object.values(CANDIDATES)) {
      expect(candidate(changed, 400)?.(20)).toBe(candidate(history, 400)?.(20));
    }
  });
});

describe('past forecasts', () => {
  it('are compared with the days that followed them, from the latest origin back', () => {
    const history = new BurnHistory(
      series(
        MONDAY,
        Array.from({ length: 130 }, (_, day) => day),
      ),
    );
    const past = pastForecasts(history, 7);
    // Known are days 0 to 122, a mean of 61; days 123 to 129 followed.
    expect(past?.actual[0]).toBe(7 * 126);
    expect(past?.forecasts['average to date'][0]).toBe(7 * 61);
    expect(past?.actual[1]).toBe(7 * 125);
    expect(past?.judged).toEqual(['average to date', '28 days by weekday']);
  });

  it('need eight weeks of origins behind eight weeks of history', () => {
    const days = (count: number) => new BurnHistory(series(MONDAY, Array(count).fill(1)));
    expect(pastForecasts(days(118), 7)).toBeNull();
    expect(pastForecasts(days(119), 7)?.origins).toBe(57);
  });
});

describe('range', () => {
  const inOrder = ({ p10, p50, p90 }: Forecast): boolean =>
    p50.every((middle, day) => {
      const before = day === 0 ? [0, 0, 0] : [p10, p50, p90].map((path) => path[day - 1]!);
      const rising = [p10, p50, p90].every((path, which) => path[day]! >= before[which]!);
      return p10[day]! <= middle && middle <= p90[day]! && rising;
    });

  it('never falls and keeps its order, with refunds that outweigh use too', () => {
    const refunds = Array.from({ length: 500 }, (_, day) => (day % 9 === 0 ? -80 : (day * 37) % 50));
    for (const days of [3, 10, 40, 130, 500]) {
      expect(inOrder(forecast(series(MONDAY, refunds.slice(0, days)), 300))).toBe(true);
    }
    const cancelled = [...Array(600).fill(10), ...Array(20).fill(-10), ...Array(180).fill(10)];
    expect(inOrder(forecast(series(MONDAY, cancelled), 364, { method: 'last year' }))).toBe(true);
    const back = forecast(series(MONDAY, Array(60).fill(-5)), 50);
    expect(Math.max(...back.p90)).toBe(0);
  });

  it('is none where every week was alike', () => {
    const found = forecast(series(MONDAY, weeks(30, [9, 9, 9, 9, 9, 1, 1])), 100);
    expect(at(found.p90, 100)).toBeCloseTo(at(found.p10, 100), 6);
  });

  it('is wider for a pool of few clusters, by √(1 + 1/n)', () => {
    const tokens = series(MONDAY, wandering(900, 3, 0.05));
    const width = (effectiveClusters?: number): number => {
      const { p50, p90 } = forecast(tokens, 90, effectiveClusters === undefined ? {} : { effectiveClusters });
      return Math.log(at(p90, 90) / at(p50, 90));
    };
    expect(width(3) / width()).toBeCloseTo(Math.sqrt(4 / 3), 6);
    expect(width(0)).toBe(width());
  });

  it('below two years is never narrower than the level’s own walk; with two years it is measured', () => {
    for (const days of [300, 727]) {
      const tokens = series(MONDAY, wandering(days, 11, 0.12));
      const found = forecast(tokens, 200);
      const walk = levelSpread(new BurnHistory(tokens));
      for (const day of [7, 60, 200]) {
        expect(Math.log(at(found.p90, day) / at(found.p50, day))).toBeGreaterThanOrEqual(walk(day) - 1e-9);
      }
      expect(found.basis).toContain('less than two years');
    }
    expect(forecast(series(MONDAY, wandering(728, 11, 0.12)), 200).basis).not.toContain(
      'less than two years',
    );
  });

  it('of a level that walks 5 % a week is about what such a walk makes of half a year', () => {
    const logs = Array.from({ length: 40 }, (_, seed) => {
      const tokens = series(MONDAY, wandering(700, seed, 0.05));
      return levelSpread(new BurnHistory(tokens))(182);
    });
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    // Mean of a walk over 26 weeks: 0.05 · √(26 ÷ 3) = 0.147; P90 lies 1.28 of that away.
    expect(mean).toBeGreaterThan(0.15);
    expect(mean).toBeLessThan(0.24);
  });

  it('beyond a year ahead grows with the square root of the days', () => {
    const found = forecast(series(MONDAY, wandering(900, 4, 0.1)), 4 * 364);
    const width = (day: number): number => Math.log(at(found.p90, day) / at(found.p50, day));
    expect(width(4 * 364) / width(364)).toBeCloseTo(2, 6);
  });

  it('of two weeks is a level that changes by 20 % a week: nothing has been seen yet', () => {
    const found = forecast(series(MONDAY, weeks(2, [10, 10, 10, 10, 10, 0, 0])), 182);
    // The walk's mean over 26 weeks beside one week's step, at the normal distribution's 90 %.
    const width = 1.2815515655446 * 0.2 * Math.sqrt(1 + 26 / 3);
    expect(Math.log(at(found.p90, 182) / at(found.p50, 182))).toBeCloseTo(width, 9);
  });
});

describe('with next to no history', () => {
  it('no demand is expected, and the basis says so', () => {
    const found = forecast(series(MONDAY, []), 5);
    expect([...found.p90]).toEqual([0, 0, 0, 0, 0]);
    expect(found.firstDay).toBe(MONDAY);
    expect(found.basis).toBe('There is no day of usage to forecast from: no demand is expected.');
  });

  it('of a week, the average of its days goes on', () => {
    const found = forecast(series(MONDAY, [4, 8]), 3);
    expect([...found.p50]).toEqual([6, 12, 18]);
    expect(found.method).toBe('average to date');
  });
});

it('the same history gives the same forecast, and how far is asked does not change a day of it', () => {
  const tokens = series(MONDAY, wandering(500, 2, 0.1));
  const [short, long] = [forecast(tokens, 50), forecast(tokens, 400)];
  expect(forecast(tokens, 50)).toEqual(short);
  expect([...long.p10.slice(0, 50)]).toEqual([...short.p10]);
  expect([...long.p90.slice(0, 50)]).toEqual([...short.p90]);
});
