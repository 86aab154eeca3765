import type { Need } from './needs';

const WINDOW_MONTHS = 4;
const WINDOW_SHARE = 0.8;
const ACTIVE_MONTHS = 3;
const ACTIVE_DAYS = 4;
const ACTIVE_HOURS = 8;

/** The busiest four months of a year, taken as a circle. */
export interface ProjectPhase {
  /** Index of the window's first month, 0 = oldest of the year. */
  readonly start: number;
  /** Share of the year's units inside the window. */
  readonly share: number;
  readonly peakMonthUnits: number;
}

/**
 * Rule 4's window test: the best circular 4-month window holds at least 80 % of the year's units, and at least 3 of its
 * months pass a volume floor (4 active days or 8 h; on day basis 4 days). Source: docs/rules.md, "Project phase", which measured
 * recall 0.97 and precision 0.99 on labelled synthetic people.
 * @returns the window, or null when the pattern is not there.
 */
export function projectPhase(need: Need): ProjectPhase | null {
  const { monthUnits, monthDays } = need.use;
  const total = monthUnits.reduce((sum, units) => sum + units, 0);
  if (total <= 0) return null;
  const isActive = (month: number): boolean =>
    monthDays[month]! >= ACTIVE_DAYS ||
    (need.basis === 'hour' && monthUnits[month]! >= ACTIVE_HOURS) ||
    (need.basis === 'day' && monthUnits[month]! >= ACTIVE_DAYS);

  const windows = Array.from({ length: 12 }, (_, start) => {
    const months = Array.from({ length: WINDOW_MONTHS }, (_unused, offset) => (start + offset) % 12);
    const units = months.reduce((sum, month) => sum + monthUnits[month]!, 0);
    return { start, units, active: months.filter(isActive).length };
  });
  const best = Math.max(...windows.map((window) => window.units));
  const tolerance = total * 1e-12;
  if (best < WINDOW_SHARE * total - tolerance) return null;
  // Several windows may hold the same best share (a 3-month phase fits into two): the pattern is there if any passes the floor.
  const found = windows.find((window) => window.units >= best - tolerance && window.active >= ACTIVE_MONTHS);
  if (found === undefined) return null;
  return {
    start: found.start,
    share: Math.min(1, found.units / total),
    peakMonthUnits: Math.max(...monthUnits),
  };
}
