import { checkActions, emailLists, type PortfolioAction } from '../../../../src/engine/portfolio';
import { actionsOf, AS_OF, END, inputOf, portfolio } from '../people';

const ROWS = [
  ['ann@x.com', 'Revit', 100],
  ['ann@x.com', 'Autodesk Docs', 50],
  ['bob@x.com', 'Revit', 2500],
  ['cy', 'AutoCAD', 40],
];
const TODAY = {
  held: [
    ['ann@x.com', 'AEC Collection'],
    ['cy', 'AutoCAD'],
  ] as [string, string][],
  owned: [
    { offering: 'AEC Collection', quantity: 1, end: END },
    { offering: 'AutoCAD', quantity: 2, end: END + 30 },
  ],
  docsPrice: 500,
};
const actions = actionsOf(ROWS, TODAY);
const ids = (list: readonly PortfolioAction[]): string[] => list.map(({ id }) => id);

test('what is given stands before what is taken, purchases first and renewals last', () => {
  expect(ids(actions)).toEqual([
    'buy-seats:Autodesk Docs',
    'buy-seats:Revit',
    'give-seat:ann@x.com:Autodesk Docs',
    'give-Flex:ann@x.com:Revit',
    'unassign-seat:ann@x.com:AEC Collection',
    'give-Flex:cy:AutoCAD',
    'unassign-seat:cy:AutoCAD',
    'give-seat:bob@x.com:Revit',
    // 46403 and 46373.
    'let-seats-end:AutoCAD:2027-01-16',
    'let-seats-end:AEC Collection:2026-12-17',
  ]);
  const place = new Map(actions.map(({ id, order }) => [id, order]));
  for (const { order, after } of actions) {
    for (const before of after) expect(place.get(before)).toBeLessThan(order);
  }
});

test('changes are due when the seat given up ends; what saves tokens is due now', () => {
  const due = (id: string) => actions.find((action) => action.id === id)?.due;
  expect(due('unassign-seat:ann@x.com:AEC Collection')).toBe(END);
  expect(due('give-Flex:ann@x.com:Revit')).toBe(END);
  expect(due('unassign-seat:cy:AutoCAD')).toBe(END + 30);
  expect(due('give-seat:bob@x.com:Revit')).toBeNull();
});

test('the actions promise what is saved from the renewal on, the spare seat that nobody holds included', () => {
  // Today: AEC 3,375 and two AutoCAD 4,060, and bob's 2,500 h × 5 × 0.30 = 3,750. Then: Docs 500, Revit 2,910, ann 100 h × 5 × 0.30 = 150,
  // cy 40 h × 1 × 0.30 = 12. So 11,185 − 3,572 = 7,613: ann 2,725, bob 840, cy 2,018, and the AutoCAD nobody holds 2,030.
  expect(portfolio(ROWS, TODAY).summary.savingFromRenewal).toBeCloseTo(7613, 9);
  expect(actions.reduce((sum, { saving }) => sum + (saving ?? 0), 0)).toBeCloseTo(7613, 9);
  expect(actions.find(({ id }) => id === 'let-seats-end:AutoCAD:2027-01-16')).toMatchObject({
    due: END + 30,
    quantity: 2,
    saving: 2030,
    target: 0,
  });
});

test('ids stay the same when other people come and go', () => {
  const alone = actionsOf(ROWS.slice(2, 3), { held: [] });
  expect(ids(alone)).toEqual(['buy-seats:Revit', 'give-seat:bob@x.com:Revit']);
});

test('addresses are grouped by change, product and day, and people without one are named', () => {
  expect(emailLists(actions)).toEqual([
    { kind: 'give seat', offering: 'Autodesk Docs', due: END, emails: ['ann@x.com'], withoutEmail: [] },
    { kind: 'give seat', offering: 'Revit', due: null, emails: ['bob@x.com'], withoutEmail: [] },
    { kind: 'give Flex', offering: 'AutoCAD', due: END + 30, emails: [], withoutEmail: ['cy'] },
    { kind: 'give Flex', offering: 'Revit', due: END, emails: ['ann@x.com'], withoutEmail: [] },
    { kind: 'unassign seat', offering: 'AEC Collection', due: END, emails: ['ann@x.com'], withoutEmail: [] },
    { kind: 'unassign seat', offering: 'AutoCAD', due: END + 30, emails: [], withoutEmail: ['cy'] },
  ]);
});

test('no actions where nobody knows who holds what', () => {
  expect(actionsOf(ROWS, { held: null })).toEqual([]);
});

describe('the next import', () => {
  const after = [
    ['ann@x.com', 'Revit', 140],
    ['ann@x.com', 'Autodesk Docs', 50],
    ['bob@x.com', 'Revit', 2500],
    ['cy', 'AutoCAD', 40],
  ];
  const next = inputOf(after, {
    held: [
      ['ANN@x.com', 'Docs'],
      ['bob@x.com', 'Revit'],
      ['cy', 'AutoCAD'],
    ],
    owned: [
      { offering: 'Revit', quantity: 1, end: null },
      { offering: 'Docs', quantity: 1, end: null },
      { offering: 'AutoCAD', quantity: 2, end: null },
    ],
    docsPrice: 500,
  });
  const check = checkActions(actions, next, AS_OF - 1);
  const of = (id: string) => check.actions.find(({ action }) => action.id === id);

  it('marks what was done and what was not', () => {
    expect(check.actions.filter(({ state }) => state !== 'done').map(({ action }) => action.id)).toEqual([
      'give-Flex:cy:AutoCAD',
      'unassign-seat:cy:AutoCAD',
      'let-seats-end:AutoCAD:2027-01-16',
    ]);
    expect(check).toMatchObject({ done: 7, open: 3, reversed: 0 });
  });

  it('corrects the promise by the tokens that are really drawn', () => {
    // Promised 3,375 − 500 − 150; 40 h more of Revit are 200 tokens = 60.
    expect(of('unassign-seat:ann@x.com:AEC Collection')).toMatchObject({ promised: 2725, realised: 2665 });
    expect(of('give-seat:bob@x.com:Revit')).toMatchObject({ promised: 840, realised: 840 });
    expect(of('unassign-seat:cy:AutoCAD')).toMatchObject({ promised: 2018, realised: 0 });
    expect(check.realised).toBe(2665 + 840);
  });

  it('calls reversed what was done before and is not any more', () => {
    const states = new Map(check.actions.map(({ action, state }) => [action.id, state]));
    const back = inputOf(after, { held: [['ann@x.com', 'AEC Collection']], docsPrice: 500 });
    const later = checkActions(actions, back, AS_OF - 1, states);
    const found = later.actions.filter(({ state }) => state === 'reversed').map(({ action }) => action.id);
    expect(found).toEqual([
      'give-seat:ann@x.com:Autodesk Docs',
      'give-Flex:ann@x.com:Revit',
      'unassign-seat:ann@x.com:AEC Collection',
      'give-seat:bob@x.com:Revit',
    ]);
    expect(
      later.actions.find(({ action }) => action.id === 'unassign-seat:ann@x.com:AEC Collection')?.realised,
    ).toBe(0);
  });

  it('does not call done what it cannot tell', () => {
    const blind = checkActions(actions, inputOf(after, { held: null }), AS_OF - 1);
    expect(blind.done).toBe(0);
    expect(blind.realised).toBe(0);
  });
});
