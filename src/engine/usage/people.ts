import { cellText, isBlank, isErrorText, isMasked } from './cells/cells';
import { normalizeHeader } from './reader/headers';
import { noKeyColumnOfPeople } from './errors';
import { NumberColumn } from './cells/number-column';
import type { PeopleJoin, RawCell, RejectedRow, UserInfo, UserType } from './types';
import { userTypeOf, type RowUser } from './reader/user-book';

/** One person of the people (HR) table. Blank cells are ''. */
export interface PersonRow {
  /** 1-based row in the range, header included. */
  readonly row: number;
  readonly email: string;
  readonly hash: string;
  readonly user: string;
  readonly userType: UserType;
  readonly department: string;
  readonly costCentre: string;
  readonly project: string;
  readonly manager: string;
  readonly role: string;
  /** Class of the person's projects, for what a blocked token costs there. */
  readonly projectClass: string;
  /** Excel serial of the last day; null = none given. */
  readonly endDate: number | null;
}

/** The people table as read. `read` = `people.length` + `rejected.length`; blank rows are not counted. */
export interface PeopleTable {
  readonly people: readonly PersonRow[];
  readonly read: number;
  readonly rejected: readonly RejectedRow[];
}

type PeopleField =
  | 'email'
  | 'hash'
  | 'user'
  | 'userType'
  | 'department'
  | 'costCentre'
  | 'project'
  | 'manager'
  | 'role'
  | 'projectClass'
  | 'endDate';
const ALIASES: Readonly<Record<PeopleField, readonly string[]>> = {
  email: ['email', 'emailaddress', 'mail', 'workemail'],
  hash: ['hash', 'hashedautodeskid', 'hasheduserid'],
  user: ['user', 'username', 'userid', 'login'],
  userType: ['usertype', 'type', 'employmenttype', 'employeetype', 'workertype'],
  department: ['department', 'dept'],
  costCentre: ['costcentre', 'costcenter'],
  project: ['project', 'projectname'],
  manager: ['manager', 'managername', 'linemanager'],
  role: ['role', 'jobtitle', 'title', 'position'],
  projectClass: ['projectclass', 'class', 'criticality'],
  endDate: ['enddate', 'leavingdate', 'leavedate', 'contractend', 'lastday'],
};
const IDENTITIES = ['email', 'hash', 'user'] as const;

/**
 * Reads a people range: a header row with Email or hash (or User), and any of User type, Department, Cost centre,
 * Project, Manager, End date, Role, Project class. A row without a key, with an unreadable end date or for a person already listed is
 * rejected.
 * @throws FlexError 'value' when the first row names no key column
 */
export function readPeople(range: readonly (readonly RawCell[])[]): PeopleTable {
  const header = (range[0] ?? []).map((cell) => cellText(cell));
  const indexOf = (field: PeopleField): number =>
    header.findIndex((text) => ALIASES[field].includes(normalizeHeader(text)));
  const at = Object.fromEntries(
    (Object.keys(ALIASES) as PeopleField[]).map((field) => [field, indexOf(field)]),
  ) as Record<PeopleField, number>;
  if (IDENTITIES.every((field) => at[field] < 0)) {
    throw noKeyColumnOfPeople();
  }
  const rows = range.slice(1);
  const endDates = new NumberColumn(at.endDate, header[at.endDate] ?? '', 'date', rows.length);
  rows.forEach((cells, row) => endDates.put(row, cells[at.endDate]));
  endDates.settle();

  const people: PersonRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  rows.forEach((cells, index) => {
    if (cells.every(isBlank)) return;
    const row = index + 2;
    const text = (field: PeopleField): string => (at[field] < 0 ? '' : cellText(cells[at[field]]));
    const name = (field: PeopleField): string =>
      isErrorText(text(field)) || isMasked(text(field)) ? '' : text(field);
    const reject = (field: PeopleField, reason: string): void => {
      rejected.push({ row, column: header[at[field]] ?? '', value: text(field), reason });
    };
    const keyed = IDENTITIES.filter((field) => name(field) !== '');
    const key = keyed[0];
    if (key === undefined)
      return reject(IDENTITIES.find((field) => at[field] >= 0) ?? 'email', 'no e-mail, hash or user');
    const twice = keyed.find((field) => seen.has(name(field).toLowerCase()));
    if (twice !== undefined) {
      return reject(
        twice,
        `listed before, in row ${seen.get(name(twice).toLowerCase()) ?? 0}: that row counts`,
      );
    }
    const endDate = endDates.at(index);
    if (endDates.isFilled(index) && !(endDate >= 1))
      return reject('endDate', endDates.reason(index) || 'not a date');
    for (const field of keyed) seen.set(name(field).toLowerCase(), row);
    people.push({
      row,
      email: name('email'),
      hash: name('hash'),
      user: name('user'),
      userType: userTypeOf(name('userType')),
      department: name('department'),
      costCentre: name('costCentre'),
      project: name('project'),
      manager: name('manager'),
      role: name('role'),
      projectClass: name('projectClass'),
      endDate: endDate >= 1 ? Math.floor(endDate) : null,
    });
  });
  return { people, read: people.length + rejected.length, rejected };
}

/**
 * Joins the users of the data with the people table by e-mail, else hash, else the key itself. What the table fills
 * wins over what the usage rows say; what it leaves blank keeps the rows' word.
 */
export function joinPeople(
  users: readonly RowUser[],
  people: PeopleTable | null,
): { readonly users: readonly UserInfo[]; readonly join: PeopleJoin | null } {
  const plain = users.map(({ hash: _hash, ...user }): UserInfo => user);
  if (!people) return { users: plain, join: null };
  const byKey = new Map<string, PersonRow>();
  for (const person of people.people) {
    for (const field of IDENTITIES) if (person[field] !== '') byKey.set(person[field].toLowerCase(), person);
  }
  const unmatched: string[] = [];
  const joined = plain.map((user, index): UserInfo => {
    const keys = [user.email, users[index]?.hash ?? '', user.key];
    const person = keys.map((key) => byKey.get(key.toLowerCase())).find((found) => found !== undefined);
    if (!person) {
      unmatched.push(user.key);
      return user;
    }
    return {
      ...user,
      userType: person.userType || user.userType,
      department: person.department || user.department,
      project: person.project || user.project,
      email: user.email || person.email,
      costCentre: person.costCentre,
      manager: person.manager,
      role: person.role,
      projectClass: person.projectClass,
      endDate: person.endDate,
    };
  });
  return { users: joined, join: { matched: users.length - unmatched.length, unmatched } };
}
