/** The Pool step's settings, kept in the workbook. */
import { initialValues } from '../../engine/assumptions/row';
import { POOL_SETTINGS } from '../../engine/pool/assumptions';
import { SHEETS } from '../../report/model/sheet-names';
import { sheetStates } from '../host/own-sheets';
import type { PoolSettings } from '../contract/pool';
import { loadStored, saveStored } from '../host/stored-settings';
import { storedValues } from '../runs/stored-assumptions';

const SETTINGS_KEY = 'FlexGovernor.pool';

/** What a first sizing takes. */
export const DEFAULT_POOL_SETTINGS: PoolSettings = initialValues(POOL_SETTINGS);

/** Until something is saved, a segmentation's Flex people count. */
export async function loadPoolSettings(context: Excel.RequestContext): Promise<PoolSettings> {
  const stored = await loadStored(context, SETTINGS_KEY);
  const { name, mark } = SHEETS.segments;
  const [segments] = await sheetStates(context, [name]);
  if (stored.saved) return storedValues(POOL_SETTINGS, stored);
  return { ...DEFAULT_POOL_SETTINGS, people: segments?.mark === mark ? 'flex' : 'all' };
}

export async function savePoolSettings(context: Excel.RequestContext, settings: PoolSettings): Promise<void> {
  await saveStored(context, SETTINGS_KEY, settings);
}
