/** The JSON that Microsoft's client sends with every sync, and the JSON it wants back. */
export type Json =
  null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };

export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  /** Parallel to Arguments: a path id where the argument is an object, else 0. */
  readonly ReferencedObjectPathIds?: readonly (number | readonly number[])[];
}

export const PathType = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export interface ObjectPathInfo {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
  /** True once the add-in called untrack(): no reference is kept for it. */
  readonly D?: boolean;
}

export const ActionType = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ActionInfo {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface RequestBody {
  readonly Actions: readonly ActionInfo[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPathInfo>>;
}

/** Flag of the client for Excel.run({ delayForCellEdit: true }). */
export const DELAY_FOR_CELL_EDIT = 64;
/** Header of our own that carries Excel.run({ mergeUndoGroup: true }), which this client version does not send. */
export const UNDO_GROUP_HEADER = 'X-Merge-Undo-Group';

export interface RequestMessage {
  readonly Url: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: RequestBody;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

export interface ResponseBody {
  readonly Results: readonly ActionResult[];
  /** Trace actions that ran: the client registers its older kind of event handlers by them. */
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex?: number;
  };
}

export interface ResponseMessage {
  readonly StatusCode: number;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: ResponseBody;
}

/** Message types of the client's events that the host sends. */
export const EventKind = {
  changed: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  selectionChanged: 14,
  sheetDeleted: 15,
  calculated: 16,
  sheetRenamed: 25,
} as const;

export interface EventMessage {
  readonly entries: readonly {
    readonly messageCategory: 65536;
    readonly messageType: number;
    readonly targetId: string;
    readonly message: string;
  }[];
}
