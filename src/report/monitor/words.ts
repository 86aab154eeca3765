/** The sentences of a review, each with its figures: how things stand, and what the charts show. */
import { countText } from '../model/formats';
import { civilOf, formatShare, isoDate, monthIndexOf, monthText, counted } from '../../engine/numeric';
import type { MonitorReview, PoolState } from '../../engine/monitor/review-types';
import type { AlertKind } from '../../engine/monitor/alerts/types';

/** What the four kinds of alert at a share of the pool, and the others, are called. */
export const ALERT_LABELS: Readonly<Record<AlertKind, string>> = {
  review: 'Review',
  'top-up': 'Top-up',
  escalate: 'Escalate',
  velocity: 'Burns too fast',
  'expiry waste': 'Expires unused',
  'team empty': 'Team empty',
  budget: 'Budget',
  'data too old': 'Data too old',
};

/** @example dayText(46_432) //=> "14 Feb 2027" */
export function dayText(serial: number): string {
  return `${civilOf(serial).day} ${monthText(monthIndexOf(serial))}`;
}

/** Two days beside a third: the year is said only where it is another. @example "7 Feb to 2 Mar" */
export function spanText(from: number, to: number, near: number): string {
  const { year } = civilOf(near);
  const short = (serial: number): string =>
    civilOf(serial).year === year ? dayText(serial).replace(/ \d+$/, '') : dayText(serial);
  return `${short(from)} to ${short(to)}`;
}

/** How a pool stands, in one sentence: the headline of `Flex Monitor`. */
export function stateText(state: PoolState, asOf: number): string {
  const left = `${countText(state.balance)} tokens left`;
  const { depletion } = state;
  if (state.pool <= 0 && state.balance <= 0)
    return `No pack is good on ${dayText(asOf)}: nothing is left to burn`;
  if (depletion === null) return `${left}; without usage there is no telling how long they last`;
  const cover = Number.isFinite(depletion.daysOfCover)
    ? `${left}, ${counted(Math.round(depletion.daysOfCover), 'day')} of cover`
    : `${left}, and no burn is expected`;
  const { p10, p50, p90, expiring } = depletion;
  if (state.balance <= 0) return `The pool is empty since ${dayText(Math.min(p50, asOf))}`;
  const wasted = expiring >= 0.5 ? `; about ${countText(expiring)} tokens will expire unused` : '';
  const range = p10 === p50 && p50 === p90 ? '' : ` (${spanText(p10, p90, p50)})`;
  return `${cover}: ${endWord(state)} ${dayText(p50)}${range}${wasted}`;
}

/** Tokens that outlast the demand end with their packs. */
function endWord(state: PoolState): string {
  return lastsToExpiry(state) ? 'lasts until its packs expire on' : 'runs out on';
}

/** True where demand leaves tokens over on the last expiry. */
export function lastsToExpiry({ depletion, expiry }: PoolState): boolean {
  return depletion !== null && depletion.p50 >= expiry && depletion.expiring >= 0.5;
}

/** Title of the burn-down chart. */
export function burnDownTitle({ total, curve }: MonitorReview): string {
  const { depletion, expiry } = total;
  if (depletion === null) return `${countText(total.balance)} tokens left of ${countText(total.pool)}`;
  if (lastsToExpiry(total)) {
    return `Lasts until ${dayText(expiry)}; about ${countText(depletion.expiring)} tokens expire unused`;
  }
  const days = Math.round(expiry - depletion.p50);
  const when =
    days > 0
      ? `, ${counted(days, 'day')} before its packs expire`
      : days < 0
        ? `, ${counted(-days, 'day')} after the packs of today expire`
        : ', the day its packs expire';
  return `Runs out on ${dayText(depletion.p50)}${when}${curve?.seasonal === true ? ' (expected curve: last year’s shape)' : ''}`;
}

/** Title of the chart of weeks: the last whole one against what was expected. */
export function weeksTitle({ weeks }: MonitorReview): string {
  const whole = weeks.filter((week) => week.whole).at(-1);
  if (whole === undefined) return 'Burn by week';
  const burned = `Week of ${dayText(whole.week)}: ${countText(whole.tokens)} tokens`;
  if (whole.expected === null || whole.expected <= 0) return burned;
  const over = whole.tokens / whole.expected - 1;
  if (Math.abs(over) < 0.005) return `${burned}, as expected`;
  return `${burned}, ${formatShare(Math.abs(over))} ${over > 0 ? 'above' : 'below'} the expected ${countText(whole.expected)}`;
}

/** Whose the tokens are, in a sentence. */
export function teamName(team: string): string {
  return team === '' ? 'Everybody' : team;
}

/** Says that usage after the as-of day is left out; empty where there is none. @param latest serial of the latest row */
export function laterUsage(latest: number | null, asOf: number): readonly string[] {
  if (latest === null || latest < asOf + 1) return [];
  return [
    `The usage reaches to ${isoDate(latest)}; everything after ${isoDate(asOf)}, the as-of date, is left out.`,
  ];
}
