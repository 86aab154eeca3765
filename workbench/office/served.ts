/** What a server object shows to the dispatcher: its scalars, parts, methods and, for collections, items. */
import type { Place } from './grid';
import type { Json, QueryInfo } from './wire';
import { failure, refused } from './failure';

export interface Scalar {
  readonly get: () => Json;
  /** Absent: read only. */
  readonly set?: (value: Json) => void;
}

export type Argument = Json | Served;

export interface Served {
  readonly kind: string;
  /** Name or id by which its collection finds it again in a later sync. */
  readonly key?: string;
  /** Where a range lies; it is kept by reference id between syncs. */
  readonly place?: Place;
  readonly scalars?: Readonly<Record<string, Scalar>>;
  readonly parts?: Readonly<Record<string, () => Served | null>>;
  /** Methods that give an object; null is a null object. */
  readonly gives?: Readonly<Record<string, (args: readonly Argument[]) => Served | null>>;
  /** Methods that give a value or nothing. */
  readonly calls?: Readonly<Record<string, (args: readonly Argument[]) => Json | void>>;
  readonly items?: () => readonly Served[];
  readonly find?: (key: Json) => Served;
}

/**
 * Registering an event asks nothing of the workbook: the host announces what happens, and the client drops what no
 * handler waits for. Events that are never announced are left out, so that waiting for one is refused.
 */
export function eventCalls(names: readonly string[]): Record<string, () => void> {
  const calls: Record<string, () => void> = {};
  for (const name of names) {
    calls[`_Register${name}`] = () => undefined;
    calls[`_Unregister${name}`] = () => undefined;
  }
  return calls;
}

export const isServed = (argument: Argument | undefined): argument is Served =>
  typeof argument === 'object' && argument !== null && !Array.isArray(argument) && 'kind' in argument;

/** Wire names start with a capital; members are kept as the add-in writes them. */
export const memberName = (wireName: string): string =>
  wireName.startsWith('_') ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);

const wireName = (member: string): string =>
  member.startsWith('_') ? member : member.charAt(0).toUpperCase() + member.slice(1);

/** A scalar that is only remembered: the grid has nothing to show for it. */
export function remembered(
  bag: Map<string, Json>,
  initial: Readonly<Record<string, Json>>,
): Record<string, Scalar> {
  const scalars: Record<string, Scalar> = {};
  for (const [name, first] of Object.entries(initial)) {
    scalars[name] = { get: () => bag.get(name) ?? first, set: (value) => void bag.set(name, value) };
  }
  return scalars;
}

type Answer = { [key: string]: Json };

export function identity(object: Served): Answer {
  return object.key === undefined ? {} : { _Id: object.key, Id: object.key };
}

/** Answers a load(): the chosen scalars, those of named parts, and the items of a collection. */
export function query(object: Served, info: QueryInfo): Json {
  const select = [...(info.Select ?? []), ...(info.Expand ?? []).map((name) => `${name}/*`)];
  if (object.items === undefined) return loaded(object, select);
  const own = select.filter((name) => object.scalars?.[name] !== undefined);
  const first = info.Skip ?? 0;
  const items = object.items().slice(first, info.Top === undefined ? undefined : first + info.Top);
  const rest = select.filter((name) => !own.includes(name));
  const answer: Answer =
    own.length > 0 ? loaded({ kind: object.kind, scalars: object.scalars ?? {} }, own) : {};
  if (rest.length > 0 || own.length === 0) answer['_Items'] = items.map((item) => loaded(item, rest));
  return answer;
}

function loaded(object: Served, select: readonly string[]): Answer {
  const answer = identity(object);
  const nested = new Map<string, string[]>();
  for (const path of select.length === 0 ? ['*'] : select) {
    const [head = '', ...rest] = path.split(/[/.]/);
    const member = memberName(head);
    if (member === '*') {
      for (const [name, scalar] of Object.entries(object.scalars ?? {}))
        answer[wireName(name)] = scalar.get();
    } else if (object.scalars?.[member] !== undefined) {
      answer[wireName(member)] = object.scalars[member].get();
    } else if (object.parts?.[member] !== undefined) {
      nested.set(member, [...(nested.get(member) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
    } else if (member !== 'isNullObject' && member !== 'items') {
      throw refused(object.kind, member);
    }
  }
  for (const [member, paths] of nested) {
    const part = object.parts?.[member]?.() ?? null;
    answer[wireName(member)] =
      part === null ? null : query(part, { Select: paths.filter((path) => path !== '') });
  }
  return answer;
}

export function setScalar(object: Served, member: string, value: Json): void {
  const scalar = object.scalars?.[member];
  if (scalar === undefined) throw refused(object.kind, member);
  if (scalar.set === undefined)
    throw failure('InvalidArgument', `${object.kind}.${member}`, 'It is read only.');
  scalar.set(value);
}
