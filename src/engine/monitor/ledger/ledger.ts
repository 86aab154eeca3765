import { isoDate } from '../../numeric';
import { adjustmentTooLarge, transferTooLarge } from '../errors';
import { fullTerm } from './book';
import { invoiceCents, partsOf, tokensOf, type LotOrigin } from './lots';
import { Pools, type PoolTeam } from './pools';
import { namesTeams, teamKey, teamText } from './teams';
import { poolTotals, teamTotals } from './totals';
import type { Adjustment, BookedLedger, Pack, PoolBook, Transfer } from './types';
import type { DayBurn } from '../burn/types';

/**
 * Plays the book and the burn day by day up to `asOf` included (docs/rules.md, "Ledger"). Packs that start later are not in it.
 *
 * A day in order: packs come in, expired lots leave (the day after their expiry), transfers, use (earliest expiry, then smallest balance,
 * start, name), refunds (days with net negative tokens go back to the lots burned last that have not expired), adjustments: they were
 * found against balances at the end of a day.
 *
 * Where no pack names a team there is one pool and the teams of burns and adjustments are not told apart. Else a team draws on its own lots
 * first and then on those of no team. An adjustment without a team is for all of them. An adjustment upwards that no lot has room for
 * makes a lot of its own, without cost, good for 12 months.
 * @param burns any order, several rows a day and team allowed
 * @throws FlexError 'value' for a transfer or an adjustment above the balance, naming its row, date and the balance
 */
export function ledger(book: PoolBook, burns: readonly DayBurn[], asOf: number): BookedLedger {
  const lastDay = Math.floor(asOf);
  const onePool = !namesTeams(book.packs);
  const packs = book.packs
    .filter((pack) => pack.start <= lastDay)
    .sort((a, b) => a.start - b.start || a.row - b.row);
  const transfers = byDay(book.transfers, lastDay);
  const adjustments = byDay(
    onePool ? book.adjustments.map((adjustment) => ({ ...adjustment, team: '' })) : book.adjustments,
    lastDay,
  );
  const use = useByDay(burns, onePool, lastDay);

  const pools = new Pools();
  const uncovered: DayBurn[] = [];
  const lostRefunds: DayBurn[] = [];
  const firstDay = Math.min(packs[0]?.start ?? lastDay, ...adjustments.keys());
  const balances = new Float64Array(lastDay - firstDay + 1);
  let nextPack = 0;
  for (const day of [...daysBefore(firstDay, use.days, transfers), ...daysFrom(firstDay, lastDay)]) {
    for (let pack = packs[nextPack]; pack && pack.start <= day; pack = packs[++nextPack]) {
      openPack(pools, day, pack);
    }
    pools.expire(day);
    for (const transfer of transfers.get(day) ?? []) move(pools, transfer, onePool);
    const used = use.days.get(day);
    if (used) {
      for (const sign of [1, -1]) {
        use.teams.forEach((team, index) => {
          const parts = sign * partsOf(used[index]!);
          if (parts <= 0) return;
          const rest = sign > 0 ? pools.burn(day, team, parts) : pools.refund(day, team, parts);
          if (rest === 0) return;
          const left = { day, team: team.name, tokens: tokensOf(rest) };
          (sign > 0 ? uncovered : lostRefunds).push(left);
        });
      }
    }
    for (const adjustment of adjustments.get(day) ?? []) correct(pools, adjustment);
    if (day >= firstDay) balances[day - firstDay] = tokensOf(pools.balance);
  }
  const lots = pools.lots.map((lot) => lot.closed());
  const teams = teamTotals(lots, uncovered, lostRefunds);
  return {
    asOf: lastDay,
    lots,
    burns: pools.moves.filter((entry) => entry.kind === 'burned'),
    teams,
    total: poolTotals(teams),
    firstDay,
    balances,
    moves: pools.moves,
    uncovered,
  };
}

