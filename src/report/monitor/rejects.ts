/** Rows of the user's tables that could not be used, at the cells where the new sheet has them. */
import { sheetAddress } from '../model/address';
import type { Block, SheetDocument } from '../model/document';
import { layout } from '../model/layout';
import type { OwnReject, OwnTableKey } from './input';
import { ownTableName } from './own-tables';
import { rejectedTable, type PlacedReject } from '../segments/summary-tables';

/**
 * The document with a table of the rejects of its own tables at the end; as it is where there are none.
 * @param keys tables of the user's that the document holds
 */
export function withOwnRejects(
  document: SheetDocument,
  rejects: readonly OwnReject[],
  keys: readonly OwnTableKey[],
  place: { readonly name: string; readonly heading: string },
): SheetDocument {
  const mine = rejects.filter(({ table }) => keys.includes(table));
  if (mine.length === 0) return document;
  // Blocks at the end move nothing above them.
  const { tables } = layout(document);
  const placed = mine.flatMap((reject): readonly PlacedReject[] => {
    const table = tables.find(({ block }) => block.name === ownTableName(reject.table));
    if (table === undefined) return [];
    const column = table.block.columns.findIndex(({ header }) => header === reject.column);
    const row = table.header.row + reject.row - 1;
    const cell = { row, column: Math.max(0, column), rows: 1, columns: 1 };
    const { value, reason } = reject;
    return [
      {
        sheetRow: row + 1,
        address: sheetAddress(document.name, cell),
        column: reject.column,
        value,
        reason,
      },
    ];
  });
  const block: Block = rejectedTable(placed, 'your tables on this sheet', place);
  return { ...document, blocks: [...document.blocks, block] };
}
