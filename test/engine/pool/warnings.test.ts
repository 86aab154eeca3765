import { poolInput, toleranceRefusal, sizePool } from '../../../src/engine/pool';
import type { PoolDemand, PoolInput, PoolWarningKind } from '../../../src/engine/pool';
import { serialOf } from '../../../src/engine/numeric';
import { poolWarnings, type PoolFindings } from '../../../src/engine/pool/warnings';
import { prices, projects, sizing } from './sizing';

const calm: PoolFindings = {
  effectiveClusters: 80,
  baseline: 10_000,
  calibrated: 11_500,
  corrected: 11_520,
  optimal: 11_000,
  historyDeviation: 0.15,
  historyBuffer: 1_500,
  lots: null,
};
const texts = (part: Partial<PoolInput>, found: Partial<PoolFindings> = {}): Record<string, string> =>
  Object.fromEntries(
    poolWarnings(sizing(projects(80), part), { ...calm, ...found }).map(({ kind, text }) => [kind, text]),
  );
const only = (kind: PoolWarningKind, text: string | RegExp, ...found: Parameters<typeof texts>): void => {
  const seen = texts(...found);
  expect(Object.keys(seen)).toEqual([kind]);
  expect(seen[kind]).toMatch(text);
};
const facts = sizing(projects(80)).facts;
const seen = (...missing: readonly number[]): boolean[] =>
  Array.from({ length: 12 }, (_, month) => !missing.includes(month));

describe('warnings about a sizing', () => {
  it('are none for a whole year of many projects', () => {
    expect(texts({})).toEqual({});
  });

  it('say that few clusters understate the risk, and name the corrected size', () => {
    only(
      'few clusters',
      'The tokens come from 49.9 effective clusters (n_eff); below 50 the true risk tends to be higher than the tolerance: the corrected size, 11,520 tokens, allows for that.',
      {},
      { effectiveClusters: 49.9 },
    );
    only(
      'very few clusters',
      /^The tokens come from 19 effective clusters .* 1 % or less is refused/,
      {},
      {
        effectiveClusters: 19,
      },
    );
    expect(texts({}, { effectiveClusters: 50 })).toEqual({});
    expect(Object.keys(texts({}, { effectiveClusters: 20 }))).toEqual(['few clusters']);
  });

  it('say when users or products stand for projects', () => {
    const kinds = { project: 0, team: 0, department: 0, user: 40, product: 0 };
    only(
      'no cluster column',
      /: 40 users are clusters of their own\. .* understated: add a Project or Team column/,
      {
        facts: { ...facts, kinds },
      },
    );
    only('no cluster column', /: 1 product stand/, {
      facts: { ...facts, kinds: { ...kinds, user: 0, product: 1 } },
    });
    only('no cluster column', /: 40 users and 2 products are/, {
      facts: { ...facts, kinds: { ...kinds, product: 2 } },
    });
    expect(texts({ facts: { ...facts, kinds: { ...kinds, department: 1 } } })).toEqual({});
  });

  it('say how many months are covered and what became of the others', () => {
    only('short history', /^The usage covers 7 of 12 months: the other 5 count as 0/, {
      facts: { ...facts, monthsCovered: 7 },
      monthSeen: seen(0, 1, 2, 3, 4),
    });
    only(
      'short history',
      /^The usage covers 9 of 12 months: each of the other 3 counts as their mean, 1\.33 times .* an estimate/,
      {
        facts: { ...facts, monthsCovered: 9, scale: 12 / 9 },
        monthSeen: seen(0, 1, 2),
      },
    );
  });

  it('name the months without a row inside the covered ones', () => {
    only('month missing', 'No usage row falls into Mar 2026, which counts as 0 tokens', {
      monthSeen: seen(4),
    });
    only('month missing', 'falls into Feb 2026, Mar 2026 and Jul 2026, which count as 0', {
      monthSeen: seen(3, 4, 8),
    });
    const { firstMonth: _, ...unnamed } = facts;
    only('month missing', 'falls into month 5 of the year', { monthSeen: seen(4), facts: unnamed });
  });

  it('say when the last month is not over', () => {
    only('last month partial', /^Oct 2026 is not over at the as-of date/, {
      facts: { ...facts, lastMonthPartial: true },
    });
  });

  it('say when growth, not usage, decides the size', () => {
    only('growth dominates', /^The growth spread of 20 % makes up 64 % of the uncertainty/, {
      growth: { mean: 0, spread: 0.2 },
    });
    only(
      'growth dominates',
      /^The growth of 20 % moves the pool by 2,000 tokens, more than the buffer of 1,500/,
      {
        growth: { mean: 0.2, spread: 0.05 },
      },
    );
    only('growth dominates', /^The growth of -20 % moves the pool by 2,000/, {
      growth: { mean: -0.2, spread: 0 },
    });
    expect(texts({ growth: { mean: 0.1, spread: 0.1 } })).toEqual({});
  });

  it('say that one annual pack is the wrong instrument for a large buffer, and which lots would do', () => {
    const large = { calibrated: 13_000 };
    only(
      'wrong instrument',
      /lies 30 % above the baseline\. .*wrong instrument: buy smaller lots/,
      {},
      large,
    );
    only(
      'wrong instrument',
      'buy lots of 2,500 tokens whenever the balance falls to 700 (1 % of simulated years ran dry and 0.2 % of the tokens expired, against 5 % and 24 % with one annual pack)',
      {},
      {
        ...large,
        lots: {
          lot: 2500,
          reorderPoint: 700,
          leadDays: 10,
          lotsPerYear: 4,
          stockoutYears: 0.01,
          wasteShare: 0.002,
          meanBalance: 1500,
          annual: { size: 13_000, stockoutYears: 0.05, wasteShare: 0.24 },
          years: 3000,
        },
      },
    );
    expect(texts({}, { calibrated: 12_500 })).toEqual({});
  });

  it('say that nothing is worth buying when top-ups are cheap', () => {
    only(
      'nothing worth buying',
      'nothing is worth buying in advance: a missing token costs 2.5 (top-up and disruption) against 3 for one bought early',
      { prices: { ...prices, topUpPrice: 2.5, disruption: 0 } },
      { optimal: 0 },
    );
  });

  it('say so too where a first tier must be bought, but not where that tier is the right size', () => {
    const tiers = [{ from: 100, price: 3 }];
    only(
      'nothing worth buying',
      'nothing beyond the least purchase of 100 tokens is worth buying',
      { prices: { ...prices, tiers, topUpPrice: 2.5, disruption: 0 } },
      { optimal: 100 },
    );
    expect(texts({ prices: { ...prices, tiers } }, { optimal: 100 })).toEqual({});
  });

  it('come with a sizing: 12 equal projects are very few and need more than a quarter of buffer', () => {
    const { warnings } = sizePool(sizing(new Array<number>(12).fill(900)));
    expect(warnings.map(({ kind }) => kind)).toEqual(['very few clusters', 'wrong instrument']);
    expect(warnings[1]?.text).toContain('whenever the balance falls to');
  });
});

