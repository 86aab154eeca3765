import { FlexError } from '../errors';
import { firstSerialOfMonth, formatNumber, isoDate, monthIndexOf } from '../numeric';
import { netTokenPrice } from '../catalog/terms';
import { usageYear } from '../usage';
import type { UsageReading } from '../usage/types';
import { commonBalance, findAlerts } from './alerts/alerts';
import { registerAlerts } from './alerts/register';
import { budgetLines } from './alerts/budgets';
import { topConsumers } from './findings/top-consumers';
import { completenessOf } from '../usage';
import { statusOf } from './alerts/status';
import { anomalies } from './findings/anomalies';
import { burnDown } from './forecast/burn-down';
import { burnLines } from './burn/lines';
import { namedCases } from './findings/cases';
import { explainChange } from './findings/month-comparison';
import { chargeback } from './ledger/chargeback';
import { costCentreShares } from './ledger/cost-centres';
import { dayBurns } from './burn/days';
import { ledger } from './ledger/ledger';
import { monthMoney, monthMoneyByTeam } from './ledger/money';
import { monthUse } from './ledger/month-use';
import { drawingOn } from './burn/population';
import { poolState, type Measured } from './ledger/pool-state';
import { reconcile } from './ledger/reconcile';
import { knownUntil, reconciledBook } from './ledger/reconciled';
import type { MonitorInput, MonitorReview, MonthChange, PoolState } from './review-types';
import { dailySeries } from './burn/series';
import { shifts } from './findings/shifts';
import { namesTeams, teamKey } from './ledger/teams';
import type { BookedLedger, MonthMoney } from './ledger/types';
import type { DailySeries, DayBurn } from './burn/types';
import { burnByDay, burnByWeek, lastWholeWeek } from './burn/weeks';

/** Rows of the list of people. */
const MOST_USERS = 50;
const DAYS_OFF = 6;

/**
 * One review of a pool on a day: the ledger and its money, how it drains, who burns, what is out of the ordinary, and the alerts that
 * follow (docs/rules.md, "Monitoring"). Everything dated after the as-of day is left out.
 * @throws FlexError 'value' for a transfer or an adjustment above the balance, naming its row
 */
export function monitorReview(input: MonitorInput): MonitorReview {
  const { book, asOf, terms, currency, holidays, tiers } = input;
  const tokenPrice = netTokenPrice(input.prices);
  const reading = drawingOn(input.reading, input.includes);
  const onePool = !namesTeams(book.packs);
  const burns = dayBurns(reading, { to: asOf, onePool });
  const own = ledger(book, burns, asOf);
  const series = dailySeries(reading, { asOf });
  const latestDataDay = series.tokens.length > 0 ? series.firstDay + series.tokens.length - 1 : null;
  const reconciliations = reconcile(own, book.shown, { latestDataDay, burns, transfers: book.transfers });
  const counted = countedLedger(input, own, burns, reconciliations, latestDataDay);
  const { played } = counted;
  const known = counted.reconciled ? reconciliations : [];
  const state = (team: string, totals: Measured['totals'], of: DailySeries): Measured =>
    poolState(input, team, played, totals, of, knownUntil(known, latestDataDay, team));
  const total = state('', own.total, series);
  const teams = onePool ? [] : teamStates(own, reading, asOf, state);
  const week = lastWholeWeek(series);
  const consumers = consumersOf(reading, input, week, total);
  const budgets = budgetLines(reading, input.budgets, asOf, latestDataDay, terms);
  const found = findAlerts({
    asOf,
    terms,
    total,
    teams,
    topConsumers: consumers,
    budgets,
    tokenPrice,
    tiers,
    currency,
  });
  const register = registerAlerts(found, input.earlier, asOf);
  return {
    asOf,
    currency,
    terms,
    ledger: own,
    total: withStatus(total, input),
    teams: teams.map((team) => teamStatus(withStatus(team, input), commonBalance(total, teams))),
    ...moneyOf(own, reading, input, onePool),
    reconciliations,
    curve: total.curve,
    burnDown: burnDown(total, played, total.curve),
    days: burnByDay(series, total.curve),
    weeks: burnByWeek(series, total.curve),
    ...linesOf(reading, input, latestDataDay ?? asOf),
    topConsumers: consumers,
    topWeek: week,
    anomalies: anomalies(reading, { pool: total.pool > 0 ? total.pool : null, holidays, asOf }),
    shifts: shifts(reading, { holidays, asOf }),
    // A seat-holder who burns tokens is no part of those who should.
    cases: namedCases(input.reading, { seats: input.seats, asOf }),
    change: changeOf(reading, latestDataDay, own, input),
    budgets,
    alerts: register.alerts,
    raisedNow: register.raised,
    notes: [...notesOf(input, reading, total), ...ledgerNotes(own, counted.reconciled)],
  };
}

