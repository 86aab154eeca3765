import type { RunOf } from '../command/run';

/** Seconds of pace needed before an estimate is worth showing. */
const LEAST_SECONDS = 2;
const LEAST_SHARE = 0.05;

/**
 * Seconds left in the current phase at the pace seen so far in that phase; null until it can be told.
 * Phases differ in pace, so none speaks for another.
 */
export function secondsLeft(run: RunOf<unknown>): number | null {
  if (run.kind !== 'running' || run.progress === null || run.cancelling) return null;
  const { done, total } = run.progress;
  const elapsed = (run.now - run.phaseStartedAt) / 1000;
  const progressed = done - run.phaseStartedWith;
  if (total <= 0 || elapsed < LEAST_SECONDS || progressed / total < LEAST_SHARE) return null;
  return ((total - done) * elapsed) / progressed;
}

/** "about 12 s left", "about 3 min left". */
export function timeLeftText(seconds: number): string {
  if (seconds < 1.5) return 'about a second left';
  if (seconds < 90) return `about ${Math.ceil(seconds)} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}
