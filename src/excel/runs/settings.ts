/** The step's settings, kept in the workbook. Anyone who unzips the file can read them: no personal data, no secrets. */
import { initialValues } from '../../engine/assumptions/row';
import { SEGMENT_SETTINGS } from '../../engine/segments/assumptions';
import { SHEETS } from '../../report/model/sheet-names';
import type { SegmentSettings, SourceChoice } from '../contract/services';
import { loadStored, saveStored, type StoredSettings } from '../host/stored-settings';
import { storedValues } from './stored-assumptions';

const SETTINGS_KEY = 'FlexGovernor.segment';
const SOURCE_KEY = 'FlexGovernor.source';

/** The card of a workbook in which none was chosen: the built-in one that fits the usage. */
export const FITTING_CARD = '';

export const DEFAULT_SETTINGS: SegmentSettings = {
  card: FITTING_CARD,
  ...initialValues(SEGMENT_SETTINGS),
  columns: {},
  showScaled: false,
};

/** The settings as saved; what is missing or of another kind is the default. `Flex Rates` wins once that sheet exists. */
export async function loadSettings(context: Excel.RequestContext): Promise<SegmentSettings> {
  const stored = await loadStored(context, SETTINGS_KEY);
  const rates = context.workbook.worksheets.getItemOrNullObject(SHEETS.rates.name);
  rates.load('name');
  await context.sync();
  const settings = merged(stored);
  if (rates.isNullObject) {
    return settings.card === SHEETS.rates.name ? { ...settings, card: DEFAULT_SETTINGS.card } : settings;
  }
  return stored.raw('card') === undefined ? { ...settings, card: SHEETS.rates.name } : settings;
}

export async function saveSettings(context: Excel.RequestContext, settings: SegmentSettings): Promise<void> {
  await saveStored(context, SETTINGS_KEY, settings);
}

/** The source of the last run, for the ribbon button; null when none is remembered. */
export async function loadSource(context: Excel.RequestContext): Promise<SourceChoice | null> {
  const stored = await loadStored(context, SOURCE_KEY);
  const kind = stored.text('kind');
  const name = stored.text('name');
  return (kind === 'table' || kind === 'sheet') && name !== null ? { kind, name } : null;
}

export async function saveSource(context: Excel.RequestContext, choice: SourceChoice): Promise<void> {
  if (choice.kind !== 'selection') await saveStored(context, SOURCE_KEY, choice);
}

function merged(stored: StoredSettings): SegmentSettings {
  const columns = stored.raw('columns');
  return {
    ...storedValues(SEGMENT_SETTINGS, stored),
    card: stored.text('card') ?? DEFAULT_SETTINGS.card,
    columns: typeof columns === 'object' && columns !== null ? (columns as SegmentSettings['columns']) : {},
    showScaled: stored.flag('showScaled'),
  };
}
