/** The inputs of a sizing: the pane's settings, and what the user changed in the input cells of `Flex Pool` since the last run. */
import type { RateCard } from '../../engine/catalog';
import { FlexError } from '../../engine/errors';
import { toleranceMeaning } from '../../engine/pool';
import type { CellValue } from '../../report/model/document';
import { SHEETS } from '../../report/model/sheet-names';
import { POOL_NAMES, type PoolAssumptions } from '../../report/pool/input';
import { adoptedMessage, editOf, type SheetAssumptions } from '../runs/values-from-sheet';
import { POOL_CELLS, type PoolKey } from './cells';
import type { PoolSettings } from '../contract/pool';
import type { Message, SegmentSettings } from '../contract/services';
import type { NamedCell } from '../runs/sheet-assumptions';

export interface PoolTerms {
  readonly assumptions: PoolAssumptions;
  readonly adopted: readonly string[];
  readonly pane: Readonly<Record<string, CellValue>>;
  /** Which inputs were taken from the sheet instead of the pane. */
  readonly messages: readonly Message[];
}

/** The share whose mis-sizing cost is shown; afterwards the cell is the user's, the pane has none. */
const MISSIZE_SHARE = 0.1;

/**
 * @param earlier inputs of the last run of this workbook; null on a first run
 * @param cells where the inputs stand on the earlier sheet
 * @throws FlexError naming the cell, or the setting, that cannot be used
 */
export function poolTerms(
  card: RateCard,
  settings: SegmentSettings,
  pool: PoolSettings,
  earlier: SheetAssumptions | null,
  cells: ReadonlyMap<string, NamedCell>,
): PoolTerms {
  const pane: Readonly<Record<PoolKey, CellValue>> = {
    tolerance: pool.tolerance,
    growthMean: pool.growthMean,
    growthSpread: pool.growthSpread,
    people: pool.people,
    clusterBy: pool.clusterBy,
    tokenPrice: settings.tokenPrice ?? card.tokenPrice,
    tokenDiscount: settings.tokenDiscount,
    bundle: pool.bundle,
    topUpPrice: pool.topUpPrice,
    leadDays: pool.leadDays,
    disruption: pool.disruption,
    salvage: pool.salvage,
    salvageShare: pool.salvageShare,
    missizeShare: MISSIZE_SHARE,
    seed: pool.seed,
  };
  const chosen: Record<PoolKey, CellValue> = { ...pane };
  const messages: Message[] = [];
  const adopted: string[] = [];
  for (const key of Object.keys(POOL_NAMES) as PoolKey[]) {
    const edit = editOf(key, pane[key], earlier);
    if (edit !== undefined) {
      chosen[key] = edit;
      adopted.push(key);
      if (key !== 'missizeShare') messages.push(adoptedMessage(POOL_CELLS[key].label, SHEETS.pool.name));
    }
    require(key, chosen[key], edit === undefined ? null : (cells.get(key)?.address ?? SHEETS.pool.name));
  }
  // Without a price of its own a late token costs the list price, whichever that is by now.
  chosen.topUpPrice ??= chosen.tokenPrice;
  const disruptionImplied = chosen.disruption === null;
  chosen.disruption ??= impliedDisruption(chosen as unknown as PoolAssumptions);
  const assumptions = { ...(chosen as unknown as PoolAssumptions), disruptionImplied };
  return { assumptions, adopted, pane, messages };
}

/** What a missing token must cost beside its top-up for the tolerance to be the cheapest; at least 0. */
function impliedDisruption(terms: Omit<PoolAssumptions, 'disruption'>): number {
  const price = terms.tokenPrice * (1 - terms.tokenDiscount);
  const { missingToken } = toleranceMeaning(terms.tolerance, price, terms.salvage, null);
  // Money to the millionth: what floating-point arithmetic adds beyond is no price.
  return Math.max(0, Math.round((missingToken + price - terms.topUpPrice) * 1e6) / 1e6);
}

function require(key: PoolKey, value: CellValue, address: string | null): void {
  const { label, wanted, accepts } = POOL_CELLS[key];
  if (accepts(value)) return;
  const given = value === null ? 'empty' : `"${String(value)}"`;
  throw new FlexError(
    'value',
    address === null
      ? `${label} is ${given}. Enter ${wanted}.`
      : `${label} in ${address} is ${given}. Enter ${wanted} there, then run again.`,
  );
}
