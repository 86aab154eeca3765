import { calibrate, type Realised, type Rule } from '../../../bench/pool-calibration/calibration';
import { POPULATIONS } from '../../../bench/pool-calibration/populations';

/** A twentieth of the bench's 1,000 histories, with fewer draws; the seed is fixed, so the figures are too. */
const SAMPLE = { histories: 50, nextYears: 100, lawYears: 8_000, draws: 2_000, seed: 7 };

function sample(name: string): (rule: Rule, tolerance: number) => number {
  const population = POPULATIONS.find((one) => one.name === name);
  if (!population) throw new Error(`no population ${name}`);
  const rows: readonly Realised[] = calibrate(population, SAMPLE);
  return (rule, tolerance) => {
    const found = rows.find((row) => row.rule === rule && row.tolerance === tolerance);
    if (!found) throw new Error(`no ${rule} at ${tolerance}`);
    return 100 * found.stockout;
  };
}

/** Within `points` percentage points of the tolerated share, at each tolerance. */
function expectNear(
  at: (rule: Rule, tolerance: number) => number,
  rule: Rule,
  points: readonly number[],
): void {
  [0.01, 0.05, 0.1].forEach((tolerance, index) => {
    expect(Math.abs(at(rule, tolerance) - 100 * tolerance)).toBeLessThanOrEqual(points[index]!);
  });
}

test('with 150 projects, pools run dry about as often as tolerated, and the guide’s +20 % far more often than 5 %', () => {
  const at = sample('150 projects, log-sd 0.8');
  expectNear(at, 'plain', [0.7, 1.5, 2]);
  expectNear(at, 'corrected', [0.7, 1.5, 2]);
  expect(at('guide +20 %', 0.05)).toBeGreaterThan(10);
});

test('with 20 projects, pools run dry about as often as tolerated, and the guide’s +20 % in a third of the years', () => {
  const at = sample('20 projects, log-sd 0.8');
  expectNear(at, 'plain', [1.5, 2.5, 3]);
  expectNear(at, 'corrected', [1, 2, 2.5]);
  expect(at('guide +20 %', 0.05)).toBeGreaterThan(28);
});

test('with 400 independent users, pools run dry about as often as tolerated', () => {
  expectNear(sample('400 independent users, log-sd 1.0'), 'plain', [0.7, 1.5, 2]);
});

test('users who share projects: resampling projects keeps the promise, resampling users breaks it', () => {
  const at = sample('400 users inside 40 projects');
  for (const tolerance of [0.01, 0.05, 0.1]) {
    expect(at('plain', tolerance)).toBeLessThanOrEqual(100 * tolerance + 1);
    expect(at('users', tolerance)).toBeGreaterThan(100 * tolerance + 8);
  }
});
