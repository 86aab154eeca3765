/** What a ribbon command does, for whoever shows it: the pane subscribes, the command announces. */
import type { Message, Progress, SegmentOutcome } from '../contract/services';

export type CommandNotice =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly outcome: SegmentOutcome }
  | { readonly kind: 'failed'; readonly message: Message; readonly code: string };

const handlers = new Set<(notice: CommandNotice) => void>();
let latest: CommandNotice | null = null;

export function announce(notice: CommandNotice): void {
  latest = notice;
  for (const handler of handlers) handler(notice);
}

/** Calls the handler for each notice, and at once with the latest one; returns an unsubscribe. */
export function onCommandNotice(handler: (notice: CommandNotice) => void): () => void {
  handlers.add(handler);
  if (latest !== null) handler(latest);
  return () => {
    handlers.delete(handler);
  };
}
