import { COMMAND_STEPS, type CommandStep } from '../command/state';
import type { RunOf } from '../segments/run';
import type { PaneState, Step } from './state';

export const isCommandStep = (step: Step): step is CommandStep =>
  (COMMAND_STEPS as readonly Step[]).includes(step);

/** The run of the step on show: what the user is looking at, or waits for. */
export function runOnShow(state: PaneState): RunOf<unknown> {
  const { step, monitor } = state;
  if (step === 'share') return state.share.run;
  if (!isCommandStep(step)) return state.run;
  // An append stands within the step: only while it works is it what the user waits for.
  if (step === 'monitor' && monitor.append.run.kind === 'running') return monitor.append.run;
  return state[step].run;
}

/** The step whose command works on the workbook; null = none does. */
export const runningStep = (state: PaneState): CommandStep | null =>
  COMMAND_STEPS.find((step) => state[step].run.kind === 'running') ?? null;

/** True while any command works on the workbook. */
export const isRunning = (state: PaneState): boolean =>
  state.run.kind === 'running' ||
  state.monitor.append.run.kind === 'running' ||
  state.share.run.kind === 'running' ||
  runningStep(state) !== null;

/** The state with the run under way being cancelled. */
export function cancelling(state: PaneState): PaneState {
  const { run, monitor } = state;
  const announcement = 'Cancelling.';
  if (run.kind === 'running') return { ...state, run: { ...run, cancelling: true }, announcement };
  const step = runningStep(state);
  if (step !== null) {
    const stopping = { ...state[step], run: { ...state[step].run, cancelling: true } };
    return { ...state, [step]: stopping, announcement };
  }
  const { share } = state;
  if (share.run.kind === 'running') {
    return { ...state, share: { ...share, run: { ...share.run, cancelling: true } }, announcement };
  }
  const { append } = monitor;
  if (append.run.kind !== 'running') return state;
  const stopping = { ...append, run: { ...append.run, cancelling: true } };
  return { ...state, monitor: { ...monitor, append: stopping }, announcement };
}
