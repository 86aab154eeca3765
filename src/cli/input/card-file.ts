/** The rate card a run prices with: a built-in one by name, or the user's own table in a file. */
import path from 'node:path';
import {
  BUILTIN_CARD_NAMES,
  builtinCard,
  readCard,
  readCollections,
  withCollections,
} from '../../engine/catalog';
import { cardField } from '../../engine/catalog/headers';
import type { CardCell } from '../../engine/catalog/cells';
import type { RateCard } from '../../engine/catalog/types';
import { FlexError } from '../../engine/errors';
import { BadInput } from '../program/bad-input';
import { cellAddress } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { readWholeTable } from './table-file';
import type { Row } from './table-rows';

/**
 * The card that usage is priced with: the one named, else the Flex Rates of the workbook that holds the usage; null = the built-in card
 * that fits the columns of the usage.
 * @throws BadInput or FlexError naming the cell that cannot be used
 */
export async function usageCard(wanted: string | null, usage: string): Promise<RateCard | null> {
  if (wanted !== null) return loadCard(wanted);
  return /\.xls[xm]$/i.test(usage) && (await hasRates(usage)) ? loadCard(usage) : null;
}

/** @param name a built-in card, or a path: whatever has a dot or a slash. @throws BadInput or FlexError naming the cell that cannot be used */
export async function loadCard(name: string): Promise<RateCard> {
  const builtin = builtinCard(name);
  if (builtin !== null) return builtin;
  if (!/[\\/.]/.test(name)) {
    throw new BadInput(
      `There is no rate card "${name}". Choose ${BUILTIN_CARD_NAMES.join(' or ')}, or name a CSV or xlsx file with the columns of ${SHEETS.rates.name}.`,
    );
  }
  const file = path.basename(name);
  const { rows } = await cardRows(name);
  try {
    const place = { origin: file, name: file, address: cellAddress };
    // On the Flex Rates sheet the Collections stand under the products.
    const at = rows.findIndex(isCollectionHeader);
    const card = readCard(cells(at < 0 ? rows : rows.slice(0, titleAbove(rows, at))), place);
    if (at < 0) return card;
    const below = { ...place, address: (row: number, column: number) => cellAddress(at + row, column) };
    return withCollections(card, readCollections(cells(rows.slice(at)), below, card.currency));
  } catch (error) {
    if (error instanceof FlexError) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

async function hasRates(file: string): Promise<boolean> {
  try {
    await readWholeTable(file, SHEETS.rates.name);
    return true;
  } catch (error) {
    // Whatever else is wrong with the file, reading the usage says so.
    if (error instanceof BadInput) return false;
    throw error;
  }
}

async function cardRows(file: string): Promise<{ readonly rows: readonly Row[] }> {
  if (!/\.xls[xm]$/i.test(file)) return readWholeTable(file);
  try {
    return await readWholeTable(file, SHEETS.rates.name);
  } catch (error) {
    // A workbook of the user's own may name the sheet as it likes.
    if (error instanceof BadInput && error.code === 'no-sheet') return readWholeTable(file);
    throw error;
  }
}

function isCollectionHeader(row: Row): boolean {
  const fields = row.map((cell) => cardField(cell));
  return fields.includes('collection') && fields.includes('product');
}

/** The first row of the heading above the Collections: what stands between a blank row and their header is no product. */
function titleAbove(rows: readonly Row[], header: number): number {
  let at = header;
  while (at > 0 && !isBlankRow(rows[at - 1])) at -= 1;
  return at;
}

function isBlankRow(row: Row | undefined): boolean {
  return row === undefined || row.every((cell) => cell === null || cell === undefined || cell === '');
}

function cells(rows: readonly Row[]): readonly (readonly CardCell[])[] {
  return rows;
}
