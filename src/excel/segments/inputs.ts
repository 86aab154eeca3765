/** What tells whether a segmentation still holds: what it wrote, and what it was made from. */
import { SHEETS } from '../../report/model/sheet-names';
import { ASSUMPTION_NAMES, OWN_MARGIN } from '../../report/segments/assumptions';
import type { CellValue } from '../../report/model/document';
import { CARD } from '../rates/rates';
import { PEOPLE } from '../runs/inputs';

/** An assumption cell as the record of a run writes it. */
export function assumptionCell(_key: string, value: CellValue): CellValue {
  return value === OWN_MARGIN ? null : value;
}

export const SEGMENT_RECORD = {
  writes: [SHEETS.segments, SHEETS.summary],
  reads: [{ input: PEOPLE }, ...CARD],
  cells: { sheets: [SHEETS.summary.name], names: ASSUMPTION_NAMES, read: assumptionCell },
} as const;
