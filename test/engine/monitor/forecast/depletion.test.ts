import { dailySeries, dayBurns, ledger, poolDepletion } from '../../../../src/engine/monitor';
import { depletion, depletionHorizon } from '../../../../src/engine/monitor/forecast/depletion';
import { FlexError } from '../../../../src/engine/errors';
import { LAST_SERIAL } from '../../../../src/engine/numeric';
import { book, on, pack } from '../books';
import { burned } from '../burning';
import { certain, demand, lot, series, weeks } from '../demand';

const ASOF = on(3, 31);
const TOMORROW = on(4, 1);
const dates = ({ p10, p50, p90 }: { p10: number; p50: number; p90: number }): number[] => [p10, p50, p90];

describe('one pack, ten tokens a day', () => {
  const left = (balance: number) =>
    depletion([], [lot('A', balance, on(1, 1), on(12, 31))], certain(TOMORROW, 400, 10), ASOF);

  it('runs dry on the day its last token is used', () => {
    expect(dates(left(100))).toEqual([on(4, 10), on(4, 10), on(4, 10)]);
    expect(left(100).daysOfCover).toBe(10);
    expect(left(100).expiring).toBe(0);
  });

  it('runs dry on the first day whose demand it cannot serve, though tokens are left that morning', () => {
    expect(left(95).p50).toBe(on(4, 10));
    expect(left(101).p50).toBe(on(4, 11));
    expect(left(95).daysOfCover).toBe(9.5);
  });

  it('can fail to serve the very first day', () => {
    expect(left(9).p50).toBe(TOMORROW);
  });

  it('has run dry on the as-of day when nothing is left then', () => {
    expect(dates(left(0))).toEqual([ASOF, ASOF, ASOF]);
    expect(left(0).daysOfCover).toBe(0);
  });

  it('shows the balance of every evening, from that of the as-of day', () => {
    const { firstDay, balances } = left(25);
    expect(firstDay).toBe(ASOF);
    expect([...balances.p50.slice(0, 5)]).toEqual([25, 15, 5, 0, 0]);
  });

  it('lasts as long as its tokens, told to the millionth, even where fractions drift', () => {
    const third = depletion([], [lot('A', 1, on(1, 1), on(12, 31))], certain(TOMORROW, 400, 0.1), ASOF);
    expect(third.p50).toBe(on(4, 10));
  });
});

describe('expiry', () => {
  it('takes the first pack’s rest away the day after its last day, and the second lasts on', () => {
    const { p50, expiring, balances } = depletion(
      [],
      [lot('A', 30, on(1, 1), on(4, 2)), lot('B', 100, on(1, 1), on(6, 30))],
      certain(TOMORROW, 100, 10),
      ASOF,
    );
    // A serves 1 and 2 April and loses 10; B serves 3 to 12 April.
    expect(p50).toBe(on(4, 12));
    expect(expiring).toBe(10);
    expect([...balances.p50.slice(0, 4)]).toEqual([130, 120, 110, 90]);
  });

  it('is the date of tokens that outlast their demand: the last one', () => {
    const { p10, p50, p90, expiring, balances } = depletion(
      [],
      [lot('A', 30, on(1, 1), on(4, 10)), lot('B', 1_000, on(1, 1), on(4, 20))],
      certain(TOMORROW, 100, 10),
      ASOF,
    );
    expect([p10, p50, p90]).toEqual([on(4, 20), on(4, 20), on(4, 20)]);
    expect(expiring).toBe(830);
    // The balance of the last evening is still there; the day after, nothing is.
    expect([...balances.p50.slice(-2)]).toEqual([830, 0]);
  });

  it('is the date without any demand, and cover has no limit', () => {
    const idle = depletion([], [lot('A', 500, on(1, 1), on(9, 30))], certain(TOMORROW, 300, 0), ASOF);
    expect(dates(idle)).toEqual([on(9, 30), on(9, 30), on(9, 30)]);
    expect(idle.expiring).toBe(500);
    expect(idle.daysOfCover).toBe(Infinity);
  });

  it('beyond ten years does not keep the dates waiting', () => {
    const lots = [lot('A', 1_000, on(1, 1), LAST_SERIAL)];
    const days = depletionHorizon([], lots, TOMORROW, ASOF);
    expect(days).toBeLessThan(4_000);
    expect(depletion([], lots, certain(TOMORROW, days, 10), ASOF).p50).toBe(TOMORROW + 99);
    const idle = depletion([], lots, certain(TOMORROW, days, 0), ASOF);
    expect([idle.p50, idle.expiring]).toEqual([LAST_SERIAL, 1_000]);
  });

  it('later than the forecast is told with the days that are missing', () => {
    const short = () => depletion([], [lot('A', 5, on(1, 1), on(12, 31))], certain(TOMORROW, 30, 1), ASOF);
    expect(short).toThrow(FlexError);
    expect(short).toThrow(
      'The forecast ends on 2026-04-30, but tokens are good until 2026-12-31: forecast 275 days.',
    );
  });
});

