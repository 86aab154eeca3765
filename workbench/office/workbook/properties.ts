/** Workbook settings, document properties and worksheet custom properties. */
import type { Json } from '../wire';
import type { Served } from '../served';
import type { SheetRecord, WorkbookState } from '../state';
import { remembered } from '../served';
import { failure } from '../failure';
import { jsonArgument, textArgument } from '../arguments';

interface Store {
  readonly kind: string;
  keys(): readonly string[];
  read(key: string): Json;
  write(key: string, value: Json): void;
  remove(key: string): void;
  /** The stored spelling of a key, or null. */
  find(key: string): string | null;
}

function storeObject(store: Store): Served {
  const item = (key: string): Served => ({
    kind: store.kind,
    key,
    scalars: {
      key: { get: () => key },
      value: { get: () => store.read(key), set: (value) => store.write(key, value) },
    },
    calls: {
      delete: () => {
        if (store.find(key) === null) throw failure('ItemNotFound', `${store.kind}.delete`);
        store.remove(key);
      },
    },
  });
  const must = (key: Json): Served => {
    const found = store.find(String(key));
    if (found === null) throw failure('ItemNotFound', `${store.kind}Collection.getItem`);
    return item(found);
  };
  return {
    kind: `${store.kind}Collection`,
    items: () => store.keys().map(item),
    find: must,
    gives: {
      add: ([key, value]) => {
        const text = textArgument(key, `${store.kind}Collection.add`);
        store.write(text, jsonArgument(value, `${store.kind}Collection.add`));
        return item(store.find(text) ?? text);
      },
      getItem: ([key]) => must(key as Json),
      getItemOrNullObject: ([key]) => {
        const found = store.find(String(key));
        return found === null ? null : item(found);
      },
    },
    calls: {
      getCount: () => store.keys().length,
      deleteAll: () => store.keys().forEach((key) => store.remove(key)),
    },
  };
}

export function settingsObject(state: WorkbookState): Served {
  const { settings } = state;
  return storeObject({
    kind: 'Setting',
    keys: () => [...settings.keys()],
    read: (key) => settings.get(key) ?? null,
    write: (key, value) => void settings.set(key, value),
    remove: (key) => void settings.delete(key),
    find: (key) => (settings.has(key) ? key : null),
  });
}

/** Keys of worksheet properties count in any case; values are text. */
export function sheetPropertiesObject(record: SheetRecord): Served {
  const { properties } = record;
  return storeObject({
    kind: 'WorksheetCustomProperty',
    keys: () => [...properties.values()].map((item) => item.key),
    read: (key) => properties.get(key.toLowerCase())?.value ?? '',
    write: (key, value) => {
      if (typeof value !== 'string')
        throw failure('InvalidArgument', 'WorksheetCustomProperty.value', 'The value must be text.');
      if (key.length > 255)
        throw failure('InvalidArgument', 'WorksheetCustomProperty.key', 'A key may have 255 characters.');
      properties.set(key.toLowerCase(), { key: properties.get(key.toLowerCase())?.key ?? key, value });
    },
    remove: (key) => void properties.delete(key.toLowerCase()),
    find: (key) => properties.get(key.toLowerCase())?.key ?? null,
  });
}

export function documentPropertiesObject(state: WorkbookState): Served {
  const custom = state.customDocumentProperties;
  return {
    kind: 'DocumentProperties',
    scalars: {
      ...remembered(state.documentProperties, {
        title: '',
        subject: '',
        author: '',
        keywords: '',
        comments: '',
        category: '',
        manager: '',
        company: '',
        revisionNumber: 0,
      }),
      lastAuthor: { get: () => '' },
    },
    parts: {
      custom: () =>
        storeObject({
          kind: 'CustomProperty',
          keys: () => [...custom.keys()],
          read: (key) => custom.get(key) ?? null,
          write: (key, value) => void custom.set(key, value),
          remove: (key) => void custom.delete(key),
          find: (key) => [...custom.keys()].find((item) => item.toLowerCase() === key.toLowerCase()) ?? null,
        }),
    },
  };
}
