import { FlexError } from '../engine/errors';
import {
  GUIDE_LEVERS,
  NO_DEMAND,
  carryForwardValue,
  commitmentLine,
  leverTable,
  priceLock,
  readCommitmentOffers,
  readLevers,
} from '../engine/renewal';
import { cardArgument } from './card-argument';
import { gridOf, isOmitted, singleCell, type Grid } from './cells';
import { forEachRow, optionalColumn, unitsColumn } from './columns';
import { answer } from './failures';
import { AMOUNT, SHARE, checkedNumber, type Limits } from './limits';
import { simulatedDemand } from './pool-argument';
import { spill } from './results';
import { usageArgument } from './usage-argument';

const INCREASE: Limits = { min: -0.99, max: 10, words: 'a number from -0.99 to 10 (5 % is 0.05)' };
const YEARS: Limits = { min: 1, max: 100, words: 'a whole number from 1 to 100', whole: true };

/**
 * The guide's negotiation levers in money, alone and compounded. Example: =FLEX.NEGOTIATE(150000,50000)
 * @customfunction NEGOTIATE
 * @param spend Yearly list spend on tokens, 0 or more.
 * @param tokens Tokens a year which that spend buys, 0 or more.
 * @param levers Ranges in place of the guide's: a header row with Lever, Low, High and, optionally, Mid. A lever not listed keeps its range; omitted: the guide's.
 * @returns Lever, Low, Mid, High, the money of each alone (Value) and of each with those above it (Cumulative, Cumulative money).
 */
export function negotiationLevers(spend: unknown, tokens: unknown[][], levers?: unknown[][]): unknown[][] {
  return answer(() => {
    const tokenSpend = requiredNumber(spend, 'spend', AMOUNT);
    requiredNumber(tokens, 'tokens', AMOUNT);
    const ranges = isOmitted(levers) ? GUIDE_LEVERS : readLevers(withoutZeroRows(levers));
    const lines = leverTable({ tokenSpend, seatSpend: 0, ranges, mode: 'compounded' });
    const headers = ['Value', 'Cumulative', 'Cumulative money'].flatMap((what) => [
      `${what} low`,
      `${what} mid`,
      `${what} high`,
    ]);
    return spill([
      ['Lever', 'Low', 'Mid', 'High', ...headers],
      ...lines.map(({ lever, low, mid, high, value, cumulative, cumulativeMoney }) => [
        lever,
        low,
        mid,
        high,
        ...[value, cumulative, cumulativeMoney].flatMap((cases) => [cases.low, cases.mid, cases.high]),
      ]),
    ]);
  });
}

/**
 * Commitment levels held against the simulated demand of the coming year. Example: =FLEX.COMMIT(Usage[#All],F2:G5)
 * @customfunction COMMIT
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days; Project and Team columns say who rises and falls together.
 * @param levels Rows of (tokens committed, discount), with or without a header row; 8 % is 0.08.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide. Its token price is the list price.
 * @returns Commitment, Discount, Chance of shortfall (of demand below the level), Cost of shortfall (paid and unused), Expected total (with tokens beyond it at list).
 */
export function commitmentLevels(usage: unknown[][], levels: unknown[][], card?: unknown[][]): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    if (isOmitted(levels)) {
      throw new FlexError(
        'value',
        'levels is missing: give rows of (tokens, discount), such as 40000 and 8 %.',
      );
    }
    const offers = readCommitmentOffers(withoutZeroRows(levels));
    const demand = simulatedDemand(usageArgument(usage, rates)) ?? NO_DEMAND;
    return spill([
      ['Commitment', 'Discount', 'Chance of shortfall', 'Cost of shortfall', 'Expected total'],
      ...offers.map((offer) => {
        const line = commitmentLine(demand, offer, rates.card.tokenPrice);
        return [line.level, line.discount, line.chanceShort, line.costShort, line.expectedCost];
      }),
    ]);
  });
}

/**
 * Expected worth of a right to carry unused tokens into the next year, simulated. Example: =FLEX.CARRYFORWARD(Usage[#All],50000,10%,3)
 * @customfunction CARRYFORWARD
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days; Project and Team columns say who rises and falls together.
 * @param pool Tokens in the pool, 0 or more. One cell or a column.
 * @param capShare Largest share of the pool that may be carried forward, 0 to 1. One cell or a column.
 * @param tokenPrice Price of the token that a carried one replaces; omitted: the card's. One cell or a column.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Money: price × the tokens expected to be left, as far as the cap lets them through.
 */
export function carriedForward(
  usage: unknown[][],
  pool: unknown[][],
  capShare: unknown[][],
  tokenPrice?: unknown[][],
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const pools = unitsColumn(pool, 'pool', AMOUNT);
    const shares = unitsColumn(capShare, 'capShare', SHARE);
    const prices = optionalColumn(tokenPrice, 'tokenPrice', AMOUNT);
    const demand = simulatedDemand(usageArgument(usage, rates)) ?? NO_DEMAND;
    return forEachRow(
      [pools, shares, prices],
      (row) =>
        carryForwardValue(demand, {
          pool: pools.at(row),
          capShare: shares.at(row),
          price: prices.at(row) ?? rates.card.tokenPrice,
        }).expected,
    );
  });
}

/**
 * Worth of a price that stays, against one that rises each year. Example: =FLEX.RATEFREEZE(100000,5%,2) gives 15250.
 * @customfunction RATEFREEZE
 * @param spend Yearly spend at today's price, 0 or more. One cell or a column.
 * @param yearlyIncrease Rise of the price a year that the lock prevents, as a fraction. One cell or a column.
 * @param years Years of the lock, a whole number of 1 or more. One cell or a column.
 * @returns Money over all the years, undiscounted.
 */
export function rateFreeze(spend: unknown[][], yearlyIncrease: unknown[][], years: unknown[][]): unknown[][] {
  return answer(() => {
    const spends = unitsColumn(spend, 'spend', AMOUNT);
    const increases = unitsColumn(yearlyIncrease, 'yearlyIncrease', INCREASE);
    const terms = unitsColumn(years, 'years', YEARS);
    return forEachRow([spends, increases, terms], (row) =>
      priceLock(spends.at(row), increases.at(row), terms.at(row)),
    );
  });
}

/** A single number that must be given; a blank cell counts as 0, a missing argument does not. */
function requiredNumber(argument: unknown, name: string, limits: Limits): number {
  if (isOmitted(argument)) throw new FlexError('value', `${name} is missing: it must be ${limits.words}.`);
  return checkedNumber(singleCell(argument, name) ?? 0, name, limits);
}

/** A row of nothing but zeros is a blank one: some hosts hand blank cells over as 0. */
function withoutZeroRows(argument: unknown): Grid {
  return gridOf(argument).map((row) => (row.every((cell) => cell === null || cell === 0) ? [] : row));
}
