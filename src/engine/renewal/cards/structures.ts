import { productKey } from '../../catalog/aliases';
import { structureOutOfRange } from '../errors';
import { empiricalDemand } from '../../pool';
import type { CoverageLine, Structure, StructureLine } from '../types';

/** The demand that every structure has to serve. */
export interface StructureDemand {
  /** Tokens of each year of the longest term, path by path (contractYears), all products of `products` together. */
  readonly years: readonly Float64Array[];
  /** The products behind it, with what seats would cost instead; their tokens say how the demand is shared out. */
  readonly products: readonly CoverageLine[];
}

/**
 * Retail against an enterprise agreement on the same simulated demand: annual tokens burn before term tokens, both expire, what is missing
 * is bought at the overflow price, and products that tokens do not cover need seats. Money over the whole term, undiscounted.
 * @throws FlexError 'value' when a structure cannot be used or the demand covers fewer years than its term
 */
export function structureLines(
  structures: readonly Structure[],
  demand: StructureDemand,
): readonly StructureLine[] {
  return structures.map((structure) => structureLine(structure, demand));
}

function structureLine(structure: Structure, demand: StructureDemand): StructureLine {
  checkStructure(structure, demand);
  const { years, annualTokens, termTokens, tokenPrice, overflowPrice, yearlyFee } = structure;
  const covered = coverage(structure, demand.products);
  const paths = demand.years[0]!.length;
  const rises = Array.from({ length: years }, (_, year) => (1 + structure.uplift) ** year);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const tokenCost = tokenPrice * (sum(rises) * annualTokens + termTokens);
  const seatCost = covered.seatCost * sum(rises);
  const fees = yearlyFee * years;
  const fixed = tokenCost + seatCost + fees;

  const costs = new Float64Array(paths);
  let [overflowTokens, overflowCost, expiredTokens, dry, firstYear] = [0, 0, 0, 0, 0];
  for (let path = 0; path < paths; path++) {
    let [term, overflow, short] = [termTokens, 0, false];
    for (let year = 0; year < years; year++) {
      const need = demand.years[year]![path]! * covered.share;
      if (year === 0) firstYear += need;
      const fromTerm = Math.min(Math.max(need - annualTokens, 0), term);
      term -= fromTerm;
      const missing = Math.max(need - annualTokens - fromTerm, 0);
      expiredTokens += Math.max(annualTokens - need, 0);
      overflowTokens += missing;
      if (missing > 0) short = true;
      overflow += missing * overflowPrice * rises[year]!;
    }
    expiredTokens += term;
    overflowCost += overflow;
    if (short) dry++;
    costs[path] = fixed + overflow;
  }
  const spread = empiricalDemand(costs);
  return {
    name: structure.name,
    tokens: firstYear / paths,
    boughtTokens: annualTokens * years + termTokens,
    tokenCost,
    overflowTokens: overflowTokens / paths,
    overflowCost: overflowCost / paths,
    seatCost,
    fees,
    cost: fixed + overflowCost / paths,
    costP10: spread.quantile(0.1),
    costP50: spread.quantile(0.5),
    costP90: spread.quantile(0.9),
    expiredTokens: expiredTokens / paths,
    chanceOverflow: dry / paths,
    uncovered: covered.uncovered,
    priceMissing: covered.priceMissing,
  };
}

interface Coverage {
  /** Part of the demand that tokens serve. */
  readonly share: number;
  readonly seatCost: number;
  readonly uncovered: readonly string[];
  readonly priceMissing: readonly string[];
}

function coverage(structure: Structure, products: readonly CoverageLine[]): Coverage {
  const left = new Set(structure.notCovered.map(productKey));
  const outside = products.filter(({ product }) => left.has(productKey(product)));
  const total = products.reduce((sum, { tokens }) => sum + tokens, 0);
  const lost = outside.reduce((sum, { tokens }) => sum + tokens, 0);
  return {
    share: total > 0 ? 1 - lost / total : 1,
    seatCost: outside.reduce((sum, line) => sum + (line.seatCost ?? 0), 0),
    uncovered: outside.map(({ product }) => product),
    priceMissing: outside.filter(({ seatCost }) => seatCost === null).map(({ product }) => product),
  };
}

function checkStructure(structure: Structure, demand: StructureDemand): void {
  const { name, years, uplift } = structure;
  const refuse = (what: string, allowed: string): never => {
    throw structureOutOfRange(name, what, allowed);
  };
  if (!(Number.isInteger(years) && years >= 1))
    refuse(`term is ${years} years`, 'a whole number of 1 or more');
  if (years > demand.years.length) {
    refuse(`term is ${years} years, the demand has ${demand.years.length}`, 'no longer than the demand');
  }
  if (!(uplift > -1)) refuse(`uplift is ${uplift}`, 'above -1 (3 % is 0.03)');
  const amounts = {
    'annual tokens are': structure.annualTokens,
    'term tokens are': structure.termTokens,
    'token price is': structure.tokenPrice,
    'overflow price is': structure.overflowPrice,
    'yearly fee is': structure.yearlyFee,
  };
  for (const [what, amount] of Object.entries(amounts)) {
    if (!(amount >= 0 && Number.isFinite(amount))) refuse(`${what} ${amount}`, '0 or more');
  }
}
