/** The Portfolio step's settings, kept in the workbook. */
import { initialValues } from '../../engine/assumptions/row';
import { PORTFOLIO_SETTINGS } from '../../engine/portfolio/assumptions';
import type { PortfolioSettings } from '../contract/portfolio';
import { loadStored, saveStored } from '../host/stored-settings';
import { storedValues } from '../runs/stored-assumptions';

const SETTINGS_KEY = 'FlexGovernor.portfolio';

/** What a first portfolio takes. */
export const DEFAULT_PORTFOLIO_SETTINGS: PortfolioSettings = initialValues(PORTFOLIO_SETTINGS);

export async function loadPortfolioSettings(context: Excel.RequestContext): Promise<PortfolioSettings> {
  return storedValues(PORTFOLIO_SETTINGS, await loadStored(context, SETTINGS_KEY));
}

export async function savePortfolioSettings(
  context: Excel.RequestContext,
  settings: PortfolioSettings,
): Promise<void> {
  await saveStored(context, SETTINGS_KEY, settings);
}
