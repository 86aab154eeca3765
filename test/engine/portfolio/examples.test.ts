/** Portfolios worked out by hand on the guide's card. */
import type { Portfolio } from '../../../src/engine/portfolio';
import { END, portfolio } from './people';

const only = ({ people }: Portfolio) => people[0]!;
const HYBRID = [
  ['ann', 'Revit', 400],
  ['ann', 'AutoCAD', 200],
];

test('400 h Revit and 200 h AutoCAD: Flex at $0.30 for 660, the Collection at $3.00 for 3,375', () => {
  const cheap = only(portfolio(HYBRID));
  expect(cheap.proposed).toMatchObject({ seats: [], collections: [], tokens: 2200, cost: 660 });
  expect(cheap.reason).toContain('Revit 400 h on Flex: 2,000 tokens = $600, below the seat at $2,910.');
  const dear = only(portfolio(HYBRID, { prices: { tokenPrice: 3 } }));
  expect(dear.proposed).toMatchObject({ collections: ['AEC Collection'], tokens: 0, cost: 3375 });
  expect(dear.reason).toBe(
    'AEC Collection at $3,375 holds Revit 400 h, AutoCAD 200 h: less than $3,510 for the cheaper of seat and Flex, product by product.',
  );
});

test('a seat held without need is given up: its price is saved from the renewal on, nothing before', () => {
  const result = portfolio([['ann', 'Revit', 100]], {
    held: [['Ann', 'Revit']],
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
  });
  expect(only(result)).toMatchObject({
    ...{ changed: true, costToday: 2910, costProposed: 150, saving: 2760 },
    ...{ savingThisTerm: 0, savingFromRenewal: 2760, due: END, blocked: '' },
  });
  expect(result.summary.offerings).toEqual([
    expect.objectContaining({ offering: 'Revit', owned: 1, assigned: 1, needed: 0, toRelease: 1, toBuy: 0 }),
  ]);
  expect(result.summary).toMatchObject({ saving: 2760, savingThisTerm: 0, changed: 1, onFlex: 1 });
});

test('a spare owned seat is used before one is bought, and costs nothing until it ends', () => {
  const spare = portfolio([['ann', 'Revit', 2500]], {
    held: [],
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
  });
  // 12,500 tokens = 3,750 a year on Flex; a fifth of a year is left: 750.
  expect(only(spare)).toMatchObject({ saving: 840, savingThisTerm: 750 });
  expect(spare.summary.offerings[0]).toMatchObject({ spare: 1, toBuy: 0, needed: 1 });
  const bought = portfolio([['ann', 'Revit', 2500]], { held: [] });
  expect(only(bought)).toMatchObject({ saving: 840, savingThisTerm: 840 });
  expect(bought.summary.offerings[0]).toMatchObject({ spare: 0, toBuy: 1 });
});

test('a spare seat nobody needs later is lent to whoever burns most tokens until it ends', () => {
  const rows = [
    ['ann', 'Revit', 100],
    ['bob', 'Revit', 1000],
    ['con', 'Revit', 1500, 'contractor'],
  ];
  const { people, summary } = portfolio(rows, {
    held: [],
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
  });
  expect(people.map(({ loan }) => loan?.offering)).toEqual([undefined, 'Revit', undefined]);
  // 5,000 tokens = 1,500 a year, a fifth of it.
  expect(people[1]).toMatchObject({ changed: false, saving: 0, savingThisTerm: 300 });
  expect(summary.savingThisTerm).toBe(300);
});

test('a seat that another person gives up goes to whoever needs one, now', () => {
  const rows = [
    ['ann', 'Revit', 100],
    ['bob', 'Revit', 3000],
  ];
  const { people, summary } = portfolio(rows, {
    held: [['ann', 'Revit']],
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
  });
  // bob: 15,000 tokens = 4,500 a year; ann: 500 tokens = 150.
  expect(people[0]).toMatchObject({ due: null, saving: 2760, savingThisTerm: -30 });
  expect(people[1]).toMatchObject({ due: null, saving: 1590, savingThisTerm: 900 });
  expect(summary.offerings[0]).toMatchObject({ toBuy: 0, toRelease: 0 });
});

