/** Progress on one line of stderr, only when somebody watches. Says counts, never contents. */
import type { Terminal } from './terminal';

export interface Progress {
  say(text: string): void;
  /** Wipes the line, so that what follows stands alone. */
  end(): void;
}

/** At most ten lines a second: the line is for eyes. */
const PAUSE_MS = 100;

export function progressOn(terminal: Pick<Terminal, 'err' | 'watched'>): Progress {
  if (!terminal.watched) return { say: () => undefined, end: () => undefined };
  let shown = 0;
  let last = 0;
  return {
    say(text) {
      const now = performance.now();
      if (shown > 0 && now - last < PAUSE_MS) return;
      last = now;
      terminal.err(`\r${text.padEnd(shown)}`);
      shown = text.length;
    },
    end() {
      if (shown > 0) terminal.err(`\r${' '.repeat(shown)}\r`);
      shown = 0;
    },
  };
}
