import fc from 'fast-check';
import { topUpOptions, type TopUpPrices } from '../../../../src/engine/monitor/alerts/top-up';
import type { Forecast, PoolState } from '../../../../src/engine/monitor';
import { bestBuy, tierPrice } from '../../../../src/engine/pool/tiers';
import { on } from '../books';

const ASOF = on(1, 31);
/** 200 days after the as-of day. */
const EXPIRY = ASOF + 200;

/** Ten tokens a day from the day after the as-of day (or earlier) on the middle path, twelve on the high one. */
function burning(firstDay = ASOF + 1): Forecast {
  const path = (perDay: number): Float64Array =>
    Float64Array.from({ length: EXPIRY - firstDay + 1 }, (_, at) => perDay * (at + 1));
  return {
    method: 'average to date',
    firstDay,
    p10: path(8),
    p50: path(10),
    p90: path(12),
    errors: { 'average to date': 0, '28 days by weekday': 0, 'last year': 0 },
    origins: 1,
    basis: '',
  };
}

function state(balance: number, more: Partial<PoolState> = {}): Omit<PoolState, 'status'> {
  return {
    team: '',
    totals: {} as PoolState['totals'],
    balance,
    pool: 1000,
    share: balance / 1000,
    start: on(1, 1),
    expiry: EXPIRY,
    depletion: null,
    forecast: burning(),
    lastWeek: 70,
    lastFourWeeks: 280,
    expectedWeek: 70,
    latestDataDay: ASOF,
    ...more,
  };
}

const PRICES: TopUpPrices = { asOf: ASOF, tokenPrice: 3, tiers: [] };

describe('what to buy', () => {
  it('names three quantities with price, cost and how long each lasts', () => {
    expect(topUpOptions(state(200), PRICES)).toEqual([
      { tokens: 700, price: 3, cost: 2100, what: 'for the next 90 days', days: 90, usedUp: true },
      { tokens: 1800, price: 3, cost: 5400, what: 'to 2026-08-19 as expected', days: 200, usedUp: false },
      {
        tokens: 2200,
        price: 3,
        cost: 6600,
        what: 'to 2026-08-19 in 9 of 10 cases',
        days: 200,
        usedUp: false,
      },
    ]);
  });

  it('buys up to a tier that costs less, says it once, and how much longer that lasts', () => {
    const tiers = [
      { from: 0, price: 3 },
      { from: 800, price: 2.5 },
      { from: 3000, price: 2.4 },
    ];
    // 700 at $3.00 are $2,100, 800 at $2.50 are $2,000; with 200 left they last 100 days.
    expect(topUpOptions(state(200), { ...PRICES, tiers })[0]).toMatchObject({
      tokens: 800,
      cost: 2000,
      days: 100,
    });
    const bundles = [{ from: 5000, price: 2 }];
    expect(topUpOptions(state(200), { ...PRICES, tiers: bundles }).map(({ tokens }) => tokens)).toEqual([
      5000,
    ]);
  });

  it('does not buy again what is on order and begins in time', () => {
    const coming = [{ start: ASOF + 20, tokens: 1000 }];
    const options = topUpOptions(state(200, { coming }), PRICES);
    expect(options.map(({ tokens }) => tokens)).toEqual([800, 1200]);
    const late = [{ start: EXPIRY + 1, tokens: 1000 }];
    expect(topUpOptions(state(200, { coming: late }), PRICES)).toEqual(topUpOptions(state(200), PRICES));
  });

  it('counts the burn of days that the usage does not show yet', () => {
    // Usage ends ten days before the as-of day: 100 tokens of the balance are burned already.
    const lagging = { forecast: burning(ASOF - 9), latestDataDay: ASOF - 10 };
    expect(topUpOptions(state(200, lagging), PRICES)[0]).toMatchObject({ tokens: 800, days: 90 });
  });

  it('proposes nothing where the balance lasts, or no forecast can be made', () => {
    expect(topUpOptions(state(5000), PRICES)).toEqual([]);
    expect(topUpOptions(state(200, { forecast: null }), PRICES)).toEqual([]);
  });

  it('never leaves a need uncovered, and never pays more than the need itself would cost', () => {
    const tiers = fc.uniqueArray(
      fc.record({ from: fc.integer({ min: 0, max: 3000 }), price: fc.integer({ min: 1, max: 9 }) }),
      {
        selector: ({ from }) => from,
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(tiers, fc.integer({ min: 0, max: 2500 }), (unsorted, balance) => {
        const sorted = [...unsorted].sort((a, b) => a.from - b.from);
        for (const option of topUpOptions(state(balance), { ...PRICES, tiers: sorted })) {
          expect(option.price).toBe(tierPrice(option.tokens, sorted));
          expect(option.cost).toBe(option.tokens * option.price);
          expect(bestBuy(option.tokens, sorted)).toBe(option.tokens);
          const until = option.what.includes('90') ? 90 : option.what.includes('30') ? 30 : 200;
          if (!option.what.includes('9 of 10'))
            expect(option.tokens + balance).toBeGreaterThanOrEqual(10 * until);
          expect(option.days).toBeGreaterThanOrEqual(until);
        }
      }),
    );
  });
});
