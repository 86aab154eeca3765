import { personKey } from '../../usage/person-key';
import { noKeyColumnOfPeople } from '../../usage/errors';
import { readBookTable, type BookColumn, type BookRows } from '../../usage/book-table';
import { isMasked } from '../../usage/cells/cells';
import type { RawCell, UsageReading, UserInfo } from '../../usage/types';
import { userTypeOf } from '../../usage/reader/user-book';
import type { Employment } from '../types';

const text = (label: string, ...aliases: readonly string[]): BookColumn => ({
  label,
  aliases,
  kind: 'text',
  need: 'nothing',
});
const COLUMNS = {
  email: text('Email', 'email', 'emailaddress', 'mail', 'workemail'),
  hash: text('Hash', 'hash', 'hashedautodeskid', 'hasheduserid'),
  user: text('User', 'user', 'username', 'userid', 'login'),
  userType: text('User type', 'usertype', 'type', 'employmenttype', 'employeetype', 'workertype'),
  start: {
    label: 'Start date',
    aliases: ['startdate', 'hiredate', 'rehiredate', 'rehired', 'contractstart', 'firstday', 'start'],
    kind: 'date',
    need: 'nothing',
  },
  end: {
    label: 'End date',
    aliases: ['enddate', 'leavingdate', 'leavedate', 'contractend', 'lastday', 'end'],
    kind: 'date',
    need: 'nothing',
  },
} as const satisfies Record<string, BookColumn>;

/**
 * The stretches of employment in a people table: Email, hash or User, and any of User type, Start date, End date. Unlike the join with
 * usage, which takes a person's first row, every row counts here: somebody who left and was hired again has two.
 * @throws FlexError 'value' when the first rows name no key column
 */
export function readEmployment(range: readonly (readonly RawCell[])[]): BookRows<Employment> {
  const key = (['email', 'user', 'hash'] as const).find((field) =>
    namesColumn(range, COLUMNS[field].aliases),
  );
  if (key === undefined) throw noKeyColumnOfPeople();
  const columns = { ...COLUMNS, [key]: { ...COLUMNS[key], need: 'column' } as BookColumn };
  return readBookTable(range, 'people', columns, (line): Employment | null => {
    const keys = [line.text('email'), line.text('hash'), line.text('user')]
      .map(personKey)
      .filter((name) => name !== '' && !isMasked(name));
    if (keys.length === 0) return line.reject(key, 'no e-mail, hash or user');
    const day = (field: 'start' | 'end'): number | null => {
      const serial = line.number(field);
      return serial >= 1 ? serial : null;
    };
    return {
      keys,
      userType: userTypeOf(line.text('userType')),
      start: day('start'),
      end: day('end'),
      row: line.row,
    };
  });
}

/** The keys by which lists may know a user of the data. */
export function keysOf(user: UserInfo): readonly string[] {
  return [...new Set([user.key, user.email].map(personKey))].filter((key) => key !== '');
}

/** Stretches of employment by user of the data; null where nothing says when anybody left. */
export function employmentByUser(
  { table, people }: UsageReading,
  employment: readonly Employment[] | null,
): readonly (readonly Employment[])[] | null {
  if (employment === null) {
    if (people === undefined) return null;
    return table.users.map((user): readonly Employment[] =>
      user.endDate === undefined
        ? []
        : [{ keys: keysOf(user), userType: user.userType, start: null, end: user.endDate, row: 0 }],
    );
  }
  const byKey = new Map<string, Employment[]>();
  for (const stretch of employment) {
    for (const key of stretch.keys) {
      const known = byKey.get(personKey(key));
      if (known) known.push(stretch);
      else byKey.set(personKey(key), [stretch]);
    }
  }
  return table.users.map((user) => [...new Set(keysOf(user).flatMap((key) => byKey.get(key) ?? []))]);
}

/** The last day before `day` on which the person left without being employed on `day`; null when there is none. */
export function leftBefore(stretches: readonly Employment[], day: number): number | null {
  if (stretches.some((stretch) => employedOn(stretch, day))) return null;
  return stretches.reduce<number | null>(
    (latest, { end }) => (end !== null && end < day && end > (latest ?? -Infinity) ? end : latest),
    null,
  );
}

function employedOn({ start, end }: Employment, day: number): boolean {
  if (start !== null && end !== null && start > end) return day <= end || day >= start;
  return (start === null || day >= start) && (end === null || day <= end);
}

function namesColumn(range: readonly (readonly RawCell[])[], aliases: readonly string[]): boolean {
  return range
    .slice(0, 10)
    .some((row) => row.some((cell) => typeof cell === 'string' && aliases.includes(bare(cell))));
}

function bare(cell: string): string {
  return cell.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
