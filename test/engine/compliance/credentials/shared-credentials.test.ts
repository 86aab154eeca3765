import { guideCard, withCollections } from '../../../../src/engine/catalog';
import {
  found,
  HOUR_HEADER,
  hours,
  on,
  report,
  running,
  sessions,
  skipped,
  withCard,
  type Row,
} from '../office';

describe('sessions on two machines at once', () => {
  const session = (user: string, from: number, to: number, machine: string, product = 'Revit'): Row => [
    ...[user, product, from, to, machine],
  ];

  it('are a finding with the machines, the hours and the rows', () => {
    const reading = sessions(
      session('ann', on(3, 2, 8), on(3, 2, 17), 'WS-ANN'),
      session('ann', on(3, 2, 10), on(3, 2, 12), 'WS-77'),
      session('bob', on(3, 2, 8), on(3, 2, 17), 'WS-BOB'),
    );
    expect(found('overlapping sessions', reading)).toEqual([
      {
        id: `overlapping sessions|ann|${on(3, 2)}`,
        rule: 'overlapping sessions',
        title: 'Shared credentials: sessions on two machines at once',
        user: 'ann',
        displayName: 'ann',
        product: '',
        from: on(3, 2),
        to: on(3, 2),
        evidence:
          '1 overlap on 1 day, on 2026-03-02: sessions on WS-77 and WS-ANN at once, the longest for 2 hours (rows 2 and 3).',
        rows: [2, 3],
        rowCount: 2,
        severity: 'low',
        falsePositive: expect.stringContaining('left a session running') as string,
        action: expect.stringContaining('password') as string,
      },
    ]);
  });

  it('a quarter of an hour is somebody who changed desks; a minute more is not', () => {
    const until = (minutes: number) =>
      sessions(
        session('ann', on(3, 2, 8), on(3, 2, 10) + minutes / 1440, 'WS-1'),
        session('ann', on(3, 2, 10), on(3, 2, 12), 'WS-2'),
      );
    expect(found('overlapping sessions', until(15))).toEqual([]);
    expect(found('overlapping sessions', until(16))).toHaveLength(1);
  });

  it('one machine in two spellings, and two products on one machine, are no overlap', () => {
    const reading = sessions(
      session('ann', on(3, 2, 8), on(3, 2, 17), 'ws-ann.office.example'),
      session('ann', on(3, 2, 9), on(3, 2, 12), 'WS-ANN', 'AutoCAD'),
    );
    expect(found('overlapping sessions', reading)).toEqual([]);
  });

  it('a long session under many short ones is found against every one of them', () => {
    const reading = sessions(
      session('ann', on(3, 2, 8), on(3, 2, 20), 'WS-1'),
      session('ann', on(3, 2, 9), on(3, 2, 10), 'WS-1', 'AutoCAD'),
      session('ann', on(3, 2, 18), on(3, 2, 19), 'WS-2'),
    );
    expect(found('overlapping sessions', reading)).toMatchObject([{ rows: [2, 4] }]);
  });

  it('the same on three days, or on the machine of somebody else, is grave', () => {
    const repeated = running(on(3, 2), 3).flatMap((day) => [
      session('ann', day + 8 / 24, day + 17 / 24, 'WS-1'),
      session('ann', day + 9 / 24, day + 11 / 24, 'WS-2'),
    ]);
    expect(found('overlapping sessions', sessions(...repeated))).toMatchObject([
      { severity: 'high', rowCount: 6 },
    ]);
    expect(found('overlapping sessions', sessions(...repeated.slice(0, 4)))).toMatchObject([
      { severity: 'medium' },
    ]);
    const lent = [...repeated.slice(0, 2), session('bob', on(3, 3, 8), on(3, 3, 9), 'WS-2')];
    const [finding] = found('overlapping sessions', sessions(...lent));
    expect(finding?.severity).toBe('high');
    expect(finding?.evidence).toContain('WS-2 is also used by another person.');
  });

  it('a terminal server is a remote desktop, by its name or by the number of people on it, and is told in a note', () => {
    const named = sessions(
      session('ann', on(3, 2, 8), on(3, 2, 17), 'WS-ANN'),
      session('ann', on(3, 2, 9), on(3, 2, 12), 'RDS-02'),
    );
    const crowd = ['bob', 'cy', 'dee', 'eve'].map((user) =>
      session(user, on(3, 4, 8), on(3, 4, 9), 'HALL-1'),
    );
    const crowded = sessions(
      session('ann', on(3, 2, 8), on(3, 2, 17), 'WS-ANN'),
      session('ann', on(3, 2, 9), on(3, 2, 12), 'HALL-1'),
      ...crowd,
    );
    for (const reading of [named, crowded]) expect(found('overlapping sessions', reading)).toEqual([]);
    const noteOf = (reading: typeof named): string =>
      report(reading).checks.find(({ rule }) => rule === 'overlapping sessions')!.note;
    expect(noteOf(named)).toBe(
      '1 overlap with remote-desktop or shared hosts was set aside: RDS-02 (its name).',
    );
    expect(noteOf(crowded)).toContain('HALL-1 (5 people use it)');
  });

  it('a machine that three people use may be a remote desktop: a light finding that names it', () => {
    const reading = sessions(
      session('ann', on(3, 2, 8), on(3, 2, 17), 'WS-ANN'),
      session('ann', on(3, 2, 9), on(3, 2, 12), 'HALL-1'),
      session('bob', on(3, 4, 8), on(3, 4, 9), 'HALL-1'),
      session('cy', on(3, 4, 8), on(3, 4, 9), 'HALL-1'),
    );
    expect(found('overlapping sessions', reading)).toMatchObject([
      {
        severity: 'low',
        falsePositive: 'HALL-1 may be a remote desktop or a shared workstation: 3 people use it.',
      },
    ]);
  });

  it('render nodes are machines and no people', () => {
    const reading = sessions(
      session('node', on(3, 2, 8), on(3, 2, 17), 'R-1', 'Maya'),
      session('node', on(3, 2, 9), on(3, 2, 12), 'R-2', 'Maya'),
    );
    expect(found('overlapping sessions', reading)).toHaveLength(1);
    expect(found('overlapping sessions', reading, { machineMetered: ['Maya'] })).toEqual([]);
  });

  it('quiet weeks make two findings, so that accepting the first does not hide the second', () => {
    const pair = (day: number) => [
      session('ann', day + 8 / 24, day + 17 / 24, 'WS-1'),
      session('ann', day + 9 / 24, day + 11 / 24, 'WS-2'),
    ];
    const ids = (second: number) =>
      found('overlapping sessions', sessions(...pair(on(3, 2)), ...pair(second))).map(({ id }) => id);
    expect(ids(on(3, 30))).toHaveLength(1);
    expect(new Set(ids(on(3, 31))).size).toBe(2);
  });

  it('are not looked for without times or machines, and the sentence says so', () => {
    expect(skipped('overlapping sessions', hours(['ann', 'Revit', on(3, 2), 8]))).toContain(
      'no Start and End',
    );
    const bare = withCard(
      guideCard,
      ['User', 'Product', 'Start', 'End'],
      ['ann', 'Revit', on(3, 2, 8), on(3, 2, 9)],
    );
    expect(skipped('overlapping sessions', bare)).toContain('name no Machine');
  });
});

