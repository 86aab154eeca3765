/** The step's settings, kept in the workbook. Anyone who unzips the file can read them: no personal data, no secrets. */
import { SHEETS } from '../report/marks';
import type { SegmentSettings, SourceChoice } from './services';

const SETTINGS_KEY = 'FlexGovernor.segment';
const SOURCE_KEY = 'FlexGovernor.source';

export const DEFAULT_SETTINGS: SegmentSettings = {
  card: 'guide',
  seatDiscount: 0,
  tokenDiscount: 0,
  tokenPrice: null,
  margin: null,
  asOf: null,
  hoursPerDay: null,
  rankingHoursPerDay: 8,
  externalDomains: [],
  columns: {},
  showScaled: false,
};

/** The settings as saved; what is missing or of another kind is the default. `Flex Rates` wins once that sheet exists. */
export async function loadSettings(context: Excel.RequestContext): Promise<SegmentSettings> {
  const item = context.workbook.settings.getItemOrNullObject(SETTINGS_KEY);
  item.load('value');
  const rates = context.workbook.worksheets.getItemOrNullObject(SHEETS.rates.name);
  rates.load('name');
  await context.sync();
  const saved = item.isNullObject ? {} : parsed(item.value);
  const settings = merged(saved);
  if (rates.isNullObject) {
    return settings.card === SHEETS.rates.name ? { ...settings, card: DEFAULT_SETTINGS.card } : settings;
  }
  return saved['card'] === undefined ? { ...settings, card: SHEETS.rates.name } : settings;
}

export async function saveSettings(context: Excel.RequestContext, settings: SegmentSettings): Promise<void> {
  context.workbook.settings.add(SETTINGS_KEY, JSON.stringify(settings));
  await context.sync();
}

/** The source of the last run, for the ribbon button; null when none is remembered. */
export async function loadSource(context: Excel.RequestContext): Promise<SourceChoice | null> {
  const item = context.workbook.settings.getItemOrNullObject(SOURCE_KEY);
  item.load('value');
  await context.sync();
  if (item.isNullObject) return null;
  const { kind, name } = parsed(item.value);
  if ((kind === 'table' || kind === 'sheet') && typeof name === 'string') return { kind, name };
  return null;
}

export async function saveSource(context: Excel.RequestContext, choice: SourceChoice): Promise<void> {
  if (choice.kind === 'selection') return;
  context.workbook.settings.add(SOURCE_KEY, JSON.stringify(choice));
  await context.sync();
}

function parsed(value: unknown): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(String(value));
    return typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function merged(saved: Readonly<Record<string, unknown>>): SegmentSettings {
  const d = DEFAULT_SETTINGS;
  const number = (key: string, fallback: number): number =>
    typeof saved[key] === 'number' ? saved[key] : fallback;
  const optional = (key: string): number | null => (typeof saved[key] === 'number' ? saved[key] : null);
  const domains = saved['externalDomains'];
  const columns = saved['columns'];
  return {
    card: typeof saved['card'] === 'string' ? saved['card'] : d.card,
    seatDiscount: number('seatDiscount', d.seatDiscount),
    tokenDiscount: number('tokenDiscount', d.tokenDiscount),
    tokenPrice: optional('tokenPrice'),
    margin: optional('margin'),
    asOf: typeof saved['asOf'] === 'string' ? saved['asOf'] : d.asOf,
    hoursPerDay: optional('hoursPerDay'),
    rankingHoursPerDay: number('rankingHoursPerDay', d.rankingHoursPerDay),
    externalDomains: Array.isArray(domains)
      ? domains.filter((x): x is string => typeof x === 'string')
      : d.externalDomains,
    columns:
      typeof columns === 'object' && columns !== null ? (columns as SegmentSettings['columns']) : d.columns,
    showScaled: saved['showScaled'] === true,
  };
}
