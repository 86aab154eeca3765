import fc from 'fast-check';
import { FlexError } from '../../../src/engine/errors';
import { poolSteps } from '../../../src/engine/pool/size';
import { sizePool } from '../../../src/engine/pool';
import type { ChoiceKind, PlannedBurst, PoolChoice, PoolInput, PoolResult } from '../../../src/engine/pool';
import { prices, projects, sizing } from './sizing';

const choice = (result: PoolResult, kind: ChoiceKind): PoolChoice => {
  const found = result.choices.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const bridge: PlannedBurst = {
  name: 'Bridge',
  probability: 0.5,
  mean: 8000,
  sd: 0,
  monthShares: new Array<number>(12).fill(1 / 12),
};
const clusters = fc
  .array(fc.integer({ min: -200, max: 5000 }), { minLength: 1, maxLength: 30 })
  .filter((tokens) => tokens.reduce((sum, x) => sum + x, 0) > 0);
const risk = fc.double({ min: 0.01, max: 0.9, noNaN: true });
const quick = (tokens: readonly number[], part: Partial<PoolInput> = {}): PoolInput =>
  sizing(tokens, { draws: 400, lots: false, ...part });

describe('the four sizes', () => {
  const tokens = projects(60);
  const base = tokens.reduce((sum, x) => sum + x, 0);
  const result = sizePool(sizing(tokens, { growth: { mean: 0.1, spread: 0.02 }, planned: [bridge] }));

  it('stand side by side: history with planned work but without growth, the guide’s buffer on it, the quantile, the cheapest', () => {
    expect(result.choices.map(({ kind }) => kind)).toEqual(['baseline', 'guide', 'calibrated', 'optimal']);
    expect(result.planned).toEqual({ projects: 1, expected: 4000 });
    expect(result.baseline).toBe(base + 4000);
    expect(choice(result, 'baseline').exact).toBe(base + 4000);
    expect(result.peakRatio).toBeCloseTo(1, 12);
    expect(result.guideBuffer).toBe(0.15);
    expect(choice(result, 'guide').exact).toBeCloseTo((base + 4000) * 1.15, 5);
  });

  it('keep the tolerated risk at the calibrated size, and no smaller size would', () => {
    const { size, stockoutRisk, exact } = choice(result, 'calibrated');
    expect(size).toBe(Math.ceil(exact));
    expect(stockoutRisk).toBeLessThanOrEqual(0.05);
    expect(stockoutRisk).toBeGreaterThan(0.045);
  });

  it('reach the same size by price as by tolerance, where a missing token costs what the tolerance says', () => {
    const { meaning, criticalRatio } = sizePool(sizing(tokens));
    expect(meaning).toMatchObject({ tolerance: 0.05, unusedToken: 3, missingToken: 57 });
    const priced = sizePool(
      sizing(tokens, { prices: { ...prices, topUpPrice: 3, disruption: meaning.missingToken } }),
    );
    expect(Math.abs(choice(priced, 'optimal').size - choice(priced, 'calibrated').size)).toBeLessThanOrEqual(
      1,
    );
    expect(criticalRatio).toBeCloseTo(0.95, 12);
    expect(meaning.impliedTolerance).toBeCloseTo(0.05, 12);
  });

  it('say what a tolerance means at a discount', () => {
    const at270 = sizePool(sizing(tokens, { prices: { ...prices, price: 2.7 } })).meaning;
    expect(at270.missingToken).toBeCloseTo(51.3, 9);
  });

  it('have no implied tolerance where top-ups cost less than packs, and buy nothing then', () => {
    const cheap = sizePool(sizing(tokens, { prices: { ...prices, topUpPrice: 2, disruption: 0 } }));
    expect(choice(cheap, 'optimal')).toMatchObject({ size: 0, stockoutRisk: 1, waste: 0 });
    expect([cheap.criticalRatio, cheap.meaning.impliedTolerance]).toEqual([null, null]);
    expect(cheap.warnings.map(({ kind }) => kind)).toContain('nothing worth buying');
  });

  it('are what one can buy: whole bundles, the first tier at least, at the price of their tier', () => {
    const tiers = [
      { from: base * 1.1, price: 3 },
      { from: base * 1.2, price: 2.5 },
    ];
    const sold = sizePool(sizing(tokens, { prices: { ...prices, tiers, bundle: 1000 } }));
    for (const { size, price, exact } of sold.choices) {
      expect(size % 1000).toBe(0);
      expect(size).toBeGreaterThanOrEqual(Math.max(exact, base * 1.1));
      expect(price).toBe(size >= base * 1.2 ? 2.5 : 3);
    }
    expect(sold.corrected.size % 1000).toBe(0);
  });

  it('cost what was bought, what was missing and what keeps a value', () => {
    const salvage = { ...prices, salvage: 1, salvageShare: 0.1 };
    const sold = sizePool(sizing(tokens, { prices: salvage }));
    const cheapest = choice(sold, 'optimal');
    for (const { size, price, shortage, waste, salvaged, cost } of sold.choices) {
      expect(cost).toBeCloseTo(price * size + 60 * shortage - salvaged, 6);
      expect(salvaged).toBeLessThanOrEqual(waste);
      expect(cheapest.cost).toBeLessThanOrEqual(cost);
    }
  });

  it('do not grow by a bundle because decimals were added up', () => {
    const tenths = new Array<number>(10).fill(0.1);
    expect(choice(sizePool(quick(tenths)), 'baseline')).toMatchObject({ exact: 1, size: 1 });
  });

  it('widen for few clusters: with 20 equal ones by 7.5 % of the deviation', () => {
    const twenty = sizePool(sizing(new Array<number>(20).fill(500), { growth: { mean: 0, spread: 0 } }));
    expect(twenty.effectiveClusters).toBeCloseTo(20, 9);
    const plainBuffer = choice(twenty, 'calibrated').exact - 10_000;
    expect(twenty.corrected.exact - 10_000).toBeCloseTo(plainBuffer * 1.075, 6);
    expect(twenty.corrected.stockoutRisk).toBeLessThan(choice(twenty, 'calibrated').stockoutRisk);
  });

  it('can be found for planned work alone, when it continues all there was', () => {
    const only = sizePool(quick([], { planned: [{ ...bridge, probability: 0.9 }] }));
    expect(only.baseline).toBe(7200);
    expect(choice(only, 'calibrated').size).toBe(8000);
    expect(only.clusters).toBe(0);
  });
});

describe('the curve', () => {
  const around = (part: Partial<PoolInput>): PoolResult =>
    sizePool(sizing(projects(60), { lots: false, ...part }));

  it.each<[string, Partial<PoolInput>]>([
    ['one token at a time', {}],
    ['bundles of 500', { prices: { ...prices, bundle: 500 } }],
    ['bundles larger than the pool', { prices: { ...prices, bundle: 1_000_000 } }],
    [
      'twenty tiers',
      {
        prices: {
          ...prices,
          tiers: Array.from({ length: 20 }, (_, i) => ({ from: i * 9000, price: 3 - i / 100 })),
        },
      },
    ],
    ['a first tier', { prices: { ...prices, tiers: [{ from: 200_000, price: 3 }] } }],
    ['nothing worth buying', { prices: { ...prices, topUpPrice: 1, disruption: 0 } }],
  ])('rises in size and falls in risk and shortage with %s, the chosen sizes among its points', (_, part) => {
    const result = around(part);
    const { curve } = result;
    expect(curve.length).toBeLessThanOrEqual(60);
    for (const { size } of [...result.choices, result.corrected]) {
      expect(curve.map((point) => point.size)).toContain(size);
    }
    curve.slice(1).forEach((point, i) => {
      const before = curve[i]!;
      expect(point.size).toBeGreaterThan(before.size);
      expect(point.stockoutRisk).toBeLessThanOrEqual(before.stockoutRisk);
      expect(point.shortage).toBeLessThanOrEqual(before.shortage);
      expect(point.waste).toBeGreaterThanOrEqual(before.waste);
      expect(point.size % (part.prices?.bundle ?? 1)).toBe(0);
    });
    expect(curve.at(-1)!.stockoutRisk).toBeLessThanOrEqual(0.001);
  });

  it('has about 40 points from half of the smallest size on', () => {
    const { curve, choices } = around({});
    expect(curve.length).toBeGreaterThanOrEqual(40);
    expect(curve[0]!.size).toBe(Math.floor(Math.min(...choices.map(({ size }) => size)) / 2));
  });

  it('shows the drop of the cost where a tier starts', () => {
    const { curve } = around({
      prices: { ...prices, bundle: 100, tiers: [{ from: 0, price: 3 }, { from: 110_050, price: 2.5 }] }, // prettier-ignore
    });
    const at = curve.findIndex(({ size }) => size === 110_100);
    expect([curve[at - 1]?.size, curve[at - 1]?.price, curve[at]?.price]).toEqual([110_000, 3, 2.5]);
  });

  it('has no price and no cost where nothing is sold', () => {
    const { curve } = around({ prices: { ...prices, tiers: [{ from: 200_000, price: 3 }] } });
    for (const { size, price, cost } of curve) {
      expect([price === null, cost === null]).toEqual([size < 200_000, size < 200_000]);
    }
    expect(curve[0]!.size).toBeLessThan(200_000);
  });
});

describe('a sizing', () => {
  it('is the same to the last digit for the same input, in steps or in one go', () => {
    const input = sizing(projects(40), { planned: [bridge] });
    const steps = poolSteps(input);
    let step = steps.next();
    let done = 0;
    while (step.done !== true) {
      expect(step.value.done).toBeGreaterThanOrEqual(done);
      expect(step.value.total).toBe(2000);
      done = step.value.done;
      step = steps.next();
    }
    expect(done).toBe(2000);
    expect(step.value).toEqual(sizePool(input));
    expect(sizePool(sizing(projects(40), { seed: 8 })).demand).not.toEqual(
      sizePool(sizing(projects(40))).demand,
    );
  });

  it('never asks for less when more certainty is wanted', () => {
    fc.assert(
      fc.property(clusters, fc.tuple(risk, risk), (tokens, pair) => {
        const [strict, lax] = [Math.min(...pair), Math.max(...pair)].map((tolerance) =>
          sizePool(quick(tokens, { tolerance })),
        ) as [PoolResult, PoolResult];
        expect(choice(strict, 'calibrated').size).toBeGreaterThanOrEqual(choice(lax, 'calibrated').size);
        expect(strict.corrected.exact).toBeGreaterThanOrEqual(lax.corrected.exact);
        expect(choice(strict, 'calibrated').stockoutRisk).toBeLessThanOrEqual(Math.min(...pair) + 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  it('shows rolling lots beside the annual pack of the calibrated size, unless they are not wanted', () => {
    const { lots, choices } = sizePool(sizing(projects(40)));
    expect(lots?.annual.size).toBe(choices[2]?.size);
    expect(sizePool(sizing(projects(40), { lots: false })).lots).toBeNull();
  });

  it('does not depend on the order of the clusters', () => {
    fc.assert(
      fc.property(clusters, (tokens) => {
        const [one, other] = [quick(tokens), quick([...tokens].reverse())].map(sizePool) as [
          PoolResult,
          PoolResult,
        ];
        expect([other.baseline, other.effectiveClusters]).toEqual([one.baseline, one.effectiveClusters]);
        expect(choice(other, 'calibrated')).toEqual(choice(one, 'calibrated'));
      }),
      { numRuns: 30 },
    );
  });

  it('is k times as large when every cluster is k times as large', () => {
    fc.assert(
      fc.property(clusters, fc.constantFrom(2, 3.7, 0.01, 1e6), (tokens, k) => {
        const one = sizePool(quick(tokens));
        const scaled = sizePool(quick(tokens.map((x) => x * k)));
        const ratio = choice(scaled, 'calibrated').exact / choice(one, 'calibrated').exact;
        expect(ratio / k).toBeCloseTo(1, 9);
        expect(scaled.effectiveClusters).toBeCloseTo(one.effectiveClusters, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('changes its luck for nothing but the seed: growth of 10 % makes it exactly 10 % larger', () => {
    const plain = choice(sizePool(quick(projects(30))), 'calibrated').exact;
    const grown = choice(
      sizePool(quick(projects(30), { growth: { mean: 0.1, spread: 0.05 } })),
      'calibrated',
    ).exact;
    expect(grown / plain).toBeCloseTo(1.1, 12);
  });
});

describe('inputs no pool can be sized with', () => {
  it.each<[string, readonly number[], RegExp]>([
    ['no tokens', [0, 0], /^The year has no tokens/],
    ['no clusters', [], /^The year has no tokens/],
    ['more refunds than use', [5, -9], /^Refunds take back all tokens of the year/],
  ])('a year with %s', (_, tokens, sentence) => {
    const size = (): unknown => sizePool(quick(tokens));
    expect(size).toThrow(FlexError);
    expect(size).toThrow(sentence);
    expect(size).toThrow(expect.objectContaining({ kind: 'number' }));
  });

  it.each<[string, Partial<PoolInput>, RegExp]>([
    ['a tolerance of 0', { tolerance: 0 }, /^The tolerance is 0: it must be between 0 and 1/],
    ['a tolerance of 1', { tolerance: 1 }, /^The tolerance is 1/],
    ['growth to nothing', { growth: { mean: -1, spread: 0 } }, /^The growth is -1: it must be above -1/],
    ['a negative growth spread', { growth: { mean: 0, spread: -0.1 } }, /^The growth spread is -0\.1/],
    ['a negative lead time', { leadDays: -1 }, /^The top-up lead time is -1: it must be 0 days or more/],
    ['no draws', { draws: 0 }, /^The number of draws is 0/],
    ['half a seed', { seed: 1.5 }, /^The seed is 1\.5: it must be a whole number/],
    ['a guide buffer upside down', { buffer: { low: 0.3, high: 0.2 } }, /^The guide buffer is 0\.3 to 0\.2/],
    [
      'a probability of 2',
      { planned: [{ ...bridge, probability: 2 }] },
      /^The planned project Bridge has probability 2/,
    ],
    ['a negative price', { prices: { ...prices, price: -1 } }, /^The token price is -1/],
  ])('%s is named', (_, part, sentence) => {
    const size = (): unknown => sizePool(quick([5, 6], part));
    expect(size).toThrow(sentence);
    expect(size).toThrow(expect.objectContaining({ kind: 'value' }));
  });
});
