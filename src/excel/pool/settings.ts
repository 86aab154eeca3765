/** The Pool step's settings, kept in the workbook. Anyone who unzips the file can read them: no personal data, no secrets. */
import { DEFAULT_SEED } from '../../engine/pool';
import type { ClusterBy } from '../../engine/pool';
import { SHEETS } from '../../report/model/sheet-names';
import { sheetStates } from '../host/own-sheets';
import type { PoolPeople, PoolSettings } from '../contract/pool';
import { loadStored, saveStored, type StoredSettings } from '../host/stored-settings';

const SETTINGS_KEY = 'FlexGovernor.pool';

/**
 * What a first sizing takes. Only the user can know the disruption cost: until it is given, it is the one that the
 * tolerance implies (docs/methods.md, "Purchase"), so that the cheapest size differs from the calibrated one by tiers and bundles alone.
 * Salvage is 0. The bundle is the smallest pack the guide names; two weeks is an ordinary purchase order.
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

/** Who can count. */
export const PEOPLE: readonly PoolPeople[] = ['all', 'flex', 'portfolio'];

const CLUSTERS: readonly ClusterBy[] = ['auto', 'project', 'team', 'department', 'user'];

/** As saved; what is missing or of another kind is the default. Until something is saved, a segmentation's Flex people count. */
export async function loadPoolSettings(context: Excel.RequestContext): Promise<PoolSettings> {
  const stored = await loadStored(context, SETTINGS_KEY);
  const { name, mark } = SHEETS.segments;
  const [segments] = await sheetStates(context, [name]);
  if (stored.saved) return merged(stored);
  return { ...DEFAULT_POOL_SETTINGS, people: segments?.mark === mark ? 'flex' : 'all' };
}

export async function savePoolSettings(context: Excel.RequestContext, settings: PoolSettings): Promise<void> {
  await saveStored(context, SETTINGS_KEY, settings);
}

function merged(stored: StoredSettings): PoolSettings {
  const d = DEFAULT_POOL_SETTINGS;
  return {
    people: PEOPLE.find((each) => each === stored.raw('people')) ?? 'all',
    clusterBy: CLUSTERS.find((by) => by === stored.raw('clusterBy')) ?? d.clusterBy,
    tolerance: stored.number('tolerance', d.tolerance),
    growthMean: stored.number('growthMean', d.growthMean),
    growthSpread: stored.number('growthSpread', d.growthSpread),
    bundle: stored.number('bundle', d.bundle),
    topUpPrice: stored.amount('topUpPrice'),
    leadDays: stored.number('leadDays', d.leadDays),
    disruption: stored.amount('disruption'),
    salvage: stored.number('salvage', d.salvage),
    salvageShare: stored.number('salvageShare', d.salvageShare),
    seed: stored.number('seed', d.seed),
    scaleShort: stored.flag('scaleShort'),
  };
}
