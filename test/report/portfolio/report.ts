/** A portfolio worked out by hand, as its sheets are made from it. */
import { buildPortfolio, type PortfolioInput, type PortfolioNeed } from '../../../src/engine/portfolio';
import type { PortfolioReportInput } from '../../../src/report/portfolio/input';

/** 31 October 2026, and 31 March 2027. */
export const AS_OF = 46326;
export const MARCH = 46477;

const need = (product: string, units: number, tokens: number, seatList: number | null): PortfolioNeed => ({
  product,
  basis: 'hour',
  units,
  tokens,
  onFlex: true,
  seatList,
  neverUsed: false,
});

/**
 * Guide card: ann's 2,400 h of Revit are 12,000 tokens = $3,600, above the $2,910 of her seat. ben's 100 h are $150, below his. dan has
 * 1,100 h of Revit = $1,650 and no seat. eve uses nothing and holds a seat whose price nobody knows.
 */
export function input(prices: Partial<PortfolioInput['prices']> = {}): PortfolioInput {
  const person = (user: string, needs: readonly PortfolioNeed[]) => ({
    user,
    displayName: user,
    team: '',
    department: '',
    email: user,
    contractor: false,
    needs,
  });
  return {
    people: [
      person('ann@x.org', [need('Revit', 2400, 12_000, 2910)]),
      person('ben@x.org', [need('Revit', 100, 500, 2910)]),
      person('dan@x.org', [need('Revit', 1100, 5500, 2910)]),
      person('eve@x.org', []),
    ],
    offers: [
      { product: 'Revit', seatList: 2910, onFlex: true },
      { product: 'Docs', seatList: null, onFlex: false },
    ],
    collections: [],
    owned: [{ offering: 'Revit', quantity: 3, end: MARCH }],
    assignments: [
      { user: 'ann@x.org', offering: 'Revit' },
      { user: 'ben@x.org', offering: 'Revit' },
      { user: 'eve@x.org', offering: 'Docs' },
    ],
    prices: { tokenPrice: 0.3, tiers: [], bundle: 0, committed: 0, seatDiscount: 0, ...prices },
    policies: { contractorsOnFlex: true, pins: [], protectToday: true },
    currency: 'USD',
    asOf: AS_OF,
  };
}

export function report(
  given: PortfolioInput = input(),
  more: Partial<PortfolioReportInput> = {},
): PortfolioReportInput {
  const { prices } = given;
  return {
    portfolio: buildPortfolio(given),
    input: given,
    margins: new Map([['Revit', 0.4]]),
    assumptions: {
      tokenPrice: 0.3,
      tokenDiscount: 0,
      seatDiscount: prices.seatDiscount,
      margin: null,
      contractorsOnFlex: true,
      useTodaysSeats: true,
      bundle: prices.bundle,
      committed: prices.committed,
      asOf: AS_OF,
    },
    window: 'Nov 2025 – Oct 2026',
    provenance: {
      product: 'Flex Governor',
      version: '0.0.0',
      when: '2026-11-01T09:00:00.000Z',
      input: 'Usage!A1:E40',
      inputFingerprint: 'abc',
      card: 'guide',
      cardDate: '',
      read: 39,
      used: 39,
      rejected: 0,
      completeness: null,
    },
    seatsFrom: 'Flex Seats',
    own: new Map(),
    gone: [],
    listsRejected: [],
    rejected: [],
    warnings: [],
    estimated: false,
    ...more,
  };
}
