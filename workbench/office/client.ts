/**
 * Joins Microsoft's client library to the host: our request executor, our event channel, notes, and merged undo groups.
 * The hooks are undocumented, so the package version is pinned.
 */
import type { EventMessage, RequestMessage, ResponseMessage } from './wire';
import type { OfficeHost } from './host';
import { UNDO_GROUP_HEADER } from './wire';
import { addNotes, type NotesNamespace } from './notes/client';

interface RequestExecutor {
  executeAsync(customData: string, flags: number, message: RequestMessage): Promise<ResponseMessage>;
}

interface Resolver {
  _resolveRequestUrlAndHeaderInfo(): Promise<{ url: string; headers: Record<string, string> }>;
  _createRequestExecutorOrNull(): RequestExecutor;
}

interface RunContext {
  readonly requestHeaders: Record<string, string>;
}

type Run = (...args: unknown[]) => Promise<unknown>;

/** The parts of the client's namespaces that the host touches. */
export interface ExtensionNamespace extends NotesNamespace {
  readonly ClientRequestContext: { defaultRequestUrlAndHeaders?: Resolver };
  readonly GenericEventRegistration: { s_genericEventRegistrations: Record<string, unknown> };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: EventMessage): void;
}

export interface ExcelNamespace {
  run: Run;
  [name: string]: unknown;
}

/** Points a loaded client at a host. Returns how to leave. */
export function connectClient(
  excel: ExcelNamespace,
  extension: ExtensionNamespace,
  host: OfficeHost,
): () => void {
  const executor: RequestExecutor = {
    executeAsync: (_customData, flags, message) => host.execute(flags, message),
  };
  extension.ClientRequestContext.defaultRequestUrlAndHeaders = {
    _resolveRequestUrlAndHeaderInfo: () =>
      Promise.resolve({ url: 'https://workbench.invalid/', headers: {} }),
    _createRequestExecutorOrNull: () => executor,
  };
  // Handlers of an earlier host in the same page would hear this one's events.
  extension.GenericEventRegistration.s_genericEventRegistrations = {};
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  addNotes(excel, extension);
  mergeUndoGroups(excel);
  return host.listen((message) => extension._testTriggerRichApiMessageEvent(message));
}

const MERGED = Symbol('run with merged undo groups');

/** Excel.run({ mergeUndoGroup: true }, …) is newer than the pinned client: a header carries it to the host. */
function mergeUndoGroups(excel: ExcelNamespace): void {
  const run = excel.run as Run & { [MERGED]?: true };
  if (run[MERGED] === true) return;
  const merged: Run & { [MERGED]?: true } = (...args) => {
    const options = args[0] as { mergeUndoGroup?: boolean } | null;
    const batch = args.at(-1);
    if (args.length < 2 || options?.mergeUndoGroup !== true || typeof batch !== 'function')
      return run(...args);
    const marked = (context: RunContext): unknown => {
      context.requestHeaders[UNDO_GROUP_HEADER] = '1';
      return (batch as (context: RunContext) => unknown)(context);
    };
    return run(...args.slice(0, -1), marked);
  };
  merged[MERGED] = true;
  excel.run = merged;
}
