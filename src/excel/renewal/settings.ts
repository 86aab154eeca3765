/** The Renewal step's settings, kept in the workbook. Anyone who unzips the file can read them: no personal data, no secrets. */
import { DEFAULT_RENEWAL_CHOICES } from '../../engine/renewal';
import type { EbaSettings, RenewalSettings } from '../contract/renewal';
import { loadStored, saveStored, StoredSettings } from '../host/stored-settings';

const SETTINGS_KEY = 'FlexGovernor.renewal';

/** What a first renewal takes, and `Flex Rates New` where the workbook has it. */
export const DEFAULT_RENEWAL_SETTINGS: RenewalSettings = { ...DEFAULT_RENEWAL_CHOICES, newCard: null };

/** As saved; what is missing or of another kind is the default. */
export async function loadRenewalSettings(context: Excel.RequestContext): Promise<RenewalSettings> {
  const stored = await loadStored(context, SETTINGS_KEY);
  const d = DEFAULT_RENEWAL_SETTINGS;
  return {
    mode: stored.text('mode') === 'additive' ? 'additive' : 'compounded',
    growth: stored.amount('growth'),
    vendorGrowth: stored.saved ? stored.amount('vendorGrowth') : d.vendorGrowth,
    growthError: stored.number('growthError', d.growthError),
    commitmentDiscount: stored.number('commitmentDiscount', d.commitmentDiscount),
    priceIncrease: stored.number('priceIncrease', d.priceIncrease),
    rateIncrease: stored.number('rateIncrease', d.rateIncrease),
    carryShare: stored.number('carryShare', d.carryShare),
    carryChance: stored.number('carryChance', d.carryChance),
    years: stored.number('years', d.years),
    newCard: stored.text('newCard'),
    eba: agreementOf(stored.raw('eba')),
  };
}

export async function saveRenewalSettings(
  context: Excel.RequestContext,
  settings: RenewalSettings,
): Promise<void> {
  await saveStored(context, SETTINGS_KEY, settings);
}

function agreementOf(raw: unknown): EbaSettings | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const stored = new StoredSettings(raw as Readonly<Record<string, unknown>>);
  return {
    years: stored.number('years', 3),
    annualTokens: stored.number('annualTokens', 0),
    termTokens: stored.number('termTokens', 0),
    tokenPrice: stored.number('tokenPrice', 0),
    uplift: stored.number('uplift', 0),
    overflowPrice: stored.amount('overflowPrice'),
    yearlyFee: stored.number('yearlyFee', 0),
    notCovered: textsOf(stored.raw('notCovered')),
  };
}

const textsOf = (raw: unknown): readonly string[] =>
  Array.isArray(raw) ? raw.filter((item): item is string => typeof item === 'string') : [];
