import { emailLists, type PortfolioAction } from '../../../src/engine/portfolio';
import { actionsOf, END, portfolio } from './people';

const of = (actions: readonly PortfolioAction[], id: string): PortfolioAction =>
  actions.find((action) => action.id === id)!;
const ids = (actions: readonly PortfolioAction[]): string[] => actions.map(({ id }) => id);
const promised = (actions: readonly PortfolioAction[]): number =>
  actions.filter(({ loan }) => loan !== true).reduce((sum, { saving }) => sum + saving!, 0);
const LATER = END + 73;

// Guide card: Revit and Civil 3D 5 tokens an hour and $2,910, AutoCAD 1 and $2,030, AEC Collection $3,375; $0.30 a token.
describe('the day an action is due', () => {
  test('is the end of the seat it is about, not of the last seat that the person gives up', () => {
    const rows = [
      ['ann', 'Revit', 100],
      ['ann', 'AutoCAD', 40],
    ];
    const held = [
      ['ann', 'Revit'],
      ['ann', 'AutoCAD'],
    ] as const;
    const owned = [
      { offering: 'Revit', quantity: 1, end: END },
      { offering: 'AutoCAD', quantity: 1, end: LATER },
    ];
    const actions = actionsOf(rows, { held, owned });
    expect(of(actions, 'give-Flex:ann:Revit').due).toBe(END);
    expect(of(actions, 'unassign-seat:ann:Revit')).toMatchObject({
      due: END,
      after: ['give-Flex:ann:Revit'],
    });
    expect(of(actions, 'give-Flex:ann:AutoCAD').due).toBe(LATER);
    expect(of(actions, 'unassign-seat:ann:AutoCAD')).toMatchObject({
      due: LATER,
      after: ['give-Flex:ann:AutoCAD'],
    });
    // An end that nobody knows does not hide the one that is known.
    const vague = actionsOf(rows, { held, owned: [owned[0]!, { ...owned[1]!, end: null }] });
    expect(of(vague, 'unassign-seat:ann:Revit').due).toBe(END);
    expect(of(vague, 'unassign-seat:ann:AutoCAD').due).toBeNull();
  });

  test('of a Collection that replaces two seats is the first end, and so is that of its purchase', () => {
    const setting = {
      held: [
        ['ann', 'Revit'],
        ['ann', 'Civil 3D'],
      ] as const,
      owned: [
        { offering: 'Revit', quantity: 1, end: LATER },
        { offering: 'Civil 3D', quantity: 1, end: END },
      ],
    };
    // 1,200 h each: $1,800 + $1,800 on Flex, $5,820 as seats.
    const rows = [
      ['ann', 'Revit', 1200],
      ['ann', 'Civil 3D', 1200],
    ];
    const actions = actionsOf(rows, setting);
    expect(actions.map(({ id, due }) => [id, due])).toEqual([
      ['buy-seats:AEC Collection', END],
      ['give-seat:ann:AEC Collection', END],
      ['unassign-seat:ann:Civil 3D', END],
      ['unassign-seat:ann:Revit', LATER],
      ['let-seats-end:Civil 3D:2026-12-17', END],
      ['let-seats-end:Revit:2027-02-28', LATER],
    ]);
    // Nothing is bought before a seat has ended.
    expect(portfolio(rows, setting).people[0]!.savingThisTerm).toBe(0);
  });

  test('of a seat that nothing covers today is now, though another seat is kept to its end', () => {
    const setting = {
      held: [['ann', 'AutoCAD']] as const,
      owned: [{ offering: 'AutoCAD', quantity: 1, end: END }],
      docsPrice: 500,
    };
    const rows = [
      ['ann', 'AutoCAD', 40],
      ['ann', 'Autodesk Docs', 50],
    ];
    const actions = actionsOf(rows, setting);
    expect(of(actions, 'give-seat:ann:Autodesk Docs').due).toBeNull();
    expect(of(actions, 'buy-seats:Autodesk Docs').due).toBeNull();
    expect(of(actions, 'give-Flex:ann:AutoCAD').due).toBe(END);
    // The first year of Docs is paid in this term.
    expect(portfolio(rows, setting).people[0]!.savingThisTerm).toBe(-500);
  });

  test('of seats not renewed is told term by term; only what nobody holds promises its price', () => {
    const actions = actionsOf([['cy', 'AutoCAD', 40]], {
      held: [['cy', 'AutoCAD']],
      owned: [
        { offering: 'AutoCAD', quantity: 1, end: LATER },
        { offering: 'AutoCAD', quantity: 2, end: END },
      ],
    });
    const ends = actions.filter(({ kind }) => kind === 'let seats end');
    expect(ends.map(({ due, quantity, saving, target }) => [due, quantity, saving, target])).toEqual([
      [END, 2, 4060, 1],
      [LATER, 1, 0, 0],
    ]);
    // cy's own seat is the one that ends last: 2,030 − 40 × 0.30.
    expect(of(actions, 'unassign-seat:cy:AutoCAD')).toMatchObject({ due: LATER, saving: 2018 });
    expect(promised(actions)).toBeCloseTo(3 * 2030 - 12, 9);
  });
});

