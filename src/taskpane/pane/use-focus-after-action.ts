import { useEffect, useRef } from 'react';
import { runOnShow, type PaneState } from './state';

/**
 * Keeps the focus when the button that held it goes away: to Cancel when a run starts, to the step's heading when it
 * ends or the step changes. The focus never moves otherwise: not while the user works in the grid, not at the start.
 * The new step is shown from its top.
 */
export function useFocusAfterAction(state: PaneState): void {
  const { step, starting } = state;
  const { kind } = runOnShow(state);
  const before = useRef({ step, kind });
  const held = useRef<Element | null>(null);

  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      held.current = event.target instanceof Element ? event.target : null;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);

  useEffect(() => {
    const was = before.current;
    before.current = { step, kind };
    if (starting || (was.kind === kind && was.step === step)) return;
    document.documentElement.scrollTop = 0;
    const lost = held.current !== null && !held.current.isConnected;
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (!lost || !nowhere) return;
    const target = kind === 'running' ? '[data-cancel-run]' : '[data-step-heading]';
    document.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
  }, [step, kind, starting]);
}
