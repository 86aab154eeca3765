import { guideCard, retailCard } from '../../../../src/engine/catalog';
import { namedCases } from '../../../../src/engine/monitor/findings/cases';
import type { SeatAssignment } from '../../../../src/engine/monitor/findings/seat-holders';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import { on } from '../books';
import { burned, MONDAY, type Burn } from '../burning';

const running = (user: string, product: string, from: number, days: number): readonly Burn[] =>
  Array.from({ length: days }, (_, at): Burn => [user, product, from + at, 10]);

describe('very long runs', () => {
  it('14 charged days running, weekends included, are a case; 13 are not', () => {
    const rows = [...running('ann', 'Revit', MONDAY, 14), ...running('bob', 'Revit', MONDAY, 13)];
    expect(namedCases(burned(rows))).toEqual([
      {
        kind: 'long run',
        user: 'ann',
        product: 'Revit',
        from: MONDAY,
        to: MONDAY + 13,
        days: 14,
        tokens: 140,
        evidence: '14 charged days running from 2026-01-05 to 2026-01-18, 4 of them on weekends, 140 tokens.',
      },
    ]);
  });

  it('a day without a charge ends a run, another product does not carry it on', () => {
    const rows: Burn[] = [
      ...running('ann', 'Revit', MONDAY, 10),
      ['ann', 'Maya', MONDAY + 10, 10],
      ...running('ann', 'Revit', MONDAY + 11, 10),
    ];
    expect(namedCases(burned(rows))).toEqual([]);
  });

  it('a refunded day is no charged day, and days drawn from a seat are none', () => {
    const refunded: Burn[] = [...running('ann', 'Revit', MONDAY, 14), ['ann', 'Revit', MONDAY + 6, -10]];
    expect(namedCases(burned(refunded))).toEqual([]);
    const seated = readUsage(
      [
        ['User', 'Product', 'Date', 'Hours', 'Access'],
        ...running('ann', 'Revit', MONDAY, 20).map(([user, product, day]) => [
          user,
          product,
          day,
          2,
          'Subscription',
        ]),
      ],
      { card: guideCard },
    );
    expect(namedCases(seated)).toEqual([]);
  });

  it('a session left open for more than 24 hours is a case, one of 24 is not', () => {
    const reading = readUsage(
      [
        ['User', 'Product', 'Start', 'End'],
        ['ann', 'Revit', '2026-03-02 08:00', '2026-03-05 08:00'],
        ['bob', 'Revit', '2026-03-02 08:00', '2026-03-03 08:00'],
      ],
      { card: guideCard },
    );
    const found = namedCases(reading);
    expect(found).toMatchObject([
      { kind: 'long run', user: 'ann', from: on(3, 2), to: on(3, 5), days: 3, tokens: 360 },
    ]);
    expect(found[0]?.evidence).toBe(
      'One session of 72 hours without a break from 2026-03-02 08:00 to 2026-03-05 08:00, 360 tokens (row 2 of the usage).',
    );
  });
});

describe('seat holders who burn tokens', () => {
  const seat = (more: Partial<SeatAssignment> = {}): SeatAssignment => ({
    user: ' ANN ',
    product: 'Revit',
    from: on(1, 1),
    to: null,
    ...more,
  });
  const history: readonly Burn[] = [
    ['bob', 'Revit', on(1, 5), 10],
    ['bob', 'Revit', on(6, 30), 10],
  ];
  const sudden: readonly Burn[] = [
    ...history,
    ['ann', 'Revit', on(6, 20), 10],
    ['ann', 'Revit', on(6, 22), 15],
  ];
  const holders = (rows: readonly Burn[], seats: readonly SeatAssignment[], asOf?: number) =>
    namedCases(burned(rows), { seats, ...(asOf === undefined ? {} : { asOf }) });

  it('first tokens in the last weeks are a case, with the seat and the figures', () => {
    expect(holders(sudden, [seat()])).toEqual([
      {
        kind: 'seat holder burns tokens',
        user: 'ann',
        product: 'Revit',
        from: on(6, 20),
        to: on(6, 22),
        days: 2,
        tokens: 25,
        evidence:
          'Holds a Revit seat since 2026-01-01 and burned 25 tokens for it from 2026-06-20 to 2026-06-22, the first while the seat is assigned.',
      },
    ]);
  });

  it('a Collection covers its products, by any of its names, and no others', () => {
    const maya: readonly Burn[] = [...sudden, ['ann', 'Maya', on(6, 21), 30]];
    const aec = seat({ product: 'Architecture Engineering & Construction Collection' });
    expect(holders(maya, [aec])).toMatchObject([{ product: 'Revit', tokens: 25 }]);
  });

  it('tokens before the seat was assigned, or after it was taken away, are ordinary', () => {
    expect(holders(sudden, [seat({ from: on(6, 23) })])).toEqual([]);
    expect(holders(sudden, [seat({ to: on(6, 19) })])).toEqual([]);
    expect(holders(sudden, [seat({ from: on(6, 22) })])).toMatchObject([{ days: 1, tokens: 15 }]);
    const moved: readonly Burn[] = [...sudden, ['ann', 'Revit', on(5, 20), 10]];
    expect(holders(moved, [seat({ from: on(6, 1) })])).toHaveLength(1);
  });

  it('who has burned tokens all along does not do so suddenly; a pause of eight weeks makes it sudden', () => {
    expect(holders([...sudden, ['ann', 'Revit', on(5, 20), 10]], [seat()])).toEqual([]);
    const [again] = holders([...sudden, ['ann', 'Revit', on(3, 1), 10]], [seat()]);
    expect(again?.evidence).toContain('after 110 days without any (last on 2026-03-01)');
  });

  it('is sudden for four weeks from its first tokens, and whole for as long', () => {
    expect(holders(sudden, [seat()], on(7, 17))).toMatchObject([{ days: 2, tokens: 25 }]);
    expect(holders(sudden, [seat()], on(7, 18))).toEqual([]);
  });

  it('rows that do not say that they drew on tokens prove nothing', () => {
    const rows = (access: string) =>
      readUsage(
        [
          ['User', 'Product', 'Date', 'Hours', ...(access ? ['Access'] : [])],
          ['bob', 'Revit', '2026-01-05', 2, ...(access ? ['Flex'] : [])],
          ['ann', 'Revit', '2026-06-20', 2, ...(access ? [access] : [])],
        ],
        { card: guideCard },
      );
    expect(namedCases(rows(''), { seats: [seat()] })).toEqual([]);
    expect(namedCases(rows('Flex'), { seats: [seat()] })).toHaveLength(1);
    expect(namedCases(rows('Subscription'), { seats: [seat()] })).toEqual([]);
  });

  it('the assignments that the usage itself names are taken where no list is given', () => {
    const reading = readUsage(
      [
        ['User', 'Product', 'Date', 'Tokens', 'Access', 'Seat assignment'],
        ['ann', 'Revit', '2026-01-05', '', 'Subscription', 'Assigned'],
        ['ann', 'Revit', '2026-01-05', 0, 'Subscription', 'Assigned'],
        ['ann', 'Revit', '2026-06-20', 10, 'Flex', ''],
      ],
      { card: retailCard },
    );
    expect(namedCases(reading)).toMatchObject([
      { kind: 'seat holder burns tokens', user: 'ann', product: 'Revit', tokens: 10 },
    ]);
  });
});
