import { guideCard } from '../../../../src/engine/catalog';
import { GUIDE_THRESHOLDS } from '../../../../src/engine/monitor/alerts/level';
import { budgetLines } from '../../../../src/engine/monitor/alerts/budgets';
import { findAlerts } from '../../../../src/engine/monitor/alerts/alerts';
import { readBudgets, type Budget, type BudgetLine } from '../../../../src/engine/monitor';
import type { AlertInput } from '../../../../src/engine/monitor/alerts/input';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import type { RawCell, UsageReading } from '../../../../src/engine/usage';
import { on } from '../books';

const HEADER = ['Name', 'Kind', 'Tokens', 'From', 'To'];

describe('the budgets table', () => {
  it('is read with team as the kind where none is written', () => {
    const { rows, rejected } = readBudgets([
      HEADER,
      ['North', '', 600, on(1, 1), on(6, 30)],
      ['Tower', 'Project', '1000', on(1, 1), on(12, 31)],
      ['', '', '', '', ''],
      ['South', 'teams', 5, on(2, 1), on(2, 1)],
    ]);
    expect(rejected).toEqual([]);
    expect(rows).toEqual([
      { name: 'North', kind: 'team', tokens: 600, from: on(1, 1), to: on(6, 30), row: 2 },
      { name: 'Tower', kind: 'project', tokens: 1000, from: on(1, 1), to: on(12, 31), row: 3 },
      { name: 'South', kind: 'team', tokens: 5, from: on(2, 1), to: on(2, 1), row: 5 },
    ]);
  });

  it('says of every row it cannot use where and why', () => {
    const { rows, rejected } = readBudgets([
      HEADER,
      ['', 'team', 5, on(1, 1), on(2, 1)],
      ['North', 'country', 5, on(1, 1), on(2, 1)],
      ['North', 'team', 0, on(1, 1), on(2, 1)],
      ['North', 'team', 5, on(2, 1), on(1, 31)],
      ['North', 'team', 'many', on(1, 1), on(2, 1)],
    ]);
    expect(rows).toEqual([]);
    expect(rejected.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Name'],
      [3, 'Kind'],
      [4, 'Tokens'],
      [5, 'To'],
      [6, 'Tokens'],
    ]);
  });

  it('without a column it needs is refused by name', () => {
    expect(() =>
      readBudgets([
        ['Name', 'Tokens', 'From'],
        ['North', 5, on(1, 1)],
      ]),
    ).toThrow(/To/);
  });
});

/** Ten tokens a day in January and February: by ann in North for Tower, and as many by bob from a seat. */
function usage(): UsageReading {
  const rows = Array.from({ length: 59 }, (_, at): RawCell[][] => [
    ['ann', 'Revit', on(1, 1) + at, 10, 'North', 'Tower', 'Flex'],
    ['bob', 'Revit', on(1, 1) + at, 10, 'North', 'Tower', 'Subscription'],
  ]).flat();
  return readUsage([['User', 'Product', 'Date', 'Tokens', 'Team', 'Project', 'Access'], ...rows], {
    card: guideCard,
  });
}

const ASOF = on(2, 28);
const budget = (tokens: number, from: number, to: number, more: Partial<Budget> = {}): Budget => ({
  ...{ name: 'north', kind: 'team', tokens, from, to, row: 2 },
  ...more,
});
const line = (one: Budget, asOf = ASOF, known: number | null = ASOF): BudgetLine =>
  budgetLines(usage(), [one], asOf, known, GUIDE_THRESHOLDS)[0]!;

describe('a budget on a day', () => {
  it('counts what its team or project burned between its days, both included, and goes on at that pace', () => {
    expect(line(budget(1000, on(2, 1), on(3, 31)))).toMatchObject({
      ...{ burned: 280, left: 720, share: 0.72, forecast: 590, usedUp: null, status: 'OK' },
    });
    expect(line(budget(100, on(2, 1), on(2, 10), { kind: 'project', name: 'TOWER ' }))).toMatchObject({
      ...{ burned: 100, left: 0, status: 'Ended' },
    });
    expect(line(budget(100, on(2, 1), on(2, 10), { kind: 'project', name: 'North' })).burned).toBe(0);
  });

  it('names the first day on which it is used up', () => {
    // 10 a day: the 40th day, 12 March, brings it to 400.
    expect(line(budget(400, on(2, 1), on(3, 31)))).toMatchObject({
      usedUp: on(3, 12),
      status: 'Review (30%) – early',
    });
    expect(line(budget(395, on(2, 1), on(3, 31))).usedUp).toBe(on(3, 12));
    expect(line(budget(590, on(2, 1), on(3, 31)))).toMatchObject({ forecast: 590, usedUp: null });
  });

  it('counts its pace to the last day of usage: days without data are no days without burn', () => {
    const late = line(budget(1000, on(2, 1), on(3, 31)), on(3, 14), ASOF);
    expect(late).toMatchObject({ burned: 280, forecast: 590 });
  });

  it('has no forecast before it begins, and says when it ended over its tokens', () => {
    expect(line(budget(100, on(3, 1), on(3, 31)))).toMatchObject({
      burned: 0,
      forecast: Number.NaN,
      status: 'Not begun',
    });
    expect(line(budget(90, on(2, 1), on(2, 10)))).toMatchObject({ left: -10, status: 'Ended, overrun' });
    expect(line(budget(280, on(2, 1), on(2, 28))).status).toBe('Used up');
  });
});

describe('alerts of a budget', () => {
  function found(one: Budget, asOf = ASOF): readonly (readonly [id: string, team: string])[] {
    const input: AlertInput = {
      asOf,
      terms: { ...GUIDE_THRESHOLDS, leadDays: 14, wasteShare: 0.1, staleDays: 7, unusedRule: 'by use' },
      total: {
        ...{ team: '', totals: {} as AlertInput['total']['totals'], balance: 0, pool: 0, share: Number.NaN },
        ...{
          start: 0,
          expiry: 0,
          depletion: null,
          forecast: null,
          lastWeek: 70,
          lastFourWeeks: 280,
          expectedWeek: 0,
        },
        latestDataDay: asOf,
      },
      teams: [],
      topConsumers: [],
      budgets: [line(one, asOf)],
      tokenPrice: 3,
      tiers: [],
      currency: 'USD',
    };
    return findAlerts(input).map(({ id, team }) => [id, team] as const);
  }

  it('are raised for every level that is passed, each with an id of its own', () => {
    expect(found(budget(1000, on(2, 1), on(3, 31)))).toEqual([]);
    expect(found(budget(400, on(2, 1), on(3, 31)))).toEqual([
      ['budget review|team north|2026-02-01', 'north'],
    ]);
    expect(found(budget(300, on(2, 1), on(3, 31))).map(([id]) => id)).toEqual([
      'budget review|team north|2026-02-01',
      'budget top-up|team north|2026-02-01',
      'budget escalate|team north|2026-02-01',
    ]);
    expect(found(budget(300, on(2, 1), on(3, 31), { kind: 'project', name: 'Tower' }))[0]).toEqual([
      'budget review|project tower|2026-02-01',
      '',
    ]);
  });

  it('are raised early by pace alone, and only while it runs', () => {
    // 280 of 500 burned, 590 by the end.
    expect(found(budget(500, on(2, 1), on(3, 31))).map(([id]) => id)).toEqual([
      'budget pace|team north|2026-02-01',
    ]);
    expect(found(budget(90, on(2, 1), on(2, 10)))).toEqual([]);
    expect(found(budget(1, on(3, 1), on(3, 31)))).toEqual([]);
  });
});
