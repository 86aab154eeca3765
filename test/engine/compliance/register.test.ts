import { guideCard, retailCard } from '../../../src/engine/catalog';
import { itamRegister, type Assignment } from '../../../src/engine/compliance';
import { readPeople } from '../../../src/engine/usage';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { days, on, withCard } from './office';

const seat = (
  user: string,
  product: string,
  from: number | null = null,
  to: number | null = null,
): Assignment => ({
  ...{ user, product, from, to },
});

describe('the ITAM register', () => {
  const usage = days(
    ['ann', 'Revit', on(3, 2), 10],
    ['ann', 'Revit', on(3, 9), 10],
    ['ann', 'AutoCAD', on(3, 3), 7, 'Subscription'],
    ['bob', 'Fusion', on(3, 4), 3],
    ['cy', 'Autodesk Docs', on(3, 5), 0, 'Subscription'],
  );

  it('holds one row a person and product, with Flex beside seats and the money of both', () => {
    const rows = itamRegister(usage, {
      seats: [
        seat('bob', 'Revit', on(1, 5)),
        seat('ANN', 'Autocad 2026', on(2, 1)),
        seat('bob', 'Flex', on(1, 1)),
      ],
      asOf: null,
    });
    expect(rows.map(({ displayName: _, costCentre: __, ...row }) => row)).toEqual([
      {
        user: 'ann',
        product: 'AutoCAD',
        access: 'Named User',
        assignedSince: on(2, 1),
        lastUse: on(3, 3),
        yearlyCost: 2030,
        tokens: 0,
      },
      {
        user: 'ann',
        product: 'Revit',
        access: 'Flex',
        assignedSince: null,
        lastUse: on(3, 9),
        yearlyCost: 60,
        tokens: 20,
      },
      {
        user: 'bob',
        product: 'Fusion',
        access: 'Flex',
        assignedSince: on(1, 1),
        lastUse: on(3, 4),
        yearlyCost: 9,
        tokens: 3,
      },
      {
        user: 'bob',
        product: 'Revit',
        access: 'Named User',
        assignedSince: on(1, 5),
        lastUse: null,
        yearlyCost: 2910,
        tokens: 0,
      },
      {
        user: 'cy',
        product: 'Autodesk Docs',
        access: 'Named User',
        assignedSince: null,
        lastUse: on(3, 5),
        yearlyCost: 0,
        tokens: 0,
      },
    ]);
  });

  it('a Collection carries its price once and is the access of what it covers', () => {
    const rows = itamRegister(usage, {
      seats: [seat('ann', 'AEC', on(1, 1))],
      asOf: null,
      seatDiscount: 0.2,
      tokenPrice: 2,
    });
    expect(
      rows
        .filter(({ user }) => user === 'ann')
        .map((row) => [row.product, row.access, row.assignedSince, row.yearlyCost]),
    ).toEqual([
      ['AEC Collection', 'AEC Collection', on(1, 1), 2700],
      ['AutoCAD', 'AEC Collection', on(1, 1), 0],
      ['Revit', 'AEC Collection + Flex', on(1, 1), 40],
    ]);
  });

  it('a seat without a price reads price missing, a seat given back is no row, holders without use are rows', () => {
    const rows = itamRegister(usage, {
      seats: [seat('zoe', 'PDM Collection'), seat('bob', 'Revit', null, on(3, 1))],
      asOf: null,
    });
    expect(rows.find(({ user }) => user === 'zoe')).toMatchObject({
      access: 'PDM Collection',
      yearlyCost: null,
      lastUse: null,
    });
    expect(rows.filter(({ user }) => user === 'bob').map(({ product }) => product)).toEqual(['Fusion']);
  });

  it('tokens are those of the year; use before it is no row, and refunds net out', () => {
    const rows = itamRegister(
      days(
        ['ann', 'Revit', on(3, 2) - 400, 10],
        ['ann', 'AutoCAD', on(3, 2), 7],
        ['ann', 'AutoCAD', on(3, 2), -7],
        ['ann', 'AutoCAD', on(3, 3), 7],
      ),
      { seats: null, asOf: null },
    );
    expect(rows.map(({ product, tokens }) => [product, tokens])).toEqual([['AutoCAD', 7]]);
    const earlier = itamRegister(usage, { seats: null, asOf: on(3, 4) });
    expect(earlier.map(({ product, tokens }) => [product, tokens])).toEqual([
      ['AutoCAD', 0],
      ['Revit', 10],
      ['Fusion', 3],
    ]);
  });

  it('what the usage report says about seats counts where no list is given, with the cost centre of the people table', () => {
    const people = readPeople([
      ['Email', 'Cost centre'],
      ['ann@firm.example', 'CC-7'],
    ]);
    const report = readUsage(
      [
        [
          'first_name',
          'last_name',
          'email',
          'offering_name',
          'seat_assignment',
          'access_option',
          'days_used',
          'tokens_used',
          'last_accessed',
        ],
        ['Ann', 'Lee', 'ann@firm.example', 'Revit', 'Assigned', 'Subscription', '', '', ''],
        ['Ann', 'Lee', 'ann@firm.example', 'AutoCAD', '', 'Flex', 3, 21, '2026-03-09'],
      ],
      { card: retailCard, people },
    );
    expect(itamRegister(report, { seats: null, asOf: null })).toMatchObject([
      { displayName: 'Ann Lee', costCentre: 'CC-7', product: 'AutoCAD', access: 'Flex', tokens: 21 },
      { product: 'Revit', access: 'Named User', lastUse: null, yearlyCost: 2910 },
    ]);
  });

  it('sums to the tokens of the usage', () => {
    const rows = itamRegister(
      withCard(
        guideCard,
        ['User', 'Product', 'Date', 'Hours'],
        ['ann', 'Revit', on(3, 2), 0.1],
        ['ann', 'Revit', on(3, 3), 0.2],
        ['bob', 'Maya', on(3, 3), 2],
      ),
      { seats: null, asOf: null },
    );
    expect(rows.map(({ tokens }) => tokens)).toEqual([1.5, 30]);
    expect(rows[0]?.yearlyCost).toBeCloseTo(0.45, 9);
  });
});
