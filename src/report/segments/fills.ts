/** Conditional fills that give each segment its colour beside its name. */
import { SEGMENTS } from '../../engine/segments/types';
import type { ConditionalRule } from '../model/document';
import { segmentTint } from '../model/palette';

/** One rule a segment for a column that holds segment names. */
export function segmentFills(table: string, column: string): readonly ConditionalRule[] {
  return SEGMENTS.map((segment) => ({
    table,
    column,
    test: { kind: 'equals', text: segment },
    fill: segmentTint(segment),
  }));
}
