/** Lists of seats and pins that contradict themselves or use words nobody knows, worked out by hand on the guide's card. */
import { guideCard } from '../../../src/engine/catalog';
import { buildPortfolio, readOwnedSeats, readPins, readSeatHolders } from '../../../src/engine/portfolio';
import { END, inputOf, portfolio } from './people';

const holders = (...statuses: readonly string[]) =>
  readSeatHolders([
    ['email', 'offering_name', 'account_status'],
    ...statuses.map((status, index) => [`p${index}@x.org`, 'Revit', status]),
  ]);

describe('the status of a seat', () => {
  it.each([
    'No seat assigned',
    'Unassigned',
    'Inactive',
    'Expired',
    'Removed',
    'Not assigned',
    'NOT ASSIGNED',
  ])('"%s" holds no seat', (status) => {
    const { rows, rejected } = holders(status);
    expect(rows).toEqual([]);
    expect(rejected).toEqual([
      expect.objectContaining({ row: 2, value: status, reason: 'no seat assigned' }),
    ]);
  });

  it.each(['Unverified', 'Pending', 'Assigned', 'Active', ''])(
    '"%s" holds the seat, without a word',
    (status) => {
      expect(holders(status).rows).toEqual([{ user: 'p0@x.org', offering: 'Revit' }]);
    },
  );

  it('that nobody knows holds the seat, and a note names the word and its rows', () => {
    const { rows } = holders('Active', 'Dormant', 'Unknown', 'Dormant');
    const given = inputOf([['p1@x.org', 'Revit', 100]]);
    const { people, notes } = buildPortfolio({ ...given, assignments: rows });
    expect(people[0]!.today!.seats).toEqual(['Revit']);
    expect(notes.slice(0, 2)).toEqual([
      'Rows 3, 5 of the assigned seats: "Dormant" is no known status, so these seats count as held. Write Active or Inactive there.',
      'Row 4 of the assigned seats: "Unknown" is no known status, so the seat counts as held. Write Active or Inactive there.',
    ]);
  });

  it('of a subscription that nobody knows leaves it owned, with a note', () => {
    const { rows, rejected } = readOwnedSeats([
      ['offering_name', 'seat_quantity', 'end_date', 'subscription_status'],
      ['Revit', 2, END, 'Expiring soon'],
      ['Revit', 9, END, 'Expired'],
    ]);
    expect(rejected).toHaveLength(1);
    const { summary, notes } = portfolio([['ann', 'Revit', 100]], { owned: rows });
    expect(summary.offerings[0]).toMatchObject({ owned: 2 });
    expect(notes).toEqual([expect.stringMatching(/^Row 2 of the owned seats: "Expiring soon" is no known/)]);
  });
});

describe('two pins for one person and product', () => {
  const rows = [['ann@x.org', 'Revit', 3000]];
  const pinned = (...pins: readonly (readonly string[])[]) => {
    const given = inputOf(rows);
    const read = readPins([['User', 'Product', 'Pin'], ...pins], guideCard);
    return buildPortfolio({ ...given, policies: { ...given.policies, pins: read.rows } });
  };

  it('the last counts, and a note names both rows', () => {
    const { people, notes } = pinned(['ann@x.org', 'Revit', 'Named User'], ['ANN@x.org', 'revit', 'Flex']);
    // 3,000 h × 5 tokens.
    expect(people[0]!.proposed).toMatchObject({ seats: [], tokens: 15_000 });
    expect(notes).toEqual([
      'Two pins of "ANN@x.org" for Revit: "Named User" (row 2) and "Flex" (row 3). The last counts; delete the other.',
    ]);
  });

  it('the last counts where the first names a Collection', () => {
    const { people, notes } = pinned(['ann@x.org', '', 'AEC'], ['ann@x.org', '', 'Named User']);
    expect(people[0]!.proposed).toMatchObject({ seats: ['Revit'], collections: [] });
    expect(notes).toEqual([
      expect.stringContaining('for everything they use: "AEC" (row 2) and "Named User" (row 3)'),
    ]);
  });

  it('say the same: nothing to tell', () => {
    const { people, notes } = pinned(['ann@x.org', 'Revit', 'Flex'], ['ann@x.org', 'Revit', 'flex']);
    expect(people[0]!.proposed.tokens).toBe(15_000);
    expect(notes).toEqual([]);
  });
});

describe('a Collection without a price', () => {
  const rows = [
    ['ann', 'PDM Collection', 300],
    ['ann', 'Revit', 100],
  ];

  it('is needed as a Collection, never as a single seat of that name', () => {
    const { people, summary } = portfolio(rows, { held: [['ann', 'PDM Collection']] });
    // The Collection stays; Revit is no part of it: 100 h × 5 tokens.
    expect(people[0]!.proposed).toMatchObject({
      ...{ seats: [], collections: ['PDM Collection'], tokens: 500 },
      unpriced: ['PDM Collection'],
    });
    expect(people[0]).toMatchObject({ changed: false, costProposed: null });
    expect(summary.proposed).toMatchObject({ seats: 0, collections: 1, priceMissing: 1 });
  });

  it('has to be there before its user may be moved to Flex: nobody knows what it costs', () => {
    const { people } = portfolio(rows, { held: [['ann', 'Revit']] });
    expect(people[0]).toMatchObject({
      changed: false,
      blocked: 'Stays as today until PDM Collection has a seat: no spare one and no price is known.',
    });
  });

  it('that nobody holds is said to be missing, and is not bought in silence', () => {
    const { people } = portfolio([['ann', 'PDM Collection', 300]], { held: [] });
    expect(people[0]!.proposed).toMatchObject({ seats: [], collections: ['PDM Collection'] });
    expect(people[0]!.reason).toBe(
      'PDM Collection is what is used and cannot be drawn with tokens: it is needed (price missing).',
    );
    expect(people[0]!.blocked).toContain('Needs a seat of PDM Collection first');
  });
});
