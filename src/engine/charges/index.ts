export { DEFAULT_IDLE_MINUTES } from './sessions';
export { billSessions, sessionCard, type BilledRow } from './bill';
