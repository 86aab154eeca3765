import fc from 'fast-check';
import { drawDemand, yearDemand } from '../../../../src/engine/pool';
import { lotLedger, type LotPolicy } from '../../../../src/engine/pool/lots/ledger';
import { lotSteps } from '../../../../src/engine/pool/lots/lots';
import { lotYearSteps, type LotYears } from '../../../../src/engine/pool/lots/years';
import { runThrough } from '../../../../src/engine/pool/steps';
import type { PoolInput } from '../../../../src/engine/pool/types';
import { projectHistory } from '../history';

const rollingLots = (...input: Parameters<typeof lotSteps>) => runThrough(lotSteps(...input));
const lotYears = (...input: Parameters<typeof lotYearSteps>) => runThrough(lotYearSteps(...input));

/** Months of the 365-day year that the ledger runs. */
const MONTH_DAYS = [30, 30, 31, 30, 31, 30, 30, 31, 30, 31, 30, 31];

function demandOf(input: PoolInput): Float64Array {
  const steps = drawDemand(input.tokens, input.draws, input.seed);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return yearDemand(step.value, input.growth, input.planned, input.seed);
  }
}

function sizeAt(demand: Float64Array, tolerance: number): number {
  return demand.slice().sort()[Math.ceil((1 - tolerance) * demand.length) - 1]!;
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One path with the same demand every day. */
function steady(daily: number, years: number): LotYears {
  const months = Float64Array.from({ length: 12 * years }, (_, month) => daily * MONTH_DAYS[month % 12]!);
  return { paths: 1, years, months };
}

test('with one token a day and 14 days of lead, 13 tokens left is the latest moment to order', () => {
  // A position of 13 in the evening of day 100; the lot comes on the 14th morning after it, when the last token went the day before.
  const policy = { lot: 100, leadDays: 14 };
  const enough = lotLedger(steady(1, 5), { ...policy, reorderPoint: 13 });
  expect(enough.stockoutYears).toBe(0);
  expect(enough.years).toBe(4);
  // 1,460 days of one token each; a lot every 100 days.
  expect(enough.burned).toBeCloseTo(1460, 6);
  expect([14, 15]).toContain(enough.lots);
  expect(enough.expired).toBe(0);
  expect(lotLedger(steady(1, 5), { ...policy, reorderPoint: 12 }).stockoutYears).toBe(4);
});

test('a pack that outlives its demand expires 365 days after it arrived, and the day without tokens counts', () => {
  // 100 tokens, 0.1 a day: 63.5 expire on the first morning of the second year; that day's demand waits for the lot of the next morning.
  const ledger = lotLedger(steady(0.1, 2), { lot: 100, reorderPoint: 0, leadDays: 0 });
  expect(ledger.opening).toBeCloseTo(63.5, 6);
  expect(ledger.expired).toBeCloseTo(63.5, 6);
  expect(ledger.bought).toBe(100);
  expect(ledger.burned).toBeCloseTo(36.5, 6);
  expect(ledger.closing).toBeCloseTo(63.5, 6);
  expect(ledger.stockoutYears).toBe(1);
});

const randomYears = fc
  .record({
    paths: fc.integer({ min: 1, max: 6 }),
    years: fc.integer({ min: 2, max: 5 }),
    tokens: fc.array(fc.double({ min: 0, max: 3000, noNaN: true }), { minLength: 12, maxLength: 60 }),
  })
  .map(({ paths, years, tokens }): LotYears => {
    const months = Float64Array.from(
      { length: paths * years * 12 },
      (_, at) => tokens[(at * 7) % tokens.length]!,
    );
    return { paths, years, months };
  });
const randomPolicy = fc.record({
  lot: fc.integer({ min: 100, max: 8000 }),
  reorderPoint: fc.integer({ min: 0, max: 20_000 }),
  leadDays: fc.integer({ min: 0, max: 120 }),
});

test('no token is lost: what was held and bought is burned, expired or still there', () => {
  fc.assert(
    fc.property(randomYears, randomPolicy, (years, policy) => {
      const { opening, bought, burned, expired, closing } = lotLedger(years, policy);
      const scale = Math.max(1, opening + bought);
      expect(Math.abs(opening + bought - burned - expired - closing) / scale).toBeLessThan(1e-9);
      for (const amount of [opening, bought, burned, expired, closing])
        expect(amount).toBeGreaterThanOrEqual(-1e-6);
    }),
    { numRuns: 300 },
  );
});

test('ordering earlier never makes more years run dry, as long as no pack expires', () => {
  // At most 6,000 tokens are held or on order and at least 6,000 are used in 12 months: no pack gets old.
  const busy = randomYears.map((years) => ({ ...years, months: years.months.map((tokens) => 510 + tokens) }));
  const small = fc.record({
    lot: fc.integer({ min: 100, max: 1500 }),
    reorderPoint: fc.integer({ min: 0, max: 2500 }),
    leadDays: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(busy, small, fc.integer({ min: 1, max: 2000 }), (years, policy, more) => {
      const late = lotLedger(years, policy);
      const early = lotLedger(years, { ...policy, reorderPoint: policy.reorderPoint + more });
      expect(early.expired).toBe(0);
      expect(early.stockoutYears).toBeLessThanOrEqual(late.stockoutYears);
    }),
    { numRuns: 200 },
  );
});

test.each([20, 150])(
  'along the reorder points of a firm with %d projects, dry years only become fewer',
  (clusters) => {
    const input = projectHistory(clusters, 0.8);
    const demand = demandOf(input);
    const years = lotYears(input, demand, 200, 4);
    const mean = meanOf(demand);
    let before = Infinity;
    for (let share = 0.02; share <= 0.5; share += 0.02) {
      const policy: LotPolicy = { lot: mean / 4, reorderPoint: share * mean, leadDays: 14 };
      const { stockoutYears } = lotLedger(years, policy);
      expect(stockoutYears).toBeLessThanOrEqual(before);
      before = stockoutYears;
    }
  },
);

test('rolling lots waste next to nothing where an annual pack of the same risk wastes a tenth', () => {
  const input = projectHistory(1500, 0.8);
  const demand = demandOf(input);
  const size = sizeAt(demand, 0.05);
  const lots = rollingLots(input, demand, size)!;
  expect(lots.stockoutYears).toBeLessThanOrEqual(0.05);
  expect(lots.wasteShare).toBeLessThan(0.005);
  expect(lots.annual.size).toBe(size);
  expect(Math.abs(lots.annual.stockoutYears - 0.05)).toBeLessThan(0.005);
  expect(lots.annual.wasteShare).toBeGreaterThan(0.09);
  expect(lots.annual.wasteShare).toBeLessThan(0.16);
  expect(lots.lotsPerYear).toBeGreaterThan(3.8);
  expect(lots.lotsPerYear).toBeLessThan(4.2);
  expect(lots.meanBalance).toBeGreaterThan(0.5 * lots.lot);
  expect(lots.meanBalance).toBeLessThan(0.5 * lots.lot + lots.reorderPoint);
});

test('a lot is what can be bought, near a quarter of the year, and is ordered before the lead time has eaten the rest', () => {
  const tiers = [{ from: 70_000, price: 2.5 }];
  const input = projectHistory(150, 0.8, { leadDays: 60 });
  const demand = demandOf(input);
  const mean = meanOf(demand);
  const plain = rollingLots(input, demand, mean)!;
  expect(plain.lot % 100).toBe(0);
  expect(plain.lot / mean).toBeCloseTo(0.25, 2);
  expect(plain.reorderPoint).toBeGreaterThanOrEqual((mean * 60) / 365);
  expect(plain.reorderPoint % 100).toBe(0);
  const tiered = rollingLots({ ...input, prices: { ...input.prices, tiers } }, demand, mean)!;
  expect(tiered.lot).toBe(70_000);
});

test('a stricter tolerance or a longer lead time asks for an earlier order', () => {
  const input = projectHistory(60, 0.8);
  const demand = demandOf(input);
  const point = (changes: Partial<PoolInput>): number =>
    rollingLots({ ...input, ...changes }, demand, 1)!.reorderPoint;
  const usual = point({});
  expect(point({ tolerance: 0.01 })).toBeGreaterThan(usual);
  expect(point({ tolerance: 0.2 })).toBeLessThan(usual);
  expect(point({ leadDays: 45 })).toBeGreaterThan(usual);
  expect(point({ leadDays: 0 })).toBeLessThan(usual);
});

test('the reorder point is the smallest of its grid that keeps the tolerance', () => {
  const input = projectHistory(60, 0.8);
  const demand = demandOf(input);
  const found = rollingLots(input, demand, 1)!;
  const years = lotYears(input, demand, 800, 4);
  const share = (reorderPoint: number): number => {
    const ledger = lotLedger(years, { lot: found.lot, reorderPoint, leadDays: input.leadDays });
    return ledger.stockoutYears / ledger.years;
  };
  const step = 100 * Math.max(1, Math.round(meanOf(demand) / 400 / 100));
  expect(share(found.reorderPoint)).toBe(found.stockoutYears);
  expect(share(found.reorderPoint)).toBeLessThanOrEqual(0.05);
  expect(share(found.reorderPoint - step)).toBeGreaterThan(0.05);
});

test('the same seed gives the same lots to the last digit, another seed other years', () => {
  const input = projectHistory(40, 0.8);
  const demand = demandOf(input);
  expect(rollingLots(input, demand, 50_000)).toEqual(rollingLots(input, demand, 50_000));
  const other = rollingLots({ ...input, seed: 4 }, demand, 50_000)!;
  expect(other.meanBalance).not.toBe(rollingLots(input, demand, 50_000)!.meanBalance);
});

test('years keep the totals of the simulated demand and the months of the history', () => {
  const input = projectHistory(400, 0.5);
  const demand = demandOf(input);
  const { months, paths, years } = lotYears(input, demand, 500, 4);
  const sums = new Array<number>(12).fill(0);
  months.forEach((tokens, at) => (sums[at % 12] = sums[at % 12]! + tokens));
  const total = sums.reduce((sum, value) => sum + value, 0);
  expect(total / paths / years / meanOf(demand)).toBeCloseTo(1, 2);
  const base = input.tokens.reduce((sum, value) => sum + value, 0);
  sums.forEach((sum, month) => expect(sum / total).toBeCloseTo(input.monthTokens[month]! / base, 2));
});

test('a planned project falls on its own months, as often as its chance says', () => {
  const shares = MONTH_DAYS.map((_, month) => (month === 6 ? 1 : 0));
  const planned = [{ name: 'Harbour', probability: 0.25, mean: 1e6, sd: 0, monthShares: shares }];
  const input = projectHistory(100, 0.5, { planned });
  const demand = demandOf(input);
  const { months } = lotYears(input, demand, 500, 4);
  const bursts = months.filter((tokens, at) => at % 12 === 6 && tokens > 500_000).length;
  expect(bursts / 2000).toBeGreaterThan(0.22);
  expect(bursts / 2000).toBeLessThan(0.28);
  expect(months.filter((tokens, at) => at % 12 !== 6 && tokens > 500_000)).toHaveLength(0);
  const total = months.reduce((sum, value) => sum + value, 0);
  expect(Math.abs(total / 2000 / meanOf(demand) - 1)).toBeLessThan(0.06);
});

test('a pool that only planned work fills has lots too, and one without demand has none', () => {
  const shares = MONTH_DAYS.map(() => 1 / 12);
  const planned = [{ name: 'New', probability: 1, mean: 12_000, sd: 500, monthShares: shares }];
  const input = projectHistory(0, 0, { planned });
  const none = new Float64Array(4000);
  const demand = yearDemand({ t: none, z: none, base: 0, se0: 0 }, input.growth, planned, input.seed);
  const lots = rollingLots(input, demand, 13_000)!;
  expect(lots.lot).toBe(3000);
  expect(lots.stockoutYears).toBeLessThanOrEqual(0.05);
  expect(rollingLots({ ...input, planned: [] }, none, 0)).toBeNull();
});

test('months of net refunds do not break the profile', () => {
  const input = projectHistory(30, 0.8);
  const months = input.months.slice();
  for (let at = 3; at < months.length; at += 12) months[at] = -50;
  const { months: found } = lotYears({ ...input, months }, demandOf(input), 100, 3);
  expect(Math.min(...found)).toBe(0);
  expect(found.every(Number.isFinite)).toBe(true);
});
