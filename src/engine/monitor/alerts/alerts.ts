import { isoDate } from '../../numeric';
import { levelOf, type AlertLevel } from './level';
import {
  budgetTexts,
  escalateTexts,
  reviewTexts,
  staleTexts,
  teamEmptyTexts,
  topUpTexts,
  velocityTexts,
  wasteTexts,
  type AlertTexts,
} from './texts';
import { settled } from '../ledger/lots';
import type { MonitorTerms, PoolState } from '../review-types';
import { teamKey } from '../ledger/teams';
import type { AlertInput } from './input';
import type { AlertKind, BudgetLine, FoundAlert } from './types';

/**
 * Every condition that holds (docs/rules.md, "Monitoring"): shares of the pool, the depletion date against the lead time, expiry unused,
 * empty teams, budgets, and old data. A deeper level holds together with those above it, so that a pool that falls past two at once raises
 * both.
 */
export function findAlerts(input: AlertInput): readonly FoundAlert[] {
  const { total, terms, budgets } = input;
  // A team whose own packs are used up draws on those of no team: it is short only when they are gone too.
  const teams = commonBalance(total, input.teams) > 0 ? [] : input.teams;
  const pools = [total, ...teams];
  return [
    ...staleAlerts(input),
    ...pools.flatMap((state) => levelAlerts(state, input)),
    ...pools.flatMap((state) => velocityAlerts(state, input)),
    ...wasteAlerts(input),
    ...teams.flatMap((state) => teamEmptyAlerts(state, input)),
    ...budgets.flatMap((line) => budgetAlerts(line, terms, input.asOf)),
  ];
}

/** Tokens in packs of no team, which every team may draw on. */
export function commonBalance(
  total: Pick<PoolState, 'balance'>,
  teams: readonly Pick<PoolState, 'balance'>[],
): number {
  return settled(total.balance - teams.reduce((sum, { balance }) => sum + balance, 0));
}

/** "review|design|2026-01-05": stays the same as long as the condition speaks of the same term. */
function found(kind: AlertKind, team: string, start: number, texts: AlertTexts): FoundAlert {
  return { id: idOf([kind, team], start), kind, team, ...texts };
}

function idOf(parts: readonly string[], start: number): string {
  return [...parts.map(teamKey), isoDate(start)].filter(Boolean).join('|');
}

/** A purchase begins a new term: what it cured is raised again when it comes back. */
function termOf({ termStart, start, coming = [] }: Omit<PoolState, 'status'>): number {
  return termStart ?? (start > 0 ? start : (coming[0]?.start ?? 0));
}

const KINDS = { Review: 'review', 'Top-up': 'top-up', Escalate: 'escalate' } as const;

/** Every level that is reached, the deepest last. */
function reached(level: AlertLevel): readonly (keyof typeof KINDS)[] {
  const all = ['Review', 'Top-up', 'Escalate'] as const;
  return level === 'OK' ? [] : all.slice(0, all.indexOf(level) + 1);
}

const LEVEL_TEXTS = { Review: reviewTexts, 'Top-up': topUpTexts, Escalate: escalateTexts } as const;

function levelAlerts(state: Omit<PoolState, 'status'>, input: AlertInput): readonly FoundAlert[] {
  // Burn goes on, and no pack is good: nothing is left of nothing.
  const dry = !(state.pool > 0) && state.team === '' && state.lastFourWeeks > 0 && termOf(state) > 0;
  if (!(state.pool > 0) && !dry) return [];
  return reached(dry ? 'Escalate' : levelOf(state.share, input.terms)).map((level) =>
    found(KINDS[level], state.team, termOf(state), LEVEL_TEXTS[level](state, input)),
  );
}

function velocityAlerts(state: Omit<PoolState, 'status'>, input: AlertInput): readonly FoundAlert[] {
  const { depletion, pool } = state;
  if (depletion === null || !(pool > 0)) return [];
  if (depletion.p10 - input.asOf >= input.terms.leadDays) return [];
  return [found('velocity', state.team, termOf(state), velocityTexts(state, depletion, input))];
}

function wasteAlerts(input: AlertInput): readonly FoundAlert[] {
  const { total, terms } = input;
  const { depletion, pool } = total;
  if (depletion === null || !(pool > 0) || depletion.expiring <= terms.wasteShare * pool) return [];
  return [found('expiry waste', '', termOf(total), wasteTexts(total, depletion, input))];
}

/** A healthy pool with a team that has nothing left: a launch is refused when the team's own balance is short. */
function teamEmptyAlerts(state: Omit<PoolState, 'status'>, input: AlertInput): readonly FoundAlert[] {
  const { total } = input;
  const empty = state.balance <= 0 && (state.pool > 0 || state.lastFourWeeks > 0);
  if (!empty || total.balance <= 0) return [];
  return [found('team empty', state.team, termOf(state) || termOf(total), teamEmptyTexts(state, input))];
}

function budgetAlerts(line: BudgetLine, terms: MonitorTerms, asOf: number): readonly FoundAlert[] {
  const { budget, share, forecast } = line;
  const { name, kind, from, to, tokens } = budget;
  if (asOf < from || asOf > to) return [];
  const raise = (level: AlertLevel, what: string): FoundAlert => ({
    id: idOf([`budget ${what}`, `${kind} ${name}`], from),
    kind: 'budget',
    team: kind === 'team' ? name : '',
    ...budgetTexts(line, level),
  });
  const level = levelOf(share, terms);
  if (level === 'OK') return forecast > tokens ? [raise('OK', 'pace')] : [];
  return reached(level).map((one) => raise(one, KINDS[one]));
}

function staleAlerts(input: AlertInput): readonly FoundAlert[] {
  const { total, terms, asOf } = input;
  if (!isStale(total.latestDataDay, asOf, terms.staleDays)) return [];
  // Each time the data fall behind is a case of its own, told apart by the day they reach to.
  return [found('data too old', '', total.latestDataDay ?? asOf, staleTexts(total, input))];
}

/** Whether usage is too old to say that all is well. */
export function isStale(latestDataDay: number | null, asOf: number, staleDays: number): boolean {
  return latestDataDay === null || asOf - latestDataDay > staleDays;
}
