export { DEFAULT_IDLE_MINUTES, billedUnits, chargedDays, meteredHours, type Session } from './sessions';
export { billSessions, sessionCard, type BilledRow } from './bill';
