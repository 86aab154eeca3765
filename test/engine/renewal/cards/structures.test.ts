import fc from 'fast-check';
import { contractYears } from '../../../../src/engine/renewal/contract-years';
import { structureLines } from '../../../../src/engine/renewal/cards/structures';
import type { CoverageLine, Structure } from '../../../../src/engine/renewal';

const agreement: Structure = {
  name: 'EBA',
  years: 3,
  annualTokens: 100,
  termTokens: 60,
  tokenPrice: 2,
  uplift: 0,
  overflowPrice: 3,
  yearlyFee: 50,
  notCovered: [],
};
const retail: Structure = {
  name: 'Retail',
  years: 3,
  annualTokens: 120,
  termTokens: 0,
  tokenPrice: 3,
  uplift: 0,
  overflowPrice: 3,
  yearlyFee: 0,
  notCovered: ['Docs'],
};
const products: CoverageLine[] = [
  { product: 'Revit', tokens: 90, seatCost: 5000 },
  { product: 'Docs', tokens: 30, seatCost: 400 },
];
const years = (...paths: number[][]): Float64Array[] =>
  [0, 1, 2].map((year) => Float64Array.from(paths, (path) => path[year]!));
const lineOf = (structure: Structure, demand: Float64Array[]) =>
  structureLines([structure], { years: demand, products })[0]!;

describe('an enterprise agreement against retail on the same demand', () => {
  it('burns annual tokens before term tokens, lets both expire and buys what is missing', () => {
    // Year 1: 40 short, from the term. Year 2: 20 left. Year 3: 50 short, 20 from the term, 30 bought.
    const line = lineOf(agreement, years([140, 80, 150]));
    expect(line.overflowTokens).toBe(30);
    expect(line.expiredTokens).toBe(20);
    expect(line.boughtTokens).toBe(360);
    expect(line.tokenCost).toBe(720);
    expect(line.fees).toBe(150);
    expect(line.cost).toBe(720 + 150 + 90);
    expect(line.chanceOverflow).toBe(1);
  });

  it('buys seats for what tokens do not cover, and asks fewer tokens of the pool', () => {
    const line = lineOf(retail, years([120, 120, 120]));
    expect(line.tokens).toBeCloseTo(90, 9);
    expect(line.seatCost).toBe(1200);
    expect(line.uncovered).toEqual(['Docs']);
    expect(line.cost).toBeCloseTo(3 * 360 + 1200, 9);
    expect(line.expiredTokens).toBeCloseTo(90, 9);
    expect(line.chanceOverflow).toBe(0);
  });

  it('names products without a seat price instead of pricing them at zero silently', () => {
    const unpriced = [products[0]!, { ...products[1]!, seatCost: null }];
    const [line] = structureLines([retail], { years: years([120, 120, 120]), products: unpriced });
    expect(line?.priceMissing).toEqual(['Docs']);
  });

  it('raises prices by the uplift every year, the tokens paid at the start excepted', () => {
    const line = lineOf({ ...agreement, uplift: 0.1 }, years([0, 0, 0]));
    expect(line.tokenCost).toBeCloseTo(2 * (100 * (1 + 1.1 + 1.21) + 60), 9);
    expect(line.expiredTokens).toBe(360);
  });

  it('shows how far the cost may swing', () => {
    const demand = years(...Array.from({ length: 100 }, (_, path) => [path * 2, path * 2, path * 2]));
    const line = lineOf(agreement, demand);
    // Up to path 60 nothing is bought; the 90th largest need, 178 a year, lacks 3 × 78 − 60 tokens.
    expect([line.costP10, line.costP50]).toEqual([870, 870]);
    expect(line.costP90).toBeCloseTo(870 + 3 * 174, 9);
    // Path p needs 2p tokens in each of three years: more than all it has where 3 × (2p − 100) > 60.
    expect(line.chanceOverflow).toBeCloseTo(39 / 100, 12);
  });

  it('never gets dearer by free term tokens, and tokens always add up', () => {
    const need = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(need, need, need), { minLength: 1, maxLength: 20 }),
        fc.nat(200),
        (paths, term) => {
          const demand = years(...paths);
          const line = lineOf({ ...agreement, termTokens: term }, demand);
          const total = demand.reduce((sum, year) => sum + year.reduce((a, b) => a + b, 0), 0) / paths.length;
          expect(line.boughtTokens + line.overflowTokens).toBeCloseTo(total + line.expiredTokens, 6);
          const more = lineOf({ ...agreement, termTokens: term + 10 }, demand);
          expect(more.overflowCost).toBeLessThanOrEqual(line.overflowCost + 1e-9);
        },
      ),
    );
  });

  it('refuses a term longer than the demand, and half a year', () => {
    expect(() => lineOf({ ...agreement, years: 4 }, years([1, 1, 1]))).toThrow(
      'EBA: the term is 4 years, the demand has 3',
    );
    expect(() => lineOf({ ...agreement, years: 0.5 }, years([1, 1, 1]))).toThrow('whole number');
    expect(() => lineOf({ ...agreement, yearlyFee: -1 }, years([1, 1, 1]))).toThrow('yearly fee is -1');
  });
});

describe('the years of a contract', () => {
  const draws = Float64Array.from({ length: 200 }, (_, i) => i + 1);
  const drawn = contractYears(draws, 0.1, 3, 42);

  it('each have the draws of the first, grown, in another order', () => {
    expect(drawn[0]).toBe(draws);
    const back = Array.from(drawn[2]!, (tokens) => Math.round(tokens / 1.21)).sort((a, b) => a - b);
    expect(back).toEqual(Array.from(draws));
    expect(Array.from(drawn[1]!)).not.toEqual(Array.from(draws, (x) => x * 1.1));
  });

  it('are the same for the same seed', () => {
    expect(contractYears(draws, 0.1, 3, 42)).toEqual(drawn);
    expect(contractYears(draws, 0.1, 3, 43)).not.toEqual(drawn);
  });
});
