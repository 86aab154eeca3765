/** Errors across the thread: an Error's class does not survive structured cloning, so its kind and code travel beside its message. */
import { FlexError } from '../engine/errors';
import type { WorkerFault } from './messages';

export function toFault(thrown: unknown): WorkerFault {
  if (thrown instanceof FlexError) return { kind: thrown.kind, code: thrown.code, message: thrown.message };
  return { message: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** The error as it was thrown in the worker: a FlexError again where it was one. */
export function fromFault(fault: WorkerFault): Error {
  return fault.kind === undefined
    ? new Error(fault.message)
    : new FlexError(fault.kind, fault.message, fault.code);
}
