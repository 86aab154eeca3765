/** The Office host: Excel's limits, faults, events and undo groups around the workbook service. */
import type { Grid } from './grid';
import type { EventMessage, RequestMessage, ResponseMessage } from './wire';
import type { Limits } from './limits';
import { DELAY_FOR_CELL_EDIT, UNDO_GROUP_HEADER } from './wire';
import { HostFailure, failure } from './failure';
import { Faults, type Fault } from './faults';
import { HostEvents } from './events';
import { WorkbookService, type Outcome } from './service';
import { WorkbookState } from './state';
import { byteLength, limitsOf, type Platform } from './limits';

export interface OfficeHostOptions {
  readonly grid: Grid;
  /** Whose limits apply; default web, the strictest. */
  readonly platform?: Platform;
  /** Highest ExcelApi requirement set the host says it has; default 1.20. */
  readonly excelApi?: string;
}

/** One sync as it went over the wire. */
export interface SyncRecord {
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly actions: number;
  /** Members that changed something or were called, in order: "Range.values". */
  readonly members: readonly string[];
  /** Code of the failure, or null. */
  readonly error: string | null;
}

export interface UndoEntry {
  readonly grouped: boolean;
  readonly actions: number;
}

export class OfficeHost {
  readonly state: WorkbookState;
  readonly events: HostEvents;
  readonly faults = new Faults();
  readonly requests: SyncRecord[] = [];
  readonly undoStack: UndoEntry[] = [];
  platform: Platform;
  readonly excelApi: string;
  private readonly service: WorkbookService;
  private queue: Promise<unknown> = Promise.resolve();
  private cellEdit = false;
  private afterEdit: (() => void)[] = [];

  constructor(options: OfficeHostOptions) {
    this.platform = options.platform ?? 'web';
    this.excelApi = options.excelApi ?? '1.20';
    this.state = new WorkbookState(options.grid);
    this.state.excelApi = this.excelApi;
    this.events = new HostEvents(this.state);
    this.service = new WorkbookService(this.state);
  }

  get grid(): Grid {
    return this.state.grid;
  }

  /** Syncs so far, without the client's own clean-up of references. */
  get syncs(): number {
    return this.requests.length;
  }

  get limits(): Limits {
    return limitsOf(this.platform);
  }

  get largestRequest(): number {
    return this.requests.reduce((most, request) => Math.max(most, request.requestBytes), 0);
  }

  get largestResponse(): number {
    return this.requests.reduce((most, request) => Math.max(most, request.responseBytes), 0);
  }

  get editing(): boolean {
    return this.cellEdit;
  }

  /** True: the user is in a cell. False: the user left it, and waiting syncs run. */
  set editing(on: boolean) {
    this.cellEdit = on;
    if (!on) for (const go of this.afterEdit.splice(0)) go();
  }

  /** Makes the k-th sync from now fail (1 = the next one). */
  failSync(k: number, fault: Fault = {}): void {
    this.faults.failSync(k, fault);
  }

  failNext(code: string): void {
    this.faults.failSync(1, { code });
  }

