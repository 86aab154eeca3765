/** A table of a sheet document, by its native name. */
import type { SheetDocument, TableBlock } from '../../report/model/document';

export function hasTable(document: SheetDocument, name: string): boolean {
  return document.blocks.some((block) => block.kind === 'table' && block.name === name);
}

/** @throws Error when the document has no such table: a mistake of ours */
export function tableOf(document: SheetDocument, name: string): TableBlock {
  const block = document.blocks.find(
    (each): each is TableBlock => each.kind === 'table' && each.name === name,
  );
  if (block === undefined) throw new Error(`${document.name} has no table ${name}.`);
  return block;
}
