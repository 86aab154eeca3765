/** The Renewal step's settings, kept in the workbook. */
import { DEFAULT_RENEWAL_CHOICES } from '../../engine/renewal';
import { AGREEMENT_SETTINGS, RENEWAL_SETTINGS } from '../../engine/renewal/assumptions';
import type { EbaSettings, RenewalSettings } from '../contract/renewal';
import { loadStored, saveStored, StoredSettings } from '../host/stored-settings';
import { storedValues } from '../runs/stored-assumptions';

const SETTINGS_KEY = 'FlexGovernor.renewal';

/** What a first renewal takes, and `Flex Rates New` where the workbook has it. */
export const DEFAULT_RENEWAL_SETTINGS: RenewalSettings = { ...DEFAULT_RENEWAL_CHOICES, newCard: null };

/** As saved; what is missing or of another kind is the default. */
export async function loadRenewalSettings(context: Excel.RequestContext): Promise<RenewalSettings> {
  const stored = await loadStored(context, SETTINGS_KEY);
  return {
    ...storedValues(RENEWAL_SETTINGS, stored),
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
  return { ...storedValues(AGREEMENT_SETTINGS, stored), notCovered: textsOf(stored.raw('notCovered')) };
}

const textsOf = (raw: unknown): readonly string[] =>
  Array.isArray(raw) ? raw.filter((item): item is string => typeof item === 'string') : [];
