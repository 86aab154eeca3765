/** The worker's entry: a chunk of its own with the engine's pool code and nothing of the pane. */
import type { PoolReply, PoolRequest } from './messages';
import { runPool } from './run-pool';

/** The part of a worker's global scope used here; the page's type library describes a window instead. */
interface WorkerScope {
  onmessage: ((event: { readonly data: PoolRequest }) => void) | null;
  postMessage(reply: PoolReply): void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = (event) =>
  runPool(
    event.data,
    (reply) => scope.postMessage(reply),
    () => performance.now(),
  );
