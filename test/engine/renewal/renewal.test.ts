import { guideCard as card, priceTerms } from '../../../src/engine/catalog';
import { GUIDE_LEVERS, prepareRenewal, type Renewal } from '../../../src/engine/renewal';
import { serialOf } from '../../../src/engine/numeric';
import { portfolioInput } from '../../../src/engine/portfolio';
import { readUsage } from '../../../src/engine/usage/reader/reader';

const reading = readUsage(
  [
    ['User', 'Product', 'Date', 'Hours'],
    ['ann', 'Revit', serialOf(2026, 10, 9), 100],
  ],
  { card },
);
const portfolio = portfolioInput(reading, {
  card,
  terms: priceTerms(card),
  asOf: null,
  externalDomains: [],
  policies: { contractorsOnFlex: true, pins: [], protectToday: true },
  tiers: [],
  owned: [],
  assignments: null,
});
/** Every number of tokens from 1 to 1,000 is as likely. */
const draws = Float64Array.from({ length: 1000 }, (_, index) => index + 1);

const renewal = (commitmentDiscount: number): Renewal =>
  prepareRenewal({
    draws,
    lastYear: 500,
    growth: 0,
    measured: {
      method: 'none',
      mean: null,
      low: null,
      high: null,
      spread: null,
      months: 1,
      pairs: 0,
      text: '',
    },
    listPrice: 0.3,
    seatSpend: 0,
    currency: 'USD',
    mode: 'compounded',
    ranges: GUIDE_LEVERS,
    commitmentDiscount,
    growthError: 0.1,
    vendorGrowth: 0.1,
    carryShare: 0.1,
    carryChance: 0.3,
    priceIncrease: 0.05,
    rateIncrease: 0.05,
    years: 3,
    tiers: [],
    quotes: [],
    agreement: null,
    portfolio,
    seed: 1,
  });

describe('a whole renewal', () => {
  it('commits the level that demand stays below in as many years as the discount says, however low that is', () => {
    // F(Q*) = 0.15 over 1 … 1,000: about 150 tokens, far below the 350 (70 % of 500.5) that are tested first.
    const { commitment } = renewal(0.15);
    expect(commitment.recommended.level).toBeGreaterThanOrEqual(149);
    expect(commitment.recommended.level).toBeLessThanOrEqual(151);
    expect(Math.min(...commitment.lines.map(({ level }) => level))).toBe(350);
    // 0.3 × (150 − left) − 0.3 × 0.85 × 150, where left = E[(150 − D)+] = 149 × 150 ÷ 2 ÷ 1,000 = 11.175.
    expect(commitment.recommended.saving).toBeCloseTo(0.3 * (150 - 11.175) - 0.255 * 150, 1);
  });

  it('commits nothing where the vendor gives nothing for it', () => {
    expect(renewal(0).commitment.recommended).toMatchObject({ level: 0, saving: 0 });
  });
});
