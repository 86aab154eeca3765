import { serialOf } from '../../../src/engine/numeric';

/** Last day of the simulated usage, and the day on which the pane is opened. */
export const DATA_END = serialOf(2026, 10, 31);
export const AS_OF = serialOf(2026, 11, 24);
