import { lotLedger, type LotLedger } from './ledger';
import { lotYearSteps, type LotYears } from './years';
import { buyableSize } from '../purchase';
import type { PoolInput, RollingLots } from '../types';

const MONTHS = 12;
const YEAR_DAYS = 365;
/** A lot is about a quarter of the year's mean demand: four purchases a year. */
const LOTS_A_YEAR = 4;
/** One year warms up, three count. */
const YEARS = 4;
const PATHS = 800;
/** Steps of the grid of reorder points in the year's mean demand. */
const GRID = 400;
/** Reorder points above this share of the year's demand hold tokens that expire before they are used. */
const LARGEST_SHARE = 1.5;

/**
 * Packs bought whenever the balance falls to a reorder point, beside one annual pack of `annualSize`, over the same simulated years. The
 * lot is about a quarter of mean demand, rounded to what can be bought; the reorder point is the smallest of its grid, from the mean
 * demand of the lead time up, that leaves at most `tolerance` of the years with a day without tokens, or the largest of the grid where none
 * does. The same input gives the same result; yields every few hundredths of a second.
 * @param demand tokens of the pool's year, in the order of the draws (yearDemand)
 * @returns null without demand
 */
export function* lotSteps(
  input: PoolInput,
  demand: Float64Array,
  annualSize: number,
): Generator<void, RollingLots | null> {
  const mean = demand.reduce((sum, tokens) => sum + tokens, 0) / demand.length;
  if (!(mean > 0)) return null;
  const { prices, tolerance, leadDays } = input;
  const lot = buyableSize(mean / LOTS_A_YEAR, prices);
  const years = yield* lotYearSteps(input, demand, PATHS, YEARS);
  yield;

  const step = prices.bundle * Math.max(1, Math.round(mean / GRID / prices.bundle));
  const run = (point: number): LotLedger => lotLedger(years, { lot, reorderPoint: point * step, leadDays });
  const allowed = (ledger: LotLedger): boolean => ledger.stockoutYears <= tolerance * ledger.years;
  let low = Math.ceil((mean * leadDays) / YEAR_DAYS / step);
  const largest = Math.max(low, Math.ceil((LARGEST_SHARE * mean) / step));
  let point = low;
  let best = run(point);
  while (!allowed(best) && point < largest) {
    yield;
    low = point;
    point = Math.min(largest, Math.max(2 * point, 1));
    best = run(point);
  }
  // Every point up to `low` leaves too many dry years; `point` is the smallest known not to, where there is one.
  while (allowed(best) && point - low > 1) {
    yield;
    const middle = Math.floor((low + point) / 2);
    const ledger = run(middle);
    if (allowed(ledger)) {
      [point, best] = [middle, ledger];
    } else {
      low = middle;
    }
  }
  return {
    lot,
    reorderPoint: point * step,
    leadDays,
    lotsPerYear: best.lots / best.years,
    stockoutYears: best.stockoutYears / best.years,
    wasteShare: best.bought === 0 ? 0 : best.expired / best.bought,
    meanBalance: best.meanBalance,
    annual: annualPack(years, annualSize),
    years: best.years,
  };
}

/** One pack at the start of each year that counts; what is left at its end expires. */
function annualPack({ paths, years, months }: LotYears, size: number): RollingLots['annual'] {
  let dry = 0;
  let left = 0;
  for (let path = 0; path < paths; path++) {
    for (let year = 1; year < years; year++) {
      const from = (path * years + year) * MONTHS;
      let tokens = 0;
      for (let month = from; month < from + MONTHS; month++) tokens += months[month]!;
      // Twelve months summed differ from the year's draw by rounding only.
      if (tokens > size * (1 + 1e-12)) dry++;
      else left += size - tokens;
    }
  }
  const counted = paths * (years - 1);
  return { size, stockoutYears: dry / counted, wasteShare: size === 0 ? 0 : left / (counted * size) };
}
