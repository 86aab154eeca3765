import type { RawCell, UsageReading } from '../../usage/types';
import { levelOf, levelText, type Thresholds } from './level';
import { readBookTable, type BookColumn, type BookRows } from '../../usage/book-table';
import { settled } from '../ledger/lots';
import { teamKey } from '../ledger/teams';
import type { Budget, BudgetLine } from './types';

const PROJECT = /^projects?$/;
const TEAM = /^(?:|teams?)$/;

const COLUMNS: Readonly<Record<'name' | 'kind' | 'tokens' | 'from' | 'to', BookColumn>> = {
  name: {
    label: 'Name',
    aliases: ['name', 'budget', 'team', 'project', 'teamorproject'],
    kind: 'text',
    need: 'column',
  },
  kind: { label: 'Kind', aliases: ['kind', 'type', 'of'], kind: 'text', need: 'nothing' },
  tokens: { label: 'Tokens', aliases: ['tokens', 'amount', 'quantity'], kind: 'number', need: 'cell' },
  from: { label: 'From', aliases: ['from', 'start', 'firstday'], kind: 'date', need: 'cell' },
  to: { label: 'To', aliases: ['to', 'until', 'end', 'lastday', 'expiry'], kind: 'date', need: 'cell' },
};

/**
 * Reads token budgets: columns Name, Tokens, From, To (both days included), and Kind: team (also where blank) or project.
 * @throws FlexError 'value' naming the columns that are missing
 */
export function readBudgets(range: readonly (readonly RawCell[])[]): BookRows<Budget> {
  return readBookTable<keyof typeof COLUMNS, Budget>(range, 'budgets', COLUMNS, (line) => {
    const name = line.text('name');
    if (name === '') return line.reject('name', 'no team or project');
    const word = line.text('kind').toLowerCase();
    const project = PROJECT.test(word);
    if (!project && !TEAM.test(word))
      return line.reject('kind', 'not a kind of budget: write team or project');
    const tokens = line.number('tokens');
    if (!(tokens > 0)) return line.reject('tokens', 'the tokens must be above 0');
    const [from, to] = [line.number('from'), line.number('to')];
    if (to < from) return line.reject('to', 'the last day lies before the first');
    return { name, kind: project ? 'project' : 'team', tokens, from, to, row: line.row };
  });
}

/**
 * Budgets on a day: what burned of each, and a straight line from its first day to its last.
 * @param asOf whole serial; later rows are left out
 * @param knownUntil last day of usage; the pace is counted to it
 */
export function budgetLines(
  reading: UsageReading,
  budgets: readonly Budget[],
  asOf: number,
  knownUntil: number | null,
  thresholds: Thresholds,
): readonly BudgetLine[] {
  const burned = burnedOf(reading, budgets, asOf);
  const lastKnown = Math.min(asOf, knownUntil ?? asOf);
  return budgets.map((budget, at): BudgetLine => {
    const { tokens, from, to } = budget;
    const used = burned[at]!;
    const left = settled(tokens - used);
    const days = Math.min(lastKnown, to) - from + 1;
    const pace = days > 0 ? used / days : Number.NaN;
    const forecast = days > 0 ? settled(pace * (to - from + 1)) : Number.NaN;
    const share = left / tokens;
    return {
      budget,
      burned: used,
      left,
      share,
      forecast,
      usedUp: forecast > tokens ? from + Math.max(0, Math.ceil(tokens / pace) - 1) : null,
      status: statusOf(budget, asOf, share, forecast, thresholds),
    };
  });
}

function statusOf(
  { tokens, from, to }: Budget,
  asOf: number,
  share: number,
  forecast: number,
  thresholds: Thresholds,
): string {
  if (asOf < from) return 'Not begun';
  if (asOf > to) return share < 0 ? 'Ended, overrun' : 'Ended';
  if (share <= 0) return 'Used up';
  const text = levelText(levelOf(share, thresholds), thresholds);
  return forecast > tokens ? `${text} – early` : text;
}

/** Net tokens of each budget's team or project between its days. Rows drawn from a seat burn nothing. */
function burnedOf(reading: UsageReading, budgets: readonly Budget[], asOf: number): readonly number[] {
  const { table } = reading;
  const sums = budgets.map(() => 0);
  const { team, project } = table.dictionaries;
  const matching = (kind: Budget['kind']): ((name: string) => readonly number[]) => {
    const known = new Map<string, readonly number[]>();
    return (name) => {
      let found = known.get(name);
      if (found === undefined) {
        const key = teamKey(name);
        found = budgets.flatMap((one, at) => (one.kind === kind && teamKey(one.name) === key ? [at] : []));
        known.set(name, found);
      }
      return found;
    };
  };
  const ofTeam = matching('team');
  const ofProject = matching('project');
  for (let row = 0; row < table.rows; row++) {
    const day = Math.floor(table.date[row]!);
    const tokens = table.tokens[row]!;
    if (!(day <= asOf) || !(tokens < 0 || tokens > 0) || table.seatAccess[row] === 1) continue;
    const user = table.users[table.user[row]!];
    const add = (at: number): void => {
      const { from, to } = budgets[at]!;
      if (day >= from && day <= to) sums[at]! += tokens;
    };
    ofTeam(team[table.team[row] ?? 0] || (user?.team ?? '')).forEach(add);
    ofProject(project[table.project[row] ?? 0] || (user?.project ?? '')).forEach(add);
  }
  return sums.map(settled);
}
