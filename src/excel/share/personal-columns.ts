/** Which columns of a table name people, told from their headers. */
import { knownHeader, normalizeHeader } from '../../engine/usage/reader/headers';

export type PersonalRole =
  /** Tells who it is. */
  | 'key'
  | 'email'
  | 'displayName'
  | 'firstName'
  | 'lastName'
  /** Another person: an owner, a manager. */
  | 'other'
  | 'team';

export interface PersonalColumn {
  readonly index: number;
  readonly header: string;
  readonly role: PersonalRole;
}

const BY_FIELD: Readonly<Partial<Record<string, PersonalRole>>> = {
  user: 'key',
  autodeskId: 'key',
  hash: 'key',
  email: 'email',
  displayName: 'displayName',
  firstName: 'firstName',
  lastName: 'lastName',
  team: 'team',
  department: 'team',
};
const OTHERS: ReadonlyMap<string, PersonalRole> = new Map([
  ['who', 'key'],
  ['workemail', 'email'],
  ['owner', 'other'],
  ['manager', 'other'],
  ['managername', 'other'],
  ['linemanager', 'other'],
  ['costcentre', 'team'],
  ['costcenter', 'team'],
]);

/** A "Name" alone may be that of a team or a holiday: it is a person's only beside a column that tells who. */
export function personalColumns(headers: readonly unknown[]): readonly PersonalColumn[] {
  const columns = headers.flatMap((cell, index): readonly PersonalColumn[] => {
    const header = String(cell ?? '').trim();
    // Our tables count people under "Users".
    if (normalizeHeader(header) === 'users') return [];
    const role = OTHERS.get(normalizeHeader(header)) ?? BY_FIELD[knownHeader(header)?.field ?? ''];
    return role === undefined ? [] : [{ index, header, role }];
  });
  const keyed = columns.some(({ role }) => role === 'key' || role === 'email');
  return columns.filter(({ role }) => role !== 'displayName' || keyed);
}

/** Cells of a header row that any known export or table of ours has. */
export function knownHeaders(cells: readonly unknown[]): number {
  return cells.filter((cell) => typeof cell === 'string' && isKnown(cell)).length;
}

function isKnown(text: string): boolean {
  return knownHeader(text) !== undefined || OTHERS.has(normalizeHeader(text));
}

/** True for what stands in such a column without being anybody: formulas, sentences, totals, masks. */
export function isNobody(text: string): boolean {
  return (
    text === '' ||
    /^[=(*]/.test(text) ||
    /^(total|none\.?|everybody|others)$/i.test(text) ||
    /\s.*\.$/.test(text)
  );
}
