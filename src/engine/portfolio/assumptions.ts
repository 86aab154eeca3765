/** What a portfolio assumes: the guide's policy for contractors, seats as they are held, any number of tokens, nothing committed. */
import { flag, number } from '../assumptions/row';
import { AS_OF, MARGIN, SEAT_DISCOUNT, TOKEN_DISCOUNT, TOKEN_PRICE } from '../assumptions/shared';

/** What the Portfolio step keeps, beside the prices that every step shares. */
export const PORTFOLIO_SETTINGS = {
  contractorsOnFlex: flag({
    label: 'Contractors on Flex',
    says: 'whatever it costs, as far as their products are on Flex',
    initial: true,
    cell: 'Flex_PortfolioContractors',
    option: 'contractors-on-seats',
    optionSays: 'let contractors have seats where that is cheaper',
  }),
  useTodaysSeats: flag({
    label: "Start from today's seats",
    says: 'no: as if nobody held or owned a seat, so there is nothing to change',
    initial: true,
    cell: 'Flex_PortfolioTodaysSeats',
  }),
  bundle: number('tokens', {
    label: 'Bundle',
    says: 'tokens are bought in multiples of it; 0 = any number',
    initial: 0,
    empty: { value: 0 },
    least: 0,
    cell: 'Flex_PortfolioBundle',
    option: 'bundle',
  }),
  committed: number('tokens', {
    label: 'Committed tokens',
    says: 'a year, paid for in any case, used or not; 0 = none',
    initial: 0,
    empty: { value: 0 },
    least: 0,
    cell: 'Flex_PortfolioCommitted',
    option: 'committed',
  }),
};

/** What `Flex Portfolio` shows as named cells. */
export const PORTFOLIO_ASSUMPTIONS = {
  tokenPrice: {
    ...TOKEN_PRICE,
    says: 'before the discount; counts while the tier table is empty',
    cell: 'Flex_PortfolioTokenPrice',
  },
  tokenDiscount: { ...TOKEN_DISCOUNT, cell: 'Flex_PortfolioTokenDiscount' },
  seatDiscount: { ...SEAT_DISCOUNT, cell: 'Flex_PortfolioSeatDiscount' },
  margin: { ...MARGIN, cell: 'Flex_PortfolioMargin', follows: 'figures' as const },
  ...PORTFOLIO_SETTINGS,
  asOf: { ...AS_OF, cell: 'Flex_PortfolioAsOf' },
};
