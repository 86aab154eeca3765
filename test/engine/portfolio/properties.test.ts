import fc from 'fast-check';
import { guideCard } from '../../../src/engine/catalog';
import { bestBuy, runThrough } from '../../../src/engine/pool';
import { buildPortfolio, planSteps, type PortfolioInput } from '../../../src/engine/portfolio';
import { TokenCost } from '../../../src/engine/portfolio/token-cost';
import { segmentUsers } from '../../../src/engine/segments';
import { options, read, MONTHS } from '../segments/people';
import { instance } from './instances';
import { inputOf } from './people';

const settings = fc.record({
  seed: fc.integer({ min: 1, max: 1e9 }),
  people: fc.integer({ min: 1, max: 5 }),
  tiers: fc.boolean(),
  bundle: fc.constantFrom(0, 1, 100, 1000),
  committed: fc.constantFrom(0, 0, 500, 5000),
});

/** Every assignment of every product of everybody to Flex, its seat, or Collections: only for a few people. */
function bruteForce(input: PortfolioInput): number {
  const cost = new TokenCost(input.prices);
  const share = 1 - input.prices.seatDiscount;
  let mixes: readonly { readonly money: number; readonly tokens: number }[] = [{ money: 0, tokens: 0 }];
  for (const person of input.people) {
    const own: { money: number; tokens: number }[] = [];
    const walk = (index: number, money: number, tokens: number, bought: number): void => {
      const need = person.needs[index];
      if (need === undefined) {
        own.push({ money, tokens });
        return;
      }
      if (
        input.collections.some(
          ({ products }, at) => (bought & (1 << at)) !== 0 && products.includes(need.product),
        )
      ) {
        walk(index + 1, money, tokens, bought);
      } else {
        if (need.onFlex) walk(index + 1, money, tokens + need.tokens, bought);
        walk(index + 1, money + need.seatList! * share, tokens, bought);
      }
    };
    for (let bits = 0; bits < 1 << input.collections.length; bits += 1) {
      const price = input.collections.reduce(
        (sum, each, at) => sum + ((bits >> at) & 1) * each.seatList! * share,
        0,
      );
      walk(0, price, 0, bits);
    }
    mixes = mixes.flatMap((mix) =>
      own.map((each) => ({ money: mix.money + each.money, tokens: mix.tokens + each.tokens })),
    );
    // Only what no other mix undercuts both ways can be part of the best.
    const sorted = [...mixes].sort((a, b) => a.tokens - b.tokens || a.money - b.money);
    let least = Infinity;
    mixes = sorted.filter(({ money }) => (money < least ? ((least = money), true) : false));
  }
  return Math.min(...mixes.map(({ money, tokens }) => money + cost.cost(tokens)));
}

test('no assignment of a few people costs less, and none costs less than the bound', () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const drawn = instance(setting);
      const input = { ...drawn, policies: { ...drawn.policies, contractorsOnFlex: false } };
      const { mix, lowerBound } = runThrough(planSteps(input)).optimum;
      const best = bruteForce(input);
      expect(lowerBound).toBeLessThanOrEqual(best + 1e-6);
      expect(mix.cost).toBeGreaterThanOrEqual(best - 1e-6);
      expect(mix.cost - best).toBeLessThanOrEqual(Math.max(1, setting.bundle) * 3);
    }),
    { numRuns: 200 },
  );
});

test('the certificate holds for any number of people: cost, people, purchase and bound agree', () => {
  const larger = fc.record({
    seed: fc.integer({ min: 1, max: 1e9 }),
    people: fc.integer({ min: 60, max: 250 }),
    tiers: fc.boolean(),
    bundle: fc.constantFrom(0, 100, 1000),
    committed: fc.constantFrom(0, 20_000),
  });
  fc.assert(
    fc.property(larger, (setting) => {
      const input = instance(setting);
      const { certificate, people, summary } = buildPortfolio(input);
      const { cost, lowerBound, gap } = certificate;
      expect(gap).toBeCloseTo(cost - lowerBound, 6);
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(certificate.gapShare).toBeLessThanOrEqual(0.0015);
      expect(summary.proposed.cost).toBeCloseTo(cost, 4);
      const tokens = people.reduce((sum, { proposed }) => sum + proposed.tokens, 0);
      const share = 1 - input.prices.seatDiscount;
      const seats = people.reduce((sum, { proposed }) => sum + proposed.seatList * share, 0);
      expect(seats + new TokenCost(input.prices).purchase(tokens).cost).toBeCloseTo(cost, 4);
    }),
    { numRuns: 25 },
  );
});

test('every product in use is covered exactly once, and a product not on Flex never by Flex', () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const input = instance(setting);
      for (const [index, { proposed }] of buildPortfolio(input).people.entries()) {
        for (const need of input.people[index]!.needs) {
          const byCollection = input.collections.some(
            ({ name, products }) => proposed.collections.includes(name) && products.includes(need.product),
          );
          const onFlex = proposed.flex.some(({ product }) => product === need.product);
          const seat = proposed.seats.includes(need.product);
          expect(Number(byCollection) + Number(onFlex) + Number(seat)).toBe(1);
          if (!need.onFlex) expect(onFlex).toBe(false);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('one person alone gets what the segments call the cheapest: the least of the mix and the best Collection', () => {
  const hours = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(hours, (drawn) => {
      const names = ['Revit', 'Civil 3D', 'AutoCAD', 'Maya'];
      const used = names
        .map((name, index) => [name, drawn[index]!] as const)
        .filter(([, units]) => units > 0);
      if (used.length === 0) return;
      const rows = used.map(([name, units]) => ['ann', name, units]);
      const { mix } = runThrough(planSteps(inputOf(rows, { held: [] }))).optimum;
      const segment = segmentUsers(
        read(used.map(([name, units]) => ['ann', name, MONTHS[0]!, units, ''])),
        options(),
      );
      const [row] = segment.rows;
      const flex = row!.products.reduce((sum, each) => sum + Math.min(each.flexCost!, each.seatCost!), 0);
      const best = row!.segment === 'Collection' ? row!.recommendedCost! : flex;
      expect(mix.cost).toBeCloseTo(best, 6);
    }),
    { numRuns: 150 },
  );
  expect(guideCard.tokenPrice).toBe(0.3);
});

test('what tokens cost under tiers is what FLEX.BESTBUY says', () => {
  const price = fc.integer({ min: 1, max: 400 }).map((cents) => cents / 100);
  const list = fc
    .uniqueArray(fc.record({ from: fc.integer({ min: 0, max: 50_000 }), price }), {
      minLength: 1,
      maxLength: 5,
      selector: ({ from }) => from,
    })
    .map((tiers) => [...tiers].sort((a, b) => a.from - b.from));
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 80_000 }), (tiers, tokens) => {
      const cost = new TokenCost({ tokenPrice: 3, tiers, bundle: 0, committed: 0, seatDiscount: 0 });
      const quantity = bestBuy(tokens, tiers);
      const reached = tiers.filter(({ from }) => from <= quantity).at(-1)!;
      expect(cost.purchase(tokens).cost).toBeCloseTo(quantity * reached.price, 6);
    }),
  );
});

test('the same input gives the same portfolio, and progress only rises', () => {
  const input = instance({ people: 300, seed: 5, tiers: true, bundle: 100 });
  expect(buildPortfolio(input)).toEqual(buildPortfolio(structuredClone(input)));
});