describe('a tolerance of 1 % or less', () => {
  it('is refused below 20 effective clusters, in a sentence', () => {
    expect(toleranceRefusal(0.01, 19.99)?.message).toBe(
      'A stockout risk of 1 % cannot be read from 19.9 effective clusters (20 are needed for 1 % or less): choose a tolerance above 1 %, or a finer cluster column.',
    );
    expect(toleranceRefusal(0.005, 8.24)?.message).toContain(
      '0.5 % cannot be read from 8.2 effective clusters',
    );
    // 1 − 0.99 is a hair above 0.01.
    expect(toleranceRefusal(1 - 0.99, 19)?.message).toContain(
      '1 % cannot be read from 19 effective clusters',
    );
  });

  it('is allowed from 20 on, and any larger one always', () => {
    expect(toleranceRefusal(0.01, 20)).toBeNull();
    // 20 equal projects, with the last digit of floating-point arithmetic.
    expect(toleranceRefusal(0.01, 19.999999999999996)).toBeNull();
    expect(Object.keys(texts({}, { effectiveClusters: 19.999999999999996 }))).toEqual(['few clusters']);
    expect(toleranceRefusal(0.011, 3)).toBeNull();
  });
});

describe('the numbers of a sizing', () => {
  const months = Float64Array.from({ length: 12 }, (_, month) => month);
  const demand: PoolDemand = {
    clusters: [
      { kind: 'project', name: 'Tower', tokens: 66, months },
      { kind: 'user', name: 'ann', tokens: 66, months: months.slice() },
    ],
    by: 'auto',
    base: 132,
    effectiveClusters: 2,
    monthTokens: months.map((x) => 2 * x),
    monthSeen: seen(0),
    firstMonth: 2025 * 12 + 10,
    lastMonth: 2026 * 12 + 9,
    asOf: serialOf(2026, 10, 30),
    monthsCovered: 11,
    scale: 1,
    people: 2,
  };
  const options = { tolerance: 0.05, growth: { mean: 0, spread: 0.05 }, prices, leadDays: 10, planned: [] };

  it('hold no name, the seed and draws of the functions, and the guide’s limits', () => {
    const input = poolInput(demand, options);
    expect(JSON.stringify(input)).not.toMatch(/Tower|"ann"/);
    expect(input).toMatchObject({ draws: 10_000, seed: 20_260, buffer: { low: 0.15, high: 0.25 } });
    expect([...input.tokens]).toEqual([66, 66]);
    expect([...input.months]).toEqual([...months, ...months]);
    expect(input.facts).toMatchObject({
      kinds: { project: 1, team: 0, department: 0, user: 1, product: 0 },
      monthsCovered: 11,
      firstMonth: demand.firstMonth,
    });
  });

  it('know a last month that is not over from one that is', () => {
    const whole = { ...demand, asOf: serialOf(2026, 10, 31) };
    expect(poolInput(whole, options).facts.lastMonthPartial).toBe(false);
    // Friday 30 October 2026: only a Saturday is left.
    expect(poolInput(demand, options).facts.lastMonthPartial).toBe(false);
    const thursday = { ...demand, asOf: serialOf(2026, 10, 29) };
    expect(poolInput(thursday, options).facts.lastMonthPartial).toBe(true);
  });

  it('are refused at once when one is out of its range', () => {
    expect(() => poolInput(demand, { ...options, tolerance: 5 })).toThrow(/^The tolerance is 5/);
  });
});
