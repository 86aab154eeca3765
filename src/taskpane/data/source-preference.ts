import type { Inspection, SourceChoice, SourceOption } from '../../excel/contract/services';
import { rangeOf } from './range-address';

/** A stable text for a choice: the value of its entry in the list. */
export function sourceKey(choice: SourceChoice): string {
  return choice.kind === 'selection' ? 'selection' : `${choice.kind}:${choice.name}`;
}

/**
 * The usage a user most likely means: what they selected when that is a block of cells, else the first native
 * table, else the first sheet, else whatever there is. Null when the workbook offers nothing.
 */
export function preferredSource(options: readonly SourceOption[]): SourceChoice | null {
  const selection = options.find((option) => option.choice.kind === 'selection');
  const block = selection === undefined ? null : rangeOf(selection.address);
  if (selection !== undefined && block !== null && block.rows > 1 && block.columns > 1)
    return selection.choice;
  const table = options.find((option) => option.choice.kind === 'table');
  const sheet = options.find((option) => option.choice.kind === 'sheet');
  return (table ?? sheet ?? selection)?.choice ?? null;
}

/** What was announced is what is read, even when the selection has moved on in the meantime. */
export function announcedSource(source: SourceChoice, inspection: Inspection): SourceChoice {
  return source.kind === 'selection' ? { ...source, address: inspection.address } : source;
}
