import { guideCard } from '../../../src/engine/catalog';
import {
  buildPortfolio,
  portfolioActions,
  portfolioInput,
  type Portfolio,
  type PortfolioAction,
  type PortfolioInput,
} from '../../../src/engine/portfolio';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import type { RawCell } from '../../../src/engine/usage/types';

export const AS_OF = 46300;
export const END = AS_OF + 73;

export interface Setting {
  readonly held?: readonly (readonly [string, string])[] | null;
  readonly owned?: PortfolioInput['owned'];
  readonly pins?: readonly (readonly [string, string, string])[];
  readonly prices?: Partial<PortfolioInput['prices']>;
  readonly contractorsOnFlex?: boolean;
  readonly docsPrice?: number;
}

/** A portfolio's input from rows of user, product, hours and user type. */
export function inputOf(rows: readonly (readonly RawCell[])[], setting: Setting = {}): PortfolioInput {
  const card = {
    ...guideCard,
    rows: guideCard.rows.map((row) =>
      row.product === 'Autodesk Docs' ? { ...row, seatPrice: setting.docsPrice ?? null } : row,
    ),
  };
  const usage = [
    ['User', 'Product', 'Date', 'Hours', 'User type'],
    ...rows.map(([user, product, hours, type]) => [user, product, AS_OF, hours, type ?? '']),
  ];
  const input = portfolioInput(readUsage(usage, { card }), {
    card,
    terms: { seatDiscount: 0, tokenDiscount: 0, tokenPrice: 0.3, margin: null },
    asOf: AS_OF,
    externalDomains: [],
    owned: setting.owned ?? [],
    assignments:
      setting.held === null ? null : (setting.held ?? []).map(([user, offering]) => ({ user, offering })),
    policies: {
      contractorsOnFlex: setting.contractorsOnFlex ?? true,
      pins: (setting.pins ?? []).map(([user, product, target]) => ({ user, product, target })),
      protectToday: true,
    },
  });
  return { ...input, prices: { ...input.prices, ...setting.prices } };
}

export function portfolio(rows: readonly (readonly RawCell[])[], setting: Setting = {}): Portfolio {
  return buildPortfolio(inputOf(rows, setting));
}

/** @param kept keys of people who stay as today */
export function actionsOf(
  rows: readonly (readonly RawCell[])[],
  setting: Setting = {},
  kept: readonly string[] = [],
): readonly PortfolioAction[] {
  const input = inputOf(rows, setting);
  return portfolioActions(buildPortfolio(input), input, new Set(kept));
}
