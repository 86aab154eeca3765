import { isErrorText, isMasked, isNoName, isTotalsLabel } from '../cells/cells';
import { normalizeHeader } from './headers';
import { LatestText } from '../cells/latest-text';
import { errorReason } from '../cells/number-column';
import { BLANK, type TextColumn } from '../cells/text-column';
import type { UserInfo, UserType } from '../types';

/** The text columns that describe a person; any of them may be missing. */
export interface PersonColumns {
  /** In the order they are asked: user, e-mail, Autodesk id, hash. */
  readonly identities: readonly TextColumn[];
  readonly displayName: TextColumn | undefined;
  readonly firstName: TextColumn | undefined;
  readonly lastName: TextColumn | undefined;
  readonly email: TextColumn | undefined;
  readonly hash: TextColumn | undefined;
  readonly userType: TextColumn | undefined;
  readonly team: TextColumn | undefined;
  readonly department: TextColumn | undefined;
  readonly project: TextColumn | undefined;
}

/** A user as the rows describe it, with the hash that a people table may know it by. */
export type RowUser = UserInfo & { readonly hash: string };

/** A row's person: an index ≥ 0, or why there is none. */
export const NOBODY = -1;
const NAMELESS = -2;
/** An error or a totals label: the row is left out whatever its other identities say. */
const UNUSABLE = -3;

interface Person {
  readonly key: string;
  /** Index among the users of usable rows; -1 until the first one. */
  index: number;
}

/** The people of the data: who a row is about, and what the usable rows say of each person. */
export class UserBook {
  /** Keys in order of first appearance among usable rows. */
  readonly keys: string[] = [];
  private readonly people: Person[] = [];
  private readonly byKey = new Map<string, number>();
  /** Per identity column: code → person + 1, NAMELESS or UNUSABLE for codes that name nobody, 0 not looked up. */
  private readonly personOf: Int32Array[];
  private readonly described: readonly (readonly [keyof Described, TextColumn, LatestText])[];

  constructor(private readonly columns: PersonColumns) {
    this.personOf = columns.identities.map((column) => new Int32Array(column.texts.length));
    const { displayName, firstName, lastName, email, hash, userType, team, department, project } = columns;
    const wanted = { displayName, firstName, lastName, email, hash, userType, team, department, project };
    this.described = (Object.entries(wanted) as [keyof Described, TextColumn | undefined][]).flatMap(
      ([field, column]) =>
        column
          ? [[field, column, new LatestText(field === 'userType' ? contractorsFirst : undefined)] as const]
          : [],
    );
  }

  /** The person of a row; NOBODY when no identity of the row names one. */
  personAt(row: number): number {
    const { identities } = this.columns;
    for (let c = 0; c < identities.length; c++) {
      const column = identities[c] as TextColumn;
      const code = column.codes[row] as number;
      if (code === BLANK) continue;
      const people = this.personOf[c] as Int32Array;
      let person = people[code] as number;
      if (person === 0) people[code] = person = this.lookUp(column.texts[code] as string);
      if (person === UNUSABLE) return NOBODY;
      if (person !== NAMELESS) return person - 1;
    }
    return NOBODY;
  }

  /** Why a row has no person, with the column to look at. */
  problemAt(row: number): { readonly column: TextColumn | undefined; readonly reason: string } {
    const { identities } = this.columns;
    const filled =
      identities.find((column) => column.text(row) !== '' && !isMasked(column.text(row))) ??
      identities.find((column) => column.text(row) !== '');
    const text = filled?.text(row) ?? '';
    if (isErrorText(text)) return { column: filled, reason: errorReason(text) };
    if (isTotalsLabel(text, false)) return { column: filled, reason: 'totals row' };
    if (isMasked(text)) return { column: filled, reason: 'no user: every identity of the row is masked' };
    return { column: filled ?? identities[0], reason: 'no user' };
  }

  /** Index among the users of the person behind a code of the first identity column; below 0 when not yet known. */
  knownUser(code: number): number {
    const person = (this.personOf[0] as Int32Array)[code] as number;
    return person > 0 ? (this.people[person - 1] as Person).index : -1;
  }

  /** First spelling of a person's key, usable rows or not. */
  keyOf(person: number): string {
    return (this.people[person] as Person).key;
  }

  /** Counts a usable row for a person; gives its index among the users. */
  accept(person: number, row: number, date: number): number {
    const entry = this.people[person] as Person;
    if (entry.index < 0) entry.index = this.keys.push(entry.key) - 1;
    if (this.describes) this.describe(entry.index, row, date);
    return entry.index;
  }

  /** Whether any column describes people. */
  get describes(): boolean {
    return this.described.length > 0;
  }

  /** Notes what a row says of its user. */
  describe(user: number, row: number, date: number): void {
    for (const [, column, latest] of this.described) {
      if (column.isNamed(row)) latest.offer(user, column.text(row), date);
    }
  }

  /** The users of the usable rows. Where rows differ (a new team, a new contract), the latest row speaks. */
  users(): readonly RowUser[] {
    return this.keys.map((key, index) => {
      const said: Described = {};
      for (const [field, , latest] of this.described) said[field] = latest.at(index);
      const shown = (text: string | undefined): string => (text === undefined || isMasked(text) ? '' : text);
      const fullName = [shown(said.firstName), shown(said.lastName)].filter((part) => part !== '').join(' ');
      return {
        key,
        displayName: shown(said.displayName) || fullName || key,
        userType: userTypeOf(said.userType ?? ''),
        team: said.team ?? '',
        department: said.department ?? '',
        project: said.project ?? '',
        email: shown(said.email),
        hash: shown(said.hash),
      };
    });
  }

  private lookUp(text: string): number {
    if (isErrorText(text) || isTotalsLabel(text, false)) return UNUSABLE;
    if (isMasked(text) || isNoName(text)) return NAMELESS;
    const key = text.toLowerCase();
    let person = this.byKey.get(key);
    if (person === undefined) {
      person = this.people.push({ key: text, index: -1 }) - 1;
      this.byKey.set(key, person);
    }
    return person + 1;
  }
}

type Described = Partial<
  Record<
    | 'displayName'
    | 'firstName'
    | 'lastName'
    | 'email'
    | 'hash'
    | 'userType'
    | 'team'
    | 'department'
    | 'project',
    string
  >
>;

/** The user type a text means: employee or internal, contractor, external; all else is blank. */
export function userTypeOf(text: string): UserType {
  const word = normalizeHeader(text);
  if (word === 'employee' || word === 'internal') return 'employee';
  return word === 'contractor' || word === 'external' ? word : '';
}

/** Between two types of the same day the stricter one counts, whatever the order of the rows. */
function contractorsFirst(a: string, b: string): boolean {
  const rank = (text: string): number => ['contractor', 'external', 'employee', ''].indexOf(userTypeOf(text));
  return rank(a) < rank(b);
}
