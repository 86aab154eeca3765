const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Excel serial of a calendar day; month counts from 1. */
export const serial = (year, month, day) => Math.round((Date.UTC(year, month - 1, day) - EPOCH) / DAY_MS);

export const FIRST_DAY = serial(2025, 9, 1);
export const LAST_DAY = serial(2026, 10, 31);

/** The 14 months of the sample, oldest first: its index, first day and number of days. */
export const MONTHS = Array.from({ length: 14 }, (_, index) => {
  const year = 2025 + Math.floor((8 + index) / 12);
  const month = ((8 + index) % 12) + 1;
  const first = serial(year, month, 1);
  return { index, year, month, first, days: serial(year, month + 1, 1) - first };
});

/** Mondays of the sample. 1 September 2025 is one. */
export const WEEKS = Array.from({ length: 61 }, (_, index) => FIRST_DAY + 7 * index);

const weekday = (day) => (day - FIRST_DAY) % 7;

/** Working days of a month, without weekends and the days around New Year. */
export function workingDays(month) {
  const days = [];
  for (let day = month.first; day < month.first + month.days; day += 1) {
    if (weekday(day) < 5 && !isHoliday(day)) days.push(day);
  }
  return days;
}

export const isHoliday = (day) => day >= serial(2025, 12, 22) && day <= serial(2026, 1, 4);

/** `count` different working days of a month, in order. */
export function someDays(random, month, count) {
  const days = workingDays(month);
  while (days.length > count) days.splice(random.whole(0, days.length - 1), 1);
  return days;
}
