import type { WorkerPort } from './off-thread';

export function startWorker(): WorkerPort {
  // Written out in one piece: this is the form webpack recognises and makes a chunk from.
  return new Worker(new URL(/* webpackChunkName: "worker" */ './worker.ts', import.meta.url)) as WorkerPort;
}
