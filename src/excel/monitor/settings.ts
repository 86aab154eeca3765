/** The Monitor step's settings, kept in the workbook. Anyone who unzips the file can read them: no personal data, no secrets. */
import type { UnusedRule } from '../../engine/monitor/ledger/types';
import { DEFAULT_MONITOR_TERMS, UNUSED_RULES } from '../../report/monitor/assumptions';
import type { MonitorSettings } from '../contract/monitor';
import { PEOPLE } from '../pool/settings';
import { loadStored, saveStored, type StoredSettings } from '../host/stored-settings';

const SETTINGS_KEY = 'FlexGovernor.monitor';

/** What a first review takes. */
export const DEFAULT_MONITOR_SETTINGS: MonitorSettings = {
  people: 'all',
  asOf: null,
  ...DEFAULT_MONITOR_TERMS,
};

/** As saved; what is missing or of another kind is the default. */
export async function loadMonitorSettings(context: Excel.RequestContext): Promise<MonitorSettings> {
  const stored = await loadStored(context, SETTINGS_KEY);
  // Everybody burns: who is on Flex by plan matters only where the user says so.
  return stored.saved ? merged(stored) : DEFAULT_MONITOR_SETTINGS;
}

export async function saveMonitorSettings(
  context: Excel.RequestContext,
  settings: MonitorSettings,
): Promise<void> {
  await saveStored(context, SETTINGS_KEY, settings);
}

function merged(stored: StoredSettings): MonitorSettings {
  const d = DEFAULT_MONITOR_SETTINGS;
  return {
    people: PEOPLE.find((each) => each === stored.raw('people')) ?? 'all',
    asOf: stored.text('asOf'),
    review: stored.number('review', d.review),
    topUp: stored.number('topUp', d.topUp),
    escalate: stored.number('escalate', d.escalate),
    leadDays: stored.number('leadDays', d.leadDays),
    wasteShare: stored.number('wasteShare', d.wasteShare),
    staleDays: stored.number('staleDays', d.staleDays),
    unusedRule: UNUSED_RULES.find((rule: UnusedRule) => rule === stored.raw('unusedRule')) ?? d.unusedRule,
  };
}
