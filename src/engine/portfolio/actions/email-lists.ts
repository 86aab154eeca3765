import { byName } from '../seats/options';
import type { EmailList, PortfolioAction } from '../types';

/** In the order of work. */
const ROUNDS: readonly (readonly [kind: EmailList['kind'], freed: boolean])[] = [
  ['give seat', false],
  ['give Flex', false],
  ['unassign seat', false],
  ['give seat', true],
];

/**
 * Addresses by kind of change, offering and due day, to paste into the admin console: what is given first, seats that others give up last;
 * then by offering and day.
 */
export function emailLists(actions: readonly PortfolioAction[]): readonly EmailList[] {
  const taken = new Set(actions.filter(({ kind }) => kind === 'unassign seat').map(({ id }) => id));
  const isFreed = ({ kind, after }: PortfolioAction): boolean =>
    kind === 'give seat' && after.some((id) => taken.has(id));
  return ROUNDS.flatMap(([kind, freed]) => {
    const groups = new Map<string, PortfolioAction[]>();
    for (const action of actions) {
      if (action.kind !== kind || isFreed(action) !== freed) continue;
      const key = `${action.offering}|${action.due ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), action]);
    }
    return [...groups.values()]
      .map((group): EmailList => {
        const { offering, due } = group[0]!;
        const emails = group.map(({ email }) => email).filter((email) => email !== '');
        return {
          kind,
          offering,
          due,
          ...(freed ? { freed } : {}),
          emails: [...new Set(emails)].sort(byName),
          withoutEmail: group.filter(({ email }) => email === '').map(({ user }) => user),
        };
      })
      .sort((a, b) => byName(a.offering, b.offering) || (a.due ?? 0) - (b.due ?? 0));
  });
}
