/** Tables and figures of sheet documents as results: the values that their cells show. */
import { isoDate } from '../../engine/numeric';
import { cellValue, tableIn } from '../../report/model/cells';
import type { Figure, SheetDocument } from '../../report/model/document';
import { NOT_KNOWN } from '../../report/model/formats';
import type { ResultFigure, ResultTable } from '../program/command';

export function hasTable(document: SheetDocument, name: string): boolean {
  return document.blocks.some((block) => block.kind === 'table' && block.name === name);
}

/**
 * A table of a document, with its heading as title.
 * @param shown keys of the columns of the readable form; all when absent, none of the table when empty
 * @param title of a table that stands alone on its sheet
 */
export function resultTable(
  document: SheetDocument,
  name: string,
  shown?: readonly string[] | undefined,
  title?: string,
): ResultTable {
  const { heading, columns, rows } = tableIn(document, name);
  return {
    name,
    title: title ?? heading ?? document.name,
    columns,
    rows: rows.map((cells) => cells.map(cellValue)),
    ...(shown === undefined ? {} : { shown }),
  };
}

/** The same for a table that a document may lack. */
export function resultTables(
  ...[document, name, ...how]: Parameters<typeof resultTable>
): readonly ResultTable[] {
  return hasTable(document, name) ? [resultTable(document, name, ...how)] : [];
}

/** Figures of documents by workbook name, in the order of the names; those that no document has are left out. */
export function resultFigures(
  documents: readonly SheetDocument[],
  names: readonly string[],
): readonly ResultFigure[] {
  const figures = documents
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'figures' ? block.figures : []));
  return names.flatMap((name) => {
    const figure = figures.find((each) => each.name === name);
    return figure === undefined ? [] : [resultFigure(name, figure)];
  });
}

/** A day becomes a text year-month-day, and what is not known null. */
function resultFigure(name: string, { label, value, numberFormat, unit }: Figure): ResultFigure {
  const isDay = numberFormat.includes('yyyy');
  return {
    name,
    label,
    value: value === NOT_KNOWN ? null : isDay && typeof value === 'number' ? isoDate(value) : value,
    numberFormat: isDay ? 'General' : numberFormat,
    ...(unit === undefined ? {} : { unit }),
  };
}
