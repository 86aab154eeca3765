/** The portfolio worker's entry: a chunk of its own with the engine's portfolio code and nothing of the pane. */
import type { PortfolioReply, PortfolioRequest } from './messages';
import { runPortfolio } from './run-portfolio';

/** The part of a worker's global scope used here; the page's type library describes a window instead. */
interface WorkerScope {
  onmessage: ((event: { readonly data: PortfolioRequest }) => void) | null;
  postMessage(reply: PortfolioReply): void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = (event) =>
  runPortfolio(
    event.data,
    (reply) => scope.postMessage(reply),
    () => performance.now(),
  );
