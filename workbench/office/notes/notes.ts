/** Cell notes (ExcelApi 1.18): the pinned client has no such class, so notes-client.ts adds it. */
import type { Place } from '../grid';
import type { Json } from '../wire';
import type { Served } from '../served';
import type { WorkbookState } from '../state';
import { failure } from '../failure';
import { integerArgument, placeArgument, textArgument } from '../arguments';
import { formatRect } from '../address';
import { rangeObject } from '../range/range';
import { compareVersions } from '../versions';

/** Notes of a sheet, or of the whole workbook when sheetId is null. */
export function notesObject(state: WorkbookState, sheetId: string | null): Served {
  if (compareVersions(state.excelApi, '1.18') < 0) throw failure('ApiNotFound', 'NoteCollection');
  const sheets = (): string[] =>
    sheetId === null ? state.grid.sheets().map((sheet) => sheet.id) : [sheetId];
  const all = (): Served[] =>
    sheets().flatMap((id) => [...state.record(id).notes.keys()].map((cell) => noteObject(state, id, cell)));
  const at = (argument: Parameters<typeof placeArgument>[1], location: string): Place => {
    const place = placeArgument(state, argument, location, sheetId);
    if (place.rect.rows !== 1 || place.rect.columns !== 1)
      throw failure('InvalidArgument', location, 'A note stands on one cell.');
    return place;
  };
  const find = (argument: Parameters<typeof placeArgument>[1], location: string): Served | null => {
    const place = at(argument, location);
    const cell = formatRect(place.rect);
    return state.record(place.sheetId).notes.has(cell) ? noteObject(state, place.sheetId, cell) : null;
  };
  const must = (argument: Parameters<typeof placeArgument>[1]): Served => {
    const found = find(argument, 'NoteCollection.getItem');
    if (found === null) throw failure('ItemNotFound', 'NoteCollection.getItem');
    return found;
  };
  return {
    kind: 'NoteCollection',
    items: all,
    find: (key: Json) => must(key),
    gives: {
      add: ([cell, content]) => {
        const place = at(cell, 'NoteCollection.add');
        state.assertWritable(place.sheetId, 'NoteCollection.add');
        const name = formatRect(place.rect);
        const { notes } = state.record(place.sheetId);
        if (notes.has(name))
          throw failure('InvalidArgument', 'NoteCollection.add', `${name} has a note already.`);
        const text = textArgument(content, 'NoteCollection.add');
        const { row, column } = place.rect;
        notes.set(name, { row, column, text, author: 'You' });
        state.grid.setNote(place.sheetId, row, column, text);
        return noteObject(state, place.sheetId, name);
      },
      getItem: ([key]) => must(key),
      getItemOrNullObject: ([key]) => find(key, 'NoteCollection.getItemOrNullObject'),
      getItemAt: ([index]) => {
        const note = all()[integerArgument(index, 'NoteCollection.getItemAt')];
        if (note === undefined) throw failure('ItemNotFound', 'NoteCollection.getItemAt');
        return note;
      },
    },
    calls: { getCount: () => all().length },
  };
}

function noteObject(state: WorkbookState, sheetId: string, cell: string): Served {
  const { notes } = state.record(sheetId);
  const note = (): { row: number; column: number; text: string; author: string } => {
    const found = notes.get(cell);
    if (found === undefined) throw failure('ItemNotFound', 'Note');
    return found;
  };
  return {
    kind: 'Note',
    key: `${state.sheet(sheetId).name.replace(/^(.*\W.*)$/, "'$1'")}!${cell}`,
    scalars: {
      content: {
        get: () => note().text,
        set: (value) => {
          const { row, column } = note();
          note().text = String(value);
          state.grid.setNote(sheetId, row, column, note().text);
        },
      },
      authorName: { get: () => note().author },
      visible: { get: () => false },
    },
    gives: {
      getLocation: () => {
        const { row, column } = note();
        return rangeObject(state, { sheetId, rect: { row, column, rows: 1, columns: 1 } });
      },
    },
    calls: {
      delete: () => {
        const { row, column } = note();
        notes.delete(cell);
        state.grid.setNote(sheetId, row, column, null);
      },
    },
  };
}
