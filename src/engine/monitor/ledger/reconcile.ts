import { formatNumber, isoDate } from '../../numeric';
import { explain, type ReconciliationContext } from '../findings/explanations';
import { settled } from './lots';
import { teamKey, teamText } from './teams';
import type { Adjustment, BookedLedger, Reconciliation, ShownBalance } from './types';

/**
 * The balances Autodesk shows against the ledger at the end of the same days, in order of date: difference = shown − ledger = what is
 * explained + what is not. Balances dated after the ledger are left out. Where packs name no team, balances of several teams on one
 * day are added up; else a balance without a team is that of all teams together.
 *
 * Explanations name causes that fit; they book nothing. What stays unexplained can be posted (`adjustmentFor`): post one, play the
 * ledger again and reconcile before the next, since an adjustment counts for all later days.
 */
export function reconcile(
  ledger: BookedLedger,
  shown: readonly ShownBalance[],
  context: ReconciliationContext,
): readonly Reconciliation[] {
  const onePool = ledger.lots.every((lot) => lot.team === '');
  const comparable = shown.filter((balance) => balance.date <= ledger.asOf);
  return (onePool ? summedByDate(comparable) : [...comparable])
    .sort((a, b) => a.date - b.date || a.row - b.row)
    .map((balance) => {
      const whole = balance.team === '';
      const ours = balanceAt(ledger, whole ? null : balance.team, balance.date);
      const difference = settled(balance.balance - ours);
      const explanations = difference === 0 ? [] : explain(balance, difference, whole, context);
      const explained = explanations.reduce((sum, { tokens }) => sum + tokens, 0);
      return {
        date: balance.date,
        team: balance.team,
        shown: balance.balance,
        ledger: ours,
        difference,
        explanations,
        unexplained: settled(difference - explained),
      };
    });
}

/**
 * The dated adjustment that makes up for what a reconciliation left unexplained; with it in the book the same balance leaves nothing
 * unexplained.
 * @param row the row it will have in its table; 0 = not in one yet
 */
export function adjustmentFor(reconciliation: Reconciliation, row = 0): Adjustment {
  const { date, team, shown, ledger, unexplained } = reconciliation;
  return {
    date,
    team,
    tokens: unexplained,
    reason: `Autodesk showed ${formatNumber(shown)} for ${teamText(team)} on ${isoDate(date)}, the ledger had ${formatNumber(ledger)}`,
    row,
  };
}

/** Balance of a team (null = all) at the end of a day. */
function balanceAt(ledger: BookedLedger, team: string | null, day: number): number {
  const key = team === null ? null : teamKey(team);
  const counts = ledger.lots.map((lot) => key === null || teamKey(lot.team) === key);
  let sum = 0;
  for (const move of ledger.moves) {
    if (move.day > day) break;
    if (!counts[move.lot]) continue;
    const comes = move.kind === 'bought' || move.kind === 'carried in' || move.kind === 'transferred in';
    sum += comes ? move.tokens : -move.tokens;
  }
  return settled(sum);
}

/** One balance a day: the last word on each team, added up. */
function summedByDate(shown: readonly ShownBalance[]): ShownBalance[] {
  const dates = new Map<number, Map<string, ShownBalance>>();
  for (const balance of shown) {
    const teams = dates.get(balance.date) ?? new Map<string, ShownBalance>();
    dates.set(balance.date, teams.set(teamKey(balance.team), balance));
  }
  return [...dates].map(([date, teams]) => {
    const balances = [...teams.values()];
    const sum = balances.reduce((total, { balance }) => total + balance, 0);
    return { date, team: '', balance: settled(sum), row: balances[0]?.row ?? 0 };
  });
}
