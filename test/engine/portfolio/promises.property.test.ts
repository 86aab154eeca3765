import { personKey } from '../../../src/engine/usage';
import fc from 'fast-check';
import {
  buildPortfolio,
  portfolioActions,
  type Portfolio,
  type PortfolioAction,
  type PortfolioInput,
} from '../../../src/engine/portfolio';
import { instance, randomOf } from './instances';

const settings = fc.record({
  seed: fc.integer({ min: 1, max: 1e9 }),
  people: fc.integer({ min: 1, max: 25 }),
  tiers: fc.boolean(),
  bundle: fc.constantFrom(0, 100),
});

/** Everybody may hold anything; up to three seats of each offering are owned beside those held, with ends of their own. */
function withSeats(input: PortfolioInput, seed: number): PortfolioInput {
  const random = randomOf(seed + 7);
  const names = [...input.offers.map(({ product }) => product), ...input.collections.map(({ name }) => name)];
  const assignments = input.people.flatMap(({ user }) =>
    names.filter(() => random() < 0.25).map((offering) => ({ user, offering })),
  );
  const owned = names.flatMap((offering) => {
    const held = assignments.filter((each) => each.offering === offering).length;
    const first = Math.floor(held * random());
    return [first, held - first + Math.floor(4 * random())].map((quantity, part) => ({
      ...{ offering, quantity },
      end: input.asOf + 30 + 100 * part,
    }));
  });
  return { ...input, assignments, owned };
}

/** What the tokens of all save beyond the price paid for one. */
function beyondPrice({ summary: { today, proposed } }: Portfolio): number {
  const rest = (money: { readonly tokens: number; readonly tokenCost: number }): number =>
    money.tokenCost - money.tokens * proposed.tokenPrice;
  return rest(today!) - rest(proposed);
}

const promised = (actions: readonly PortfolioAction[]): number =>
  actions.filter(({ loan }) => loan !== true).reduce((sum, { saving }) => sum + saving!, 0);

test('the work list promises what is saved from the renewal on, without those kept as today', () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const input = withSeats(instance(setting), setting.seed);
      const portfolio = buildPortfolio(input);
      const saving = portfolio.summary.savingFromRenewal! - beyondPrice(portfolio);
      expect(promised(portfolioActions(portfolio, input))).toBeCloseTo(saving, 4);
      const kept = portfolio.people.filter((_, index) => index % 3 === 0);
      const keys = new Set(kept.map(({ user }) => personKey(user)));
      const actions = portfolioActions(portfolio, input, keys);
      expect(promised(actions)).toBeCloseTo(
        kept.reduce((sum, each) => sum - each.saving!, saving),
        4,
      );
      expect(actions.some(({ user }) => keys.has(personKey(user)))).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('at one price for every token the promises are the saving itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
      const input = withSeats(instance({ people: 20, seed }), seed);
      const portfolio = buildPortfolio(input);
      expect(promised(portfolioActions(portfolio, input))).toBeCloseTo(
        portfolio.summary.savingFromRenewal!,
        4,
      );
    }),
    { numRuns: 50 },
  );
});

test('working down the list, nobody is given a seat that is not there, and what must be done first is', () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const input = withSeats(instance(setting), setting.seed);
      const actions = portfolioActions(buildPortfolio(input), input);
      const free = new Map<string, number>();
      const add = (offering: string, by: number): number => {
        const left = (free.get(offering) ?? 0) + by;
        free.set(offering, left);
        return left;
      };
      input.owned.forEach(({ offering, quantity }) => add(offering, quantity));
      input.assignments!.forEach(({ offering }) => add(offering, -1));
      const done = new Set<string>();
      for (const { id, kind, offering, quantity, after, loan } of actions) {
        for (const before of after) expect(done.has(before)).toBe(true);
        done.add(id);
        if (loan === true) continue;
        if (kind === 'buy seats') add(offering, quantity);
        if (kind === 'unassign seat') add(offering, 1);
        if (kind === 'give seat') {
          expect(add(offering, -1)).toBeGreaterThanOrEqual(0);
        }
      }
      expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
    }),
    { numRuns: 150 },
  );
});

test('every seat not renewed is due on a day on which seats of its kind end, and no more than those that end', () => {
  fc.assert(
    fc.property(settings, (setting) => {
      const input = withSeats(instance(setting), setting.seed);
      const portfolio = buildPortfolio(input);
      const actions = portfolioActions(portfolio, input).filter(({ kind }) => kind === 'let seats end');
      for (const { offering, due, quantity } of actions) {
        const ending = input.owned.filter((own) => own.offering === offering && own.end === due);
        expect(quantity).toBeLessThanOrEqual(ending.reduce((sum, own) => sum + own.quantity, 0));
      }
      for (const { offering, toRelease } of portfolio.summary.offerings) {
        const released = actions.filter((action) => action.offering === offering);
        expect(released.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(toRelease);
      }
    }),
    { numRuns: 60 },
  );
});
