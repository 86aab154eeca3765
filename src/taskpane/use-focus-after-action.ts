import { useEffect, useRef } from 'react';
import type { PaneState } from './state';

/**
 * Keeps the focus when the button that held it goes away: to Cancel when a run starts, to the step's heading when it
 * ends or the step changes. It never takes the focus from the grid: only a pane that had it keeps it.
 */
export function useFocusAfterAction(state: PaneState): void {
  const { step } = state;
  const { kind } = state.run;
  const before = useRef({ step, kind });
  useEffect(() => {
    const was = before.current;
    before.current = { step, kind };
    if (was.kind === kind && was.step === step) return;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (!lost || !document.hasFocus()) return;
    const target = kind === 'running' ? '[data-cancel-run]' : '[data-step-heading]';
    document.querySelector<HTMLElement>(target)?.focus();
  }, [step, kind]);
}
