import { readAssignments } from '../../../src/engine/compliance/entitlements/assignments';
import { seatStatus } from '../../../src/engine/usage/seat-status';
import { guideCard } from '../../../src/engine/catalog';
import { readUsage } from '../../../src/engine/usage/reader/reader';

test('"No seat assigned" in a usage report holds no seat, whatever day an assignment once had', () => {
  const { seats } = readUsage(
    [
      ['User', 'Product', 'Date', 'Hours', 'seat_assignment', 'assigned_date'],
      ['ann', 'Revit', 46300, 1, 'No seat assigned', 46000],
      ['bob', 'Revit', 46300, 1, 'Pending', ''],
      ['cy', 'Revit', 46300, 1, 'Dormant', 46000],
      ['dan', 'Revit', 46300, 1, '', ''],
    ],
    { card: guideCard },
  );
  // The word decides; where nobody knows it, the days do; without either nothing is said of dan.
  expect(seats?.map(({ user, assigned }) => [user, assigned])).toEqual([
    [0, false],
    [1, true],
    [2, true],
  ]);
});

test('an account that is not verified yet still has its assignment, a removed one has not', () => {
  const { rows } = readAssignments([
    ['email', 'offering_name', 'account_status'],
    ['ann@x.org', 'Revit', 'Unverified'],
    ['bob@x.org', 'Revit', 'Removed'],
  ]);
  expect(rows.map(({ user, ended }) => [user, ended])).toEqual([
    ['ann@x.org', undefined],
    ['bob@x.org', true],
  ]);
});

test('words are compared whole: none that only begins like another is taken for it', () => {
  expect(['Notified', 'United', 'Nobody', ''].map(seatStatus)).toEqual([null, null, null, null]);
});
