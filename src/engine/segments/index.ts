export { segmentUsers } from './users';
export { summarizeSegments } from './summary';
export { RANKING_HOURS_PER_DAY } from './types';
export type { SegmentRow, SegmentSummaryRow } from './types';
