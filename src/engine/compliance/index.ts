export { readAssignments } from './entitlements/assignments';
export { checkCompliance } from './check';
export { readEmployment } from './entitlements/employment';
export { EVIDENCE_ROWS } from './evidence-rows';
export { MACHINE_METERED } from './credentials/machine-metered';
export { itamRegister, type RegisterOptions } from './register';
export { RULES, RULE_ORDER } from './rules';
export { keepStates, type StateOptions } from './states';
export type * from './types';
