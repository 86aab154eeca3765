/** The Portfolio step's settings, kept in the workbook. Anyone who unzips the file can read them: no personal data, no secrets. */
import type { PortfolioSettings } from '../contract/portfolio';
import { loadStored, saveStored } from '../host/stored-settings';

const SETTINGS_KEY = 'FlexGovernor.portfolio';

/** What a first portfolio takes: the guide's policy for contractors, seats as they are held, any number of tokens, nothing committed. */
export const DEFAULT_PORTFOLIO_SETTINGS: PortfolioSettings = {
  contractorsOnFlex: true,
  useTodaysSeats: true,
  bundle: 0,
  committed: 0,
};

/** As saved; what is missing or of another kind is the default. */
export async function loadPortfolioSettings(context: Excel.RequestContext): Promise<PortfolioSettings> {
  const stored = await loadStored(context, SETTINGS_KEY);
  const d = DEFAULT_PORTFOLIO_SETTINGS;
  return {
    contractorsOnFlex: stored.raw('contractorsOnFlex') !== false,
    useTodaysSeats: stored.raw('useTodaysSeats') !== false,
    bundle: stored.number('bundle', d.bundle),
    committed: stored.number('committed', d.committed),
  };
}

export async function savePortfolioSettings(
  context: Excel.RequestContext,
  settings: PortfolioSettings,
): Promise<void> {
  await saveStored(context, SETTINGS_KEY, settings);
}
