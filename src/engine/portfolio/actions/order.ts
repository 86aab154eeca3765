import type { ActionKind } from '../types';

interface Step {
  readonly id: string;
  readonly kind: ActionKind;
  readonly after: readonly string[];
}

/**
 * The steps in their given order as far as what comes first allows. Where seats go round in a circle, so that nobody can be given one
 * before another is free, one unassigning goes before what replaces it: that id is dropped from its `after`.
 * @param inCircle how such a step reads
 */
export function inWorkingOrder<T extends Step>(steps: readonly T[], inCircle: (step: T) => T): readonly T[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const cut = new Map<string, Set<string>>();
  const state = new Map<string, 'on the way' | 'placed'>();
  const placed: T[] = [];
  const open = ({ id, after }: T): string | undefined =>
    after.find((each) => byId.has(each) && state.get(each) !== 'placed' && cut.get(id)?.has(each) !== true);
  for (const first of steps) {
    if (state.has(first.id)) continue;
    const way = [first];
    state.set(first.id, 'on the way');
    while (way.length > 0) {
      const step = way.at(-1)!;
      const before = open(step);
      if (before === undefined) {
        placed.push(step);
        state.set(step.id, 'placed');
        way.pop();
      } else if (state.get(before) === undefined) {
        way.push(byId.get(before)!);
        state.set(before, 'on the way');
      } else {
        // The circle runs from `before` to the last step: what is on the way behind the cut is walked anew.
        const start = way.findIndex(({ id }) => id === before);
        const at = way.findIndex(({ kind }, index) => index >= start && kind === 'unassign seat');
        const next = way[at + 1]?.id ?? before;
        cut.set(way[at]!.id, (cut.get(way[at]!.id) ?? new Set()).add(next));
        for (const dropped of way.splice(at + 1)) state.delete(dropped.id);
      }
    }
  }
  return placed.map((step) => {
    const dropped = cut.get(step.id);
    return dropped === undefined
      ? step
      : { ...inCircle(step), after: step.after.filter((id) => !dropped.has(id)) };
  });
}
