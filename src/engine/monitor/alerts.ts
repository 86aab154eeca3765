import { isoDate } from '../numeric';
import { levelOf } from './alertLevel';
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
} from './alertTexts';
import type { MonitorTerms, PoolState } from './reviewTypes';
import { teamKey } from './teams';
import type { Alert, AlertKind, BudgetLine, TopConsumer } from './types';
import type { Tier } from '../pool/types';

/** What alerts are found from. */
export interface AlertInput {
  readonly asOf: number;
  readonly terms: MonitorTerms;
  readonly total: Omit<PoolState, 'status'>;
  readonly teams: readonly Omit<PoolState, 'status'>[];
  readonly topConsumers: readonly TopConsumer[];
  readonly budgets: readonly BudgetLine[];
  /** Net price of a token, and the tiers of a top-up; empty = one price. */
  readonly tokenPrice: number;
  readonly tiers: readonly Tier[];
  readonly currency: string;
}

/** An alert as its condition stands today, before the register says when it was raised. */
export type FoundAlert = Omit<Alert, 'raised' | 'state' | 'owner'>;

/**
 * Every condition that holds (domain.md section 8): shares of the pool, the depletion date against the lead time, expiry unused, empty
 * teams, budgets, and old data. A deeper level holds together with those above it, so that a pool that falls past two at once raises both.
 */
export function findAlerts(input: AlertInput): readonly FoundAlert[] {
  const { total, teams, terms, budgets } = input;
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

/** "review|design|2026-01-05": stays the same as long as the condition speaks of the same term. */
function found(kind: AlertKind, of: string, start: number, texts: AlertTexts, team = of): FoundAlert {
  return { id: [kind, teamKey(of), isoDate(start)].filter(Boolean).join('|'), kind, team, ...texts };
}

function levelAlerts(state: Omit<PoolState, 'status'>, input: AlertInput): readonly FoundAlert[] {
  const { terms } = input;
  if (!(state.pool > 0)) return [];
  const level = levelOf(state.share, terms);
  const alerts: FoundAlert[] = [];
  if (level === 'OK') return alerts;
  alerts.push(found('review', state.team, state.start, reviewTexts(state, input)));
  if (level !== 'Review') alerts.push(found('top-up', state.team, state.start, topUpTexts(state, input)));
  if (level === 'Escalate')
    alerts.push(found('escalate', state.team, state.start, escalateTexts(state, input)));
  return alerts;
}

function velocityAlerts(state: Omit<PoolState, 'status'>, input: AlertInput): readonly FoundAlert[] {
  const { depletion, pool, start } = state;
  if (depletion === null || !(pool > 0)) return [];
  if (depletion.p10 - input.asOf >= input.terms.leadDays) return [];
  return [found('velocity', state.team, start, velocityTexts(state, depletion, input))];
}

function wasteAlerts(input: AlertInput): readonly FoundAlert[] {
  const { total, terms } = input;
  const { depletion, pool } = total;
  if (depletion === null || !(pool > 0) || depletion.expiring <= terms.wasteShare * pool) return [];
  return [found('expiry waste', '', total.start, wasteTexts(total, depletion, input))];
}

/** A healthy pool with a team that has nothing left: a launch is refused when the team's own balance is short. */
function teamEmptyAlerts(state: Omit<PoolState, 'status'>, input: AlertInput): readonly FoundAlert[] {
  const { total } = input;
  const empty = state.balance <= 0 && (state.pool > 0 || state.lastFourWeeks > 0);
  if (!empty || total.balance <= 0) return [];
  return [found('team empty', state.team, state.start || total.start, teamEmptyTexts(state, input))];
}

function budgetAlerts(line: BudgetLine, terms: MonitorTerms, asOf: number): readonly FoundAlert[] {
  const { budget, share, forecast } = line;
  if (asOf < budget.from || asOf > budget.to) return [];
  if (levelOf(share, terms) === 'OK' && !(forecast > budget.tokens)) return [];
  const { name, kind, from } = budget;
  return [found('budget', `${kind} ${name}`, from, budgetTexts(line), kind === 'team' ? name : '')];
}

function staleAlerts(input: AlertInput): readonly FoundAlert[] {
  const { total, terms, asOf } = input;
  if (!isStale(total.latestDataDay, asOf, terms.staleDays)) return [];
  return [found('data too old', '', total.start, staleTexts(total, input))];
}

/** Whether usage is too old to say that all is well. */
export function isStale(latestDataDay: number | null, asOf: number, staleDays: number): boolean {
  return latestDataDay === null || asOf - latestDataDay > staleDays;
}
