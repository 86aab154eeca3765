/** What today's cover, pins and policies protect, worked out by hand on the guide's card. */
import type { Portfolio } from '../../../src/engine/portfolio';
import { portfolio } from './people';

const only = ({ people }: Portfolio) => people[0]!;

describe('the only cover of a product that no seat can be bought for', () => {
  it('stays even where nobody moves to Flex: giving it up would save $3,375 and leave Docs without anything', () => {
    const result = portfolio([['ann', 'Autodesk Docs', 50]], { held: [['ann', 'AEC Collection']] });
    expect(only(result)).toMatchObject({ changed: false, saving: 0, savingThisTerm: 0 });
    expect(only(result).proposed).toMatchObject({ seats: [], collections: ['AEC Collection'], cost: 3375 });
    expect(only(result).blocked).toBe(
      'Stays as today until Autodesk Docs has a seat: no spare one and no price is known.',
    );
    expect(result.summary).toMatchObject({ saving: 0, blocked: 1 });
  });

  it('stays alone: an idle seat beside it may go, and its $1,785 is the whole saving', () => {
    const rows = [
      ['ann', 'Autodesk Docs', 50],
      ['ann', 'Revit', 100],
    ];
    const person = only(
      portfolio(rows, {
        held: [
          ['ann', 'AEC Collection'],
          ['ann', 'Maya'],
        ],
      }),
    );
    expect(person.proposed).toMatchObject({ seats: [], collections: ['AEC Collection'], tokens: 0 });
    expect(person).toMatchObject({ costToday: 3375 + 1785, saving: 1785 });
    expect(person.blocked).toContain('Keeps the Collection until Autodesk Docs has a seat');
    expect(person.reason).toContain('Maya is assigned without use.');
  });

  it('stays for a contractor whom the policy would have on Flex', () => {
    const rows = [
      ['con', 'Autodesk Docs', 50, 'contractor'],
      ['con', 'Revit', 100, 'contractor'],
    ];
    expect(only(portfolio(rows, { held: [['con', 'AEC Collection']] }))).toMatchObject({
      changed: false,
      saving: 0,
    });
  });

  it('gives way to a spare seat', () => {
    const person = only(
      portfolio([['ann', 'Autodesk Docs', 50]], {
        held: [['ann', 'AEC Collection']],
        owned: [{ offering: 'Docs', quantity: 1, end: null }],
      }),
    );
    expect(person.proposed).toMatchObject({ seats: ['Autodesk Docs'], collections: [] });
  });
});

test('a pin on one product of a contractor leaves the others on Flex by policy', () => {
  const rows = [
    ['con', 'Revit', 3000, 'contractor'],
    ['con', 'AutoCAD', 3000, 'contractor'],
    ['con', 'Maya', 10, 'contractor'],
  ];
  const free = only(portfolio(rows)).proposed;
  expect(free.collections).toEqual([]);
  const pinned = only(portfolio(rows, { pins: [['con', 'Maya', 'Named User']] }));
  expect(pinned.proposed).toMatchObject({ seats: ['Maya'], collections: [] });
  expect(pinned.proposed.flex.map(({ product }) => product).sort()).toEqual(['AutoCAD', 'Revit']);
  expect(pinned.reason).toContain('Follows a pin. Contractor: on Flex by policy.');
});

describe('rows that could not be read', () => {
  const rows = [
    ['ann', 'Maya', 10],
    ['ann', 'Revit', 'many'],
  ];

  it('show that a seat is used: it is not called unused, and no saving is counted for it', () => {
    const result = portfolio(rows, { held: [['Ann', 'Revit']] });
    // Maya: 10 h at 15 tokens an hour and $0.30.
    expect(only(result)).toMatchObject({ changed: false, saving: 0, costProposed: 2910 + 45 });
    expect(only(result).proposed.seats).toEqual(['Revit']);
    expect(only(result).reason).not.toContain('without use');
    expect(result.notes).toEqual([
      'What "ann" holds for Revit stays: rows of its use were left out, so how much it is used is not known.',
    ]);
  });

  it('keep the Collection that holds the product, and nothing else of the person', () => {
    const { proposed, saving } = only(
      portfolio(rows, {
        held: [
          ['ann', 'AEC Collection'],
          ['ann', 'Inventor Professional'],
        ],
      }),
    );
    expect(proposed).toMatchObject({ seats: [], collections: ['AEC Collection'] });
    // The seat of Inventor.
    expect(saving).toBe(2580);
  });

  it('of somebody without the seat change nothing', () => {
    const result = portfolio(rows, { held: [] });
    expect(only(result).proposed.seats).toEqual([]);
    expect(result.notes).toEqual([]);
  });
});
