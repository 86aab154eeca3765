/** A firm with a realistic mix of people, by size and seed: most use one or two products lightly, some all year. */
import type {
  PortfolioInput,
  PortfolioNeed,
  PortfolioPersonInput,
  SeatHolding,
} from '../../src/engine/portfolio';
import { randomStream, uniform } from '../../src/engine/numeric/random';

const PRODUCTS = [
  { product: 'Revit', rate: 10, list: 2910, share: 0.45 },
  { product: 'AutoCAD', rate: 7, list: 2030, share: 0.5 },
  { product: 'Civil 3D', rate: 10, list: 2910, share: 0.2 },
  { product: 'Navisworks Manage', rate: 9, list: 2605, share: 0.15 },
  { product: 'Inventor Pro', rate: 9, list: 2580, share: 0.15 },
  { product: 'Autodesk Docs', rate: 0, list: 550, share: 0.3 },
] as const;
const COLLECTIONS = [
  {
    name: 'AEC Collection',
    products: ['Revit', 'AutoCAD', 'Civil 3D', 'Navisworks Manage', 'Autodesk Docs'],
    seatList: 3375,
  },
  { name: 'PDM Collection', products: ['Inventor Pro', 'AutoCAD', 'Navisworks Manage'], seatList: 3200 },
];
const TIERS = [
  { share: 0, price: 3 },
  { share: 0.3, price: 2.85 },
  { share: 0.6, price: 2.7 },
  { share: 1.05, price: 2.55 },
];

/** @param list `fixed`: one token price; `tiers`: four tiers in bundles of 100, the last just out of reach of what is drawn at $3 */
export function firm(people: number, seed: number, list: 'fixed' | 'tiers'): PortfolioInput {
  const words = randomStream(seed, 0);
  const draw = (): number => uniform(words);
  const assignments: SeatHolding[] = [];
  const members = Array.from({ length: people }, (_, index): PortfolioPersonInput => {
    const user = `p-${String(index).padStart(6, '0')}`;
    const intensity = draw() ** 1.6;
    const needs = PRODUCTS.flatMap(({ product, rate, list: seatList, share }): PortfolioNeed[] => {
      if (draw() > share) return [];
      const units = Math.max(1, Math.round(220 * intensity * (0.2 + 0.8 * draw())));
      if (draw() < 0.4) assignments.push({ user, offering: product });
      return [
        { product, basis: 'day', units, tokens: units * rate, onFlex: rate > 0, seatList, neverUsed: false },
      ];
    });
    const contractor = draw() < 0.08;
    return {
      user,
      displayName: '',
      team: '',
      department: '',
      email: `${user}@example.com`,
      contractor,
      needs,
    };
  });
  const drawn = members.reduce(
    (sum, { needs }) =>
      sum +
      needs.reduce((own, need) => own + (need.tokens * 3 < (need.seatList ?? Infinity) ? need.tokens : 0), 0),
    0,
  );
  return {
    people: members,
    offers: PRODUCTS.map(({ product, rate, list: seatList }) => ({ product, seatList, onFlex: rate > 0 })),
    collections: COLLECTIONS,
    owned: PRODUCTS.map(({ product }) => ({
      offering: product,
      quantity: Math.ceil(people / 8),
      end: 46600,
    })),
    assignments,
    prices: {
      tokenPrice: 3,
      tiers:
        list === 'fixed'
          ? []
          : TIERS.map(({ share, price }) => ({ from: Math.round((drawn * share) / 100) * 100, price })),
      bundle: list === 'fixed' ? 0 : 100,
      committed: 0,
      seatDiscount: 0.1,
    },
    policies: { contractorsOnFlex: true, pins: [], protectToday: true },
    currency: 'USD',
    asOf: 46350,
  };
}
