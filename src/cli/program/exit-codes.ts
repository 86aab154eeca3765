/** Exit codes: monitor tells by them what there is to do; every other command ends with `done`, `badInput` or `fault`. */
export const EXIT = { done: 0, fault: 1, badInput: 2, review: 10, topUp: 20, escalate: 30 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
