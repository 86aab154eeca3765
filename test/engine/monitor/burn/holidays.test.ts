import { readHolidays } from '../../../../src/engine/monitor';
import { on } from '../books';

describe('holiday calendar', () => {
  it('reads serials and dates as text, beside names, under a title', () => {
    const { days, read, rejected } = readHolidays([
      ['Days off 2026', ''],
      ['Name', 'Date'],
      ['New Year', on(1, 1)],
      ['Easter Monday', '2026-04-06'],
      ['', ''],
      ['Christmas', '25.12.2026'],
    ]);
    expect([...days]).toEqual([on(1, 1), on(4, 6), on(12, 25)]);
    expect({ read, rejected }).toEqual({ read: 3, rejected: [] });
  });

  it('takes a closing from its first through its last day', () => {
    const { days } = readHolidays([
      ['From', 'To'],
      [on(12, 28), on(12, 31)],
      [on(5, 1), ''],
    ]);
    expect([...days]).toEqual([on(12, 28), on(12, 29), on(12, 30), on(12, 31), on(5, 1)]);
  });

  it('reads a bare column', () => {
    expect([...readHolidays([[on(5, 1)], ['2026-12-25']]).days]).toEqual([on(5, 1), on(12, 25)]);
  });

  it('says which row it could not use, and why', () => {
    const { days, read, rejected } = readHolidays([
      ['Date', 'To'],
      ['soon', ''],
      [on(5, 2), on(5, 1)],
      [on(1, 1), on(12, 31)],
      ['', on(1, 2)],
    ]);
    expect(days.size).toBe(0);
    expect(read).toBe(4);
    expect(rejected.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, 'Date', expect.stringContaining('date')],
      [3, 'To', 'ends before it starts'],
      [4, 'To', 'longer than 62 days'],
      [5, 'Date', 'no date'],
    ]);
  });
});
