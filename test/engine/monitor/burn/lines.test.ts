import { burnLines } from '../../../../src/engine/monitor/burn/lines';
import { on } from '../books';
import { burned, tenPeople, MONDAY } from '../burning';

describe('who burned how much lately', () => {
  const reading = burned([
    ['ann', 'Revit', on(3, 29), 10],
    ['Ann', 'Revit', on(3, 23), 5],
    ['bob', 'AutoCAD', on(3, 22), 7],
    ['bob', 'AutoCAD', on(3, 1), 4],
    ['bob', 'AutoCAD', on(2, 2), 3],
    ['bob', 'AutoCAD', on(2, 1), 50],
    ['cay', 'Revit', on(3, 30), 99],
  ]);
  const userOf = (row: number): string => reading.table.users[reading.table.user[row]!]!.key;

  it('sums the 7 and 28 days that end with the day, and as many before them; later and older rows are left out', () => {
    expect(burnLines(reading, userOf, on(3, 29))).toEqual([
      { name: 'ann', lastWeek: 15, weekBefore: 0, lastFourWeeks: 15, fourWeeksBefore: 0, share: 15 / 22 },
      { name: 'bob', lastWeek: 0, weekBefore: 7, lastFourWeeks: 7, fourWeeksBefore: 7, share: 7 / 22 },
    ]);
  });

  it('sums to the burn of the period, whatever it is told apart by', () => {
    const usage = burned(tenPeople(8));
    const sum = (nameOf: (row: number) => string): number =>
      burnLines(usage, nameOf, MONDAY + 55).reduce((all, line) => all + line.lastFourWeeks, 0);
    expect(sum((row) => usage.table.users[usage.table.user[row]!]!.key)).toBe(2000);
    expect(sum(() => 'all')).toBe(2000);
  });
});
