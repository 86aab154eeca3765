/** The Pool step's settings, kept in the workbook. Anyone who unzips the file can read them: no personal data, no secrets. */
import { DEFAULT_SEED } from '../engine/pool';
import type { ClusterBy } from '../engine/pool';
import { SHEETS } from '../report/marks';
import { sheetStates } from './own-sheets';
import type { PoolSettings } from './pool-services';

const SETTINGS_KEY = 'FlexGovernor.pool';

/**
 * What a first sizing takes. Only the user can know the disruption cost: until it is given, it is the one that the
 * tolerance implies (methods.md), so that the cheapest size differs from the calibrated one by tiers and bundles alone. Salvage is 0.
 * The bundle is the smallest pack the guide names; two weeks is an ordinary purchase order.
 */
export const DEFAULT_POOL_SETTINGS: PoolSettings = {
  people: 'all',
  clusterBy: 'auto',
  tolerance: 0.05,
  growthMean: 0,
  growthSpread: 0.05,
  bundle: 100,
  topUpPrice: null,
  leadDays: 14,
  disruption: null,
  salvage: 0,
  salvageShare: 1,
  seed: DEFAULT_SEED,
  scaleShort: false,
};

const CLUSTERS: readonly ClusterBy[] = ['auto', 'project', 'team', 'department', 'user'];

/** As saved; what is missing or of another kind is the default. Until something is saved, a segmentation's Flex people count. */
export async function loadPoolSettings(context: Excel.RequestContext): Promise<PoolSettings> {
  const item = context.workbook.settings.getItemOrNullObject(SETTINGS_KEY);
  item.load('value');
  await context.sync();
  const { name, mark } = SHEETS.segments;
  const [segments] = await sheetStates(context, [name]);
  if (!item.isNullObject) return merged(parsed(item.value));
  return { ...DEFAULT_POOL_SETTINGS, people: segments?.mark === mark ? 'flex' : 'all' };
}

export async function savePoolSettings(context: Excel.RequestContext, settings: PoolSettings): Promise<void> {
  context.workbook.settings.add(SETTINGS_KEY, JSON.stringify(settings));
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

function merged(saved: Readonly<Record<string, unknown>>): PoolSettings {
  const d = DEFAULT_POOL_SETTINGS;
  const number = (key: keyof PoolSettings, fallback: number): number =>
    typeof saved[key] === 'number' ? saved[key] : fallback;
  return {
    people: saved['people'] === 'flex' ? 'flex' : 'all',
    clusterBy: CLUSTERS.find((by) => by === saved['clusterBy']) ?? d.clusterBy,
    tolerance: number('tolerance', d.tolerance),
    growthMean: number('growthMean', d.growthMean),
    growthSpread: number('growthSpread', d.growthSpread),
    bundle: number('bundle', d.bundle),
    topUpPrice: typeof saved['topUpPrice'] === 'number' ? saved['topUpPrice'] : null,
    leadDays: number('leadDays', d.leadDays),
    disruption: typeof saved['disruption'] === 'number' ? saved['disruption'] : null,
    salvage: number('salvage', d.salvage),
    salvageShare: number('salvageShare', d.salvageShare),
    seed: number('seed', d.seed),
    scaleShort: saved['scaleShort'] === true,
  };
}
