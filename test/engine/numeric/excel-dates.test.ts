import fc from 'fast-check';
import {
  civilOf,
  firstSerialOfMonth,
  isCivilDate,
  isoDate,
  LAST_SERIAL,
  monthIndexOf,
  monthText,
  parseIsoDate,
  serialOf,
} from '../../../src/engine/numeric';

describe('Excel dates', () => {
  it.each([
    [1900, 1, 1, 1],
    [1900, 2, 28, 59],
    [1900, 3, 1, 61],
    [2000, 2, 29, 36585],
    [2024, 2, 29, 45351],
    [2026, 11, 24, 46350],
    [9999, 12, 31, 2958465],
  ])('%i-%i-%i has the serial Excel shows', (year, month, day, serial) => {
    expect(serialOf(year, month, day)).toBe(serial);
    expect(civilOf(serial)).toEqual({ year, month, day });
  });

  it('shows the leap day Excel invents for serial 60', () => {
    expect(isoDate(60)).toBe('1900-02-29');
  });

  it('comes back to the same serial from every date of the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: LAST_SERIAL }), (serial) => {
        const { year, month, day } = civilOf(serial);
        expect(isCivilDate(year, month, day)).toBe(true);
        expect(serialOf(year, month, day)).toBe(serial);
        expect(parseIsoDate(isoDate(serial))).toBe(serial);
        expect(new Date((serial - 25569) * 86400000).toISOString().slice(0, 10)).toBe(isoDate(serial));
      }),
    );
  });

  it('puts a late-evening time into its own month', () => {
    const lastSecond = serialOf(2026, 10, 31) + 86399 / 86400;
    expect(monthText(monthIndexOf(lastSecond))).toBe('Oct 2026');
    expect(firstSerialOfMonth(monthIndexOf(lastSecond))).toBe(serialOf(2026, 10, 1));
  });

  it.each([
    ['2026-11-24', 46350],
    [' 2026-11-24 ', 46350],
    ['2026-11-24T12:00:00Z', 46350.5],
    ['2026-11-24 06:00', 46350.25],
    ['2026-11-24T18:00:00.123+01:00', 46350.75],
  ])('reads %s', (text, serial) => {
    expect(parseIsoDate(text)).toBe(serial);
  });

  it.each(['2026-02-29', '2026-13-01', '24.11.2026', '2026-11-24 25:00', 'n/a', '', '1899-12-31'])(
    'does not take %s for an ISO date',
    (text) => {
      expect(parseIsoDate(text)).toBeNull();
    },
  );
});
