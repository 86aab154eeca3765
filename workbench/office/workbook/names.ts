/** Excel.NamedItemCollection and NamedItem, of the workbook or of a sheet. */
import type { Place } from '../grid';
import type { Json } from '../wire';
import type { Argument, Served } from '../served';
import type { DefinedName, WorkbookState } from '../state';
import { isServed } from '../served';
import { failure } from '../failure';
import { placeOfText, textArgument } from '../arguments';
import { formatRect, quoteSheet } from '../address';
import { rangeObject } from '../range/range';
import { mustBeName } from '../table/table';

export function namesObject(state: WorkbookState, scope: string | null): Served {
  const mine = (): DefinedName[] => state.names.filter((item) => item.scope === scope);
  const named = (key: Json): DefinedName | undefined =>
    mine().find((item) => item.name.toLowerCase() === String(key).toLowerCase());
  return {
    kind: 'NamedItemCollection',
    items: () => mine().map((item) => nameObject(state, item)),
    find: (key) => {
      const item = named(key);
      if (item === undefined) throw failure('ItemNotFound', 'NamedItemCollection.getItem');
      return nameObject(state, item);
    },
    gives: {
      add: ([name, reference, comment]) => {
        const text = textArgument(name, 'NamedItemCollection.add');
        if (named(text) !== undefined)
          throw failure('ItemAlreadyExists', 'NamedItemCollection.add', `The name "${text}" is in use.`);
        if (scope === null) mustBeName(state, text, 'NamedItemCollection.add');
        const { place, formula } = referenceOf(state, reference, scope);
        const item: DefinedName = {
          name: text,
          scope,
          place,
          formula,
          comment: typeof comment === 'string' ? comment : '',
          visible: true,
        };
        state.names.push(item);
        show(state, item);
        return nameObject(state, item);
      },
      getItemOrNullObject: ([key]) => {
        const item = named(key as Json);
        return item === undefined ? null : nameObject(state, item);
      },
    },
    calls: { getCount: () => mine().length },
  };
}

function referenceOf(
  state: WorkbookState,
  reference: Argument | undefined,
  scope: string | null,
): { place: Place | null; formula: string } {
  if (isServed(reference) && reference.place !== undefined) return { place: reference.place, formula: '' };
  const text = textArgument(reference, 'NamedItemCollection.add');
  if (!text.startsWith('='))
    throw failure('InvalidArgument', 'NamedItemCollection.add', 'A formula starts with "=".');
  const place = /^=[^()+*/,&"]+$/.test(text) ? placeOfText(state, text.slice(1), scope) : null;
  return place === null ? { place: null, formula: text } : { place, formula: '' };
}

function show(state: WorkbookState, item: DefinedName): void {
  if (item.place !== null) state.grid.putName(item.name, item.place.sheetId, item.place.rect);
}

function nameObject(state: WorkbookState, item: DefinedName): Served {
  const formula = (): string =>
    item.place === null
      ? item.formula
      : `=${quoteSheet(state.sheet(item.place.sheetId).name)}!${formatRect(item.place.rect, true)}`;
  const range = (): Served | null => (item.place === null ? null : rangeObject(state, item.place));
  return {
    kind: 'NamedItem',
    key: item.name,
    scalars: {
      name: { get: () => item.name },
      type: { get: () => (item.place !== null ? 'Range' : item.formula === '=#REF!' ? 'Error' : 'String') },
      value: { get: formula },
      formula: {
        get: formula,
        set: (value) => {
          Object.assign(item, referenceOf(state, value, item.scope));
          show(state, item);
        },
      },
      scope: { get: () => (item.scope === null ? 'Workbook' : 'Worksheet') },
      comment: { get: () => item.comment, set: (value) => void (item.comment = String(value)) },
      visible: { get: () => item.visible, set: (value) => void (item.visible = value === true) },
    },
    parts: {
      worksheet: () => {
        if (item.scope === null)
          throw failure('InvalidOperation', 'NamedItem.worksheet', 'The name belongs to the workbook.');
        return state.objects.worksheet(item.scope);
      },
      worksheetOrNullObject: () => (item.scope === null ? null : state.objects.worksheet(item.scope)),
    },
    gives: {
      getRange: () => {
        const found = range();
        if (found === null) throw failure('InvalidReference', 'NamedItem.getRange');
        return found;
      },
      getRangeOrNullObject: range,
    },
    calls: {
      delete: () => {
        const index = state.names.indexOf(item);
        if (index < 0) throw failure('ItemNotFound', 'NamedItem.delete');
        state.names.splice(index, 1);
        state.grid.dropName(item.name);
      },
    },
  };
}
