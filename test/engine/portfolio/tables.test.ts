import { guideCard } from '../../../src/engine/catalog';
import { inSlices } from '../../../src/engine/jobs/slices';
import { serialOf } from '../../../src/engine/numeric';
import { buildPortfolio, readOwnedSeats, readPins, readSeatHolders } from '../../../src/engine/portfolio';
import { portfolioSteps } from '../../../src/engine/portfolio/portfolio';
import { instance } from './instances';

test('the subscriptions export gives seats with their renewal, and expired ones are told', () => {
  const { rows, rejected } = readOwnedSeats([
    ['team_alias', 'offering_name', 'contract_number', 'end_date', 'subscription_status', 'seat_quantity'],
    ['Main', 'Revit', '110', '2027-03-31', 'Active', 12],
    ['Main', 'Maya', '111', '2025-03-31', 'Expired', 3],
    ['Main', 'AutoCAD', '112', '', 'Active', '1.5'],
  ]);
  expect(rows).toEqual([{ offering: 'Revit', quantity: 12, end: serialOf(2027, 3, 31) }]);
  expect(rejected.map(({ row, reason }) => [row, reason])).toEqual([
    [3, 'the subscription is not active'],
    [4, expect.stringContaining('1.5 is no number of seats')],
  ]);
});

test('the users export gives who holds which seat, and unassigned rows hold none', () => {
  const { rows, rejected } = readSeatHolders([
    ['first_name', 'email', 'offering_name', 'seat_assignment'],
    ['Ann', 'ann@x.com', 'Revit', 'Assigned'],
    ['Bob', 'bob@x.com', 'Revit', 'Unassigned'],
  ]);
  expect(rows).toEqual([{ user: 'ann@x.com', offering: 'Revit' }]);
  expect(rejected).toEqual([expect.objectContaining({ row: 3, reason: 'no seat assigned' })]);
});

test('a pin that names no product or nothing that can be had is rejected with what may be written', () => {
  const { rows, rejected } = readPins(
    [
      ['User', 'Product', 'Pin', 'Note'],
      ['ann', 'Revit', 'Flex', ''],
      ['bob', '', 'AEC', ''],
      ['cy', 'Revitt', 'Flex', ''],
      ['dora', '', 'desk', ''],
    ],
    guideCard,
  );
  expect(rows).toEqual([
    { user: 'ann', product: 'Revit', target: 'Flex', row: 2 },
    { user: 'bob', product: '', target: 'AEC', row: 3 },
  ]);
  expect(rejected.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('nearest: Revit'),
    expect.stringContaining('write one of: Flex, Named User, AEC Collection'),
  ]);
});

describe('in slices', () => {
  const input = instance({ people: 900, seed: 3, tiers: true });
  const host = (stopAt: number, progress: number[]) => {
    let clock = 0;
    return {
      now: () => (clock += 15),
      breathe: () => Promise.resolve(),
      onProgress: (done: number, total: number) => void progress.push(done / total),
      stopped: () => progress.length >= stopAt,
    };
  };

  it('gives the same portfolio, with progress that only rises', async () => {
    const progress: number[] = [];
    expect(await inSlices(portfolioSteps(input), host(Infinity, progress))).toEqual(buildPortfolio(input));
    expect(progress.length).toBeGreaterThan(3);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(progress.at(-1)).toBeLessThanOrEqual(1);
  });

  it('stops when it is cancelled', async () => {
    const progress: number[] = [];
    await expect(inSlices(portfolioSteps(input), host(2, progress))).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(progress).toHaveLength(2);
  });
});
