/** The user's price tiers, typed into `Flex Pool`. */
import { FlexError } from '../../engine/errors';
import type { Tier } from '../../engine/pool';
import type { RawCell } from '../../engine/usage/types';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { isBlankCell, placedCell, readOwnTable, type PlacedRange } from '../host/own-tables';
import { readInput } from '../runs/input';

/** The tiers, and the rows of their table: blank ones too, for the user may have made room. */
export interface TierTable {
  readonly tiers: readonly Tier[];
  readonly rows: number;
}

const COLUMNS = [
  { name: 'From quantity', wanted: 'a whole number of tokens, 0 or more' },
  { name: 'Price', wanted: "the price of one token, 0 or more, in the card's currency" },
] as const;

/**
 * Blank rows are skipped; the order of the others does not matter.
 * @param table the table as it stands; null on a first run
 * @throws FlexError naming the cell that cannot be used
 */
export function readTierTable(table: PlacedRange | null): TierTable {
  if (table === null) return { tiers: [], rows: 0 };
  const [header = [], ...body] = table.values;
  const at = COLUMNS.map(({ name }, index) => {
    const found = header.findIndex((text) => String(text ?? '').startsWith(name));
    return found < 0 ? index : found;
  });
  const tiers: Tier[] = [];
  const seen = new Map<number, string>();
  body.forEach((cells, index) => {
    const [from, price] = at.map((column) => cells[column]);
    if (isBlankCell(from) && isBlankCell(price)) return;
    const address = (which: 0 | 1): string => placedCell(table, index + 1, at[which] ?? which);
    const quantity = figure(from, 0, address(0));
    if (!Number.isSafeInteger(quantity)) throw wrong(from, 0, address(0));
    const earlier = seen.get(quantity);
    if (earlier !== undefined) {
      throw new FlexError(
        'value',
        `The tier from ${quantity} tokens stands twice, in ${earlier} and ${address(0)}. Delete one of them, then run again.`,
      );
    }
    seen.set(quantity, address(0));
    tiers.push({ from: quantity, price: figure(price, 1, address(1)) });
  });
  return { tiers: tiers.sort((a, b) => a.from - b.from), rows: body.length };
}

function figure(cell: RawCell, which: 0 | 1, address: string): number {
  if (typeof cell === 'number' && Number.isFinite(cell) && cell >= 0) return cell;
  throw wrong(cell, which, address);
}

function wrong(cell: RawCell, which: 0 | 1, address: string): FlexError {
  const { name, wanted } = COLUMNS[which];
  const given = isBlankCell(cell) ? 'empty' : `"${String(cell)}"`;
  return new FlexError(
    'value',
    `${name} in ${address} is ${given}. Enter ${wanted}, or clear the row; then run again.`,
  );
}

/** Tiers as rows, whatever room there is between them. */
export function tierRows(table: PlacedRange | null): readonly (readonly [number, number])[] {
  return readTierTable(table).tiers.map(({ from, price }) => [from, price] as const);
}

export const POOL_TIERS = readInput(
  'poolTiers',
  `the price tiers on ${SHEETS.pool.name}`,
  [SHEETS.pool.name],
  async (context) => tierRows(await readOwnTable(context, SHEETS.pool.name, TABLES.poolTiers, {})),
);
