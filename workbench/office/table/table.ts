/** Excel.TableCollection, Table and its columns and rows. */
import type { GridTable, Place, Rect } from '../grid';
import type { Json } from '../wire';
import type { Served } from '../served';
import type { WorkbookState } from '../state';
import { remembered } from '../served';
import { failure } from '../failure';
import { integerArgument, placeArgument, textArgument } from '../arguments';
import { intersect } from '../address';
import { fixHeaders, headersOf } from './headers';
import { rangeObject } from '../range/range';
import { readValues, writeEntries } from '../range/content';

const NAME = /^[A-Za-z_\\\u0080-\uFFFF][A-Za-z0-9_.\\\u0080-\uFFFF]{0,254}$/;

/** Refuses a name that Excel would take for a cell or that is in use. */
export function mustBeName(state: WorkbookState, name: string, location: string): string {
  const cellLike = /^([A-Za-z]{1,3}[1-9]\d*|[Rr]\d*[Cc]\d*|[RrCc])$/.test(name);
  if (!NAME.test(name) || cellLike)
    throw failure('InvalidArgument', location, `"${name}" is not a valid name.`);
  if (state.nameTaken(name)) throw failure('ItemAlreadyExists', location, `The name "${name}" is in use.`);
  return name;
}

/** Tables of a sheet, or of the whole workbook when sheetId is null. */
export function tablesObject(state: WorkbookState, sheetId: string | null): Served {
  const tables = (): GridTable[] =>
    [...state.tables.values()].filter((table) => sheetId === null || table.sheetId === sheetId);
  const named = (key: Json): GridTable | undefined =>
    tables().find((table) => table.id === key || table.name.toLowerCase() === String(key).toLowerCase());
  const must = (table: GridTable | undefined): Served => {
    if (table === undefined) throw failure('ItemNotFound', 'TableCollection.getItem');
    return tableObject(state, table);
  };
  return {
    kind: 'TableCollection',
    items: () => tables().map((table) => tableObject(state, table)),
    find: (key) => must(named(key)),
    scalars: { count: { get: () => tables().length } },
    calls: { getCount: () => tables().length },
    gives: {
      add: ([address, hasHeaders]) =>
        tableObject(
          state,
          addTable(state, placeArgument(state, address, 'TableCollection.add', sheetId), hasHeaders === true),
        ),
      getItemAt: ([index]) => must(tables()[integerArgument(index, 'TableCollection.getItemAt')]),
      getItemOrNullObject: ([key]) => {
        const table = named(key as Json);
        return table === undefined ? null : tableObject(state, table);
      },
    },
  };
}

function addTable(state: WorkbookState, place: Place, hasHeaders: boolean): GridTable {
  state.assertWritable(place.sheetId, 'TableCollection.add');
  if (state.tableOver(place) !== undefined) {
    throw failure('InvalidArgument', 'TableCollection.add', 'A table cannot overlap another table.');
  }
  let count = state.tables.size + 1;
  while (state.nameTaken(`Table${count}`)) count += 1;
  // Excel gives a table at least one body row, and moves cells down for headers it has to make up.
  if (!hasHeaders) {
    const below = { ...place.rect, row: place.rect.row + 1 };
    state.grid.write(place.sheetId, below, state.grid.readFormulas(place.sheetId, place.rect));
    state.grid.clear(place.sheetId, { ...place.rect, rows: 1 }, 'contents');
  }
  const rows = Math.max(2, place.rect.rows + (hasHeaders ? 0 : 1));
  const table: GridTable = {
    id: state.nextId('table'),
    sheetId: place.sheetId,
    name: `Table${count}`,
    rect: { ...place.rect, rows },
    showHeaders: true,
    showFilter: true,
    style: 'TableStyleMedium2',
  };
  state.tables.set(table.id, table);
  fixHeaders(state, table, table.rect);
  state.grid.putTable(table);
  state.cellsChanged({ sheetId: table.sheetId, rect: table.rect });
  return table;
}

export const totalsShown = (state: WorkbookState, table: GridTable): boolean =>
  state.bag(table.id).get('showTotals') === true;

export function bodyOf(state: WorkbookState, table: GridTable): Rect {
  const header = table.showHeaders ? 1 : 0;
  const totals = totalsShown(state, table) ? 1 : 0;
  return { ...table.rect, row: table.rect.row + header, rows: table.rect.rows - header - totals };
}

