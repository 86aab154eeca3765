/** The savings of the people and what else the saving of all consists of, worked out by hand on the guide's card: 5 tokens an hour of Revit. */
import fc from 'fast-check';
import { buildPortfolio, type Portfolio, type PortfolioInput } from '../../../src/engine/portfolio';
import { TokenCost } from '../../../src/engine/portfolio/token-cost';
import { instance, PRODUCTS, randomOf } from './instances';
import { AS_OF, END, inputOf, portfolio } from './people';

/** A purchase is at least 10,000 tokens = $3,000. */
const MINIMUM = { tiers: [{ from: 10_000, price: 0.3 }] };

const lineOf = ({ summary }: Portfolio, part: string) =>
  summary.savingLines.find((line) => line.part === part)!;
const total = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);

test('tokens that a minimum purchase pays for anyway are no cost of the person who begins to draw them', () => {
  const rows = [
    ['ann', 'Revit', 100],
    ['bob', 'Revit', 400],
  ];
  const result = portfolio(rows, {
    held: [['ann', 'Revit']],
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
    prices: MINIMUM,
  });
  // ann: 2,910 − 500 × 0.30. All: 2,910 + 3,000 today, 3,000 then. 2,000 tokens leave 2,400 unused today, 2,500 leave 2,250.
  expect(result.people.map(({ saving }) => saving)).toEqual([2760, 0]);
  expect(result.summary.saving).toBe(2910);
  expect(lineOf(result, 'people').saving).toBe(2760);
  expect(lineOf(result, 'tokens').saving).toBeCloseTo(150, 9);
  expect(result.summary.savingThisTerm).toBe(0);
});

test('a spare seat lent saves no more cash this term than the purchase falls', () => {
  const rows = [
    ['bob', 'Revit', 2500],
    ['cy', 'Revit', 200],
  ];
  const result = portfolio(rows, {
    held: [],
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
    prices: MINIMUM,
  });
  // bob's 12,500 tokens = 3,750 a year, a fifth of it: 750. The purchase falls from 13,500 = 4,050 to the minimum, 3,000: a fifth is 210.
  expect(result.people.map(({ savingThisTerm }) => savingThisTerm)).toEqual([750, 0]);
  expect(lineOf(result, 'tokens').savingThisTerm).toBeCloseTo(210 - 750, 9);
  expect(result.summary.savingThisTerm).toBeCloseTo(210, 9);
  // From the renewal on the seat that nobody holds is all that is saved.
  expect(result.summary.saving).toBeCloseTo(2910, 9);
  expect(lineOf(result, 'spare seats')).toMatchObject({ saving: 2910, savingThisTerm: 0 });
});

test('tokens committed to are paid for in any case: a seat bought now costs its price and saves none of them', () => {
  const given = inputOf([['bob', 'Revit', 2500]], {
    held: [],
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
    pins: [['bob', 'Revit', 'Named User']],
    prices: { committed: 20_000 },
  });
  const result = buildPortfolio(given);
  // The row says 750 as above; 20,000 tokens are paid for with and without him.
  expect(result.people[0]!.savingThisTerm).toBe(750);
  expect(lineOf(result, 'tokens').savingThisTerm).toBe(-750);
  expect(result.summary.savingThisTerm).toBe(0);
  // 12,500 × 0.30 less the seat; then the seat is paid for without any token less.
  expect(result.people[0]!.saving).toBe(840);
  expect(lineOf(result, 'tokens').saving).toBe(-3750);
  expect(result.summary.saving).toBe(0);
});

test('a tier left behind makes the tokens of all dearer, which no row shows', () => {
  const rows = [
    ['ann', 'Revit', 3000],
    ['bob', 'Revit', 1000],
  ];
  const tiers = [
    { from: 0, price: 0.3 },
    { from: 16_000, price: 0.25 },
  ];
  const result = portfolio(rows, {
    held: [],
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
    pins: [['ann', 'Revit', 'Named User']],
    prices: { tiers },
  });
  // 20,000 tokens at 0.25 = 5,000 today; bob's 5,000 at 0.30 = 1,500 then, and the seat that was spare.
  expect(result.people[0]!.saving).toBe(15_000 * 0.3 - 2910);
  expect(lineOf(result, 'tokens').saving).toBeCloseTo(5000 - 20_000 * 0.3, 9);
  expect(lineOf(result, 'spare seats').saving).toBe(2910);
  expect(result.summary.saving).toBeCloseTo(5000 - 1500, 9);
  // This term: a fifth of it, and the seat costs nothing.
  expect(result.people[0]!.savingThisTerm).toBeCloseTo(900, 9);
  expect(result.summary.savingThisTerm).toBeCloseTo(700, 9);
});

