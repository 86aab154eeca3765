/** Runs the actions of one sync over the workbook, in order; what ran before a failure stays done, as in Excel. */
import type { ActionInfo, ActionResult, ArgumentInfo, Json, ObjectPathInfo, RequestBody } from './wire';
import type { Argument, Served } from './served';
import type { WorkbookState } from './state';
import { ActionType, PathType } from './wire';
import { identity, memberName, query, setScalar } from './served';
import { failure, HostFailure, refused } from './failure';
import { rangeObject } from './range/range';
import { workbookObject } from './workbook/workbook';
import { worksheetObject } from './workbook/worksheet';

export interface Outcome {
  readonly results: readonly ActionResult[];
  /** Ids of trace actions that ran. */
  readonly traces: readonly number[];
  readonly error: HostFailure | null;
  /** Index in Actions of the one that failed. */
  readonly failedAt: number;
}

/** Called before each action with "Kind.member"; throws to make the action fail. */
export type Gate = (member: string, index: number) => void;

export class WorkbookService {
  private readonly root: Served;

  constructor(readonly state: WorkbookState) {
    state.objects = {
      worksheet: (sheetId) => worksheetObject(state, sheetId),
      range: (place) => rangeObject(state, place),
    };
    this.root = workbookObject(state);
  }

  async run(body: RequestBody, gate: Gate): Promise<Outcome> {
    const results: ActionResult[] = [];
    const traces: number[] = [];
    const paths = new Paths(this.state, this.root, body.ObjectPaths);
    let index = 0;
    try {
      for (; index < body.Actions.length; index += 1) {
        const action = body.Actions[index] as ActionInfo;
        if (action.ActionType === ActionType.trace) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: await this.act(action, paths, gate, index) });
      }
      return { results, traces, error: null, failedAt: -1 };
    } catch (error) {
      return { results, traces, error: asFailure(error), failedAt: index };
    }
  }

  private async act(action: ActionInfo, paths: Paths, gate: Gate, index: number): Promise<Json> {
    if (action.ActionType === ActionType.trace) return null;
    paths.gate = (member) => gate(member, index);
    const object = paths.resolve(action.ObjectPathId);
    const member = memberName(action.Name);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object === null ? null : this.introduced(object, paths.untracked(action.ObjectPathId));
      case ActionType.query: {
        if (object === null) return null;
        await this.settled();
        return query(object, action.QueryInfo ?? {});
      }
      case ActionType.method: {
        // The client's own bookkeeping on a null object asks nothing of the workbook.
        if (object === null && member.startsWith('_')) return null;
        const call = mustExist(object, member).calls?.[member];
        if (call === undefined) throw refused(object?.kind ?? 'Object', member);
        gate(`${object?.kind ?? ''}.${member}`, index);
        return call(paths.args(action.ArgumentInfo)) ?? null;
      }
      case ActionType.set: {
        const target = mustExist(object, member);
        gate(`${target.kind}.${member}`, index);
        setScalar(target, member, (action.ArgumentInfo?.Arguments?.[0] ?? null) as Json);
        return null;
      }
      default:
        throw refused('Request', `action type ${action.ActionType}`);
    }
  }

  /** Excel has calculated when a read is answered; a grid may need a moment. */
  private async settled(): Promise<void> {
    if (!this.state.dirty) return;
    await this.state.grid.calculated();
    this.state.dirty = false;
  }

  private introduced(object: Served, untracked: boolean): Json {
    if (object.place === undefined || untracked) return identity(object);
    const id = this.state.nextId('reference');
    this.state.references.set(id, object.place);
    return { _ReferenceId: id };
  }
}

/** What the grid throws reaches the add-in as Excel's own inner failures do; the message says that it was the grid. */
function asFailure(error: unknown): HostFailure {
  if (error instanceof HostFailure) return error;
  const text = error instanceof Error ? error.message : String(error);
  return failure('GeneralException', 'Grid', `The grid failed: ${text}`);
}

function mustExist(object: Served | null, member: string): Served {
  if (object === null) throw failure('ItemNotFound', member, 'The object is a null object.');
  return object;
}

/** Object paths of one request: each is walked once, so that add() adds once. */
class Paths {
  gate: (member: string) => void = () => undefined;
  private readonly known = new Map<number, Served | null>();

  constructor(
    private readonly state: WorkbookState,
    private readonly root: Served,
    private readonly infos: RequestBody['ObjectPaths'],
  ) {}

  untracked(id: number): boolean {
    return this.infos[String(id)]?.D === true;
  }

  resolve(id: number): Served | null {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const info = this.infos[String(id)];
    if (info === undefined) throw failure('InvalidObjectPath', '', `The request has no object path ${id}.`);
    const found = this.walk(info);
    this.known.set(id, found);
    return found;
  }

  args(info: ArgumentInfo | undefined): Argument[] {
    const given = info?.Arguments ?? [];
    return given.map((value, index) => {
      const reference = info?.ReferencedObjectPathIds?.[index];
      if (typeof reference !== 'number' || reference === 0) return value;
      return this.resolve(reference) ?? null;
    });
  }

  private walk(info: ObjectPathInfo): Served | null {
    if (info.ObjectPathType === PathType.global) return this.root;
    if (info.ObjectPathType === PathType.nullObject) return null;
    if (info.ObjectPathType === PathType.reference) {
      const place = this.state.references.get(info.Name);
      if (place === undefined) throw failure('InvalidObjectPath', 'Range', 'The reference is gone.');
      return rangeObject(this.state, place);
    }
    if (info.ObjectPathType === PathType.newObject) throw refused('Request', `new ${info.Name}`);
    const parent = this.resolve(info.ParentObjectPathId ?? 0);
    // Whatever is asked of a null object is a null object too.
    if (parent === null) return null;
    const member = memberName(info.Name);
    if (info.ObjectPathType === PathType.property) {
      const part = parent.parts?.[member];
      if (part === undefined) throw refused(parent.kind, member);
      return part();
    }
    if (info.ObjectPathType === PathType.indexer) {
      if (parent.find === undefined) throw refused(parent.kind, 'getItem');
      return parent.find((info.ArgumentInfo?.Arguments?.[0] ?? null) as Json);
    }
    const giver = parent.gives?.[member];
    if (giver === undefined) throw refused(parent.kind, member);
    const args = this.args(info.ArgumentInfo);
    this.gate(`${parent.kind}.${member}`);
    return giver(args);
  }
}
