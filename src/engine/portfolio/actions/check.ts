import { actionId } from './drafts';
import { NextImport } from './next-import';
import type { ActionCheck, ActionState, CheckedAction, PortfolioAction, PortfolioInput } from '../types';

/**
 * Actions held against a later import. An action that was done before and is not any more is reversed; what an import cannot tell is not
 * done, unless it was found done before. Realised saving: the promised one, corrected by the tokens that the products concerned take now at
 * the price paid for a token, once everything of the person that the saving rests on is done.
 * @param next the portfolio's input made from the later import
 * @param since day (whole serial) of the run that listed the actions: tokens drawn up to then say nothing about them
 * @param earlier states found by the check before, by id
 */
export function checkActions(
  actions: readonly PortfolioAction[],
  next: PortfolioInput,
  since: number,
  earlier: ReadonlyMap<string, ActionState> = new Map(),
): ActionCheck {
  const later = new NextImport(next);
  const states = new Map<string, { readonly state: ActionState; readonly evidence: string }>();
  for (const action of actions) {
    const lent = earlier.get(actionId('give seat', action.user, action.offering)) ?? 'not done';
    const { holds, evidence } =
      action.loan === true ? later.lent(action, lent !== 'not done') : later.find(action, since);
    states.set(action.id, { state: stateOf(holds, earlier.get(action.id)), evidence });
  }
  const byUser = new Map<string, PortfolioAction[]>();
  for (const action of actions) {
    if (action.loan !== true) byUser.set(action.user, [...(byUser.get(action.user) ?? []), action]);
  }
  const checked = actions.map((action): CheckedAction => {
    const { state, evidence } = states.get(action.id)!;
    const group = action.loan === true || action.user === '' ? [action] : byUser.get(action.user)!;
    const isWhole = group.every(({ id }) => states.get(id)!.state === 'done');
    return {
      action,
      state,
      evidence,
      promised: action.saving,
      realised: later.realised(action, group, isWhole),
    };
  });
  const count = (state: ActionState): number => checked.filter((each) => each.state === state).length;
  return {
    actions: checked,
    done: count('done'),
    open: count('not done'),
    reversed: count('reversed'),
    promised: checked.reduce((sum, { promised }) => sum + (promised ?? 0), 0),
    realised: checked.reduce((sum, { realised }) => sum + (realised ?? 0), 0),
  };
}

function stateOf(holds: boolean | null, before: ActionState | undefined): ActionState {
  if (holds === true || (holds === null && before === 'done')) return 'done';
  return holds === false && (before === 'done' || before === 'reversed') ? 'reversed' : 'not done';
}
