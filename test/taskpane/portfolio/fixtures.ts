import type { PortfolioInspection, PortfolioSettings } from '../../../src/excel/contract/portfolio';

export type PortfolioScenario =
  | 'portfolio running'
  | 'portfolio ready'
  | 'portfolio usage seats'
  | 'portfolio empty sheets'
  | 'portfolio rejects'
  | 'portfolio tiers'
  | 'portfolio blocked'
  | 'portfolio refused'
  | 'portfolio rerun';

export const PORTFOLIO_SETTINGS: PortfolioSettings = {
  contractorsOnFlex: true,
  useTodaysSeats: true,
  bundle: 0,
  committed: 0,
};

const NO_SEATS: PortfolioInspection = {
  address: 'Usage!A1:G48211',
  people: 412,
  contractors: 23,
  window: { first: 'Nov 2025', last: 'Oct 2026' },
  months: 12,
  currency: 'USD',
  price: 0.3,
  seats: { from: 'none', holdings: 0, holders: 0, others: 0, sheet: null },
  subscriptions: null,
  pins: null,
  absent: ['Flex Seats', 'Flex Subscriptions', 'Flex Pins'],
  tiers: [],
  earlier: null,
  writes: [
    { sheet: 'Flex Portfolio', state: 'new' },
    { sheet: 'Flex Actions', state: 'new' },
  ],
  messages: [],
  canRun: true,
};

const WITH_SEATS: PortfolioInspection = {
  ...NO_SEATS,
  seats: {
    from: 'Flex Seats',
    holdings: 340,
    holders: 318,
    others: 4,
    sheet: { address: "'Flex Seats'!A6:C346", used: 340, rejected: [] },
  },
  subscriptions: { address: "'Flex Subscriptions'!A6:E12", used: 6, rejected: [], seats: 360 },
  pins: { address: "'Flex Pins'!A6:D9", used: 3, rejected: [] },
  absent: [],
};

/** Seats as the workbook tells them when today's are left aside. */
const LEFT_ASIDE: PortfolioInspection['seats'] = {
  ...WITH_SEATS.seats,
  from: 'none',
  holdings: 0,
  holders: 0,
};

/** What the workbook would answer before a portfolio. */
export function portfolioInspectionOf(
  scenario: string,
  sheets: { readonly hasSeats: boolean; readonly hasPortfolio: boolean; readonly leftAside?: boolean },
): PortfolioInspection {
  const found = sheets.hasSeats ? WITH_SEATS : NO_SEATS;
  const state = sheets.hasPortfolio ? ('replaces ours' as const) : ('new' as const);
  const base: PortfolioInspection = {
    ...found,
    ...(sheets.leftAside === true && sheets.hasSeats ? { seats: LEFT_ASIDE } : {}),
    writes: found.writes.map((sheet) => ({ ...sheet, state })),
    earlier: sheets.hasPortfolio ? { actions: 96, when: '2026-11-12T09:00:00' } : null,
  };
  switch (scenario) {
    case 'portfolio usage seats':
      return { ...base, seats: { from: 'usage', holdings: 340, holders: 340, others: 0, sheet: null } };
    case 'portfolio empty sheets':
      return { ...base, seats: NO_SEATS.seats, subscriptions: null, pins: null };
    case 'portfolio rejects':
      return {
        ...base,
        pins: {
          address: "'Flex Pins'!A6:D9",
          used: 2,
          rejected: [
            {
              row: 3,
              column: 'Target',
              value: 'Seatt',
              reason: 'it is neither Flex, Named User nor a Collection',
            },
          ],
        },
      };
    case 'portfolio tiers':
      return {
        ...base,
        tiers: [
          { from: 0, price: 0.3 },
          { from: 100_000, price: 0.28 },
          { from: 200_000, price: 0.25 },
        ],
      };
    case 'portfolio blocked':
      return {
        ...base,
        writes: [
          { sheet: 'Flex Portfolio', state: 'new' },
          { sheet: 'Flex Actions', state: 'blocked' },
        ],
      };
    case 'portfolio refused':
      return {
        ...base,
        canRun: false,
        messages: [
          {
            level: 'error',
            text: 'Row 7 of Flex Subscriptions: Quantity is “many”, not a number. Correct it, then read again.',
          },
        ],
      };
    default:
      return base;
  }
}
