import { guideCard as card, priceTerms } from '../../../../src/engine/catalog';
import { coverageLines } from '../../../../src/engine/renewal';
import { structureLines } from '../../../../src/engine/renewal/cards/structures';
import { serialOf } from '../../../../src/engine/numeric';
import { portfolioInput } from '../../../../src/engine/portfolio';
import { readUsage } from '../../../../src/engine/usage/reader/reader';

const day = serialOf(2026, 10, 9);
const reading = readUsage(
  [
    ['User', 'Product', 'Date', 'Hours'],
    ['ann', 'Revit', day, 100],
    ['ben', 'Revit', day, 20],
    ['ben', 'AutoCAD', day, 200],
    ['cem', 'AutoCAD', day, 0],
  ],
  { card },
);
const lines = coverageLines(
  portfolioInput(reading, {
    card,
    terms: priceTerms(card, { seatDiscount: 0.1 }),
    asOf: null,
    externalDomains: [],
    policies: { contractorsOnFlex: true, pins: [], protectToday: true },
    tiers: [],
    owned: [],
    assignments: null,
  }),
);

test('a product counts the tokens it took and a seat for everybody who used it', () => {
  // Revit: 120 h x 5 tokens; 2 seats x 2,910 less 10 %. AutoCAD: 200 h x 1 token; 1 seat x 2,030 less 10 %.
  expect(lines).toEqual([
    { product: 'Revit', tokens: 600, seatCost: 5238 },
    { product: 'AutoCAD', tokens: 200, seatCost: 1827 },
  ]);
});

test('what an agreement does not cover leaves its tokens and comes back as seats for the term', () => {
  const agreement = {
    name: 'Agreement',
    years: 2,
    annualTokens: 600,
    termTokens: 0,
    tokenPrice: 0.2,
    uplift: 0,
    overflowPrice: 0.3,
    yearlyFee: 0,
    notCovered: ['Autodesk AutoCAD'],
  };
  const years = [Float64Array.of(800), Float64Array.of(800)];
  const [line] = structureLines([agreement], { years, products: lines });
  // A quarter of the 800 tokens is AutoCAD's: the other 600 are bought, none is missing or left over.
  expect(line).toMatchObject({ tokens: 600, overflowTokens: 0, expiredTokens: 0, uncovered: ['AutoCAD'] });
  // 600 x 2 years x $0.20, and 2 x $1,827 of seats.
  expect(line!.cost).toBeCloseTo(240 + 3654, 6);
  expect(line!.seatCost).toBe(3654);
});
