/** What a missing token costs by the role or project class of the person it fails. */
import { FlexError } from '../../engine/errors';
import type { UsageReading, UsageYear, UserInfo } from '../../engine/usage/types';
import type { PoolClass } from '../../report/pool/input';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { isBlankCell, placedCell, readOwnTable, type PlacedRange } from '../host/own-tables';
import { readInput } from '../runs/input';

export interface ClassCosts {
  /** "Role" or "Project class"; '' without classes. */
  readonly label: string;
  readonly classes: readonly PoolClass[];
  /** Cost of a missing token over everybody, weighted by the tokens of the year. */
  readonly disruption: number;
  /** Tokens that weigh: everybody's, above 0. */
  readonly tokens: number;
}

const COST_HEADER = 'Disruption cost';
const LABELS = { projectClass: 'Project class', role: 'Role' } as const;

/**
 * People are classed by project class when anybody has one, else by role. Whoever has no class, or a class without a cost of its own,
 * takes `oneNumber`. Classes that nobody bears any more stay listed as long as the user's cost stands beside them.
 * @param table classes as they stand on the earlier sheet; null without
 * @throws FlexError naming the cell that is no amount
 */
export function classCosts(
  reading: UsageReading,
  year: UsageYear,
  includes: ((user: number, product: number) => boolean) | undefined,
  table: PlacedRange | null,
  oneNumber: number,
): ClassCosts {
  const typed = costsOf(table);
  const { users } = reading.table;
  const by = (['projectClass', 'role'] as const).find((field) =>
    users.some((user) => nameOf(user, field) !== ''),
  );
  const found = new Map<string, { name: string; people: number; tokens: number }>();
  let total = 0;
  for (const { user, products } of year.users) {
    const counted = products.filter((pair) => includes?.(user, pair.product) !== false);
    if (counted.length === 0) continue;
    const tokens = Math.max(
      0,
      counted.reduce((sum, pair) => sum + pair.tokens, 0),
    );
    total += tokens;
    const info = users[user];
    const name = by === undefined || info === undefined ? '' : nameOf(info, by);
    if (name === '') continue;
    const entry = found.get(keyOf(name)) ?? { name, people: 0, tokens: 0 };
    found.set(keyOf(name), { ...entry, people: entry.people + 1, tokens: entry.tokens + tokens });
  }
  for (const [key, { name, cost }] of typed) {
    if (cost !== null && !found.has(key)) found.set(key, { name, people: 0, tokens: 0 });
  }
  const classes = [...found]
    .map(([key, entry]): PoolClass => ({ ...entry, disruption: typed.get(key)?.cost ?? null }))
    .sort((a, b) => b.tokens - a.tokens || (a.name < b.name ? -1 : 1));
  const above = classes.reduce(
    (sum, { tokens, disruption }) => sum + tokens * ((disruption ?? oneNumber) - oneNumber),
    0,
  );
  const label = by === undefined ? String(table?.values[0]?.[0] ?? '') : LABELS[by];
  return {
    label: classes.length === 0 ? '' : label,
    classes,
    disruption: total > 0 ? oneNumber + above / total : oneNumber,
    tokens: total > 0 ? total : 1,
  };
}

function nameOf(user: UserInfo, field: 'projectClass' | 'role'): string {
  return (user[field] ?? '').trim();
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

function costsOf(
  table: PlacedRange | null,
): ReadonlyMap<string, { readonly name: string; readonly cost: number | null }> {
  const costs = new Map<string, { name: string; cost: number | null }>();
  const [header = [], ...body] = table?.values ?? [];
  const at = header.findIndex((text) => String(text ?? '').startsWith(COST_HEADER));
  if (table === null || at < 0) return costs;
  body.forEach((cells, index) => {
    const [name, cost] = [cells[0], cells[at]];
    if (isBlankCell(name)) return;
    if (!isBlankCell(cost) && !(typeof cost === 'number' && Number.isFinite(cost) && cost >= 0)) {
      throw new FlexError(
        'value',
        `${COST_HEADER} of ${String(name)} in ${placedCell(table, index + 1, at)} is "${String(cost)}". Enter an amount of 0 or more, or clear the cell; then run again.`,
      );
    }
    costs.set(keyOf(String(name)), {
      name: String(name).trim(),
      cost: typeof cost === 'number' ? cost : null,
    });
  });
  return costs;
}

export const CLASS_COSTS = readInput(
  'classes',
  `the disruption costs on ${SHEETS.pool.name}`,
  [SHEETS.pool.name],
  async (context) => {
    const table = await readOwnTable(context, SHEETS.pool.name, TABLES.poolClasses, {});
    return [...costsOf(table)]
      .flatMap(([key, { cost }]) => (cost === null ? [] : [[key, cost] as const]))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  },
);
