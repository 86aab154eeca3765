import { toWholeCents, splitCents } from './apportion';
import { settled } from './lots';
import type { BookedLedger, Chargeback, ChargebackLine, UnusedRule } from './types';

/** Tokens of each cost centre on a day, of a team ('' = everybody, where packs name no team). Net of refunds; blank = none known. */
export type CostCentreShares = (day: number, team: string) => ReadonlyMap<string, number>;

/** Lines that are no cost centre; they follow those that are. */
export const NO_COST_CENTRE = 'No cost centre';
export const UNUSED = 'Unused';

interface Use {
  tokens: number;
  /** Exact, in cents. */
  cost: number;
  uncovered: number;
}

/**
 * What the tokens cost whom. The cost of the tokens burned on a day, lot by lot, goes to the cost centres in proportion to their tokens that
 * day; the exact shares are added up over all days and rounded once, by largest remainders. The cost of tokens that expired or were
 * adjusted away is shared by the rule: `by use` in proportion to the tokens used, `evenly` over the cost centres, `apart` as the line
 * Unused (also where there is nobody to share it). Use on days without a balance cost nothing: its tokens stand beside those of the cost centre (`uncovered`).
 */
export function chargeback(ledger: BookedLedger, shares: CostCentreShares, rule: UnusedRule): Chargeback {
  const uses = new Map<string, Use>();
  const useOf = (costCentre: string): Use => {
    const name = costCentre.trim() || NO_COST_CENTRE;
    let use = uses.get(name);
    if (!use) uses.set(name, (use = { tokens: 0, cost: 0, uncovered: 0 }));
    return use;
  };
  const weights = proportions(shares);

  let [usedCents, unusedCents, invoicedCents] = [0, 0, 0];
  for (const { day, team, kind, tokens, cents } of ledger.moves) {
    if (kind === 'bought' || kind === 'carried in') invoicedCents += cents;
    if (kind === 'expired' || kind === 'adjusted') unusedCents += cents;
    if (kind !== 'burned') continue;
    usedCents += cents;
    for (const [costCentre, share] of weights(day, team)) {
      const use = useOf(costCentre);
      use.tokens += tokens * share;
      use.cost += cents * share;
    }
  }
  for (const { day, team, tokens } of ledger.uncovered) {
    for (const [costCentre, share] of weights(day, team)) useOf(costCentre).uncovered += tokens * share;
  }

  const users = [...uses].sort(([a], [b]) => inOrder(a, b));
  const used = toWholeCents(
    users.map(([, use]) => use.cost),
    usedCents,
  );
  const unused = splitCents(unusedCents, users.map(unusedWeight(rule, users)));
  const lines = users.map(([costCentre, use], index): ChargebackLine => {
    const [mine, wasted] = [used[index] ?? 0, unused?.[index] ?? 0];
    return {
      ...line(costCentre, use.tokens, mine, wasted),
      ...(settled(use.uncovered) === 0 ? {} : { uncovered: settled(use.uncovered) }),
    };
  });
  if (unused === null && unusedCents !== 0) lines.push(line(UNUSED, 0, 0, unusedCents));
  const stillInPoolCents = ledger.lots.reduce((sum, lot) => sum + lot.balanceCents, 0);
  return { rule, lines, stillInPoolCents, invoicedCents };
}

function line(costCentre: string, tokens: number, usedCents: number, unusedCents: number): ChargebackLine {
  return {
    costCentre,
    tokens: settled(tokens),
    usedCents,
    unusedCents,
    totalCents: usedCents + unusedCents,
  };
}

/** Each cost centre's part of a day; a day whose tokens are not known, or net to 0, has no cost centre. */
function proportions(shares: CostCentreShares): (day: number, team: string) => ReadonlyMap<string, number> {
  const nobody: ReadonlyMap<string, number> = new Map([[NO_COST_CENTRE, 1]]);
  let [lastDay, lastTeam] = [NaN, ''];
  let last = nobody;
  return (day, team) => {
    // A day's lots stand next to one another.
    if (day === lastDay && team === lastTeam) return last;
    const tokens = shares(day, team);
    const sum = [...tokens.values()].reduce((all, value) => all + value, 0);
    last =
      settled(sum) === 0
        ? nobody
        : new Map([...tokens].map(([costCentre, value]): [string, number] => [costCentre, value / sum]));
    [lastDay, lastTeam] = [day, team];
    return last;
  };
}

function unusedWeight(
  rule: UnusedRule,
  users: readonly (readonly [string, Use])[],
): (user: readonly [string, Use]) => number {
  switch (rule) {
    case 'by use':
      return ([, use]) => Math.max(0, use.tokens);
    case 'evenly': {
      const known = users.some(([name]) => name !== NO_COST_CENTRE);
      return ([name]) => (known && name === NO_COST_CENTRE ? 0 : 1);
    }
    case 'apart':
      return () => 0;
  }
}

function inOrder(a: string, b: string): number {
  if ((a === NO_COST_CENTRE) !== (b === NO_COST_CENTRE)) return a === NO_COST_CENTRE ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}
