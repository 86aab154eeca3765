/** Excel.Worksheet. */
import type { Json } from '../wire';
import type { Scalar, Served } from '../served';
import type { WorkbookState } from '../state';
import { eventCalls, remembered } from '../served';
import { failure } from '../failure';
import { integerArgument, placeOfText, textArgument } from '../arguments';
import { mustFit, SHEET_COLUMNS, SHEET_ROWS } from '../address';
import { chartsObject } from '../charts/chart';
import { freezeObject, pageLayoutObject } from './page';
import { namesObject } from './names';
import { notesObject } from '../notes/notes';
import { rangeObject } from '../range/range';
import { sheetPropertiesObject } from './properties';
import { tablesObject } from '../table/table';

const ILLEGAL = /[\\/?*[\]:]/;

/** Refuses what Excel refuses as a sheet name. */
export function mustBeSheetName(
  state: WorkbookState,
  name: Json | undefined,
  own: string | null,
  location: string,
): string {
  const text = typeof name === 'string' ? name : '';
  const bad =
    text.trim() === '' ||
    text.length > 31 ||
    ILLEGAL.test(text) ||
    text.startsWith("'") ||
    text.endsWith("'") ||
    /^history$/i.test(text);
  if (bad)
    throw failure(
      'InvalidArgument',
      location,
      `"${text}" cannot be a sheet name (1 to 31 characters, none of \\ / ? * [ ] :).`,
    );
  const taken = state.grid
    .sheets()
    .some((sheet) => sheet.id !== own && sheet.name.toLowerCase() === text.toLowerCase());
  if (taken) throw failure('ItemAlreadyExists', location, `There is already a sheet "${text}".`);
  return text;
}

