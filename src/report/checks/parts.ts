/** What of ours stands in a workbook, as far as control totals can name it. */
import { columnValues } from '../model/cells';
import type { CellValue, SheetDocument } from '../model/document';
import { layout } from '../model/layout';

export interface WorkbookParts {
  /** Names of our sheets. */
  readonly sheets: ReadonlySet<string>;
  /** Headers of each of our tables, as they stand. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** Workbook names. */
  readonly names: ReadonlySet<string>;
  /** What stands in them; null where only the workbook knows. */
  readonly cells: WorkbookCells | null;
}

export interface WorkbookCells {
  /** A column of a table, by its header. */
  column(table: string, header: string): readonly CellValue[];
  named(name: string): CellValue;
  /** The value beside a label in the first two columns of a sheet. */
  labelled(sheet: string, label: string): CellValue;
}

/** The parts of sheets that are written together. */
export function partsOf(documents: readonly SheetDocument[]): WorkbookParts {
  const layouts = documents.map((document) => layout(document));
  const blocks = new Map(
    layouts.flatMap(({ tables }) => tables.map(({ block }) => [block.name, block] as const)),
  );
  const figures = layouts.flatMap((placed) =>
    placed.figures.map(({ figure }) => ({ sheet: placed.sheet, figure })),
  );
  return {
    sheets: new Set(layouts.map(({ sheet }) => sheet)),
    tables: new Map([...blocks].map(([name, { columns }]) => [name, columns.map(({ header }) => header)])),
    names: new Set(layouts.flatMap(({ names }) => names.map(({ name }) => name))),
    cells: {
      column: (table, header) => {
        const block = blocks.get(table);
        const column = block?.columns.find((each) => each.header === header);
        return block === undefined || column === undefined ? [] : columnValues(block, column.key);
      },
      named: (name) => figures.find(({ figure }) => figure.name === name)?.figure.value ?? null,
      labelled: (of, label) =>
        figures.find(({ sheet, figure }) => sheet === of && figure.label === label)?.figure.value ?? null,
    },
  };
}
