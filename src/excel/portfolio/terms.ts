/** The inputs of a portfolio: the pane's settings, and what the user changed in the input cells of `Flex Portfolio` since the last run. */
import { priceTerms, type RateCard } from '../../engine/catalog';
import type { PriceTerms } from '../../engine/catalog/types';
import { PORTFOLIO_ASSUMPTIONS } from '../../engine/portfolio/assumptions';
import { SHEETS } from '../../report/model/sheet-names';
import type { PortfolioAssumptions } from '../../report/portfolio/input';
import { chosenAssumptions, type ChosenAssumptions, type EarlierCells } from '../runs/assumptions';
import type { PortfolioSettings } from '../contract/portfolio';
import type { SegmentSettings } from '../contract/services';

export interface PortfolioTerms extends Omit<ChosenAssumptions<typeof PORTFOLIO_ASSUMPTIONS>, 'used'> {
  /** As-of null: the latest usable row. */
  readonly chosen: Omit<PortfolioAssumptions, 'asOf'> & { readonly asOf: number | null };
  readonly terms: PriceTerms;
}

/** @throws FlexError naming the cell, or the setting, that cannot be used */
export function portfolioTerms(
  card: RateCard,
  { tokenPrice, tokenDiscount, seatDiscount, margin, asOf }: SegmentSettings,
  portfolio: PortfolioSettings,
  earlier: EarlierCells,
): PortfolioTerms {
  const { used, ...rest } = chosenAssumptions(
    PORTFOLIO_ASSUMPTIONS,
    { ...portfolio, tokenPrice: tokenPrice ?? card.tokenPrice, tokenDiscount, seatDiscount, margin, asOf },
    earlier,
    () => SHEETS.portfolio.name,
  );
  const chosen = { ...used, tokenPrice: used.tokenPrice ?? card.tokenPrice };
  return { ...rest, chosen, terms: priceTerms(card, chosen) };
}