describe('more than 24 hours in a day', () => {
  it('of one product is grave and names the day, the hours and the rows', () => {
    const reading = hours(
      ['ann', 'Revit', on(3, 2), 14],
      ['ann', 'Revit', on(3, 2), 12],
      ['bob', 'Revit', on(3, 2), 24],
    );
    expect(found('more than 24 hours', reading)).toMatchObject([
      {
        user: 'ann',
        product: 'Revit',
        severity: 'high',
        evidence:
          'More than 24 hours on 1 day, on 2026-03-02; for instance 26 hours of Revit on 2026-03-02 (rows 2 and 3).',
      },
    ]);
  });

  it('of several products together may be products side by side: light', () => {
    const reading = hours(['ann', 'Revit', on(3, 2), 14], ['ann', 'AutoCAD', on(3, 2), 12]);
    expect(found('more than 24 hours', reading)).toMatchObject([{ product: '', severity: 'low' }]);
  });

  it('a row of more than 24 hours stands for a longer time, and its day tells nothing', () => {
    const reading = hours(
      ['ann', 'Revit', on(3, 2), 25],
      ['ann', 'AutoCAD', on(3, 2), 12],
      ...running(on(3, 3), 5).map((day): Row => ['ann', 'Revit', day, 8]),
    );
    expect(found('more than 24 hours', reading)).toEqual([]);
  });

  it('yearly and monthly totals are no days', () => {
    const people = Array.from({ length: 12 }, (_, at) => `p-${at}`);
    const yearly = people.flatMap((user): Row[] => [
      [user, 'Revit', on(6, 30) - 3, 18],
      [user, 'AutoCAD', on(6, 30) - 3, 20],
    ]);
    expect(found('more than 24 hours', hours(...yearly))).toEqual([]);
    expect(skipped('more than 24 hours', hours(...yearly))).toContain('needs rows by day');
    const twoTeams = [...yearly, yearly[0]!, yearly[1]!];
    expect(found('more than 24 hours', hours(...twoTeams))).toEqual([]);
    const monthly = [1, 2, 3].flatMap((month): Row[] => [
      ['ann', 'Revit', on(month, 1), 20],
      ['ann', 'AutoCAD', on(month, 1), 20],
    ]);
    expect(found('more than 24 hours', hours(...monthly))).toEqual([]);
    expect(skipped('every day', hours(...monthly))).toContain('stand for a month');
  });

  it('sessions are cut at midnight: 30 hours over two days are no day of 30 hours', () => {
    const night = (machine: string, from: number, to: number): Row => ['ann', 'Revit', from, to, machine];
    const calm = sessions(night('WS-1', on(3, 2, 12), on(3, 3, 8)), night('WS-1', on(3, 3, 9), on(3, 3, 19)));
    expect(found('more than 24 hours', calm)).toEqual([]);
    const both = sessions(night('WS-1', on(3, 2, 1), on(3, 2, 23)), night('WS-2', on(3, 2, 8), on(3, 2, 12)));
    expect(found('more than 24 hours', both)).toMatchObject([{ severity: 'high' }]);
  });

  it('two products on one machine at the same time are the same hours', () => {
    const reading = sessions(
      ['ann', 'Revit', on(3, 2, 1), on(3, 2, 20), 'WS-1'],
      ['ann', 'AutoCAD', on(3, 2, 1), on(3, 2, 20), 'WS-1'],
    );
    expect(found('more than 24 hours', reading)).toEqual([]);
  });

  it('a first and a last day of a period are no session, and few sessions on the first of a month are', () => {
    const header: Row = ['User', 'Product', 'Start date', 'End date', 'Hours', 'Machine'];
    const periods = withCard(
      guideCard,
      header,
      ['ann', 'Revit', on(3, 1), on(3, 31), 100, 'WS-1'],
      ['ann', 'Revit', on(3, 1), on(3, 31), 120, 'WS-2'],
    );
    expect(report(periods).findings).toEqual([]);
    expect(skipped('overlapping sessions', periods)).not.toBe('');
    const firsts = sessions(
      ['ann', 'Revit', on(3, 1, 1), on(3, 1, 23), 'WS-1'],
      ['ann', 'Revit', on(4, 1, 1), on(4, 1, 23), 'WS-1'],
      ['ann', 'Revit', on(4, 1, 8), on(4, 1, 20), 'WS-2'],
    );
    expect(found('more than 24 hours', firsts)).toHaveLength(1);
  });

  it('tokens divided by a rate are no hours', () => {
    const reading = withCard(
      guideCard,
      ['User', 'Product', 'Date', 'Tokens'],
      ['ann', 'AutoCAD', on(3, 2), 20],
      ['ann', 'AutoCAD', on(3, 2), 20],
    );
    expect(found('more than 24 hours', reading)).toEqual([]);
    expect(skipped('more than 24 hours', reading)).toContain('count no hours');
  });
});

