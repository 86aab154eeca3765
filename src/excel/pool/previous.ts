/** What our earlier `Flex Pool` still tells: its input cells, the tiers and class costs the user typed there. */
import { POOL_ASSUMPTIONS } from '../../engine/pool/assumptions';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { NOTHING_EARLIER, type EarlierCells } from '../runs/assumptions';
import type { ReadOptions } from '../host/block-reader';
import { readOwnTable, type PlacedRange } from '../host/own-tables';
import { sheetStates } from '../host/own-sheets';
import { cellsOf, readEarlierCells } from '../runs/sheet-assumptions';

/** The input cells of `Flex Pool`. */
export const POOL_CELLS = cellsOf(POOL_ASSUMPTIONS);

export interface PreviousPool extends EarlierCells {
  readonly tiers: PlacedRange | null;
  readonly classes: PlacedRange | null;
}

const NONE: PreviousPool = { ...NOTHING_EARLIER, tiers: null, classes: null };

/** Everything empty without an earlier `Flex Pool` of ours. */
export async function readPreviousPool(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<PreviousPool> {
  const { name, mark } = SHEETS.pool;
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return NONE;
  return {
    ...(await readEarlierCells(context, name, POOL_CELLS)),
    tiers: await readOwnTable(context, name, TABLES.poolTiers, options),
    classes: await readOwnTable(context, name, TABLES.poolClasses, options),
  };
}
