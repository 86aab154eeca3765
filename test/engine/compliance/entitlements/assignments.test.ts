import { retailCard } from '../../../../src/engine/catalog';
import { readAssignments, type Assignment, type ProposedMove } from '../../../../src/engine/compliance';
import { days, found, hours, on, report, skipped, withCard } from '../office';

const seat = (
  user: string,
  product: string,
  from: number | null = null,
  to: number | null = null,
): Assignment => ({
  ...{ user, product, from, to },
});
const FROM = on(3, 1);

describe('seat holders who burn tokens', () => {
  const usage = days(
    ['ann', 'Revit', FROM - 3, 10],
    ['ann', 'Revit', FROM + 3, 10],
    ['ann', 'Fusion', FROM + 3, 3],
  );

  it('are a finding for what the seat covers on that date, with tokens and money', () => {
    expect(found('seat holder', usage, { seats: [seat('ANN', 'Revit 2025', FROM)] })).toMatchObject([
      {
        id: 'seat holder|ann|revit',
        product: 'Revit',
        severity: 'medium',
        rows: [3],
        evidence:
          'Holds a Revit seat since 2026-03-01 and burned 10 tokens ($30.00) for it on 1 date, on 2026-03-04 (row 3).',
      },
    ]);
  });

  it('a Collection covers its products under any of its names, and no others', () => {
    const seats = [seat('ann', 'Architecture Engineering & Construction Collection')];
    const findings = found('seat holder', usage, { seats });
    expect(findings.map(({ product, rowCount }) => [product, rowCount])).toEqual([['Revit', 2]]);
    expect(findings[0]?.evidence).toContain('which covers Revit,');
  });

  it('tokens before the seat was assigned or after it ended, and use of the seat, are none', () => {
    expect(found('seat holder', usage, { seats: [seat('ann', 'Revit', FROM + 4)] })).toEqual([]);
    expect(found('seat holder', usage, { seats: [seat('ann', 'Revit', null, FROM - 4)] })).toEqual([]);
    expect(found('seat holder', usage, { seats: [{ ...seat('ann', 'Revit'), ended: true }] })).toEqual([]);
    const seated = days(['ann', 'Revit', FROM, 10, 'Subscription']);
    expect(found('seat holder', seated, { seats: [seat('ann', 'Revit')] })).toEqual([]);
  });

  it('tokens on the day of the assignment may come before it; as much money as a seat is grave', () => {
    expect(
      found('seat holder', days(['ann', 'Revit', FROM, 10]), { seats: [seat('ann', 'Revit', FROM)] }),
    ).toMatchObject([{ severity: 'low' }]);
    const dear = days(...Array.from({ length: 97 }, (_, at) => ['ann', 'Revit', FROM + at, 10]));
    expect(found('seat holder', dear, { seats: [seat('ann', 'Revit')] })).toMatchObject([
      { severity: 'high' },
    ]);
    expect(found('seat holder', dear, { seats: [seat('ann', 'Revit')], tokenPrice: 2.4 })).toMatchObject([
      { severity: 'medium' },
    ]);
  });

  it('rows that do not say what they drew on prove nothing, and the sentence says so', () => {
    const silent = hours(['ann', 'Revit', FROM, 8]);
    expect(found('seat holder', silent, { seats: [seat('ann', 'Revit')] })).toEqual([]);
    expect(skipped('seat holder', silent, { seats: [seat('ann', 'Revit')] })).toContain(
      'do not say whether they drew on tokens',
    );
    expect(skipped('seat holder', usage)).toContain('who holds which seat');
  });

  it('a row that stands for a month counts where the seat is held all through it', () => {
    const header = ['User', 'Product', 'Date', 'Days', 'Tokens'];
    const monthly = withCard(
      retailCard,
      header,
      ['ann', 'Revit', on(2, 1), 9, 90],
      ['ann', 'Revit', on(3, 1), 9, 90],
    );
    const from = (day: number) => found('seat holder', monthly, { seats: [seat('ann', 'Revit', day)] });
    expect(from(on(2, 1))[0]?.rowCount).toBe(2);
    expect(from(on(2, 10))).toMatchObject([{ rows: [3] }]);
    expect(from(on(3, 2))).toEqual([]);
  });

  it('the assignments that a usage report names are taken where no list is given', () => {
    const header = [
      'email',
      'offering_name',
      'seat_assignment',
      'access_option',
      'days_used',
      'tokens_used',
      'last_accessed',
    ];
    const usageReport = withCard(
      retailCard,
      header,
      ['ann@firm.example', 'Revit', 'Assigned', 'Subscription', 20, '', '2026-03-02'],
      ['ann@firm.example', 'Revit', '', 'Flex', 3, 30, '2026-03-09'],
      ['bob@firm.example', 'Revit', 'Unassigned', 'Subscription', 20, '', '2026-03-02'],
      ['bob@firm.example', 'Revit', '', 'Flex', 3, 30, '2026-03-09'],
    );
    expect(found('seat holder', usageReport)).toMatchObject([{ user: 'ann@firm.example', rows: [3] }]);
  });
});

