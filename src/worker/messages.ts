/** What passes between the pane and its worker: plain data that survives structured cloning, as an Error's class does not. */
import { FlexError } from '../engine/errors';
import type { JobInput, JobName } from '../engine/jobs/table';

export type WorkerRequest = {
  readonly [N in JobName]: { readonly job: N; readonly input: JobInput<N> };
}[JobName];

/** An Error as plain data; `kind` is set for a FlexError, whose message is a sentence for the user. */
export interface WorkerFault {
  readonly kind?: FlexError['kind'];
  readonly code?: string;
  readonly message: string;
}

export type WorkerReply<Result = unknown> =
  /** Said before the work begins: the worker's file has loaded. */
  | { readonly started: true }
  | { readonly done: number; readonly total: number }
  | { readonly result: Result }
  | { readonly error: WorkerFault };

export function toFault(thrown: unknown): WorkerFault {
  if (thrown instanceof FlexError) return { kind: thrown.kind, code: thrown.code, message: thrown.message };
  return { message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** The error as it was thrown in the worker: a FlexError again where it was one. */
export function fromFault({ kind, code, message }: WorkerFault): Error {
  return kind === undefined ? new Error(message) : new FlexError(kind, message, code);
}
