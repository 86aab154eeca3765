import { BASES, type History } from './history';

/** A column of a history as a table. */
export interface HistoryField {
  /** As usage reads it. */
  readonly header:
    | 'User'
    | 'Product'
    | 'Date'
    | 'Hours'
    | 'Days'
    | 'Units'
    | 'Tokens'
    | 'Team'
    | 'Department'
    | 'Project'
    | 'User type'
    | 'Access'
    | 'Email'
    | 'Name';
  /** The cell of a row of the history; null = blank. Texts are texts, also those that look like a formula. */
  cell(row: number): string | number | null;
}

/** What stands in Access for use from a seat; blank is Flex, or not said. */
export const SEAT_ACCESS = 'Seat';

/**
 * The columns of a history that hold anything. Units stand under Hours or Days by what they count (Units: results), so that a card of the
 * other basis refuses them instead of misreading them; where the exports give tokens only, they are left to the card.
 */
export function historyFields(history: History): readonly HistoryField[] {
  const { users, products, dictionaries, basis, units, tokensCell } = history;
  const named = users.length > 0;
  const text = (value: string | undefined): string | null => value || null;
  const user = (row: number) => users[history.user[row]!];
  const counted = history.unitsGiven.includes(1);
  const unitsIn = (wanted: (typeof BASES)[number]) => {
    const code = BASES.indexOf(wanted);
    // Units that nobody knows stay blank: the tokens beside them count.
    return (row: number) => (basis[row] === code && units[row] === units[row] ? units[row]! : null);
  };
  const holds = (codes: Uint8Array, code: number): boolean => codes.includes(code);
  const field = (
    kept: boolean,
    header: HistoryField['header'],
    cell: HistoryField['cell'],
  ): readonly HistoryField[] => (kept ? [{ header, cell }] : []);
  const coded = (header: 'Team' | 'Department' | 'Project', name: 'team' | 'department' | 'project') =>
    field(dictionaries[name].length > 1, header, (row) => text(dictionaries[name][history[name][row]!]));
  return [
    ...field(named, 'User', (row) => text(user(row)?.key)),
    ...field(true, 'Product', (row) => products[history.product[row]!]!),
    ...field(true, 'Date', (row) => history.day[row]!),
    ...field(counted && holds(basis, BASES.indexOf('hour')), 'Hours', unitsIn('hour')),
    ...field(counted && holds(basis, BASES.indexOf('day')), 'Days', unitsIn('day')),
    ...field(counted && holds(basis, BASES.indexOf('result')), 'Units', unitsIn('result')),
    ...field(
      tokensCell.some((cell) => cell === cell),
      'Tokens',
      (row) => (tokensCell[row] === tokensCell[row] ? tokensCell[row]! : null),
    ),
    ...coded('Team', 'team'),
    ...coded('Department', 'department'),
    ...coded('Project', 'project'),
    ...field(
      users.some(({ userType }) => userType !== ''),
      'User type',
      (row) => text(user(row)?.userType),
    ),
    ...field(holds(history.seatAccess, 1), 'Access', (row) =>
      history.seatAccess[row] === 1 ? SEAT_ACCESS : null,
    ),
    ...field(
      users.some(({ email }) => email !== ''),
      'Email',
      (row) => text(user(row)?.email),
    ),
    ...field(
      users.some(({ displayName }) => displayName !== ''),
      'Name',
      (row) => text(user(row)?.displayName),
    ),
  ];
}