test('a contractor stays on Flex by policy, and takes the seat when the policy is off', () => {
  const rows = [['con', 'Revit', 3000, 'contractor']];
  expect(only(portfolio(rows)).proposed).toMatchObject({ seats: [], tokens: 15_000, cost: 4500 });
  expect(only(portfolio(rows)).reason).toContain('Contractor: on Flex by policy.');
  const free = only(portfolio(rows, { contractorsOnFlex: false }));
  expect(free.proposed).toMatchObject({ seats: ['Revit'], cost: 2910 });
});

test('pins are kept whatever they cost, and those that cannot be are told', () => {
  const rows = [
    ['ann', 'Revit', 3000],
    ['bob', 'Revit', 10],
    ['cy', 'Revit', 10],
  ];
  const { people, notes } = portfolio(rows, {
    pins: [
      ['ANN', 'Revit', 'flex'],
      ['bob', '', 'Named User'],
      ['cy', '', 'Architecture, Engineering & Construction Collection'],
      ['dora', '', 'Flex'],
      ['cy', 'Revit', 'a desk'],
    ],
  });
  expect(people.map(({ proposed }) => [proposed.seats, proposed.collections, proposed.tokens])).toEqual([
    [[], [], 15_000],
    [['Revit'], [], 0],
    [[], ['AEC Collection'], 0],
  ]);
  expect(notes).toEqual([
    expect.stringContaining('"dora" was not followed'),
    expect.stringContaining('"a desk" was not followed'),
  ]);
});

describe('a Docs user', () => {
  const rows = [
    ['ann', 'Revit', 100],
    ['ann', 'Autodesk Docs', 50],
  ];
  const collection = { held: [['ann', 'AEC Collection']] as const };

  it('keeps the Collection that holds Docs while no other cover of it is known', () => {
    const person = only(portfolio(rows, collection));
    expect(person).toMatchObject({ changed: false, costToday: 3375, saving: 0 });
    expect(person.proposed.collections).toEqual(['AEC Collection']);
    expect(person.blocked).toBe(
      'Stays as today until Autodesk Docs has a seat: no spare one and no price is known.',
    );
  });

  it('moves once a spare Docs seat is there, or its price says that a seat and Flex cost less', () => {
    const owned = [{ offering: 'Docs', quantity: 1, end: null }];
    const spare = only(portfolio(rows, { ...collection, owned }));
    expect(spare.proposed).toMatchObject({ seats: ['Autodesk Docs'], collections: [], tokens: 500 });
    expect(spare).toMatchObject({ blocked: '', costProposed: null, saving: null });
    const priced = only(portfolio(rows, { ...collection, docsPrice: 500 }));
    expect(priced).toMatchObject({ costProposed: 650, saving: 2725 });
    expect(priced.blocked).toContain('Needs a seat of Autodesk Docs first');
  });

  it('keeps a seat whose price is missing, and the saving beside it is still known', () => {
    const held = [
      ['ann', 'Autodesk Docs'],
      ['ann', 'Revit'],
    ] as const;
    const person = only(portfolio(rows, { held }));
    expect(person.proposed.seats).toEqual(['Autodesk Docs']);
    expect(person).toMatchObject({ costToday: null, costProposed: null, saving: 2760 });
  });
});

test('without assignments there is no today, and nobody is called changed', () => {
  const result = portfolio([['ann', 'Revit', 3000]], { held: null });
  expect(only(result)).toMatchObject({ today: null, costToday: null, saving: null, changed: false });
  expect(result.summary).toMatchObject({ today: null, saving: null });
});

test('people who hold seats without any usage row are told, and their seats stay', () => {
  const { summary, notes } = portfolio([['ann', 'Revit', 10]], {
    held: [
      ['ghost', 'Revit'],
      ['ann', 'Tractor'],
    ],
  });
  expect(summary.offerings).toEqual([expect.objectContaining({ offering: 'Revit', needed: 1, assigned: 1 })]);
  expect(notes).toEqual([
    expect.stringContaining('1 assigned seat of "Tractor"'),
    expect.stringContaining('1 person holds seats but has no row in the usage'),
  ]);
});