  /** Makes the next use of a member fail ("ChartCollection.add"); what its sync did before stays done. */
  failMember(member: string, fault: Fault = {}): void {
    this.faults.failMember(member, fault);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  resetLog(): void {
    this.requests.length = 0;
    this.undoStack.length = 0;
  }

  /** Cells that `protect()` of the add-in or of a test locked refuse writes with AccessDenied. */
  protectSheet(name: string, on = true): void {
    const sheet = this.state.findSheet(name);
    if (sheet === null) throw failure('ItemNotFound', 'Worksheet');
    this.state.record(sheet.id).protected = on;
  }

  /** What Microsoft's client calls for each sync; one runs after the other. */
  execute(flags: number, message: RequestMessage): Promise<ResponseMessage> {
    const run = async (): Promise<ResponseMessage> => {
      if (this.cellEdit) {
        if ((flags & DELAY_FOR_CELL_EDIT) === 0) {
          return answer(failure('InvalidOperationInCellEditMode', 'Excel.run'), -1);
        }
        await new Promise<void>((resolve) => this.afterEdit.push(resolve));
      }
      return this.perform(message);
    };
    const result = this.queue.then(run);
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** Resolves when no sync is under way, the client's own clean-up included. */
  async idle(): Promise<void> {
    await this.queue;
  }

  /** Registers a client for events; returns how to leave. */
  listen(deliver: (message: EventMessage) => void): () => void {
    return this.events.listen(deliver);
  }

  private async perform(message: RequestMessage): Promise<ResponseMessage> {
    const json = JSON.stringify(message.Body);
    const body = JSON.parse(json) as RequestMessage['Body'];
    const cleanup = body.Actions.every(
      (action) => action.ActionType === 1 || action.Name === '_RemoveReference',
    );
    if (cleanup && body.Actions.some((action) => action.Name === '_RemoveReference')) {
      return respond(await this.service.run(body, () => undefined));
    }
    const requestBytes = byteLength(json);
    const members: string[] = [];
    const fault = this.faults.take();
    const grouped = message.Headers[UNDO_GROUP_HEADER] !== undefined;
    let outcome: Outcome;
    if (requestBytes > this.limits.payloadBytes) {
      outcome = failed(failure('RequestPayloadSizeLimitExceeded', 'RequestContext.sync'));
    } else if (fault?.when === 'before') {
      outcome = failed(fault.error);
    } else {
      const stopAt = fault?.when === 'after-some' ? this.faults.half(body, fault.actions) : Infinity;
      this.state.inUndoGroup = grouped;
      try {
        outcome = await this.service.run(body, (member, index) => {
          if (index >= stopAt && fault !== null) throw fault.error;
          this.faults.check(member);
          members.push(member);
        });
      } finally {
        this.state.inUndoGroup = false;
      }
      if (fault !== null && outcome.error === null)
        outcome = { ...failed(fault.error), failedAt: body.Actions.length - 1 };
    }
    this.noteUndo(grouped, members.filter((member) => !/\.(get|_)/.test(member)).length);
    return this.logged(outcome, requestBytes, body.Actions.length, members);
  }

  private logged(
    first: Outcome,
    requestBytes: number,
    actions: number,
    members: readonly string[],
  ): ResponseMessage {
    let outcome = first;
    let response = respond(outcome);
    let responseBytes = byteLength(JSON.stringify(response.Body));
    if (responseBytes > this.limits.payloadBytes) {
      outcome = failed(failure('ResponsePayloadSizeLimitExceeded', 'RequestContext.sync'));
      response = respond(outcome);
      responseBytes = byteLength(JSON.stringify(response.Body));
    }
    this.requests.push({ requestBytes, responseBytes, actions, members, error: outcome.error?.code ?? null });
    return response;
  }

  private noteUndo(grouped: boolean, actions: number): void {
    if (actions === 0) return;
    const last = this.undoStack.at(-1);
    if (grouped && last?.grouped === true) {
      this.undoStack[this.undoStack.length - 1] = { grouped, actions: last.actions + actions };
    } else {
      this.undoStack.push({ grouped, actions });
    }
  }
}

const failed = (error: HostFailure): Outcome => ({ results: [], traces: [], error, failedAt: -1 });

const respond = (outcome: Outcome): ResponseMessage =>
  outcome.error === null
    ? { StatusCode: 200, Headers: {}, Body: { Results: outcome.results, TraceIds: outcome.traces } }
    : answer(outcome.error, outcome.failedAt);

function answer(error: HostFailure, index: number): ResponseMessage {
  const where = index < 0 ? {} : { ActionIndex: index };
  return {
    StatusCode: 200,
    Headers: {},
    Body: {
      Results: [],
      Error: { Code: error.code, Message: error.message, Location: error.location, ...where },
    },
  };
}

export const createOfficeHost = (options: OfficeHostOptions): OfficeHost => new OfficeHost(options);