function tableObject(state: WorkbookState, table: GridTable): Served {
  const alive = (): GridTable => {
    if (!state.tables.has(table.id)) throw failure('ItemNotFound', 'Table');
    return table;
  };
  const range = (rect: Rect): Served => rangeObject(state, { sheetId: alive().sheetId, rect });
  const change = (apply: () => void, member: string): void => {
    state.assertWritable(alive().sheetId, `Table.${member}`);
    apply();
    state.grid.putTable(table);
  };
  return {
    kind: 'Table',
    key: table.id,
    scalars: {
      id: { get: () => table.id },
      name: {
        get: () => table.name,
        set: (value) =>
          change(() => {
            const name = textArgument(value, 'Table.name');
            if (name.toLowerCase() !== table.name.toLowerCase()) mustBeName(state, name, 'Table.name');
            table.name = name;
          }, 'name'),
      },
      style: {
        get: () => table.style,
        set: (value) => change(() => void (table.style = String(value)), 'style'),
      },
      showHeaders: {
        get: () => table.showHeaders,
        set: (value) => {
          if (value !== true)
            throw failure('NotImplemented', 'Table.showHeaders', 'Tables without headers are not served.');
        },
      },
      showFilterButton: {
        get: () => table.showFilter,
        set: (value) => change(() => void (table.showFilter = value === true), 'showFilterButton'),
      },
      showTotals: {
        get: () => totalsShown(state, table),
        set: (value) => change(() => setTotals(state, table, value === true), 'showTotals'),
      },
      ...remembered(state.bag(table.id), {
        showBandedRows: true,
        showBandedColumns: false,
        highlightFirstColumn: false,
        highlightLastColumn: false,
      }),
    },
    parts: {
      columns: () => columnsObject(state, alive()),
      rows: () => rowsObject(state, alive()),
      worksheet: () => state.objects.worksheet(table.sheetId),
    },
    gives: {
      getRange: () => range(table.rect),
      getHeaderRowRange: () => range({ ...table.rect, rows: 1 }),
      getDataBodyRange: () => range(bodyOf(state, table)),
      getTotalRowRange: () => {
        if (!totalsShown(state, table)) throw failure('ItemNotFound', 'Table.getTotalRowRange');
        return range({ ...table.rect, row: table.rect.row + table.rect.rows - 1, rows: 1 });
      },
      convertToRange: () => {
        state.assertWritable(alive().sheetId, 'Table.convertToRange');
        state.dropTable(table);
        return rangeObject(state, { sheetId: table.sheetId, rect: table.rect });
      },
    },
    calls: {
      delete: () => {
        state.assertWritable(alive().sheetId, 'Table.delete');
        state.dropTable(table);
        state.grid.clear(table.sheetId, table.rect, 'all');
        state.cellsChanged({ sheetId: table.sheetId, rect: table.rect });
      },
      resize: ([to]) => {
        const place = placeArgument(state, to, 'Table.resize', alive().sheetId);
        const moved =
          place.rect.row !== table.rect.row || place.rect.rows < 2 || place.sheetId !== table.sheetId;
        if (moved || intersect(place.rect, table.rect) === null) {
          throw failure(
            'InvalidArgument',
            'Table.resize',
            'The headers must stay in the same row and the ranges overlap.',
          );
        }
        const clash = state
          .tablesOf(table.sheetId)
          .some((item) => item !== table && intersect(item.rect, place.rect) !== null);
        if (clash) throw failure('InvalidArgument', 'Table.resize', 'A table cannot overlap another table.');
        change(() => void (table.rect = place.rect), 'resize');
        fixHeaders(state, table, table.rect);
      },
      clearFilters: () => undefined,
    },
  };
}

function setTotals(state: WorkbookState, table: GridTable, on: boolean): void {
  if (totalsShown(state, table) === on) return;
  state.bag(table.id).set('showTotals', on);
  const rows = table.rect.rows + (on ? 1 : -1);
  if (!on)
    state.grid.clear(table.sheetId, { ...table.rect, row: table.rect.row + rows, rows: 1 }, 'contents');
  table.rect = { ...table.rect, rows };
  if (on)
    state.grid.write(
      table.sheetId,
      { row: table.rect.row + rows - 1, column: table.rect.column, rows: 1, columns: 1 },
      [['Total']],
    );
}

function columnsObject(state: WorkbookState, table: GridTable): Served {
  const column = (index: number): Served => {
    const place = (rect: Rect): Place => ({
      sheetId: table.sheetId,
      rect: { ...rect, column: table.rect.column + index, columns: 1 },
    });
    const whole = place(table.rect);
    const header = place({ ...table.rect, rows: 1 });
    return {
      kind: 'TableColumn',
      key: String(index + 1),
      scalars: {
        id: { get: () => index + 1 },
        index: { get: () => index },
        name: {
          get: () => headersOf(state, table)[index] ?? '',
          set: (value) =>
            writeEntries(
              state,
              header,
              [[`'${textArgument(value, 'TableColumn.name')}`]],
              'TableColumn.name',
            ),
        },
        values: {
          get: () => readValues(state, whole),
          set: (value) => writeEntries(state, whole, value, 'TableColumn.values'),
        },
      },
      gives: {
        getRange: () => rangeObject(state, whole),
        getHeaderRowRange: () => rangeObject(state, header),
        getDataBodyRange: () => rangeObject(state, place(bodyOf(state, table))),
      },
    };
  };
  const indexOf = (key: Json): number => {
    if (typeof key === 'number') return key - 1;
    const headers = headersOf(state, table).map((text) => text.toLowerCase());
    const byName = headers.indexOf(String(key).toLowerCase());
    return byName >= 0 || !/^\d+$/.test(String(key)) ? byName : Number(key) - 1;
  };
  const at = (index: number): Served => {
    if (index < 0 || index >= table.rect.columns)
      throw failure('ItemNotFound', 'TableColumnCollection.getItem');
    return column(index);
  };
  return {
    kind: 'TableColumnCollection',
    items: () => Array.from({ length: table.rect.columns }, (_none, index) => column(index)),
    find: (key) => at(indexOf(key)),
    scalars: { count: { get: () => table.rect.columns } },
    calls: { getCount: () => table.rect.columns },
    gives: {
      getItemAt: ([index]) => at(integerArgument(index, 'TableColumnCollection.getItemAt')),
      getItemOrNullObject: ([key]) => {
        const index = indexOf(key as Json);
        return index < 0 || index >= table.rect.columns ? null : column(index);
      },
    },
  };
}

function rowsObject(state: WorkbookState, table: GridTable): Served {
  const count = (): number => bodyOf(state, table).rows;
  return {
    kind: 'TableRowCollection',
    scalars: { count: { get: count } },
    calls: { getCount: count },
  };
}
