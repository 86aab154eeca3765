/** What passes between the pane and its pool worker: plain data that survives structured cloning. */
import type { FlexError } from '../engine/errors';
import type { PoolInput, PoolResult } from '../engine/pool/types';

export interface PoolRequest {
  readonly input: PoolInput;
}

/** An Error as plain data; `kind` is set for a FlexError, whose message is a sentence for the user. */
export interface PoolFault {
  readonly kind?: FlexError['kind'];
  readonly message: string;
}

export type PoolReply =
  /** Draws done and in total. The first one says that the worker is at work. */
  | { readonly done: number; readonly total: number }
  | { readonly result: PoolResult }
  | { readonly error: PoolFault };
