/** Random portfolios, by seed: the same for every run, bench and oracle. */
import type { PortfolioInput, PortfolioNeed, PortfolioPersonInput } from '../../../src/engine/portfolio';

/** Uniform in [0, 1), mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const PRODUCTS = [
  'Revit',
  'Civil 3D',
  'AutoCAD',
  'Maya',
  'Inventor Pro',
  'Cloud A',
  'Cloud B',
] as const;
const RATES = [10, 10, 7, 8, 9, 0, 0];
const LISTS = [2910, 2910, 2030, 1785, 2580, 550, 900];

export interface InstanceOptions {
  readonly people: number;
  readonly seed: number;
  readonly tiers?: boolean;
  readonly bundle?: number;
  readonly committed?: number;
}

/** People with one to four products, charged by the day at about $3; three Collections of random make. */
export function instance({
  people,
  seed,
  tiers,
  bundle = 0,
  committed = 0,
}: InstanceOptions): PortfolioInput {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const offers = PRODUCTS.map((product, index) => ({
    product,
    seatList: Math.round(LISTS[index]! * (0.7 + 0.6 * random())),
    onFlex: RATES[index]! > 0,
  }));
  const collections = ['Alpha', 'Beta', 'Gamma'].map((name) => ({
    name,
    products: PRODUCTS.filter(() => random() < 0.5),
    seatList: 2400 + below(3000),
  }));
  const list = Array.from({ length: people }, (_, index): PortfolioPersonInput => {
    const needs = PRODUCTS.flatMap((product, position): PortfolioNeed[] => {
      if (random() > 0.35) return [];
      const units = Math.round(1 + 160 * random() ** 1.5);
      const { seatList, onFlex } = offers[position]!;
      return [
        {
          product,
          basis: 'day',
          units,
          tokens: units * RATES[position]!,
          onFlex,
          seatList,
          neverUsed: false,
        },
      ];
    });
    const contractor = random() < 0.12;
    return {
      ...{
        user: `p-${String(index).padStart(5, '0')}`,
        displayName: '',
        team: '',
        department: '',
        email: '',
      },
      contractor,
      needs,
    };
  });
  const used = list.reduce((sum, { needs }) => sum + needs.reduce((own, need) => own + need.tokens, 0), 0);
  // Without any use the tiers still rise.
  const step = (share: number): number => 1 + Math.round((used + 10) * share);
  return {
    people: list,
    offers,
    collections,
    owned: [],
    assignments: [],
    prices: {
      tokenPrice: 3,
      tiers:
        tiers === true
          ? [
              { from: random() < 0.5 ? 0 : step(0.02), price: 3 },
              { from: 2 + step(0.2 + 0.2 * random()), price: 2.85 },
              { from: 4 + step(0.45 + 0.2 * random()), price: 2.7 - 0.4 * random() },
              { from: 6 + step(0.7 + 0.2 * random()), price: 2.1 - 0.4 * random() },
            ]
          : [],
      bundle,
      committed,
      seatDiscount: Math.round(20 * random()) / 100,
    },
    policies: { contractorsOnFlex: true, pins: [], protectToday: false },
    currency: 'USD',
    asOf: 46300,
  };
}
