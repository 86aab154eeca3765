/** What our earlier `Flex Pool` still tells: its input cells, the tiers and class costs the user typed there. */
import { POOL_NAMES } from '../../report/pool/input';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import type { SheetAssumptions } from '../runs/values-from-sheet';
import type { ReadOptions } from '../host/block-reader';
import { readOwnTable, type PlacedRange } from '../host/own-tables';
import { sheetStates } from '../host/own-sheets';
import { poolCell } from './cells';
import { readNamedCells, readSheetAssumptions, type NamedCell } from '../runs/sheet-assumptions';

export interface PreviousPool {
  readonly assumptions: SheetAssumptions | null;
  readonly cells: ReadonlyMap<string, NamedCell>;
  readonly tiers: PlacedRange | null;
  readonly classes: PlacedRange | null;
}

const NONE: PreviousPool = { assumptions: null, cells: new Map(), tiers: null, classes: null };

/** Everything empty without an earlier `Flex Pool` of ours. */
export async function readPreviousPool(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<PreviousPool> {
  const { name, mark } = SHEETS.pool;
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return NONE;
  const cells = await readNamedCells(context, POOL_NAMES);
  return {
    assumptions: await readSheetAssumptions(context, name, cells, poolCell),
    cells,
    tiers: await readOwnTable(context, name, TABLES.poolTiers, options),
    classes: await readOwnTable(context, name, TABLES.poolClasses, options),
  };
}
