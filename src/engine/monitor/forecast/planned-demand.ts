import { civilOf, serialOf } from '../../numeric';
import type { PlannedEffect } from '../../pool';
import type { PlannedDemand } from '../review-types';

/** Longer than any pack a forecast looks at; a mistyped year must not fill memory. */
const MOST_DAYS = 3 * 366;

interface Stretch {
  readonly name: string;
  readonly days: readonly number[];
  readonly daily: number;
}

/**
 * The expected tokens of each project (probability × mean, less what history already holds of it, never below 0), spread evenly over its
 * working days: Monday to Friday without days off, or all its days where it has no working day.
 * @param effects as the pool counts them: tokens of the part of a project that lies in the pool's year
 * @param firstMonth first month of that year, year × 12 + month − 1
 * @param asOf whole serial; only later days are planned
 * @returns undefined when nothing is planned
 */
export function plannedDemand(
  effects: readonly PlannedEffect[],
  firstMonth: number,
  asOf: number,
  holidays: ReadonlySet<number>,
): PlannedDemand | undefined {
  const yearStart = serialOf(Math.floor(firstMonth / 12), (firstMonth % 12) + 1, 1);
  const { year, month, day } = civilOf(yearStart);
  const yearEnd = serialOf(year + 1, month, day) - 1;
  const stretches = effects.flatMap((effect): readonly Stretch[] => {
    const { project, burst, replaced } = effect;
    const tokens = Math.max(0, burst.probability * burst.mean - replaced);
    const counted = workingDays(Math.max(project.start, yearStart), Math.min(project.end, yearEnd), holidays);
    if (tokens === 0 || counted.length === 0) return [];
    const ahead = workingDays(
      Math.max(project.start, asOf + 1),
      Math.min(project.end, asOf + MOST_DAYS),
      holidays,
    );
    return ahead.length === 0 ? [] : [{ name: project.name, days: ahead, daily: tokens / counted.length }];
  });
  if (stretches.length === 0) return undefined;
  const firstDay = asOf + 1;
  const lastDay = Math.max(...stretches.map(({ days }) => days[days.length - 1] ?? firstDay));
  const tokens = new Float64Array(lastDay - firstDay + 1);
  for (const { days, daily } of stretches) {
    for (const serial of days) tokens[serial - firstDay] = (tokens[serial - firstDay] ?? 0) + daily;
  }
  return { firstDay, tokens, projects: stretches.map(({ name }) => name) };
}

function workingDays(from: number, to: number, holidays: ReadonlySet<number>): readonly number[] {
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const working = days.filter((serial) => isWeekday(serial) && !holidays.has(serial));
  return working.length > 0 ? working : days;
}

/** Serial 2 is Monday, 2 January 1900. */
function isWeekday(serial: number): boolean {
  return (serial - 2) % 7 < 5;
}