/** A team with nothing of its own is served from the packs of no team while these last. */
function teamStatus(state: PoolState, common: number): PoolState {
  return common > 0 && state.balance <= 0 ? { ...state, status: 'Draws on packs of no team' } : state;
}

/**
 * The ledger that alerts count from: with the balances shown that nobody posted. One that cannot be played, because tokens that it says were
 * gone were moved later, is left out, and the reader is told.
 */
function countedLedger(
  { book, asOf }: MonitorInput,
  own: BookedLedger,
  burns: readonly DayBurn[],
  found: MonitorReview['reconciliations'],
  latestDataDay: number | null,
): { readonly played: BookedLedger; readonly reconciled: boolean } {
  const reconciled = reconciledBook(book, found, latestDataDay);
  if (reconciled === book) return { played: own, reconciled: true };
  try {
    return { played: ledger(reconciled, burns, asOf), reconciled: true };
  } catch (error) {
    if (error instanceof FlexError) return { played: own, reconciled: false };
    throw error;
  }
}

/** A state with the word that thresholds, pace and the age of the data give it. */
function withStatus({ curve: _, ...state }: Measured, { asOf, terms, reading }: MonitorInput): PoolState {
  return { ...state, status: statusOf(state, asOf, terms, completenessOf(reading).complete) };
}

function consumersOf(
  reading: UsageReading,
  { asOf, prices, currency, spareSeats, collections = [] }: MonitorInput,
  week: number,
  total: Measured,
): MonitorReview['topConsumers'] {
  if (total.latestDataDay === null) return [];
  return topConsumers(reading, {
    week,
    year: usageYear(reading, Math.min(asOf, total.latestDataDay)),
    terms: prices,
    currency,
    spareSeats,
    collections,
    daysOfCover: total.depletion?.daysOfCover ?? Number.NaN,
  });
}

function teamStates(
  own: BookedLedger,
  reading: UsageReading,
  asOf: number,
  state: (team: string, totals: Measured['totals'], of: DailySeries) => Measured,
): readonly Measured[] {
  return own.teams
    .filter(({ team }) => team !== '')
    .map((totals) => state(totals.team, totals, dailySeries(reading, { asOf, team: totals.team })))
    .sort((a, b) => (teamKey(a.team) < teamKey(b.team) ? -1 : 1));
}

function moneyOf(
  own: BookedLedger,
  reading: UsageReading,
  { asOf, terms }: MonitorInput,
  onePool: boolean,
): Pick<MonitorReview, 'months' | 'monthsByTeam' | 'chargeback'> {
  return {
    months: monthMoney(own),
    monthsByTeam: onePool ? [] : monthMoneyByTeam(own),
    chargeback: chargeback(own, costCentreShares(reading, { to: asOf, onePool }), terms.unusedRule),
  };
}

