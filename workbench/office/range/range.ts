/** Excel.Range. */
import type { Place } from '../grid';
import type { Served } from '../served';
import type { WorkbookState } from '../state';
import { formatRect, quoteSheet, SHEET_COLUMNS, SHEET_ROWS } from '../address';
import { integerArgument } from '../arguments';
import {
  cellCount,
  clearPlace,
  readFormulas,
  readNumberFormats,
  readTexts,
  readTypes,
  readValues,
  writeEntries,
  writeNumberFormats,
} from './content';
import { conditionalFormatsObject } from './conditional';
import { failure } from '../failure';
import { formatObject } from './format';
import { movesOf } from './move';
import { validationObject } from './validation';

export const addressOf = (state: WorkbookState, place: Place): string =>
  `${quoteSheet(state.sheet(place.sheetId).name)}!${formatRect(place.rect)}`;

export function rangeObject(state: WorkbookState, place: Place): Served {
  const { sheetId, rect } = place;
  const { grid } = state;
  const address = (): string => addressOf(state, place);
  const formulas = {
    get: () => readFormulas(state, place),
    set: (value: Parameters<typeof writeEntries>[2]) => writeEntries(state, place, value, 'Range.formulas'),
  };
  const numberFormat = {
    get: () => readNumberFormats(state, place),
    set: (value: Parameters<typeof writeEntries>[2]) => writeNumberFormats(state, place, value),
  };
  const extent = (from: number, count: number, size: (index: number) => number): number => {
    let sum = 0;
    for (let i = from; i < from + count; i += 1) sum += size(i);
    return sum;
  };
  const width = (index: number): number => grid.columnWidth(sheetId, index);
  const height = (index: number): number => grid.rowHeight(sheetId, index);
  return {
    kind: 'Range',
    place,
    scalars: {
      values: {
        get: () => readValues(state, place),
        set: (value) => writeEntries(state, place, value, 'Range.values'),
      },
      formulas,
      formulasLocal: formulas,
      text: { get: () => readTexts(state, place) },
      valueTypes: { get: () => readTypes(state, place) },
      numberFormat,
      numberFormatLocal: numberFormat,
      address: { get: address },
      addressLocal: { get: address },
      rowIndex: { get: () => rect.row },
      columnIndex: { get: () => rect.column },
      rowCount: { get: () => rect.rows },
      columnCount: { get: () => rect.columns },
      cellCount: { get: () => (cellCount(rect) > 2_147_483_647 ? -1 : cellCount(rect)) },
      isEntireColumn: { get: () => rect.rows === SHEET_ROWS },
      isEntireRow: { get: () => rect.columns === SHEET_COLUMNS },
      top: { get: () => extent(0, rect.row, height) },
      left: { get: () => extent(0, rect.column, width) },
      height: { get: () => extent(rect.row, rect.rows, height) },
      width: { get: () => extent(rect.column, rect.columns, width) },
    },
    parts: {
      format: () => formatObject(state, place),
      worksheet: () => state.objects.worksheet(sheetId),
      conditionalFormats: () => conditionalFormatsObject(state, place),
      dataValidation: () => validationObject(state, place),
    },
    gives: movesOf(state, place, (next) => rangeObject(state, next)),
    calls: {
      clear: ([applyTo]) => clearPlace(state, place, typeof applyTo === 'string' ? applyTo : 'All'),
      select: () => {
        state.sheet(sheetId);
        grid.select(sheetId, rect);
      },
      calculate: () => undefined,
      _KeepReference: () => undefined,
      _ValidateArraySize: ([rows, columns]) => {
        const fits =
          integerArgument(rows, 'Range.values') === rect.rows &&
          integerArgument(columns, 'Range.values') === rect.columns;
        if (!fits) {
          throw failure(
            'InvalidArgument',
            'Range.values',
            'The number of rows or columns in the input array does not match the size or dimensions of the range.',
          );
        }
      },
    },
  };
}
