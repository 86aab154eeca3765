/** What passes between the pane and its workers: plain data that survives structured cloning. */
import type { FlexError } from '../engine/errors';
import type { PoolInput, PoolResult } from '../engine/pool/types';
import type { Portfolio, PortfolioInput } from '../engine/portfolio/types';

export interface WorkerRequest<Input> {
  readonly input: Input;
}

/** An Error as plain data; `kind` is set for a FlexError, whose message is a sentence for the user. */
export interface WorkerFault {
  readonly kind?: FlexError['kind'];
  readonly code?: string;
  readonly message: string;
}

export type WorkerReply<Result> =
  /** Steps done and in total. The first one says that the worker is at work. */
  | { readonly done: number; readonly total: number }
  | { readonly result: Result }
  | { readonly error: WorkerFault };

export type PoolRequest = WorkerRequest<PoolInput>;
export type PoolReply = WorkerReply<PoolResult>;
export type PortfolioRequest = WorkerRequest<PortfolioInput>;
export type PortfolioReply = WorkerReply<Portfolio>;
