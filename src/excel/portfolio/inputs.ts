/** What our earlier `Flex Portfolio` says to the next run, and to a renewal. */
import { keepsToday } from '../../report/portfolio/people';
import { SHEETS } from '../../report/model/sheet-names';
import { tierRows } from '../pool/tiers';
import { CARD } from '../rates/rates';
import { readInput } from '../runs/input';
import { PEOPLE, PINS, SEATS, SUBSCRIPTIONS } from '../runs/inputs';
import { changedCells } from '../runs/sheet-assumptions';
import { PORTFOLIO_CELLS, readPreviousPortfolio } from './previous';

const { portfolio, pool } = SHEETS;

/** Those of `Flex Portfolio`; until it is made, those of `Flex Pool`. */
export const PORTFOLIO_TIERS = readInput(
  'tiers',
  'the price tiers',
  [portfolio.name, pool.name],
  async (context) => tierRows((await readPreviousPortfolio(context, {})).tiers),
);

/** Who stays as today, whatever is proposed. */
const KEPT_PEOPLE = readInput(
  'kept',
  `the decisions on ${portfolio.name}`,
  [portfolio.name],
  async (context) => {
    const { gone, people } = await readPreviousPortfolio(context, {});
    return [...new Map([...gone, ...people])]
      .filter(([, { decision }]) => keepsToday(decision))
      .map(([key]) => [key])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  },
);

/** What the user changed in the input cells. */
export const PORTFOLIO_CELLS_CHANGED = readInput(
  'cells',
  `the inputs on ${portfolio.name}`,
  [portfolio.name],
  async (context) => {
    const { assumptions } = await readPreviousPortfolio(context, {});
    return assumptions === null
      ? []
      : [...new Set([...assumptions.adopted, ...changedCells(assumptions)])].map((key) => [
          key,
          assumptions.now[key],
        ]);
  },
);

/** What tells whether a portfolio still holds. */
export const PORTFOLIO_RECORD = {
  writes: [portfolio, SHEETS.actions],
  reads: [
    { input: PEOPLE },
    ...CARD,
    { input: SEATS },
    { input: SUBSCRIPTIONS },
    { input: PINS },
    { input: PORTFOLIO_TIERS },
    { input: KEPT_PEOPLE },
  ],
  cells: { sheets: [portfolio.name], ...PORTFOLIO_CELLS },
} as const;