describe('people who are not assigned to Flex', () => {
  const usage = days(
    ['ann', 'Revit', FROM - 60, 10],
    ['ann', 'Revit', FROM + 5, 10],
    ['bob', 'Revit', FROM + 6, 10],
  );
  const bob = seat('bob', 'Flex');

  it('and burn tokens after the day they were taken off are a finding', () => {
    const seats = [bob, seat('ann', 'Autodesk Flex', null, FROM)];
    expect(found('unassigned', usage, { seats })).toMatchObject([
      {
        user: 'ann',
        severity: 'high',
        evidence:
          'Assigned to Flex until 2026-03-01, and burned 10 tokens on 1 day after it, on 2026-03-06 (row 3).',
      },
    ]);
    expect(found('unassigned', usage, { seats: [...seats, seat('ann', 'Flex', FROM + 5)] })).toEqual([]);
  });

  it('a list without them and without dates says something about the last four weeks only', () => {
    expect(found('unassigned', usage, { seats: [bob] })).toMatchObject([
      { user: 'ann', rows: [3], severity: 'medium' },
    ]);
    const old = days(['ann', 'Revit', FROM - 60, 10], ['bob', 'Revit', FROM + 6, 10]);
    expect(found('unassigned', old, { seats: [bob] })).toEqual([]);
  });

  it('who was taken off a seat to draw on Flex is none, and a list of seats alone cannot tell', () => {
    const moved = [seat('ann', 'Revit', null, FROM - 90), seat('ann', 'Flex', FROM - 89), bob];
    expect(report(usage, { seats: moved }).findings).toEqual([]);
    expect(skipped('unassigned', usage, { seats: [seat('ann', 'Revit', null, FROM)] })).toContain(
      'names nobody of the usage with Flex',
    );
    expect(skipped('unassigned', usage)).toContain('No list of assignments');
  });
});

describe('cloud entitlements of people who move to Flex', () => {
  const usage = days(
    ['ann', 'Autodesk Docs', on(3, 2), 0, 'Subscription'],
    ['ann', 'Revit', on(3, 2), 10],
    ['bob', 'Revit', on(3, 2), 10],
  );
  const move = (more: Partial<ProposedMove> = {}): ProposedMove => ({
    ...{ user: 'ann', toFlex: ['Revit'], givesUp: ['AEC Collection'], gets: [], ...more },
  });
  const check = (moves: readonly ProposedMove[], seats: readonly Assignment[] | null) =>
    found('cloud entitlement', usage, { moves, seats });

  it('block the move while nothing that stays covers what they use', () => {
    expect(check([move()], [seat('ann', 'AEC')])).toMatchObject([
      {
        id: 'cloud entitlement|ann|autodesk docs',
        product: 'Autodesk Docs',
        severity: 'high',
        rows: [2],
        action:
          'The move is blocked until Autodesk Docs is covered: assign a seat for it first, or keep the Collection that holds it.',
      },
    ]);
  });

  it('a Collection that stays, a seat of their own or one given with the move covers it', () => {
    expect(check([move({ givesUp: ['Revit'] })], [seat('ann', 'AEC'), seat('ann', 'Revit')])).toEqual([]);
    expect(check([move()], [seat('ann', 'AEC'), seat('ann', 'Docs')])).toEqual([]);
    expect(check([move({ gets: ['Docs'] })], [seat('ann', 'AEC')])).toEqual([]);
  });

  it('a seat that has ended covers nothing, and an unknown one makes it uncertain', () => {
    expect(check([move({ givesUp: [] })], [seat('ann', 'Docs', null, on(2, 1))])).toHaveLength(1);
    expect(check([move()], null)).toMatchObject([{ severity: 'medium' }]);
  });

  it('concern nobody who uses no cloud product, used it more than a year ago, or does not move', () => {
    expect(check([move({ user: 'bob' }), move({ toFlex: [] })], [])).toEqual([]);
    const old = days(
      ['ann', 'Autodesk Docs', on(3, 2) - 365, 0, 'Subscription'],
      ['ann', 'Revit', on(3, 2), 10],
    );
    expect(found('cloud entitlement', old, { moves: [move()], seats: [] })).toEqual([]);
    expect(skipped('cloud entitlement', usage)).toContain('Nobody is proposed for Flex');
  });

  it('what the card does not list is not called "not on Flex", whether a Collection holds it or nothing knows it', () => {
    const others = days(
      ['ann', 'ReCap Pro', on(3, 2), 0, 'Subscription'],
      ['ann', 'Unheard Of', on(3, 2), 0, 'Subscription'],
      ['ann', 'Revit', on(3, 2), 10],
    );
    expect(found('cloud entitlement', others, { moves: [move()], seats: [seat('ann', 'AEC')] })).toEqual([]);
  });

  it('people without a row are named: what they use is not known', () => {
    const { checks } = report(usage, { moves: [move({ user: 'zoe' })], seats: [] });
    expect(checks.find(({ rule }) => rule === 'cloud entitlement')?.note).toContain('zoe');
  });
});

describe('the list of assignments', () => {
  it('is read with dates and states, in any order of columns', () => {
    const { rows, rejected } = readAssignments([
      ['Unassigned date', 'Offering name', 'Email', 'Account status', 'Assigned date'],
      ['', 'Revit', 'ann@firm.example', 'Active', '2026-01-15'],
      ['2026-03-01', 'Flex', 'ann@firm.example', '', '2026-01-01'],
      ['', 'Revit', 'bob@firm.example', 'Unassigned', ''],
      ['2026-01-01', 'Revit', 'cy@firm.example', '', '2026-02-01'],
      ['', '', 'dee@firm.example', '', ''],
    ]);
    expect(rows).toEqual([
      seat('ann@firm.example', 'Revit', on(1, 15)),
      seat('ann@firm.example', 'Flex', on(1, 1), on(3, 1)),
      { ...seat('bob@firm.example', 'Revit'), ended: true },
    ]);
    expect(rejected).toMatchObject([
      { row: 5, reason: 'unassigned before it was assigned' },
      { row: 6, reason: 'no product' },
    ]);
  });

  it('without a header is User and Product, and rejected rows keep their number', () => {
    const { rows, rejected } = readAssignments([
      ['ann', 'Revit'],
      ['bob', ''],
    ]);
    expect(rows).toEqual([seat('ann', 'Revit')]);
    expect(rejected).toMatchObject([{ row: 2 }]);
  });
});
