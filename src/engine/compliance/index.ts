export { readAssignments } from './entitlements/assignments';
export { checkCompliance } from './check';
export { readEmployment } from './entitlements/employment';
export { itamRegister } from './register';
export { RULES, RULE_ORDER } from './rules';
export { keepStates } from './states';
export type * from './types';
