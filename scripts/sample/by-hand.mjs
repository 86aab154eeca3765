import { MONTHS, serial } from './calendar.mjs';

const firstOf = (index) => MONTHS[index].first;
/** November 2025 to October 2026: the year of the sample. */
const YEAR = Array.from({ length: 12 }, (_, index) => index + 2);

const person = (key, project) => ({ key, userType: 'Employee', department: 'Architecture', project });

const light = person('p-0001@example.com', 'Quayside');
const several = person('p-0002@example.com', 'North Line');
const phased = person('p-0003@example.com', 'Mill Bridge');

/**
 * Three people with round figures, at the top of the table, whose segments docs/sample-data.md works out by hand.
 * The first row of p-0001 lies in October 2025, before the year.
 */
export const BY_HAND = [
  ...[1, ...YEAR].map((month) => ({ person: light, product: 'Revit', day: firstOf(month), hours: 10 })),
  ...YEAR.flatMap((month) => [
    { person: several, product: 'Revit', day: firstOf(month), hours: 100 },
    { person: several, product: 'Civil 3D', day: firstOf(month), hours: 90 },
    { person: several, product: 'AutoCAD', day: firstOf(month), hours: 20 },
  ]),
  ...[2, 3, 4, 5].flatMap((month) =>
    [2, 9, 16, 23].map((day) => ({
      person: phased,
      product: 'Revit',
      day: serial(2026, month, day),
      hours: 20,
    })),
  ),
  { person: phased, product: 'Revit', day: serial(2026, 9, 7), hours: 2 },
];
