import { guideCard } from '../../../src/engine/catalog';
import {
  checkActions,
  portfolioInput,
  type ActionCheck,
  type ActionState,
  type PortfolioAction,
  type PortfolioInput,
} from '../../../src/engine/portfolio';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { actionsOf, AS_OF, END, inputOf, type Setting } from './people';

const stateOf = (check: ActionCheck, id: string): ActionState =>
  check.actions.find(({ action }) => action.id === id)!.state;
const statesOf = (check: ActionCheck): ReadonlyMap<string, ActionState> =>
  new Map(check.actions.map(({ action, state }) => [action.id, state]));

describe('a spare seat lent until it ends', () => {
  // eve's 200 h of AutoCAD are 200 tokens: $60 a year, below the seat at $2,030; the spare one saves 60 × 73 ÷ 365 = 12.
  const rows = [['eve', 'AutoCAD', 200]];
  const owned = [{ offering: 'AutoCAD', quantity: 1, end: END }];
  const actions = actionsOf(rows, { held: [], owned });
  const GIVE = 'give-seat:eve:AutoCAD';
  const TAKE = 'unassign-seat:eve:AutoCAD';
  const importOf = (held: Setting['held'] & object, asOf = AS_OF + 20): PortfolioInput => ({
    ...inputOf(rows, { held, owned }),
    asOf,
  });
  const check = (next: PortfolioInput, earlier?: ActionCheck): ActionCheck =>
    checkActions(actions, next, AS_OF, earlier === undefined ? new Map() : statesOf(earlier));
  const both = (found: ActionCheck): readonly ActionState[] => [GIVE, TAKE].map((id) => stateOf(found, id));

  const idle = check(importOf([]));
  const lent = check(importOf([['eve', 'AutoCAD']]), idle);

  test('is not taken back before it was ever given', () => {
    expect(actions.map(({ id, loan, until }) => [id, loan, until])).toEqual([
      [GIVE, true, END],
      [TAKE, true, END],
      ['let-seats-end:AutoCAD:2026-12-17', undefined, undefined],
    ]);
    expect(both(idle)).toEqual(['not done', 'not done']);
    expect(idle.reversed).toBe(0);
  });

  test('is given, and still to be taken back, while it is held', () => {
    expect(both(lent)).toEqual(['done', 'not done']);
    expect(lent.actions.find(({ action }) => action.id === GIVE)!.realised).toBeCloseTo(12, 9);
  });

  test('has been given and taken back once it has run its time', () => {
    const over = check(importOf([], END + 1), lent);
    expect(both(over)).toEqual(['done', 'done']);
    expect(both(check(importOf([], END + 40), over))).toEqual(['done', 'done']);
    expect(both(check(importOf([['eve', 'AutoCAD']], END + 40), over))).toEqual(['done', 'reversed']);
  });

  test('that is gone before its end is a loan reversed', () => {
    expect(both(check(importOf([], END - 1), lent))).toEqual(['reversed', 'done']);
  });
});

describe('Flex is given', () => {
  const held = [['ann', 'Revit']] as const;
  const listed = actionsOf([['ann', 'Revit', 100]], {
    held,
    owned: [{ offering: 'Revit', quantity: 1, end: END }],
  });
  const GIVE = 'give-Flex:ann:Revit';
  const ann = (hours: number, setting: Setting = { held: [] }): PortfolioInput =>
    inputOf([['ann', 'Revit', hours]], setting);
  const evidenceOf = (check: ActionCheck): string =>
    check.actions.find(({ action }) => action.id === GIVE)!.evidence;

  test('only where tokens were drawn after the day of the list: use before it came from the seat', () => {
    const before = checkActions(listed, ann(100), AS_OF);
    expect(stateOf(before, GIVE)).toBe('not done');
    expect(stateOf(before, 'unassign-seat:ann:Revit')).toBe('done');
    expect(evidenceOf(before)).toBe(
      'ann has no seat for Revit, and no tokens for it after 2026-10-05 are in the import: not seen yet.',
    );
    expect(before.realised).toBe(0);
    const after = checkActions(listed, ann(100), AS_OF - 1);
    expect(stateOf(after, GIVE)).toBe('done');
    expect(evidenceOf(after)).toBe(
      'ann has no seat for Revit; 500 tokens in the year, the last on 2026-10-05.',
    );
    // 2,910 − 100 × 5 × 0.30.
    expect(after.realised - 2910).toBe(-150);
  });

  test('where the users export says that Flex is assigned, before anything is drawn', () => {
    const next = ann(100, { held: [['ANN', 'Autodesk Flex']] });
    const check = checkActions(listed, next, AS_OF);
    expect(stateOf(check, GIVE)).toBe('done');
    expect(evidenceOf(check)).toBe('ann has no seat for Revit, and Flex is assigned.');
  });

  test('not while a seat or Collection is still drawn first', () => {
    for (const offering of ['Revit', 'AEC Collection']) {
      const next = ann(100, { held: [['ann', offering]] });
      expect(stateOf(checkActions(listed, next, AS_OF - 1), GIVE)).toBe('not done');
      expect(stateOf(checkActions(listed, next, AS_OF - 1, new Map([[GIVE, 'done']])), GIVE)).toBe(
        'reversed',
      );
    }
  });

  test('still, where it was seen before and a later import does not reach so far', () => {
    const done = new Map<string, ActionState>([[GIVE, 'done']]);
    expect(stateOf(checkActions(listed, ann(100), AS_OF, done), GIVE)).toBe('done');
  });

  test('by rows that Flex was charged for: those of a seat, and those without tokens, do not count', () => {
    const usage = [
      ['User', 'Product', 'Date', 'Tokens', 'Access'],
      ['ann', 'Revit', AS_OF - 20, 10, 'Flex'],
      ['ann', 'Revit', AS_OF - 10, 0, 'Flex'],
      ['ann', 'Revit', AS_OF, 10, 'Subscription'],
      ['bob', 'Revit', AS_OF, 10, 'Subscription'],
    ];
    const { people } = portfolioInput(readUsage(usage, { card: guideCard }), {
      card: guideCard,
      terms: { seatDiscount: 0, tokenDiscount: 0, tokenPrice: 0.3, margin: null },
      asOf: AS_OF,
      externalDomains: [],
      policies: { contractorsOnFlex: true, pins: [], protectToday: true },
    });
    expect(people.map(({ needs }) => needs[0]!.lastDrawn)).toEqual([AS_OF - 20, undefined]);
  });
});

test('what is realised counts further tokens at the price of the tier paid, not at the card’s', () => {
  const prices = {
    tiers: [
      { from: 0, price: 0.3 },
      { from: 5000, price: 0.2 },
    ],
  };
  const setting = { owned: [{ offering: 'Revit', quantity: 1, end: END }], prices };
  // 2,000 h are 10,000 tokens = $2,000 at the second tier.
  const actions: readonly PortfolioAction[] = actionsOf([['ann', 'Revit', 2000]], {
    ...setting,
    held: [['ann', 'Revit']],
  });
  const check = checkActions(actions, inputOf([['ann', 'Revit', 2100]], { prices, held: [] }), AS_OF - 1);
  const carried = check.actions.find(({ action }) => action.kind === 'unassign seat')!;
  // 100 h more are 500 tokens: 500 × 0.20 = 100.
  expect(carried.promised).toBeCloseTo(2910 - 2000, 9);
  expect(carried.realised).toBeCloseTo(910 - 100, 9);
});
