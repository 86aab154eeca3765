import fc from 'fast-check';
import { guideCard, priceTerms } from '../../../../src/engine/catalog';
import {
  monitorReview,
  type Alert,
  type FoundAlert,
  type MonitorInput,
  type MonitorReview,
  type MonitorTerms,
} from '../../../../src/engine/monitor';
import { registerAlerts } from '../../../../src/engine/monitor/alerts/register';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import type { RawCell, UsageReading } from '../../../../src/engine/usage';
import { book, on, pack } from '../books';

const TERMS: MonitorTerms = {
  review: 0.3,
  topUp: 0.2,
  escalate: 0.1,
  leadDays: 14,
  wasteShare: 0.1,
  staleDays: 7,
  unusedRule: 'by use',
};

/** `perDay` tokens of Revit by ann on every day from 1 January 2026, for a team. */
function daily(days: number, perDay: number, team = '', from = on(1, 1)): RawCell[][] {
  return Array.from({ length: days }, (_, at) => ['ann', 'Revit', from + at, perDay, team]);
}

function reading(rows: readonly RawCell[][]): UsageReading {
  return readUsage([['User', 'Product', 'Date', 'Tokens', 'Team'], ...rows], { card: guideCard });
}

function review(more: Partial<MonitorInput>): MonitorReview {
  return monitorReview({
    reading: reading(daily(59, 10)),
    asOf: on(2, 28),
    terms: TERMS,
    book: book([pack('P', 1000, on(1, 1), on(12, 31), { price: 0.3 })]),
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

const alertOf = (found: MonitorReview, kind: Alert['kind'], team = ''): Alert | undefined =>
  found.alerts.find((alert) => alert.kind === kind && alert.team === team);

describe('alerts by what is left', () => {
  it('are not raised above 30 %', () => {
    const found = review({});
    expect(found.total.balance).toBe(410);
    expect(found.total.status).toBe('OK – early');
    expect(found.alerts).toEqual([]);
  });

  it('say at 30 % what is left, until when, and what moving the top consumer to a seat brings', () => {
    // Ann's 2,400 tokens of the year cost $720 at $0.30; nobody is above the 1,940 hours of break-even.
    const found = review({ reading: reading(daily(70, 10)), asOf: on(3, 11) });
    expect(found.total.share).toBeCloseTo(0.3, 12);
    expect(found.total.status).toBe('Review (30%) – early');
    const alert = alertOf(found, 'review')!;
    expect(alert).toMatchObject({ raised: on(3, 11), state: 'open', owner: '', id: 'review|2026-01-01' });
    expect(alert.text).toContain('The pool has 300 of 1,000 tokens left (30 %). 30 days of cover');
    expect(alert.action).toContain('None of the top consumers of the week is above break-even');
    expect(alertOf(found, 'top-up')).toBeUndefined();
  });

  it('count spare seats that are owned: the cost of Flex is saved and the pool lasts longer', () => {
    const rows = [...daily(70, 6), ...daily(70, 4).map(([, ...rest]) => ['bob', ...rest])];
    const found = review({ reading: reading(rows), asOf: on(3, 11), spareSeats: new Map([['Revit', 1]]) });
    const [first, second] = found.topConsumers;
    // 420 tokens × $0.30; without 60 % of the burn 30 days become 75.
    expect(first).toMatchObject({ user: 'ann', weekTokens: 30 + 12, spareSeat: true });
    expect(first!.saving).toBeCloseTo(126, 9);
    expect(first!.daysGained).toBeCloseTo(45, 6);
    expect(second).toMatchObject({ user: 'bob', spareSeat: false, migrate: false });
    expect(alertOf(found, 'review')!.action).toBe(
      'Review who burns. Move ann (Revit) to seats: about 45 more days of pool life and $126 a year less in cost.',
    );
  });

  it('price the top-up at 20 % by the tiers, for 30 and 90 days and to the end of the term', () => {
    const found = review({
      reading: reading(daily(80, 10)),
      asOf: on(3, 21),
      tiers: [
        { from: 0, price: 0.3 },
        { from: 900, price: 0.25 },
      ],
    });
    const { action } = alertOf(found, 'top-up')!;
    // 200 left; 10 a day: 100 and 700 tokens; 700 would cost 210, 900 at the lower tier 225.
    expect(action).toContain('100 tokens at $0.30 = $30.00 (for the next 30 days)');
    expect(action).toContain('700 tokens at $0.30 = $210 (for the next 90 days)');
    // 285 days to 31 December: 2,850 − 200. Demand is certain, so the middle and the high path are one purchase.
    expect(action).toContain('2,650 tokens at $0.25 = $662.50 (to 2026-12-31 in 9 of 10 cases)');
  });

  it('name quantity, cost and the day tokens are needed by at 10 %', () => {
    const found = review({ reading: reading(daily(90, 10)), asOf: on(3, 31) });
    expect(found.total.status).toBe('Escalate (10%) – early');
    expect(
      ['review', 'top-up', 'escalate'].map((kind) => alertOf(found, kind as Alert['kind'])?.state),
    ).toEqual(['open', 'open', 'open']);
    expect(alertOf(found, 'escalate')!.action).toMatch(
      /^Escalate to procurement: [\d,]+ tokens at \$0\.30 = \$[\d,.]+ \(to 2026-12-31 in 9 of 10 cases\), needed by 2026-04-\d\d; order today: the lead time of 14 days is \d+ days longer than what is left\.$/,
    );
  });

  it('come by pace too: when the pool may be empty before an order arrives', () => {
    expect(alertOf(review({ terms: { ...TERMS, leadDays: 30 } }), 'velocity')).toBeUndefined();
    const found = review({ terms: { ...TERMS, leadDays: 60 } });
    expect(alertOf(found, 'velocity')!.text).toMatch(
      /^The pool may be empty on 2026-04-\d\d, in \d\d days; an order takes 60\.$/,
    );
  });

  it('warn of tokens that will expire unused, with their money', () => {
    const found = review({ book: book([pack('P', 10_000, on(1, 1), on(12, 31), { price: 0.3 })]) });
    // 10,000 − 365 days of 10.
    expect(alertOf(found, 'expiry waste')!.text).toContain(
      "About 6,350 tokens (63.5 % of the pool, more than 10 %) expire unused (6,350 of P on 2026-12-31): $1,905 at today's price.",
    );
  });
});

describe('old data', () => {
  it('are never OK, and a level that was reached stands', () => {
    const late = review({ asOf: on(3, 8) });
    expect(late.total.status).toBe('Data too old');
    expect(alertOf(late, 'data too old')!.text).toContain('2026-02-28, 8 days old');
    expect(review({ asOf: on(3, 7) }).total.status).toBe('OK – early');
    const low = review({ asOf: on(3, 8), terms: { ...TERMS, review: 0.5 } });
    expect(low.total.status).toBe('Review (50%) – early, data too old');
  });
});

describe('teams', () => {
  const packs = [
    pack('N', 1000, on(1, 1), on(12, 31), { team: 'North' }),
    pack('S', 100, on(1, 1), on(12, 31), { team: 'South', row: 3 }),
  ];
  const rows = [...daily(59, 5, 'North'), ...daily(59, 5, 'South')];

  it('with nothing left raise an alert though the pool is healthy, and a transfer is proposed before a purchase', () => {
    const found = review({ reading: reading(rows), book: book(packs) });
    expect(found.total.balance).toBe(705);
    expect(found.teams.map(({ team, balance }) => [team, balance])).toEqual([
      ['North', 705],
      ['South', 0],
    ]);
    const alert = alertOf(found, 'team empty', 'South')!;
    expect(alert.text).toBe(
      'Team South has no tokens left while the pool as a whole has 705: its launches are refused.',
    );
    // Both burn 5 a day: half each.
    expect(alert.action).toBe(
      'Transfer 352 tokens from team North before buying any: South then has 70 days of cover, North keeps 71 days of cover.',
    );
  });

  it('are not robbed to cure another: without a team that can spare any, tokens are to be bought', () => {
    const poor = [pack('N', 400, on(1, 1), on(12, 31), { team: 'North' }), packs[1]!];
    const found = review({ reading: reading(rows), book: book(poor) });
    expect(alertOf(found, 'team empty', 'South')!.action).toContain('buy tokens for this team');
  });

  it('with nothing of their own are not short while packs of no team are left', () => {
    const shared = [...packs, pack('All', 5000, on(1, 1), on(12, 31), { row: 4 })];
    const found = review({ reading: reading(rows), book: book(shared) });
    expect(found.teams.find(({ team }) => team === 'South')).toMatchObject({
      balance: 0,
      status: 'Draws on packs of no team',
    });
    expect(found.alerts.filter(({ team }) => team !== '')).toEqual([]);
  });

  it('are cured by a team that can, not by an idle one with next to nothing', () => {
    const idle = pack('I', 1, on(1, 1), on(12, 31), { team: 'Idle', row: 4 });
    const found = review({ reading: reading(rows), book: book([...packs, idle]) });
    expect(alertOf(found, 'team empty', 'South')!.action).toContain('Transfer 352 tokens from team North');
  });

  it('share one difference: a balance shown for a team and for all of them counts once', () => {
    const shown = [
      { date: on(3, 1), team: 'North', balance: 605, row: 2 },
      { date: on(3, 1), team: '', balance: 605, row: 3 },
    ];
    const found = review({ reading: reading(rows), book: book(packs, { shown }), asOf: on(3, 1) });
    expect(found.total.balance).toBe(605);
  });

  it('that usage does not name are spoken of: burn without a pack is no good news', () => {
    const found = review({ reading: reading(daily(59, 10)), book: book(packs) });
    expect(found.notes.join(' ')).toMatch(
      /\d+ tokens of the last 28 days found no pack .*rows without a team/,
    );
  });

  it('have levels of their own', () => {
    const found = review({ reading: reading(rows.slice(0, 78)), book: book(packs), asOf: on(2, 28) });
    // South: 19 days of 5 = 95 of 100.
    expect(found.teams[1]).toMatchObject({ team: 'South', balance: 5 });
    expect(alertOf(found, 'escalate', 'South')!.id).toBe('escalate|south|2026-01-01');
    expect(alertOf(found, 'escalate')).toBeUndefined();
  });
});

describe('budgets', () => {
  it('of a team or project burn on their own, with a date at this pace and an alert', () => {
    const found = review({
      reading: reading(daily(59, 10, 'North')),
      budgets: [
        { name: 'north', kind: 'team', tokens: 600, from: on(2, 1), to: on(3, 31), row: 2 },
        { name: 'Tower', kind: 'project', tokens: 500, from: on(1, 1), to: on(12, 31), row: 3 },
      ],
    });
    const [north, tower] = found.budgets;
    // 28 days of 10; 59 days at that pace are 590.
    expect(north).toMatchObject({ burned: 280, left: 320, forecast: 590, usedUp: null, status: 'OK' });
    expect(tower).toMatchObject({ burned: 0, left: 500, status: 'OK' });
    expect(found.alerts).toEqual([]);
    const tight = review({
      reading: reading(daily(59, 10, 'North')),
      budgets: [{ name: 'North', kind: 'team', tokens: 400, from: on(2, 1), to: on(3, 31), row: 2 }],
    });
    expect(tight.budgets[0]).toMatchObject({
      left: 120,
      forecast: 590,
      usedUp: on(3, 12),
      status: 'Review (30%) – early',
    });
    expect(alertOf(tight, 'budget', 'North')!.text).toBe(
      'The team North has burned 280 of its budget of 400 tokens; 120 (30 %) left. At this pace 590 by 2026-03-31; used up on 2026-03-12.',
    );
  });
});

describe('the register', () => {
  const usage = reading(daily(120, 10));

  it('raises each of the three levels once while the pool drains, and keeps what was said of them', () => {
    let earlier: readonly Alert[] = [];
    const raised: string[] = [];
    for (let asOf = on(2, 1); asOf <= on(4, 20); asOf += 3) {
      const found = review({ reading: usage, asOf, earlier, terms: { ...TERMS, leadDays: 0 } });
      raised.push(...found.raisedNow);
      earlier = found.alerts.map((alert) =>
        alert.kind === 'review' ? { ...alert, state: 'acknowledged', owner: 'Kim' } : alert,
      );
    }
    expect(raised).toEqual(['review|2026-01-01', 'top-up|2026-01-01', 'escalate|2026-01-01']);
    const review30 = earlier.find(({ kind }) => kind === 'review')!;
    expect(review30).toMatchObject({ owner: 'Kim', state: 'acknowledged' });
    // 700 of 1,000 are burned on 11 March; the first look after that is on the 12th.
    expect(review30.raised).toBe(on(3, 12));
  });

  it('closes what has gone, says since when it is over, and raises it anew when it comes back', () => {
    const first = review({ reading: usage, asOf: on(3, 20) });
    expect(first.raisedNow).toContain('review|2026-01-01');
    const refunded = book([pack('P', 1000, on(1, 1), on(12, 31), { price: 0.3 })], {
      adjustments: [{ date: on(3, 21), team: '', tokens: 500, reason: 'refund', row: 2 }],
    });
    const second = review({ reading: usage, asOf: on(3, 22), book: refunded, earlier: first.alerts });
    expect(second.alerts.find(({ kind }) => kind === 'review')).toMatchObject({
      id: 'review|2026-01-01|over 2026-03-22',
      state: 'closed',
    });
    const third = review({ reading: usage, asOf: on(4, 30), book: refunded, earlier: second.alerts });
    expect(third.raisedNow).toContain('review|2026-01-01');
    expect(third.alerts.filter(({ kind }) => kind === 'review').map(({ state }) => state)).toEqual([
      'open',
      'closed',
    ]);
  });

  it('does not close alerts because the pack expired while burn goes on: nothing is left of nothing', () => {
    const short = book([pack('P', 1000, on(1, 1), on(4, 5), { price: 0.3 })]);
    const before = review({ reading: usage, asOf: on(4, 4), book: short });
    expect(before.raisedNow).toContain('escalate|2026-01-01');
    const after = review({ reading: usage, asOf: on(4, 10), book: short, earlier: before.alerts });
    expect(after.total.status).toBe('No pack');
    expect(after.alerts.find(({ kind }) => kind === 'escalate')).toMatchObject({
      state: 'open',
      raised: on(4, 4),
    });
    expect(alertOf(after, 'escalate')!.text).toMatch(/^No pack is good today, and \d+ tokens burned/);
    expect(after.notes.join(' ')).toContain('found no pack to draw on');
  });

  it('never loses an alert, never has one twice, and settles at once', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const found = fc.uniqueArray(id).map((ids) =>
      ids.map((one): FoundAlert => ({
        id: `review|${one}|2026-01-01`,
        kind: 'review',
        team: '',
        text: one,
        action: '',
      })),
    );
    fc.assert(
      fc.property(fc.array(found, { maxLength: 6 }), (runs) => {
        let alerts: readonly Alert[] = [];
        let raised = 0;
        runs.forEach((run, day) => {
          const before = alerts;
          const open = new Set(before.filter(({ state }) => state !== 'closed').map((one) => one.id));
          const next = registerAlerts(run, alerts, day);
          alerts = next.alerts;
          expect(next.raised).toEqual(run.map((one) => one.id).filter((one) => !open.has(one)));
          raised += next.raised.length;
          expect(alerts).toHaveLength(raised);
          expect(new Set(alerts.map((alert) => alert.id)).size).toBe(raised);
          const again = registerAlerts(run, alerts, day);
          expect(again.raised).toEqual([]);
          expect(again.alerts).toEqual(alerts);
        });
      }),
    );
  });
});
