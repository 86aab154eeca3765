import { byName } from './covers';
import type { EmailList, PortfolioAction } from './types';

const KINDS: readonly EmailList['kind'][] = ['give seat', 'give Flex', 'unassign seat'];

/** Addresses by kind of change, offering and due day, to paste into the admin console: what is given first, then by offering and day. */
export function emailLists(actions: readonly PortfolioAction[]): readonly EmailList[] {
  return KINDS.flatMap((kind) => {
    const groups = new Map<string, PortfolioAction[]>();
    for (const action of actions) {
      if (action.kind !== kind) continue;
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
          emails: [...new Set(emails)].sort(byName),
          withoutEmail: group.filter(({ email }) => email === '').map(({ user }) => user),
        };
      })
      .sort((a, b) => byName(a.offering, b.offering) || (a.due ?? 0) - (b.due ?? 0));
  });
}
