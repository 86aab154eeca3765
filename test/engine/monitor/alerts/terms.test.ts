import { guideCard, priceTerms } from '../../../../src/engine/catalog';
import { GUIDE_THRESHOLDS, levelOf, levelText } from '../../../../src/engine/monitor/alerts/level';
import {
  alertText,
  monitorReview,
  type Alert,
  type MonitorInput,
  type MonitorReview,
} from '../../../../src/engine/monitor';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import type { RawCell, UsageReading } from '../../../../src/engine/usage';
import { book, on, pack } from '../books';

/** Ten tokens of Revit a day by one person of a team, from 1 January 2026. */
function daily(days: number, team = '', user = 'ann'): RawCell[][] {
  return Array.from({ length: days }, (_, at) => [user, 'Revit', on(1, 1) + at, 10, team]);
}

function reading(rows: readonly RawCell[][]): UsageReading {
  return readUsage([['User', 'Product', 'Date', 'Tokens', 'Team'], ...rows], { card: guideCard });
}

function review(asOf: number, more: Partial<MonitorInput> = {}): MonitorReview {
  return monitorReview({
    reading: reading(daily(365)),
    asOf,
    terms: { ...GUIDE_THRESHOLDS, leadDays: 0, wasteShare: 0.1, staleDays: 7, unusedRule: 'by use' },
    book: book([pack('P', 1000, on(1, 1), on(12, 31))]),
    budgets: [],
    holidays: new Set(),
    seats: null,
    spareSeats: new Map(),
    prices: priceTerms(guideCard),
    currency: 'USD',
    tiers: [],
    earlier: [],
    ...more,
  });
}

const kinds = ({ alerts }: MonitorReview): unknown[] => alerts.map(({ kind, state }) => [kind, state]);
const alertOf = (found: MonitorReview, kind: Alert['kind'], team = ''): Alert =>
  found.alerts.find((alert) => alert.kind === kind && alert.team === team)!;

describe('a condition that comes back', () => {
  it('after a purchase cured it is raised again, not kept silent for the rest of the year', () => {
    const bought = book([
      pack('P', 1000, on(1, 1), on(12, 31)),
      pack('Q', 1000, on(4, 1), on(12, 31), { row: 3 }),
    ]);
    const march = review(on(3, 21), { book: bought });
    expect(march.raisedNow).toEqual(['review|2026-01-01', 'top-up|2026-01-01']);
    const april = review(on(4, 2), { book: bought, earlier: march.alerts });
    expect(april.raisedNow).toEqual([]);
    expect(april.alerts.every(({ state }) => state === 'closed')).toBe(true);
    const may = review(on(5, 25), { book: bought, earlier: april.alerts });
    expect(may.total.share).toBeCloseTo((2000 - 1450) / 2000, 9);
    expect(may.raisedNow).toEqual(['review|2026-04-01']);
  });

  it('is raised again when data fall behind a second time', () => {
    const until = (day: number): UsageReading => reading(daily(day - on(1, 1) + 1));
    const late = review(on(1, 20), { reading: until(on(1, 10)) });
    expect(late.raisedNow).toEqual(['data too old|2026-01-10']);
    const longer = review(on(1, 25), { reading: until(on(1, 10)), earlier: late.alerts });
    expect(longer.raisedNow).toEqual([]);
    const fresh = review(on(1, 26), { reading: until(on(1, 25)), earlier: longer.alerts });
    expect(kinds(fresh)).toEqual([['data too old', 'closed']]);
    const again = review(on(2, 10), { reading: until(on(1, 25)), earlier: fresh.alerts });
    expect(again.raisedNow).toEqual(['data too old|2026-01-25']);
  });
});

describe('what to buy', () => {
  it('takes off a pack that is on order and begins in time', () => {
    const withOrder = (month: number): MonitorInput['book'] =>
      book([pack('P', 1000, on(1, 1), on(12, 31)), pack('Q', 3000, on(month, 1), on(12, 31), { row: 3 })]);
    const alone = review(on(3, 21), { reading: reading(daily(80)) });
    expect(alertOf(alone, 'top-up').action).toContain(
      '700 tokens at $0.30 = $210 (for the next 90 days), which last 90 days;',
    );
    const ordered = review(on(3, 21), { reading: reading(daily(80)), book: withOrder(4) });
    expect(alertOf(ordered, 'top-up').action).toBe(
      'Evaluate a top-up. As forecast, what is left and on order lasts to 2026-12-31, so nothing need be bought for this term; order the next pack by 2026-12-31.',
    );
    // What is left lasts to 10 April; the order of May comes 20 days later.
    const gap = review(on(3, 21), { reading: reading(daily(80)), book: withOrder(5) });
    expect(alertOf(gap, 'top-up').action).toContain('200 tokens at $0.30 = $60.00 (to 2026-12-31');
  });
});

describe('tokens that expire unused', () => {
  it('are named by pack and day', () => {
    const found = review(on(2, 28), {
      reading: reading(daily(59)),
      book: book([
        pack('Spring', 2000, on(1, 1), on(3, 31)),
        pack('Year', 5000, on(1, 1), on(12, 31), { row: 3 }),
      ]),
    });
    // 90 days to the end of March burn 900 of 2,000; 275 more days burn 2,750 of 5,000.
    expect(alertOf(found, 'expiry waste').text).toBe(
      "About 3,350 tokens (47.9 % of the pool, more than 10 %) expire unused (1,100 of Spring on 2026-03-31; 2,250 of Year on 2026-12-31): $1,005 at today's price.",
    );
    const { expiring, expiringLots } = found.total.depletion!;
    expect(expiringLots!.reduce((sum, { tokens }) => sum + tokens, 0)).toBeCloseTo(expiring, 6);
  });
});

describe('moving top consumers to seats', () => {
  it('buys more days together than each alone, and a team hears of its own people only', () => {
    const rows = [
      ...daily(70, 'North', 'ann'),
      ...daily(70, 'North', 'bob'),
      ...daily(70, 'South', 'cyd'),
      ...daily(70, 'South', 'dan'),
    ];
    const found = review(on(3, 11), {
      reading: reading(rows),
      book: book([
        pack('N', 2000, on(1, 1), on(12, 31), { team: 'North' }),
        pack('S', 2000, on(1, 1), on(12, 31), { team: 'South', row: 3 }),
      ]),
      spareSeats: new Map([['Revit', 3]]),
    });
    // 30 days of cover; three quarters of the burn go: 120.
    expect(alertOf(found, 'review').action).toBe(
      'Review who burns. Move ann (Revit), bob (Revit), cyd (Revit) to seats: about 90 more days of pool life and $630 a year less in cost.',
    );
    expect(alertOf(found, 'review', 'South').action).toContain(
      'Move cyd (Revit) to seats: about 10 more days',
    );
  });
});

describe('levels', () => {
  it('follow the thresholds of the workbook in their names', () => {
    const own = { review: 0.5, topUp: 0.25, escalate: 0.125 };
    expect([0.51, 0.5, 0.25, 0.125].map((share) => levelText(levelOf(share, own), own))).toEqual([
      'OK',
      'Review (50%)',
      'Top-up (25%)',
      'Escalate (12.5%)',
    ]);
  });

  it('are reached at their share exactly, however the division rounds', () => {
    for (let pool = 10; pool <= 20_000; pool += 10) {
      expect(alertText((pool * 3) / 10, pool, null)).toBe('Review (30%)');
      expect(alertText((pool * 3) / 10 + 0.001, pool, null)).toBe('OK');
      expect(alertText(pool / 10, pool, null)).toBe('Escalate (10%)');
    }
  });
});
