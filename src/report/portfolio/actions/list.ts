/** The work list as `Flex Actions` keeps it: the actions of earlier runs with what became of them, then the new ones. */
import { personKey } from '../../../engine/usage';
import type { ActionState, CheckedAction, PortfolioAction } from '../../../engine/portfolio/types';
import type { CellValue } from '../../model/document';

/** What the sheet says of an action: its state, or that the mix no longer asks for it. */
export type ListedState = ActionState | 'no longer proposed';

export const LISTED_STATES: readonly ListedState[] = ['not done', 'done', 'reversed', 'no longer proposed'];

/** One row of the work list. */
export interface ListedAction {
  readonly action: PortfolioAction;
  readonly state: ListedState;
  /** What the import shows, in a sentence; '' for an action that is new in this run. */
  readonly evidence: string;
  /** Yearly money; null = price missing. */
  readonly realised: number | null;
  /** Whole serial of the day it was first listed. */
  readonly listed: number;
  /** Run whose figures it bears (ISO): actions of one person are held against an import together, run by run. */
  readonly run: string;
  /** The user's own columns. */
  readonly owner: CellValue;
  readonly note: CellValue;
}

/** Actions of earlier runs as checked now, those of this run, and the moment of this run. */
export interface ActionsMerge {
  readonly earlier: readonly ListedAction[];
  /** By position in `earlier`; null = nothing could be checked: nobody knows who holds what now. */
  readonly checked: readonly CheckedAction[] | null;
  readonly proposed: readonly PortfolioAction[];
  /** Keys of people whom the user keeps as today. */
  readonly kept: ReadonlySet<string>;
  /** Whole serial and ISO moment of this run. */
  readonly today: number;
  readonly run: string;
}

/**
 * One list: what was begun keeps the figures it was promised with; what nobody has touched takes those of this run; what the mix no longer
 * asks for, or what the user has decided against, says so, and is dropped by the run after unless it bears an entry of the user. Order: this run's work, then the rest.
 */
export function mergeActions({
  earlier,
  checked,
  proposed,
  kept,
  today,
  run,
}: ActionsMerge): readonly ListedAction[] {
  if (checked === null) return earlier;
  const begun = begunGroups(earlier, checked);
  const wanted = new Map(proposed.map((action) => [action.id, action]));
  const rows = new Map<string, ListedAction>();
  earlier.forEach((each, index) => {
    const { state, evidence, realised } = checked[index]!;
    const { action } = each;
    const again = wanted.get(action.id);
    if (again !== undefined && (!begun.has(groupOf(each)) || hasMoved(action, again))) {
      // Untouched: the figures of this run are what it promises now.
      rows.set(action.id, {
        ...each,
        action: again,
        state: state === 'reversed' ? state : 'not done',
        evidence,
        realised: 0,
        run,
      });
      return;
    }
    const isKept = state !== 'done' && kept.has(personKey(action.user));
    if (isKept || (state === 'not done' && again === undefined && !begun.has(groupOf(each)))) {
      if (each.state === 'no longer proposed' && each.owner === null && each.note === null) return;
      rows.set(action.id, { ...each, state: 'no longer proposed', evidence, realised: 0 });
      return;
    }
    rows.set(action.id, { ...each, state, evidence, realised });
  });
  const fresh = proposed.map(
    (action): ListedAction =>
      rows.get(action.id) ?? {
        action,
        state: 'not done',
        evidence: '',
        realised: 0,
        listed: today,
        run,
        owner: null,
        note: null,
      },
  );
  return [...fresh, ...[...rows.values()].filter(({ action }) => !wanted.has(action.id))].map(
    (each, index) => ({ ...each, action: { ...each.action, order: index + 1 } }),
  );
}

/** One person's actions of one run; a purchase or renewal stands for itself. */
export function groupOf({ action, run }: Pick<ListedAction, 'action' | 'run'>): string {
  return action.user === '' || action.loan === true ? `${run}|${action.id}` : `${run}||${action.user}`;
}

/** Groups of which something is done, or was. */
function begunGroups(
  earlier: readonly ListedAction[],
  checked: readonly CheckedAction[],
): ReadonlySet<string> {
  return new Set(earlier.filter((_, index) => checked[index]!.state !== 'not done').map(groupOf));
}

/** A purchase or renewal that is asked for again with another number of seats is a new one. */
function hasMoved(before: PortfolioAction, again: PortfolioAction): boolean {
  return before.user === '' && before.target !== again.target;
}

export interface ActionTotals {
  readonly total: number;
  readonly done: number;
  readonly open: number;
  readonly reversed: number;
  readonly promised: number;
  readonly realised: number;
}

/** Sums of what the sheet lists, a year: what is no longer proposed promises nothing, and a spare seat lent saves until it ends only. */
export function actionTotals(listed: readonly ListedAction[]): ActionTotals {
  const count = (state: ListedState): number => listed.filter((each) => each.state === state).length;
  const counted = listed.filter(
    ({ state, action }) => state !== 'no longer proposed' && action.loan !== true,
  );
  return {
    total: listed.length,
    done: count('done'),
    open: count('not done'),
    reversed: count('reversed'),
    promised: counted.reduce((sum, { action }) => sum + (action.saving ?? 0), 0),
    realised: counted.reduce((sum, { realised }) => sum + (realised ?? 0), 0),
  };
}
