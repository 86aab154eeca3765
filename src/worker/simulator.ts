/** Sizing off the UI thread, whatever the host allows. */
import type { PoolInput, PoolResult } from '../engine/pool/types';
import { offThread, type OffThread, type WorkerPort } from './off-thread';
import { simulateInSlices } from './slices';

export type PoolWorker = WorkerPort<PoolInput, PoolResult>;

/** A simulator over workers that `start` makes; offThread says how it behaves. */
export function createSimulator(start: () => PoolWorker): OffThread<PoolInput, PoolResult> {
  return offThread('The simulation', start, simulateInSlices);
}