export function worksheetObject(state: WorkbookState, sheetId: string): Served {
  const { grid } = state;
  const sheet = state.sheet(sheetId);
  const record = state.record(sheetId);
  const everything = { row: 0, column: 0, rows: SHEET_ROWS, columns: SHEET_COLUMNS };
  const range = (rect: typeof everything, member: string): Served =>
    rangeObject(state, { sheetId: state.sheet(sheetId).id, rect: mustFit(rect, `Worksheet.${member}`) });
  const used = (valuesOnly: boolean): Served | null => {
    const rect = grid.usedRange(state.sheet(sheetId).id, valuesOnly);
    return rect === null ? null : rangeObject(state, { sheetId, rect });
  };
  const position = (): number => grid.sheets().findIndex((item) => item.id === sheetId);
  const neighbour = (step: 1 | -1, visibleOnly: boolean): Served | null => {
    const sheets = grid.sheets();
    for (let i = position() + step; i >= 0 && i < sheets.length; i += step) {
      const id = sheets[i]?.id;
      if (id !== undefined && (!visibleOnly || state.record(id).visibility === 'Visible'))
        return worksheetObject(state, id);
    }
    return null;
  };
  const mustNeighbour = (step: 1 | -1, visibleOnly: boolean): Served => {
    const found = neighbour(step, visibleOnly);
    if (found === null) throw failure('ItemNotFound', 'Worksheet');
    return found;
  };
  const gridlines: Scalar = {
    get: () => record.gridlines,
    set: (value) => {
      record.gridlines = value === true;
      grid.setGridlines(sheetId, record.gridlines);
    },
  };
  const headings: Scalar = {
    get: () => record.bag.get('headings') ?? true,
    set: (value) => void record.bag.set('headings', value),
  };
  return {
    kind: 'Worksheet',
    key: sheetId,
    scalars: {
      id: { get: () => sheetId },
      name: {
        get: () => state.sheet(sheetId).name,
        set: (value) => {
          if (state.inUndoGroup) throw failure('UndoNotSupported', 'Worksheet.name');
          const name = mustBeSheetName(state, value, sheetId, 'Worksheet.name');
          const before = state.sheet(sheetId).name;
          grid.renameSheet(sheetId, name);
          state.onSheet({ kind: 'renamed', sheetId, detail: { nameBefore: before, nameAfter: name } });
        },
      },
      position: {
        get: position,
        set: (value) => {
          const index = integerArgument(value, 'Worksheet.position');
          if (index < 0 || index >= grid.sheets().length)
            throw failure('InvalidArgument', 'Worksheet.position');
          grid.moveSheet(sheetId, index);
        },
      },
      visibility: { get: () => record.visibility, set: (value) => setVisibility(state, sheetId, value) },
      tabColor: {
        get: () => record.tabColor,
        set: (value) => {
          if (typeof value !== 'string' || !/^(#[0-9a-f]{6})?$/i.test(value))
            throw failure('InvalidArgument', 'Worksheet.tabColor');
          record.tabColor = value.toUpperCase();
          grid.setTabColor(sheetId, record.tabColor);
        },
      },
      showGridlines: gridlines,
      // The client sets these two under shorter names.
      gridlines,
      headings,
      standardHeight: { get: () => 15 },
      ...remembered(record.bag, { standardWidth: 8.43, enableCalculation: true }),
      showHeadings: headings,
    },
    parts: {
      tables: () => tablesObject(state, sheetId),
      charts: () => chartsObject(state, sheetId),
      names: () => namesObject(state, sheetId),
      customProperties: () => sheetPropertiesObject(record),
      freezePanes: () => freezeObject(state, sheetId),
      pageLayout: () => pageLayoutObject(state, sheetId),
      protection: () => protectionObject(state, sheetId),
      notes: () => notesObject(state, sheetId),
    },
    gives: {
      getRange: ([address]) => {
        if (address === undefined || address === null) return range(everything, 'getRange');
        const text = textArgument(address, 'Worksheet.getRange');
        const place = placeOfText(state, text, sheetId);
        if (place === null)
          throw failure('InvalidArgument', 'Worksheet.getRange', `"${text}" is not an address here.`);
        if (place.sheetId !== sheetId)
          throw failure('InvalidArgument', 'Worksheet.getRange', 'It lies on another sheet.');
        return rangeObject(state, place);
      },
      getRangeByIndexes: ([row, column, rows, columns]) => {
        const at = 'Worksheet.getRangeByIndexes';
        const rect = {
          row: integerArgument(row, at),
          column: integerArgument(column, at),
          rows: integerArgument(rows, at),
          columns: integerArgument(columns, at),
        };
        return range(rect, 'getRangeByIndexes');
      },
      getCell: ([row, column]) =>
        range(
          {
            row: integerArgument(row, 'Worksheet.getCell'),
            column: integerArgument(column, 'Worksheet.getCell'),
            rows: 1,
            columns: 1,
          },
          'getCell',
        ),
      getUsedRange: ([valuesOnly]) =>
        used(valuesOnly === true) ?? range({ row: 0, column: 0, rows: 1, columns: 1 }, 'getUsedRange'),
      getUsedRangeOrNullObject: ([valuesOnly]) => used(valuesOnly === true),
      getNext: ([visible]) => mustNeighbour(1, visible === true),
      getNextOrNullObject: ([visible]) => neighbour(1, visible === true),
      getPrevious: ([visible]) => mustNeighbour(-1, visible === true),
      getPreviousOrNullObject: ([visible]) => neighbour(-1, visible === true),
      _GetSheetById: ([id]) => worksheetObject(state, textArgument(id, 'Worksheet')),
    },
    calls: {
      activate: () => {
        if (record.visibility !== 'Visible')
          throw failure('InvalidOperation', 'Worksheet.activate', 'The sheet is hidden.');
        const before = grid.activeSheet();
        grid.activateSheet(state.sheet(sheetId).id);
        if (before === sheetId) return;
        state.onSheet({ kind: 'deactivated', sheetId: before });
        state.onSheet({ kind: 'activated', sheetId });
      },
      delete: () => {
        if (state.inUndoGroup) throw failure('UndoNotSupported', 'Worksheet.delete');
        state.deleteSheet(sheet.id);
      },
      calculate: () => undefined,
      ...eventCalls([
        'DataChangedEvent',
        'SelectionChangedEvent',
        'ActivatedEvent',
        'DeactivatedEvent',
        'EventNameChanged',
      ]),
    },
  };
}

function setVisibility(state: WorkbookState, sheetId: string, value: Json): void {
  if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden')
    throw failure('InvalidArgument', 'Worksheet.visibility');
  const sheets = state.grid.sheets();
  const others = sheets.filter(
    (sheet) => sheet.id !== sheetId && state.record(sheet.id).visibility === 'Visible',
  );
  if (value !== 'Visible' && others.length === 0) {
    throw failure(
      'InvalidOperation',
      'Worksheet.visibility',
      'A workbook must contain at least one visible worksheet.',
    );
  }
  state.record(sheetId).visibility = value;
  const sheet = state.sheet(sheetId);
  sheet.visible = value === 'Visible';
  state.grid.setSheetVisible?.(sheetId, value === 'Visible');
  const next = others[0];
  if (value !== 'Visible' && state.grid.activeSheet() === sheetId && next !== undefined)
    state.grid.activateSheet(next.id);
}

function protectionObject(state: WorkbookState, sheetId: string): Served {
  const record = state.record(sheetId);
  const set = (on: boolean): void => {
    record.protected = on;
  };
  return {
    kind: 'WorksheetProtection',
    scalars: { protected: { get: () => record.protected } },
    calls: {
      protect: ([, password]) => {
        if (record.protected) throw failure('InvalidOperation', 'WorksheetProtection.protect');
        record.bag.set(
          'password',
          typeof password === 'string' ? textArgument(password, 'WorksheetProtection.protect') : '',
        );
        set(true);
      },
      unprotect: ([password]) => {
        const wanted = record.bag.get('password') ?? '';
        if (record.protected && wanted !== '' && wanted !== password)
          throw failure('AccessDenied', 'WorksheetProtection.unprotect');
        set(false);
      },
    },
  };
}

export function worksheetsObject(state: WorkbookState): Served {
  const { grid } = state;
  const visible = (visibleOnly: boolean): string[] =>
    grid
      .sheets()
      .map((sheet) => sheet.id)
      .filter((id) => !visibleOnly || state.record(id).visibility === 'Visible');
  const must = (id: string | undefined): Served => {
    if (id === undefined) throw failure('ItemNotFound', 'WorksheetCollection.getItem');
    return worksheetObject(state, id);
  };
  return {
    kind: 'WorksheetCollection',
    items: () => grid.sheets().map((sheet) => worksheetObject(state, sheet.id)),
    find: (key) => must(state.findSheet(String(key))?.id),
    gives: {
      add: ([name]) => {
        let text = name;
        for (let count = grid.sheets().length + 1; text === undefined || text === null; count += 1) {
          if (state.findSheet(`Sheet${count}`) === null) text = `Sheet${count}`;
        }
        const added = grid.addSheet(mustBeSheetName(state, text as Json, null, 'WorksheetCollection.add'));
        state.onSheet({ kind: 'added', sheetId: added.id });
        return worksheetObject(state, added.id);
      },
      getActiveWorksheet: () => worksheetObject(state, grid.activeSheet()),
      getItemOrNullObject: ([key]) => {
        const sheet = state.findSheet(String(key));
        return sheet === null ? null : worksheetObject(state, sheet.id);
      },
      getItem: ([key]) => must(state.findSheet(String(key))?.id),
      getItemAt: ([index]) => must(visible(false)[placeIndex(index)]),
      getFirst: ([only]) => must(visible(only === true)[0]),
      getLast: ([only]) => must(visible(only === true).at(-1)),
    },
    calls: {
      getCount: ([only]) => visible(only === true).length,
      ...eventCalls([
        'DataChangedEvent',
        'SelectionChangedEvent',
        'ActivatedEvent',
        'DeactivatedEvent',
        'EventNameChanged',
        'AddedEvent',
        'DeletedEvent',
        'CalculatedEvent',
        'RowSortedEvent',
        'ColumnSortedEvent',
      ]),
    },
  };
}

const placeIndex = (index: Parameters<typeof integerArgument>[0]): number =>
  integerArgument(index, 'WorksheetCollection.getItemAt');
