import fc from 'fast-check';
import { billedUnits, chargedDays, meteredHours, type Session } from '../../../src/engine/charges/sessions';

/** Serial of a Monday; times are hours from its midnight. */
const MONDAY = 46349;
const session = (from: number, to: number): Session => ({ start: MONDAY + from / 24, end: MONDAY + to / 24 });
const MINUTE = 1 / 60;

describe('24-hour charges', () => {
  it('Monday 8–17 and Tuesday 7–17 are two charges', () => {
    expect(chargedDays([session(8, 17), session(31, 41)])).toBe(2);
  });

  it('Monday 19:00 to Tuesday 17:00 is one charge', () => {
    expect(chargedDays([session(19, 41)])).toBe(1);
  });

  it('a four-minute launch is none', () => {
    expect(chargedDays([session(9, 9 + 4 * MINUTE)])).toBe(0);
  });

  it('72 hours left open are three', () => {
    expect(chargedDays([session(9, 81)])).toBe(3);
    expect(chargedDays([session(9, 81 + MINUTE)])).toBe(4);
  });

  it('launches within 24 hours of the first cost nothing more', () => {
    expect(chargedDays([session(8, 9), session(12, 13), session(31.9, 31.95)])).toBe(1);
  });

  it('a launch exactly 24 hours later opens the next charge', () => {
    expect(chargedDays([session(8, 9), session(32, 33)])).toBe(2);
  });

  it('a short launch opens no charge, but one that runs past the end of a period is charged', () => {
    expect(chargedDays([session(8, 9), session(32, 32 + 4 * MINUTE)])).toBe(1);
    expect(chargedDays([session(8, 9), session(32 - 2 * MINUTE, 32 + 2 * MINUTE)])).toBe(2);
  });

  it('exactly five minutes are charged', () => {
    expect(chargedDays([session(9, 9 + 5 * MINUTE)])).toBe(1);
  });

  it('a long weekend left open is charged for every day, without counting second by second', () => {
    expect(chargedDays([session(0, 24 * 3650)])).toBe(3650);
  });

  it('nothing is charged without sessions', () => {
    expect(chargedDays([])).toBe(0);
    expect(meteredHours([])).toBe(0);
  });
});

describe('metered hours', () => {
  it('count an overlap once', () => {
    expect(meteredHours([session(8, 12), session(10, 14), session(11, 11.5)])).toBeCloseTo(6, 9);
  });

  it('count a gap up to the idle minutes as use, and a longer one not at all', () => {
    const sessions = [session(8, 9), session(9.25, 10)];
    expect(meteredHours(sessions, 15)).toBeCloseTo(2, 9);
    expect(meteredHours(sessions, 14)).toBeCloseTo(1.75, 9);
    expect(meteredHours(sessions, 0)).toBeCloseTo(1.75, 9);
  });

  it('join sessions that touch even without any idle time', () => {
    expect(meteredHours([session(8, 9), session(9, 10)], 0)).toBe(2);
  });
});

describe('every basis', () => {
  const minutes = fc.tuple(
    fc.integer({ min: 0, max: 14 * 24 * 60 }),
    fc.integer({ min: 0, max: 3 * 24 * 60 }),
  );
  const sessions = fc.array(
    minutes.map(([from, length]) => session(from / 60, (from + length) / 60)),
    { maxLength: 25 },
  );
  const basis = fc.constantFrom('hour' as const, 'day' as const, 'result' as const);

  it('charges the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(basis, sessions, fc.integer(), (by, rows, seed) => {
        const shuffled = rows
          .map((row, index) => ({ row, at: Math.sin(seed + index) }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        expect(billedUnits(by, shuffled, 15)).toBe(billedUnits(by, rows, 15));
      }),
    );
  });

  it('never charges more days than launches and full days of use allow, nor fewer than the days of metered use', () => {
    fc.assert(
      fc.property(sessions, (rows) => {
        const most = rows.reduce((sum, { start, end }) => sum + 1 + Math.floor(end - start + 1e-9), 0);
        expect(chargedDays(rows)).toBeLessThanOrEqual(most);
        const long = rows.filter(({ start, end }) => (end - start) * 1440 >= 5.001);
        expect(chargedDays(rows) * 24).toBeGreaterThanOrEqual(meteredHours(long, 0) - 1e-6);
      }),
    );
  });

  it('never meters more hours than from the first start to the last end, nor fewer than the longest session', () => {
    fc.assert(
      fc.property(sessions, fc.integer({ min: 0, max: 600 }), (rows, idle) => {
        const hours = meteredHours(rows, idle);
        const starts = rows.map(({ start }) => start);
        const ends = rows.map(({ end }) => end);
        const longest = rows.reduce((most, { start, end }) => Math.max(most, end - start), 0);
        expect(hours).toBeGreaterThanOrEqual(longest * 24 - 1e-6);
        if (rows.length > 0) {
          expect(hours).toBeLessThanOrEqual((Math.max(...ends) - Math.min(...starts)) * 24 + 1e-6);
        }
      }),
    );
  });

  it('results are counted by row', () => {
    expect(billedUnits('result', [session(8, 9), session(8, 9)], 15)).toBe(2);
  });
});
