import { SEGMENTS } from './types';
import type { SegmentRow, SegmentSummaryRow } from './types';

/**
 * Totals by segment in the order of the rules; empty segments are omitted. A person with a missing price is counted in
 * `users`, `tokens` and `priceMissing`, and left out of both money sums.
 */
export function summarizeSegments(rows: readonly SegmentRow[]): readonly SegmentSummaryRow[] {
  return SEGMENTS.map((segment) => {
    const members = rows.filter((row) => row.segment === segment);
    const priced = members.filter((row) => row.recommendedCost !== null && row.saving !== null);
    return {
      segment,
      users: members.length,
      tokens: sum(members, (row) => row.tokens),
      cost: sum(priced, (row) => row.recommendedCost!),
      saving: sum(priced, (row) => row.saving!),
      priceMissing: members.length - priced.length,
    };
  }).filter((row) => row.users > 0);
}

function sum(rows: readonly SegmentRow[], value: (row: SegmentRow) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}