describe('use every day for three weeks', () => {
  const every = (user: string, count: number, product = 'Revit'): readonly Row[] =>
    running(on(3, 2), count).map((day): Row => [user, product, day, 4]);

  it('21 days running are a finding, 20 are not', () => {
    expect(found('every day', hours(...every('ann', 21), ...every('bob', 20)))).toMatchObject([
      {
        user: 'ann',
        product: 'Revit',
        from: on(3, 2),
        to: on(3, 22),
        severity: 'medium',
        rowCount: 21,
        evidence:
          'Revit used on 21 days running, from 2026-03-02 to 2026-03-22, 6 of them on weekends (rows 2, 3, 4 and 18 more).',
      },
    ]);
    expect(found('every day', hours(...every('ann', 21)))[0]?.rows).toHaveLength(20);
  });

  it('a day off ends the run, a refund does not fill it', () => {
    const gap = every('ann', 40).filter((_, at) => at !== 20);
    expect(found('every day', hours(...gap))).toEqual([]);
    const refunded = withCard(guideCard, [...HOUR_HEADER, 'Tokens'], ...gap.map((row): Row => [...row, 20]), [
      'ann',
      'Revit',
      on(3, 22),
      -4,
      -20,
    ]);
    expect(found('every day', refunded)).toEqual([]);
  });

  it('render jobs run every day', () => {
    const arnold = withCollections(guideCard, [
      { name: 'M&E Collection', products: ['Arnold', 'Maya'], seatPrice: null, currency: 'USD' },
    ]);
    const jobs = withCard(arnold, HOUR_HEADER, ...every('render-01', 30, 'Arnold'));
    expect(report(jobs).findings).toEqual([]);
    expect(found('every day', withCard(arnold, HOUR_HEADER, ...every('ann', 30, 'Maya')))).toHaveLength(1);
  });
});

describe('four products or more a day', () => {
  const PRODUCTS = ['Revit', 'AutoCAD', 'Civil 3D', 'Maya'];
  const many = (user: string, count: number, products = PRODUCTS): readonly Row[] =>
    running(on(3, 2), count).flatMap((day) => products.map((product): Row => [user, product, day, 1]));

  it('on three days are a finding, on two or with three products they are not', () => {
    const reading = hours(...many('ann', 3), ...many('bob', 2), ...many('cy', 9, PRODUCTS.slice(1)));
    expect(found('many products', reading)).toMatchObject([
      {
        user: 'ann',
        severity: 'low',
        evidence:
          'Four products or more on each of 3 days between 2026-03-02 and 2026-03-04, at most 4 (rows 2, 3, 4 and 9 more).',
      },
    ]);
  });

  it('two spellings of one product are one, and many such days weigh more', () => {
    expect(
      found('many products', hours(...many('ann', 3, ['Revit', 'Revit 2025', 'AutoCAD', 'Maya']))),
    ).toEqual([]);
    expect(found('many products', hours(...many('ann', 10)))).toMatchObject([{ severity: 'medium' }]);
  });
});
