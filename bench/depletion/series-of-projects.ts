import { serialOf } from '../../src/engine/numeric';
import { standardNormal, uniform, type RandomWords } from '../../src/engine/numeric/random';
import type { DailySeries } from '../../src/engine/monitor/burn/types';

const FIRST_DAY = serialOf(2023, 1, 2);
/** Projects that start before the series, so that it does not begin with an empty firm. */
const LEAD_IN = 1000;
const DAYS_BETWEEN_PROJECTS = 4;
/** Log-sd of the tokens a project burns on a working day, and of the firm's level from month to month. */
const PROJECT_LOG_SD = 0.9;
const MONTHLY_LOG_SD = 0.05;
const DAILY_LOG_SD = 0.3;
/** Share of Monday's burn, Monday to Sunday. */
const WEEK = [1, 1.05, 1.05, 1, 0.8, 0.12, 0.06];
const HOLIDAY_SHARE = 0.08;
/** Tokens a working day that no project explains, in units of one middling project. */
const STAFF = 4;
const MIDDLING_PROJECT = 120;

/**
 * A firm whose burn follows its projects: they start at random, run 60 to 660 days and differ widely in size; beside them a steady staff, a
 * level that wanders from month to month, weekends, two quiet weeks in August and the days around New Year.
 */
export function seriesOfProjects(days: number, words: RandomWords): DailySeries {
  const level = new Float64Array(days).fill(STAFF);
  for (let start = -LEAD_IN; start < days; start += waiting(words)) {
    const length = 60 + Math.floor(600 * uniform(words) * uniform(words));
    const size = Math.exp(PROJECT_LOG_SD * standardNormal(words));
    const first = Math.ceil(start);
    for (let day = Math.max(0, first); day < Math.min(days, first + length); day++) level[day]! += size;
  }
  let wander = 0;
  const tokens = level.map((size, day) => {
    if (day % 28 === 0) wander += MONTHLY_LOG_SD * standardNormal(words);
    const noise = Math.exp(DAILY_LOG_SD * standardNormal(words));
    const share = isHoliday(day) ? HOLIDAY_SHARE : WEEK[day % 7]!;
    return Math.round(MIDDLING_PROJECT * size * Math.exp(wander) * share * noise);
  });
  return { firstDay: FIRST_DAY, tokens };
}

function waiting(words: RandomWords): number {
  return -DAYS_BETWEEN_PROJECTS * Math.log(uniform(words));
}

/** By the day of an even year of 365.25 days that begins with the series. */
function isHoliday(day: number): boolean {
  const dayOfYear = day % 365.25;
  return dayOfYear < 5 || dayOfYear >= 357 || (dayOfYear >= 220 && dayOfYear < 234);
}
