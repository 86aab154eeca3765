import type { RunOf } from './run';
import type { PaneState } from './state';

/** The run of the step on show: what the user is looking at, or waits for. */
export function runOnShow(state: PaneState): RunOf<unknown> {
  if (state.step === 'pool') return state.pool.run;
  if (state.step === 'portfolio') return state.portfolio.run;
  if (state.step !== 'monitor') return state.run;
  // An append stands within the step: only while it works is it what the user waits for.
  const { run, append } = state.monitor;
  return append.run.kind === 'running' ? append.run : run;
}

/** True while any command works on the workbook. */
export const isRunning = (state: PaneState): boolean =>
  state.run.kind === 'running' ||
  state.pool.run.kind === 'running' ||
  state.monitor.run.kind === 'running' ||
  state.monitor.append.run.kind === 'running' ||
  state.portfolio.run.kind === 'running';

/** The state with the run under way being cancelled. */
export function cancelling(state: PaneState): PaneState {
  const { run, pool, monitor, portfolio } = state;
  const announcement = 'Cancelling.';
  if (run.kind === 'running') return { ...state, run: { ...run, cancelling: true }, announcement };
  if (pool.run.kind === 'running') {
    return { ...state, pool: { ...pool, run: { ...pool.run, cancelling: true } }, announcement };
  }
  if (monitor.run.kind === 'running') {
    const stopping = { ...monitor, run: { ...monitor.run, cancelling: true } };
    return { ...state, monitor: stopping, announcement };
  }
  if (portfolio.run.kind === 'running') {
    const stopping = { ...portfolio, run: { ...portfolio.run, cancelling: true } };
    return { ...state, portfolio: stopping, announcement };
  }
  const { append } = monitor;
  if (append.run.kind !== 'running') return state;
  const stopping = { ...append, run: { ...append.run, cancelling: true } };
  return { ...state, monitor: { ...monitor, append: stopping }, announcement };
}
