export { readAssignments } from './assignments';
export { checkCompliance } from './check';
export { readEmployment } from './employment';
export { EVIDENCE_ROWS } from './evidenceRows';
export { MACHINE_METERED } from './machineMetered';
export { itamRegister, type RegisterOptions } from './register';
export { RULES, RULE_ORDER } from './rules';
export { keepStates, type StateOptions } from './states';
export type * from './types';
