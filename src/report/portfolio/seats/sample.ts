/** Seats and subscriptions that go with the sample usage (invented people): some too many, some idle, some missing. */
import { serialOf } from '../../../engine/numeric';
import type { CellValue } from '../../model/document';

interface Block {
  readonly product: string;
  readonly from: number;
  readonly to: number;
  /** Every so many of them. */
  readonly every: number;
}

/**
 * Who of p-0001 … p-0403 holds what, by the groups of the sample: part-time and full-time Revit, the multi-product people with and without
 * a Collection, Civil 3D, Inventor Pro and Maya, contractors with seats they hardly use, people who stopped before the year.
 */
const HOLDINGS: readonly Block[] = [
  { product: 'Revit', from: 4, to: 48, every: 3 },
  { product: 'AutoCAD', from: 70, to: 109, every: 2 },
  { product: 'Revit', from: 110, to: 160, every: 1 },
  { product: 'AEC Collection', from: 164, to: 183, every: 1 },
  { product: 'Revit', from: 184, to: 193, every: 1 },
  { product: 'Civil 3D', from: 184, to: 193, every: 1 },
  { product: 'Civil 3D', from: 194, to: 205, every: 1 },
  { product: 'Inventor Pro', from: 218, to: 240, every: 2 },
  { product: 'Maya', from: 241, to: 261, every: 2 },
  { product: 'Revit', from: 298, to: 303, every: 1 },
  { product: 'BIM Collaborate Pro', from: 342, to: 375, every: 2 },
  { product: 'Autodesk Docs', from: 343, to: 375, every: 2 },
  { product: 'Navisworks Manage', from: 376, to: 381, every: 1 },
  { product: 'Revit', from: 396, to: 401, every: 1 },
];

/** Rows of `Flex Seats`: user, product, assigned. */
export function sampleSeats(): readonly (readonly CellValue[])[] {
  const assigned = serialOf(2025, 3, 1);
  return HOLDINGS.flatMap(({ product, from, to, every }) => {
    const rows: CellValue[][] = [];
    for (let person = from; person <= to; person += every) {
      rows.push([`p-${String(person).padStart(4, '0')}@example.com`, product, assigned]);
    }
    return rows;
  });
}

/** Rows of `Flex Subscriptions`: offering, quantity, start, end. A few seats more than are held, ending at different times. */
export function sampleSubscriptions(): readonly (readonly CellValue[])[] {
  const term = (offering: string, quantity: number, month: number): readonly CellValue[] => [
    offering,
    quantity,
    month > 10 ? serialOf(2025, month, 1) : serialOf(2026, month, 1),
    (month > 10 ? serialOf(2026, month, 1) : serialOf(2027, month, 1)) - 1,
  ];
  return [
    term('Revit', 60, 2),
    term('Revit', 30, 6),
    term('AEC Collection', 24, 3),
    term('AutoCAD', 20, 12),
    term('Civil 3D', 24, 12),
    term('Inventor Pro', 12, 4),
    term('Maya', 11, 8),
    term('BIM Collaborate Pro', 20, 5),
    term('Autodesk Docs', 18, 5),
    term('Navisworks Manage', 8, 9),
  ];
}