function openPack(pools: Pools, day: number, pack: Pack): void {
  const { id, team, start, expiry, price, carried, quantity } = pack;
  pools.open(
    day,
    {
      pack: id,
      team,
      start,
      expiry,
      price,
      carried,
      transferred: false,
      quantity: partsOf(quantity),
      cents: invoiceCents(quantity, price),
    },
    carried ? 'carried in' : 'bought',
  );
}

function move(pools: Pools, transfer: Transfer, onePool: boolean): void {
  const { date, from, to, tokens, row } = transfer;
  const parts = partsOf(tokens);
  const balance = onePool ? 0 : pools.balanceOf(from);
  if (parts > balance) {
    const overdraft = { row, day: date, wanted: tokensOf(parts), had: tokensOf(balance) };
    throw transferTooLarge(overdraft, from, to, onePool);
  }
  pools.transfer(date, from, to, parts);
}

function correct(pools: Pools, adjustment: Adjustment): void {
  const { date, team, tokens, row } = adjustment;
  const parts = partsOf(tokens);
  if (parts > 0) {
    const rest = pools.correctUp(date, team, parts);
    if (rest > 0) pools.openUnexplained(date, unexplainedLot(date, team), rest);
    return;
  }
  const balance = team === '' ? pools.balance : pools.balanceOf(team);
  if (-parts > balance) {
    const overdraft = { row, day: date, wanted: tokensOf(-parts), had: tokensOf(balance) };
    throw adjustmentTooLarge(overdraft, teamText(team));
  }
  pools.correctDown(date, team, -parts);
}

function unexplainedLot(date: number, team: string): Omit<LotOrigin, 'quantity' | 'cents'> {
  return {
    pack: `Adjustment of ${isoDate(date)}`,
    team,
    start: date,
    expiry: fullTerm(date),
    price: 0,
    carried: false,
    transferred: false,
  };
}

/** Rows of each day up to the last, in the order of their table. */
function byDay<Row extends { readonly date: number; readonly row: number }>(
  rows: readonly Row[],
  lastDay: number,
): Map<number, Row[]> {
  const days = new Map<number, Row[]>();
  for (const row of [...rows].sort((a, b) => a.row - b.row)) {
    if (row.date > lastDay) continue;
    const list = days.get(row.date);
    if (list) list.push(row);
    else days.set(row.date, [row]);
  }
  return days;
}

/** Net use by day: tokens by team, in the order of `teams`, which are sorted by name. */
interface Use {
  readonly teams: readonly PoolTeam[];
  readonly days: ReadonlyMap<number, Float64Array>;
}

/** How rows of a day were split or ordered leaves no trace. */
function useByDay(burns: readonly DayBurn[], onePool: boolean, lastDay: number): Use {
  const names = new Map<string, string>();
  const keyOf = new Map<string, string>();
  for (const { team } of burns) {
    if (keyOf.has(team)) continue;
    const key = onePool ? '' : teamKey(team);
    keyOf.set(team, key);
    if (!names.has(key)) names.set(key, onePool ? '' : team.trim());
  }
  const teams = [...names].map(([key, name]) => ({ key, name })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const indexOfKey = new Map(teams.map(({ key }, index) => [key, index]));
  const indexOf = new Map([...keyOf].map(([team, key]) => [team, indexOfKey.get(key) ?? 0]));
  const days = new Map<number, Float64Array>();
  for (const { day, team, tokens } of burns) {
    if (day > lastDay) continue;
    let used = days.get(day);
    if (!used) days.set(day, (used = new Float64Array(teams.length)));
    used[indexOf.get(team)!]! += tokens;
  }
  return { teams, days };
}

/** Days with entries before the first pack, in order: use there is uncovered, a transfer an error. */
function daysBefore(firstDay: number, ...entries: readonly ReadonlyMap<number, unknown>[]): number[] {
  const days = new Set(entries.flatMap((entry) => [...entry.keys()]).filter((day) => day < firstDay));
  return [...days].sort((a, b) => a - b);
}

function daysFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
