export { segmentUsers } from './users';
export { summarizeSegments } from './summary';
export { RULES } from './rules';
export { RANKING_HOURS_PER_DAY, SEGMENTS } from './types';
export type { ProductLine, SegmentName, SegmentOptions, SegmentRow, SegmentSummaryRow } from './types';
