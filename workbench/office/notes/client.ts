/** Stand-in for Excel.NoteCollection and Note (ExcelApi 1.18), made from the client's own building blocks. */

interface ClientObject {
  readonly context: unknown;
  _handleResult(value: unknown): void;
}

type ClientClass = new (context: unknown, path: unknown) => ClientObject;

interface Helper {
  createPropertyObject(
    type: ClientClass,
    parent: unknown,
    name: string,
    collection: boolean,
    flags: number,
  ): ClientObject;
  createMethodObject(
    type: ClientClass,
    parent: unknown,
    name: string,
    operation: 0 | 1,
    args: unknown[],
    collection: boolean,
    invalidAfterRequest: boolean,
    byId: string | null,
    flags: number,
  ): ClientObject;
  createIndexerObject(type: ClientClass, parent: unknown, args: unknown[]): ClientObject;
  invokeMethod(
    target: unknown,
    name: string,
    operation: 0 | 1,
    args: unknown[],
    flags: number,
    kind: number,
  ): unknown;
  invokeSetProperty(target: unknown, name: string, value: unknown, flags: number): void;
}

export interface NotesNamespace {
  readonly ClientObject: ClientClass;
  readonly BatchApiHelper: Helper;
  readonly Utility: {
    throwIfNotLoaded(name: string, value: unknown, type: string, isNull: boolean): void;
    load(target: unknown, options: unknown): unknown;
  };
}

type Loaded = Readonly<Record<string, unknown>>;

/** Gives Worksheet and Workbook a `notes` collection where the client has none. */
export function addNotes(excel: Record<string, unknown>, extension: NotesNamespace): void {
  if (excel['NoteCollection'] !== undefined) return;
  const { BatchApiHelper: api, Utility: utility, ClientObject: Base } = extension;
  const { Range } = excel as { Range: ClientClass };
  const READ = 4;

  class Note extends Base {
    private values: Loaded | null = null;
    private readonly read = (name: string): unknown => {
      const value = this.values?.[name];
      utility.throwIfNotLoaded(
        name.toLowerCase(),
        value,
        'Note',
        (this as unknown as { _isNull: boolean })._isNull,
      );
      return value;
    };
    get _className(): string {
      return 'Note';
    }
    get _scalarPropertyNames(): string[] {
      return ['authorName', 'content', 'visible'];
    }
    get content(): unknown {
      return this.read('Content');
    }
    set content(value: unknown) {
      this.values = { ...this.values, Content: value };
      api.invokeSetProperty(this, 'Content', value, 0);
    }
    get authorName(): unknown {
      return this.read('AuthorName');
    }
    get visible(): unknown {
      return this.read('Visible');
    }
    getLocation(): unknown {
      return api.createMethodObject(Range, this, 'GetLocation', 1, [], false, true, null, READ);
    }
    delete(): void {
      api.invokeMethod(this, 'Delete', 0, [], 0, 0);
    }
    load(options?: unknown): unknown {
      return utility.load(this, options);
    }
    override _handleResult(value: unknown): void {
      super._handleResult(value);
      if (value !== null && typeof value === 'object') this.values = { ...this.values, ...value };
    }
  }

  class NoteCollection extends Base {
    private list: Note[] | null = null;
    get _className(): string {
      return 'NoteCollection';
    }
    get _isCollection(): boolean {
      return true;
    }
    get items(): unknown {
      utility.throwIfNotLoaded(
        'items',
        this.list ?? undefined,
        'NoteCollection',
        (this as unknown as { _isNull: boolean })._isNull,
      );
      return this.list;
    }
    add(cell: unknown, content: string): unknown {
      return api.createMethodObject(Note, this, 'Add', 0, [cell, content], false, true, null, 0);
    }
    getItem(cell: unknown): unknown {
      return api.createMethodObject(Note, this, 'GetItem', 1, [cell], false, false, null, READ);
    }
    getItemOrNullObject(cell: unknown): unknown {
      return api.createMethodObject(Note, this, 'GetItemOrNullObject', 1, [cell], false, false, null, READ);
    }
    getItemAt(index: number): unknown {
      return api.createMethodObject(Note, this, 'GetItemAt', 1, [index], false, false, null, READ);
    }
    getCount(): unknown {
      return api.invokeMethod(this, 'GetCount', 1, [], READ, 0);
    }
    load(options?: unknown): unknown {
      return utility.load(this, options);
    }
    override _handleResult(value: unknown): void {
      super._handleResult(value);
      const items = (value as { _Items?: { _Id: string }[] } | null)?._Items;
      if (items === undefined) return;
      this.list = items.map((item) => {
        const note = api.createIndexerObject(Note, this, [item._Id]) as Note;
        note._handleResult(item);
        return note;
      });
    }
  }

  for (const owner of ['Worksheet', 'Workbook']) {
    const { prototype } = excel[owner] as { prototype: object };
    const kept = new WeakMap<object, ClientObject>();
    Object.defineProperty(prototype, 'notes', {
      configurable: true,
      get(this: object) {
        const notes = kept.get(this) ?? api.createPropertyObject(NoteCollection, this, 'Notes', true, READ);
        kept.set(this, notes);
        return notes;
      },
    });
  }
  excel['Note'] = Note;
  excel['NoteCollection'] = NoteCollection;
}
