/** What of ours stands in a workbook, as far as control totals can name it. */
import type { SheetDocument } from '../model/document';
import { layout } from '../model/layout';

export interface WorkbookParts {
  /** Names of our sheets. */
  readonly sheets: ReadonlySet<string>;
  /** Headers of each of our tables, as they stand. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** Workbook names. */
  readonly names: ReadonlySet<string>;
}

/** The parts of sheets that are written together. */
export function partsOf(documents: readonly SheetDocument[]): WorkbookParts {
  const layouts = documents.map((document) => layout(document));
  return {
    sheets: new Set(layouts.map(({ sheet }) => sheet)),
    tables: new Map(
      layouts.flatMap(({ tables }) =>
        tables.map(({ block }) => [block.name, block.columns.map(({ header }) => header)] as const),
      ),
    ),
    names: new Set(layouts.flatMap(({ names }) => names.map(({ name }) => name))),
  };
}