test('who loses a Collection for a seat without a price is in the saving of all as far as prices are known', () => {
  const result = portfolio(
    [
      ['ann', 'Revit', 100],
      ['ann', 'Autodesk Docs', 50],
    ],
    { held: [['ann', 'AEC Collection']], owned: [{ offering: 'Docs', quantity: 1, end: null }] },
  );
  expect(result.people[0]!.saving).toBeNull();
  // 3,375 less 500 tokens = 150.
  expect(lineOf(result, 'price missing').saving).toBe(3225);
  expect(result.summary.saving).toBe(3225);
});

/** People who hold some seats and Collections, some of them spare, some without a price, some ends unknown. */
function firmWithSeats(setting: Parameters<typeof instance>[0], protectToday: boolean): PortfolioInput {
  const drawn = instance(setting);
  const random = randomOf(setting.seed + 1);
  const offers = drawn.offers.map((offer, index) => (index === 6 ? { ...offer, seatList: null } : offer));
  const names = [...PRODUCTS, ...drawn.collections.map(({ name }) => name)];
  const people = drawn.people.map((person) => ({
    ...person,
    needs: person.needs.map((need) => (need.product === PRODUCTS[6] ? { ...need, seatList: null } : need)),
  }));
  return {
    ...drawn,
    people,
    offers,
    assignments: people.flatMap(({ user }) =>
      names.filter(() => random() < 0.2).map((offering) => ({ user, offering })),
    ),
    owned: names.map((offering) => ({
      offering,
      quantity: Math.floor(random() * setting.people * 0.4),
      end: random() < 0.1 ? null : AS_OF + Math.floor(random() * 800),
    })),
    policies: { ...drawn.policies, protectToday },
  };
}

const firms = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e9 }),
    people: fc.integer({ min: 1, max: 25 }),
    tiers: fc.boolean(),
    bundle: fc.constantFrom(0, 100, 1000),
    committed: fc.constantFrom(0, 500, 20_000),
    protectToday: fc.boolean(),
  })
  .map(({ protectToday, ...setting }) => firmWithSeats(setting, protectToday));

test('rows and lines add up to the totals to the cent, whatever is bought at least and at whichever tier', () => {
  fc.assert(
    fc.property(firms, (input) => {
      const { people, summary } = buildPortfolio(input);
      const [own, spare, missing, tokens] = summary.savingLines;
      const rows = total(people.map(({ saving }) => saving ?? 0));
      const rowsThisTerm = total(people.map(({ savingThisTerm }) => savingThisTerm ?? 0));
      expect(own!.saving).toBeCloseTo(rows, 6);
      expect(rows + spare!.saving + missing!.saving + tokens!.saving).toBeCloseTo(summary.saving!, 4);
      expect(rowsThisTerm + tokens!.savingThisTerm).toBeCloseTo(summary.savingThisTerm!, 4);
      if (new TokenCost(input.prices).isLinear)
        expect(tokens).toMatchObject({ saving: 0, savingThisTerm: 0 });
    }),
    { numRuns: 150 },
  );
});

test('the cash of a term is what is paid less, day by day', () => {
  fc.assert(
    fc.property(firms, (input) => {
      const { people, summary, asOf } = buildPortfolio(input);
      const cost = new TokenCost(input.prices);
      if (cost.isLinear) return;
      const steps = people.flatMap((person) => (person.savingThisTerm === null ? [] : person.steps!));
      const { tokens } = summary.today!;
      let saved = 0;
      for (let day = asOf; day < asOf + 800; day += 1) {
        const less = total(
          steps.filter(({ from, until }) => from <= day && day < until).map((step) => step.tokens),
        );
        const drawn = Math.max(0, Number((tokens - less).toFixed(5)));
        saved += (cost.cost(tokens) - cost.cost(drawn)) / 365;
      }
      const seatsBought =
        total(steps.map((step) => (step.tokens * Math.max(0, step.until - step.from)) / 365)) *
          summary.proposed.tokenPrice -
        total(people.map(({ savingThisTerm }) => savingThisTerm ?? 0));
      expect(Math.abs(saved - seatsBought - summary.savingThisTerm!)).toBeLessThan(0.01);
    }),
    { numRuns: 60 },
  );
});
