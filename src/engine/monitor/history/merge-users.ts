import type { History, HistoryUser } from './history';
import { sortedTexts, type SortedTexts } from './texts';

/** The people of two histories as one list, with the new code of each old one. */
export interface MergedUsers {
  readonly users: readonly HistoryUser[];
  readonly codes: SortedTexts['codes'];
}

/**
 * Joins the people of two histories. Where both say something of a person, the one with the person's later rows counts, the incoming one
 * between equals: a new contract replaces an old one, whichever export comes first. What it leaves blank keeps the other's word.
 */
export function mergedUsers(old: History, incoming: History): MergedUsers {
  const { texts, codes } = sortedTexts(
    [old.users.map(({ key }) => key), incoming.users.map(({ key }) => key)],
    [null, null],
    false,
  );
  const users: HistoryUser[] = texts.map((key) => ({ key, displayName: '', userType: '', email: '' }));
  const lastDays = [lastDayOf(old), lastDayOf(incoming)] as const;
  const known = new Int32Array(texts.length).fill(-1);
  [old, incoming].forEach((history, side) =>
    history.users.forEach((user, index) => {
      const code = codes[side]![index]!;
      const day = lastDays[side]![index]!;
      const before = users[code]!;
      users[code] = {
        ...(day >= known[code]! ? described(user, before) : described(before, user)),
        key: before.key,
      };
      known[code] = Math.max(known[code]!, day);
    }),
  );
  return { users, codes };
}

function described(first: HistoryUser, second: HistoryUser): HistoryUser {
  return {
    key: first.key,
    displayName: first.displayName || second.displayName,
    userType: first.userType || second.userType,
    email: first.email || second.email,
  };
}

/** By user: the day of the latest row. */
function lastDayOf({ rows, user, day, users }: History): Int32Array {
  const last = new Int32Array(users.length);
  for (let row = 0; row < rows; row++) if (user[row]! >= 0) last[user[row]!] = day[row]!;
  return last;
}
