/** What tells whether a segmentation still holds: what it wrote, and what it was made from. */
import { SEGMENT_ASSUMPTIONS } from '../../engine/segments/assumptions';
import { SHEETS } from '../../report/model/sheet-names';
import { CARD } from '../rates/rates';
import { PEOPLE } from '../runs/inputs';
import { cellsOf } from '../runs/sheet-assumptions';

export const SEGMENT_RECORD = {
  writes: [SHEETS.segments, SHEETS.summary],
  reads: [{ input: PEOPLE }, ...CARD],
  cells: { sheets: [SHEETS.summary.name], ...cellsOf(SEGMENT_ASSUMPTIONS) },
} as const;
