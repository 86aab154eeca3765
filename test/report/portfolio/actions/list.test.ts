import type { ActionState, CheckedAction, PortfolioAction } from '../../../../src/engine/portfolio';
import { actionsDocument } from '../../../../src/report/portfolio/actions/document';
import { actionTotals, mergeActions, type ListedAction } from '../../../../src/report/portfolio/actions/list';
import { addressParts, ADDRESSES_LIMIT } from '../../../../src/report/portfolio/actions/tables';
import { formulaSheet } from '../../formula-sheet';
import { AS_OF, report } from '../report';

const action = (id: string, user: string, more: Partial<PortfolioAction> = {}): PortfolioAction => ({
  id,
  order: 1,
  kind: user === '' ? 'buy seats' : 'unassign seat',
  user,
  email: user,
  offering: 'Revit',
  quantity: 1,
  due: null,
  after: [],
  saving: 0,
  tokens: 0,
  text: `Do ${id}.`,
  ...more,
});
const listed = (given: PortfolioAction, more: Partial<ListedAction> = {}): ListedAction => ({
  action: given,
  state: 'not done',
  evidence: '',
  realised: 0,
  listed: 100,
  run: 'first',
  owner: null,
  note: null,
  ...more,
});
const found = (given: PortfolioAction, state: ActionState, realised = 0): CheckedAction => ({
  action: given,
  state,
  evidence: `${given.id} is ${state}.`,
  promised: given.saving,
  realised,
});
const merge = (
  earlier: readonly ListedAction[],
  checked: readonly CheckedAction[] | null,
  proposed: readonly PortfolioAction[],
  kept: ReadonlySet<string> = new Set(),
) => mergeActions({ earlier, checked, proposed, kept, today: 200, run: 'second' });

test('a done action stays with its figures, an untouched one takes those of the new run, and a new one is added first', () => {
  const [a, b] = [action('a', 'ann', { saving: 500 }), action('b', 'ben', { saving: 300 })];
  const rows = merge(
    [listed(a, { note: 'call her' }), listed(b, { owner: 'zoe' })],
    [found(a, 'done', 450), found(b, 'not done')],
    [action('c', 'cid', { saving: 900 }), { ...b, saving: 350 }],
  );
  expect(rows.map(({ action: { id, order } }) => [id, order])).toEqual([
    ['c', 1],
    ['b', 2],
    ['a', 3],
  ]);
  expect(rows[0]).toMatchObject({ state: 'not done', listed: 200, run: 'second', owner: null });
  expect(rows[1]).toMatchObject({
    state: 'not done',
    listed: 100,
    run: 'second',
    owner: 'zoe',
    action: { saving: 350 },
  });
  expect(rows[2]).toMatchObject({
    state: 'done',
    realised: 450,
    note: 'call her',
    run: 'first',
    evidence: 'a is done.',
  });
  expect(actionTotals(rows)).toEqual({
    total: 3,
    done: 1,
    open: 2,
    reversed: 0,
    promised: 1750,
    realised: 450,
  });
});

test('what was promised to somebody half done is not promised anew at other figures', () => {
  const [give, take] = [action('give', 'ann'), action('take', 'ann', { saving: 500 })];
  const rows = merge(
    [listed(give), listed(take)],
    [found(give, 'done'), found(take, 'not done')],
    [{ ...take, saving: 3400 }],
  );
  expect(rows.find((each) => each.action.id === 'take')).toMatchObject({
    run: 'first',
    action: { saving: 500 },
  });
});

test('an action the mix no longer asks for says so, promises nothing, and is gone the run after unless one wrote on it', () => {
  const [a, b] = [action('a', 'ann', { saving: 500 }), action('b', 'ben', { saving: 300 })];
  const checked = [found(a, 'not done'), found(b, 'not done')];
  const rows = merge([listed(a), listed(b, { note: 'why?' })], checked, []);
  expect(rows.map(({ state }) => state)).toEqual(['no longer proposed', 'no longer proposed']);
  expect(actionTotals(rows).promised).toBe(0);
  expect(merge(rows, checked, []).map((each) => each.action.id)).toEqual(['b']);
});

test('an action that was done and is undone stays reversed, also when the mix asks for it again', () => {
  const a = action('a', 'ann', { saving: 500 });
  const rows = merge([listed(a, { state: 'done' })], [found(a, 'reversed')], [a]);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.state).toBe('reversed');
});

test('what is still to do, or was undone, for somebody kept as today is not proposed and not promised any more', () => {
  const [give, take] = [action('give', 'Ann'), action('take', 'Ann', { saving: 500 })];
  const rows = merge(
    [listed(give, { state: 'done' }), listed(take, { note: 'ask' })],
    [found(give, 'done'), found(take, 'not done')],
    [],
    new Set(['ann']),
  );
  expect(rows.map(({ state }) => state)).toEqual(['done', 'no longer proposed']);
  expect(actionTotals(rows).promised).toBe(0);
  const back = merge([listed(take, { state: 'done' })], [found(take, 'reversed')], [], new Set(['ann']));
  expect(back.map(({ state }) => state)).toEqual(['no longer proposed']);
});

test('a purchase asked for again with more seats is a new one', () => {
  const buy = action('buy', '', { target: 5 });
  const rows = merge([listed(buy)], [found(buy, 'done')], [{ ...buy, target: 8 }]);
  expect(rows[0]).toMatchObject({ state: 'not done', action: { target: 8 } });
});

test('where nobody can tell who holds what, the list stays as it was', () => {
  const earlier = [listed(action('a', 'ann'), { state: 'done', realised: 7 })];
  expect(merge(earlier, null, [])).toEqual(earlier);
});

test('a long list of addresses is split into cells that Excel can hold, none lost', () => {
  const emails = Array.from({ length: 3000 }, (_, index) => `somebody.${index}@example-company.org`);
  const parts = addressParts(emails);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(part.join('; ').length).toBeLessThanOrEqual(ADDRESSES_LIMIT);
  expect(parts.flat()).toEqual(emails);
});

test('the sheet’s totals follow the states in its cells', () => {
  const { provenance } = report();
  const document = actionsDocument({
    listed: [
      listed(action('a', 'ann', { saving: 500 }), { state: 'done', realised: 450 }),
      listed(action('b', 'ben', { saving: 300 })),
      listed(action('c', 'cid', { saving: 900 }), { state: 'no longer proposed' }),
      listed(action('d', 'dan', { saving: null }), { state: 'reversed' }),
      listed(action('e', 'eve', { saving: 12, loan: true, until: 400 }), { state: 'done', realised: 12 }),
    ],
    lists: [],
    checked: true,
    todayKnown: true,
    currency: 'USD',
    asOf: AS_OF,
    provenance,
  });
  const sheet = formulaSheet(document);
  expect(sheet.named('Flex_ActionsPromised')).toBe(800);
  expect(sheet.named('Flex_ActionsRealised')).toBe(450);
  // A spare seat lent saves until it ends, not a year: it stands beside the sums.
  expect(sheet.named('Flex_ActionsLent')).toBe(12);
  expect(sheet.named('Flex_ActionsDone')).toBe(2);
  expect(sheet.named('Flex_ActionsReversed')).toBe(1);
  expect(sheet.cell('FlexActions', 3, 'saving')).toBe('price missing');
  expect(sheet.texts).toContain('2 of 4 changes done, 1 reversed: $450 of $800 a year realised');
});
