/** What ledger, history, forecast and alert level refuse, one function a refusal. */
import { FlexError } from '../errors';
import { formatNumber, isoDate } from '../numeric';

/** Tokens that were to leave a pool which had fewer, as the book has them. */
export interface Overdraft {
  readonly row: number;
  readonly day: number;
  /** Tokens that were to leave, and the balance before. */
  readonly wanted: number;
  readonly had: number;
}

/** @param onePool no pack names a team, so there is nothing to move between */
export function transferTooLarge(
  { row, day, wanted, had }: Overdraft,
  from: string,
  to: string,
  onePool: boolean,
): FlexError {
  return new FlexError(
    'value',
    `Transfers, row ${row}: ${formatNumber(wanted)} tokens were to move from ${from} to ${to} on ${isoDate(day)}, but ${from} had ${formatNumber(had)} that day. ` +
      (onePool
        ? 'No pack names a team: fill in the Team column of the packs.'
        : 'Correct the tokens or the date, or add the pack that is missing.'),
    'monitor.transfer-too-large',
  );
}

/** @param whom the team, or "the pool" */
export function adjustmentTooLarge({ row, day, wanted, had }: Overdraft, whom: string): FlexError {
  return new FlexError(
    'value',
    `Adjustments, row ${row}: ${formatNumber(wanted)} tokens were to leave ${whom} on ${isoDate(day)}, but it had ${formatNumber(had)} that day. ` +
      'Usage that arrived since may explain the difference: lower the adjustment or delete it.',
    'monitor.adjustment-too-large',
  );
}

/** @param days that the forecast needs */
export function forecastTooShort(lastDay: number, lastExpiry: number, days: number): FlexError {
  return new FlexError(
    'value',
    `The forecast ends on ${isoDate(lastDay)}, but tokens are good until ${isoDate(lastExpiry)}: forecast ${days} days.`,
    'monitor.forecast-too-short',
  );
}

export function balanceBelowZero(remaining: number): FlexError {
  return new FlexError(
    'value',
    `remaining is ${formatNumber(remaining)}. A balance is 0 or more: give the tokens that are left.`,
    'monitor.balance-below-zero',
  );
}

export function poolBelowZero(pool: number): FlexError {
  return new FlexError(
    'value',
    `pool is ${formatNumber(pool)}. Give the tokens the pool began with, above 0.`,
    'monitor.pool-below-zero',
  );
}

export function poolOfNothing(): FlexError {
  return new FlexError(
    'number',
    'pool is 0, so there is no share that is left of it.',
    'monitor.pool-of-nothing',
  );
}

export function expiryBeforeStart(): FlexError {
  return new FlexError(
    'value',
    'expiry lies before start. Give the first and the last day of the pool.',
    'monitor.expiry-before-start',
  );
}

const APPEND_DAYS = 'append an export with one row a day, such as the Account daily usage or token usage';

export function historyOfUsageReport(): FlexError {
  return new FlexError(
    'value',
    `This is an Account usage report: a row stands for a whole period, and a history needs days. Use it for segments, and ${APPEND_DAYS}.`,
    'monitor.history-needs-days',
  );
}

/** @param evidence how the rows show that they are months */
export function historyOfMonths(evidence: string): FlexError {
  return new FlexError(
    'value',
    `A history needs days, and the rows of this export stand for a month or more: ${evidence}. To keep a history, ${APPEND_DAYS}.`,
    'monitor.history-needs-days',
  );
}

/** Which of the two that are put together names people, or teams. */
export type Named = 'history' | 'export';

export function peopleOnOneSide(named: Named): FlexError {
  return new FlexError(
    'value',
    named === 'history'
      ? 'The history counts each person, and this export names none (it has no user column): appended, use would count twice. Append an export with a user column, or keep this one on a sheet of its own.'
      : 'The history names no people, and this export counts each person: appended, use would count twice. Append an export of the same kind, or begin a new history with this one.',
    'monitor.people-on-one-side',
  );
}

/** @param day the first one that both hold */
export function teamsOnOneSide(named: Named, day: number): FlexError {
  return new FlexError(
    'value',
    named === 'history'
      ? `The history books use on teams, and this export names no team for use that both hold, first on ${isoDate(day)}: appended, it would count twice. Append an export with a team column, or leave out of it the days that the history holds.`
      : `This export books use on teams, and the history names no team for use that both hold, first on ${isoDate(day)}: appended, it would count twice. Leave the days that the history holds out of the export, or begin a new history with it.`,
    'monitor.teams-on-one-side',
  );
}

/** @param names what the three thresholds are called where they were given */
export function risingThresholds(names: readonly string[], shares: readonly number[]): FlexError {
  return new FlexError(
    'value',
    `${listed(names)} must fall, for example 30 %, 20 % and 10 %: they are ${listed(shares.map((share) => `${formatNumber(share * 100)} %`))}.`,
    'monitor.rising-thresholds',
  );
}

const listed = (texts: readonly string[]): string =>
  `${texts.slice(0, -1).join(', ')} and ${texts.at(-1) ?? ''}`;
