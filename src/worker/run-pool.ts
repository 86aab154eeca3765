/** One sizing inside the worker. */
// Not the room's index: its readers of tables would come along into the worker's file.
import { poolSteps } from '../engine/pool/size';
import type { PoolReply, PoolRequest } from './messages';
import { runSteps } from './run-steps';

/** @param now a monotonic clock in milliseconds */
export function runPool({ input }: PoolRequest, post: (reply: PoolReply) => void, now: () => number): void {
  runSteps(() => poolSteps(input), input.draws, post, now);
}