describe('a seat that changes hands', () => {
  // bob's 6,000 h are $9,000 on Flex, ann's 100 h $150: ann's seat goes to bob.
  const rows = [
    ['bob', 'Revit', 6000],
    ['ann', 'Revit', 100],
  ];
  const setting = {
    held: [['ann', 'Revit']] as const,
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
  };

  test('is unassigned before it is assigned again, though more is saved by who gets it, and right away', () => {
    const actions = actionsOf(rows, setting);
    expect(actions.map(({ id, due, after }) => [id, due, after])).toEqual([
      ['give-Flex:ann:Revit', null, []],
      ['unassign-seat:ann:Revit', null, ['give-Flex:ann:Revit']],
      ['give-seat:bob:Revit', null, ['unassign-seat:ann:Revit']],
    ]);
    expect(actions.map(({ text }) => text).join(' ')).not.toMatch(/renewal/);
    // 73 of 365 days: bob does not draw 9,000 × 0.2, ann draws 150 × 0.2.
    expect(portfolio(rows, setting).people.map(({ savingThisTerm }) => savingThisTerm)).toEqual([1800, -30]);
  });

  test('stands in the last list of addresses, behind the one that frees it', () => {
    const lists = emailLists(actionsOf(rows, setting));
    expect(lists.map(({ kind, freed, withoutEmail }) => [kind, freed, withoutEmail])).toEqual([
      ['give Flex', undefined, ['ann']],
      ['unassign seat', undefined, ['ann']],
      ['give seat', true, ['bob']],
    ]);
  });

  test('in a circle is given up once before what replaces it, and the action says so', () => {
    // ann's 1,200 h each of Revit and Civil 3D are for an AEC Collection, ben's 2,500 h of Revit for a seat; each holds what the other needs.
    const actions = actionsOf(
      [
        ['ann', 'Revit', 1200],
        ['ann', 'Civil 3D', 1200],
        ['ben', 'Revit', 2500],
      ],
      {
        held: [
          ['ann', 'Revit'],
          ['ben', 'AEC Collection'],
        ],
        owned: [
          { offering: 'Revit', quantity: 1, end: END },
          { offering: 'AEC Collection', quantity: 1, end: END },
        ],
      },
    );
    expect(actions.map(({ id, after }) => [id, after])).toEqual([
      ['unassign-seat:ben:AEC Collection', []],
      ['give-seat:ann:AEC Collection', ['unassign-seat:ben:AEC Collection']],
      ['unassign-seat:ann:Revit', ['give-seat:ann:AEC Collection']],
      ['give-seat:ben:Revit', ['unassign-seat:ann:Revit']],
    ]);
    expect(actions[0]!.text).toBe(
      'Unassign AEC Collection from ben, on the same day as what replaces it, which comes free after this one: ann gets the seat.',
    );
  });

  test('is bought where its holder is kept as today, and nothing is promised for the one kept', () => {
    const actions = actionsOf(rows, setting, ['ann']);
    expect(ids(actions)).toEqual(['buy-seats:Revit', 'give-seat:bob:Revit']);
    expect(of(actions, 'give-seat:bob:Revit')).toMatchObject({ saving: 6090, after: ['buy-seats:Revit'] });
    expect(promised(actions)).toBe(9000 - 2910);
  });
});

test('a spare seat that somebody gets is paid for already: all that it saves is promised', () => {
  const actions = actionsOf([['bob', 'Revit', 6000]], {
    held: [],
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
  });
  // The seat is among the costs of today and of the proposal: 9,000 of tokens go.
  expect(actions.map(({ id, saving }) => [id, saving])).toEqual([['give-seat:bob:Revit', 9000]]);
});
