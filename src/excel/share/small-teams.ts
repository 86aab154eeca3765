/** Teams too small to be shown: a figure of fewer than five people tells of one of them. */
import type { RawCell } from '../../engine/usage/types';
import { TABLES } from '../../report/model/sheet-names';
import { entryOf, type Entry } from '../host/sheet-cells';

export const SMALLEST_GROUP = 5;
export const SMALL_GROUPS = 'Groups under 5 people';

const NO_GROUP = /^(total|everybody|unused|no cost centre|\(.*\))$/i;

export interface TeamView {
  readonly table: string;
  readonly group: string;
  /** Rows of one group that stay apart, by this column. */
  readonly by?: string;
  /** Columns that add up; formulas stay formulas, all others are emptied. */
  readonly sums: readonly string[];
}

const ENTRIES = ['Opening', 'Bought', 'Carried in', 'Burned', 'Expired', 'Adjusted', 'Between teams'];
const STATE_SUMS = ['Balance', 'Pool', 'Expiring unused'];

/** Our tables with a row a team. */
export const TEAM_VIEWS: readonly TeamView[] = [
  {
    table: TABLES.burnByTeam,
    group: 'Team',
    sums: ['Last 7 days', '7 days before', 'Last 28 days', '28 days before', 'Share'],
  },
  { table: TABLES.monitorTeams, group: 'Team', sums: STATE_SUMS },
  { table: TABLES.poolTeams, group: 'Team', sums: STATE_SUMS },
  { table: TABLES.teamMonths, group: 'Team', by: 'Month', sums: ENTRIES.map((entry) => `${entry} tokens`) },
  { table: TABLES.teamMoney, group: 'Team', by: 'Month', sums: ENTRIES.map((entry) => `${entry} money`) },
  {
    table: TABLES.chargeback,
    group: 'Cost centre',
    sums: ['Tokens', 'Used', 'Unused', 'Without a balance'],
  },
];

/** Counts the people of each team, department and cost centre. */
export class TeamSizes {
  private readonly members = new Map<string, Set<string>>();

  add(team: string, person: string): void {
    const key = team.trim().toLowerCase();
    if (key === '' || person === '' || NO_GROUP.test(key)) return;
    const known = this.members.get(key);
    if (known === undefined) this.members.set(key, new Set([person]));
    else known.add(person);
  }

  /**
   * Names, lower case, of the groups to hide: those with fewer than five people. Where these together are still fewer than five, the
   * smallest of the others goes with them: what the total leaves would tell of them.
   */
  hidden(): ReadonlySet<string> {
    const bySize = [...this.members].sort(([, a], [, b]) => a.size - b.size);
    const hidden = new Set<string>();
    const people = new Set<string>();
    for (const [team, members] of bySize) {
      const enough = people.size === 0 || people.size >= SMALLEST_GROUP;
      if (members.size >= SMALLEST_GROUP && enough) break;
      hidden.add(team);
      for (const member of members) people.add(member);
    }
    return hidden;
  }
}

/** A table's body with its small groups joined in their first row, `null` where nothing is to be joined. */
export function joinedRows(
  view: TeamView,
  header: readonly RawCell[],
  formulas: readonly (readonly RawCell[])[],
  values: readonly (readonly RawCell[])[],
  hidden: ReadonlySet<string>,
): readonly (readonly Entry[] | null)[] {
  const at = (name: string): number => header.findIndex((cell) => cell === name);
  const group = at(view.group);
  const by = view.by === undefined ? -1 : at(view.by);
  const firstOf = new Map<string, number>();
  const rowsOf = new Map<number, number[]>();
  values.forEach((cells, row) => {
    if (
      group < 0 ||
      !hidden.has(
        String(cells[group] ?? '')
          .trim()
          .toLowerCase(),
      )
    )
      return;
    const key = by < 0 ? '' : String(cells[by] ?? '');
    const first = firstOf.get(key) ?? row;
    firstOf.set(key, first);
    rowsOf.set(first, [...(rowsOf.get(first) ?? []), row]);
  });
  const joined = new Array<readonly Entry[] | null>(values.length).fill(null);
  for (const [first, rows] of rowsOf) {
    for (const row of rows) joined[row] = header.map(() => '');
    joined[first] = header.map((cell, column): Entry => {
      if (column === group) return entryOf(SMALL_GROUPS);
      const own = formulas[first]?.[column] ?? '';
      if (column === by || (typeof own === 'string' && own.startsWith('='))) return own as Entry;
      if (!view.sums.includes(String(cell))) return '';
      return rows.reduce((sum, row) => sum + Number(values[row]?.[column] ?? 0), 0);
    });
  }
  return joined;
}
