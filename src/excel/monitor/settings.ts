/** The Monitor step's settings, kept in the workbook. */
import { initialValues } from '../../engine/assumptions/row';
import { MONITOR_ASSUMPTIONS } from '../../engine/monitor/assumptions';
import type { MonitorSettings } from '../contract/monitor';
import { loadStored, saveStored } from '../host/stored-settings';
import { storedValues } from '../runs/stored-assumptions';

const SETTINGS_KEY = 'FlexGovernor.monitor';

/** What a first review takes. Everybody burns: who is on Flex by plan matters only where the user says so. */
export const DEFAULT_MONITOR_SETTINGS: MonitorSettings = initialValues(MONITOR_ASSUMPTIONS);

export async function loadMonitorSettings(context: Excel.RequestContext): Promise<MonitorSettings> {
  return storedValues(MONITOR_ASSUMPTIONS, await loadStored(context, SETTINGS_KEY));
}

export async function saveMonitorSettings(
  context: Excel.RequestContext,
  settings: MonitorSettings,
): Promise<void> {
  await saveStored(context, SETTINGS_KEY, settings);
}