describe('a pack that starts later', () => {
  const later = (start: number) =>
    depletion(
      [pack('A', 25, on(1, 1), on(12, 31)), pack('B', 100, start, on(12, 31))],
      [lot('A', 25, on(1, 1), on(12, 31))],
      certain(TOMORROW, 300, 10),
      ASOF,
    );

  it('joins on its first day, and adds nothing twice for the pack already open', () => {
    // 25 + 100 serve twelve days; 5 are left on the thirteenth.
    expect(later(on(4, 3)).p50).toBe(on(4, 13));
    expect([...later(on(4, 3)).balances.p50.slice(0, 4)]).toEqual([25, 15, 5, 95]);
  });

  it('comes too late by a day: dry before it, and what was not served is no debt of it', () => {
    const { p50, balances } = later(on(4, 4));
    expect(p50).toBe(on(4, 3));
    expect([...balances.p50.slice(0, 5)]).toEqual([25, 15, 5, 0, 90]);
  });

  it('leaves a gap after the one before: dry on the first day without tokens', () => {
    const { p50 } = depletion(
      [pack('B', 100, on(5, 1), on(12, 31))],
      [lot('A', 500, on(1, 1), on(4, 5))],
      certain(TOMORROW, 300, 1),
      ASOF,
    );
    expect(p50).toBe(on(4, 6));
  });

  it('is not counted in the cover of today', () => {
    expect(later(on(4, 3)).daysOfCover).toBe(2.5);
  });
});

describe('the three dates', () => {
  it('come from high, middle and low demand: P10 is the earliest', () => {
    const { p10, p50, p90, balances } = depletion(
      [],
      [lot('A', 120, on(1, 1), on(12, 31))],
      demand(TOMORROW, 300, [() => 5, () => 10, () => 20]),
      ASOF,
    );
    expect([p10, p50, p90]).toEqual([on(4, 6), on(4, 12), on(4, 24)]);
    expect([balances.p10[2], balances.p50[2], balances.p90[2]]).toEqual([80, 100, 110]);
  });

  it('keep their order where more demand early saves a pack for later', () => {
    // High demand uses all of A at once and then pauses; middle demand lets A expire and then empties B.
    const { p10, p50, p90 } = depletion(
      [],
      [lot('A', 100, on(1, 1), on(4, 2)), lot('B', 100, on(1, 1), on(12, 31))],
      demand(TOMORROW, 300, [
        () => 0,
        (day) => (day >= on(4, 3) && day < on(4, 13) ? 10 : 0),
        (day) => (day <= on(4, 2) ? 50 : day === on(4, 3) ? 1 : 0),
      ]),
      ASOF,
    );
    expect(p50).toBe(on(4, 12));
    expect(p10).toBeLessThanOrEqual(p50);
    expect(p90).toBe(on(12, 31));
  });
});

describe('usage that ends before the as-of day', () => {
  const packs = [pack('A', 200, on(1, 1), on(3, 20)), pack('B', 300, on(1, 1), on(12, 31))];
  // Ten a day from 1 to 10 March: A holds 100 on the evening of 10 March, and 0 on 31 March.
  const usage = burned(Array.from({ length: 10 }, (_, at) => ['ann', 'Revit', on(3, 1) + at, 10]));
  const { lots } = ledger(book(packs), dayBurns(usage), ASOF);
  const run = poolDepletion(packs, lots, dailySeries(usage, { asOf: ASOF }), ASOF).depletion;

  it('is forecast from its last day on, with the tokens that were still good then', () => {
    expect(run.firstDay).toBe(on(3, 10));
    expect(run.balances.p50[0]).toBe(400);
    // Ten days of A to 20 March, then 30 days of B.
    expect(run.p50).toBe(on(4, 19));
    expect(run.expiring).toBe(0);
  });

  it('counts cover from the as-of day', () => {
    // B has served 21 to 31 March by then.
    expect(run.daysOfCover).toBe(19);
  });
});

describe('from usage rows', () => {
  it('gives dates that are exact where every week burns alike, weekends free', () => {
    const tokens = weeks(20, [10, 10, 10, 10, 10, 0, 0]);
    // Monday, 5 January, and 20 weeks on: the forecast starts on Monday, 25 May.
    const asOf = on(5, 24);
    const { depletion: run, forecast } = poolDepletion(
      [],
      [lot('A', 125, on(1, 1), on(12, 31))],
      series(on(1, 5), tokens),
      asOf,
    );
    expect(forecast.method).toBe('28 days by weekday');
    // Two weeks of 50, then Monday and Tuesday; on Wednesday, 10 June, only 5 are left.
    expect(dates(run)).toEqual([on(6, 10), on(6, 10), on(6, 10)]);
    expect(run.daysOfCover).toBeCloseTo(125 / (200 / 28), 10);
  });

  it('includes the as-of day and leaves out what came after it', () => {
    const rows = burned([
      ...Array.from({ length: 60 }, (_, at) => ['ann', 'Revit', on(1, 1) + at, 10] as const),
      ['ann', 'Revit', on(3, 2), 5_000],
    ]);
    const asOf = on(3, 1);
    const packs = [pack('A', 1_000, on(1, 1), on(12, 31))];
    const { lots } = ledger(book(packs), dayBurns(rows, { to: asOf }), asOf);
    const run = poolDepletion(packs, lots, dailySeries(rows, { asOf }), asOf).depletion;
    expect(run.balances.p50[0]).toBe(400);
    expect(dates(run)).toEqual([on(4, 10), on(4, 10), on(4, 10)]);
  });

  it('without packs has run dry today', () => {
    const run = poolDepletion([], [], series(on(1, 1), [5, 5, 5]), on(1, 3)).depletion;
    expect([...dates(run), run.daysOfCover, run.expiring]).toEqual([on(1, 3), on(1, 3), on(1, 3), 0, 0]);
  });
});