function linesOf(
  reading: UsageReading,
  { segmentOf }: MonitorInput,
  lastDay: number,
): Pick<MonitorReview, 'byProduct' | 'bySegment' | 'byTeam' | 'byUser'> {
  const { table } = reading;
  const ofRow = table.dictionaries.team;
  const userOf = (row: number): number => table.user[row]!;
  const lines = (nameOf: (row: number) => string): MonitorReview['byUser'] =>
    burnLines(reading, nameOf, lastDay);
  return {
    byProduct: lines((row) => table.products[table.product[row]!]?.name ?? ''),
    bySegment: segmentOf === undefined ? [] : lines((row) => segmentOf(userOf(row))),
    byTeam: lines((row) => ofRow[table.team[row] ?? 0] || (table.users[userOf(row)]?.team ?? '')),
    byUser: reading.hasUserColumn
      ? lines((row) => table.users[userOf(row)]?.key ?? '').slice(0, MOST_USERS)
      : [],
  };
}

/** The last two calendar months that the data hold to their end. */
function changeOf(
  reading: UsageReading,
  latestDataDay: number | null,
  own: BookedLedger,
  { prices, currency }: MonitorInput,
): MonthChange | null {
  const { earliestDate } = reading;
  if (latestDataDay === null || earliestDate === null) return null;
  const month = monthIndexOf(latestDataDay);
  const after = latestDataDay + 1 === firstSerialOfMonth(month + 1) ? month : month - 1;
  const before = after - 1;
  // A month may begin with days off.
  if (firstSerialOfMonth(before) + DAYS_OFF < earliestDate) return null;
  const months = monthMoney(own, before, after);
  const tokenPrice = netTokenPrice(prices);
  const parts = explainChange(reading, before, after, {
    before: priceBurned(months[0], tokenPrice),
    after: priceBurned(months[1], tokenPrice),
    currency,
  });
  return {
    before,
    after,
    tokensBefore: monthUse(reading, before).tokens,
    tokensAfter: monthUse(reading, after).tokens,
    parts,
  };
}

/** What a token burned in a month cost: by the packs it came from, else as bought today. */
function priceBurned(month: MonthMoney | undefined, otherwise: number): number {
  const { tokens, cents } = month?.burned ?? { tokens: 0, cents: 0 };
  return tokens > 0 ? cents / tokens / 100 : otherwise;
}

/** What a reader must know of what is missing. */
function notesOf({ book, asOf }: MonitorInput, reading: UsageReading, total: Measured): readonly string[] {
  const notes: string[] = [];
  if (!reading.hasUserColumn) {
    notes.push('The usage names nobody, so there are no top consumers, people or named cases.');
  }
  if (!reading.dailyDetail) {
    notes.push(
      'The usage is not by day, so anomalies and long runs cannot be told, and depletion rests on whole months.',
    );
  }
  if (total.pool <= 0) {
    notes.push(
      book.packs.length === 0
        ? 'There is no pack, so nothing is left to watch. Enter the packs you bought.'
        : `No pack is good on ${isoDate(asOf)}. Enter the pack that is in force, or choose another as-of date.`,
    );
  }
  if (total.latestDataDay === null) notes.push(`There is no usage dated by ${isoDate(asOf)}.`);
  return notes;
}

const RECENT_DAYS = 28;

/** What the ledger could not do as the reader would expect. */
function ledgerNotes({ uncovered, asOf }: BookedLedger, reconciled: boolean): readonly string[] {
  const recent = uncovered.filter(({ day }) => day > asOf - RECENT_DAYS);
  const tokens = recent.reduce((sum, one) => sum + one.tokens, 0);
  const teams = [...new Set(recent.map(({ team }) => (team === '' ? 'rows without a team' : team)))];
  return [
    ...(tokens > 0
      ? [
          `${formatNumber(tokens, 0)} tokens of the last ${RECENT_DAYS} days found no pack to draw on (${teams.join(', ')}), so balances and dates do not see them. Enter the missing packs, or name teams alike in packs and usage.`,
        ]
      : []),
    ...(reconciled
      ? []
      : [
          'A balance that Autodesk showed does not go together with a later transfer or adjustment, so alerts and dates count from the ledger alone. Look at the reconciliation on the ledger sheet.',
        ]),
  ];
}
