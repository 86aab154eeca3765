/** The cells whose formulas need the add-in, with what they show and how far they spill. */
import type { CellRect } from '../../report/model/address';
import { flexFunctions } from './formula-text';
import { rectOf } from '../host/range-rect';
import { readRects, type Cells } from '../host/rect-reader';
import { supports } from '../host/session';
import type { ScannedSheet } from '../host/workbook-scan';

/** API set that tells how far a formula spills. */
const SPILLS = '1.12';
const ASKED_TOGETHER = 500;

/** A cell as scanned: its text may yet be no formula. */
export interface FormulaText {
  readonly sheet: ScannedSheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

export interface FlexFormula extends FormulaText {
  /** Cells its result fills, its own first. */
  readonly rect: CellRect;
  readonly values: Cells;
}

/** Picks the FLEX formulas of a scanned block. */
export function flexTexts(
  sheet: ScannedSheet,
  block: Cells,
  first: number,
  used: CellRect,
): readonly FormulaText[] {
  return block.flatMap((cells, down) =>
    cells.flatMap((cell, across): readonly FormulaText[] =>
      typeof cell === 'string' && flexFunctions(cell).length > 0
        ? [{ sheet, row: first + down, column: used.column + across, formula: cell }]
        : [],
    ),
  );
}

/** Those that are formulas indeed, with their results. */
export async function flexFormulas(
  context: Excel.RequestContext,
  texts: readonly FormulaText[],
  signal?: AbortSignal,
): Promise<readonly FlexFormula[]> {
  const rects = await spills(context, texts);
  const values = await readRects(
    context,
    texts.map(({ sheet }, index) => ({ sheet: sheet.name, rect: rects[index]! })),
    signal,
  );
  const spilling = texts.flatMap(({ sheet }, index) => {
    const rect = rects[index]!;
    return rect.rows * rect.columns > 1 ? [{ sheet: sheet.name, rect }] : [];
  });
  return texts.flatMap((text, index): readonly FlexFormula[] => {
    const cells = values[index]!;
    // Excel hands a text that begins with = over as its own formula, and may hand a formula over in every cell that it fills.
    if (cells[0]?.[0] === text.formula || spilling.some((spill) => isFilledBy(text, spill))) return [];
    return [{ ...text, rect: rects[index]!, values: cells }];
  });
}

/** True for a cell that a formula elsewhere fills. */
function isFilledBy(
  { sheet, row, column }: FormulaText,
  spill: { readonly sheet: string; readonly rect: CellRect },
): boolean {
  const { rect } = spill;
  const down = row - rect.row;
  const across = column - rect.column;
  const inside = down >= 0 && down < rect.rows && across >= 0 && across < rect.columns;
  return sheet.name === spill.sheet && inside && down + across > 0;
}

async function spills(
  context: Excel.RequestContext,
  texts: readonly FormulaText[],
): Promise<readonly CellRect[]> {
  const alone = texts.map(({ row, column }): CellRect => ({ row, column, rows: 1, columns: 1 }));
  if (!supports(SPILLS)) return alone;
  const rects: CellRect[] = [];
  for (let at = 0; at < texts.length; at += ASKED_TOGETHER) {
    const asked = texts.slice(at, at + ASKED_TOGETHER).map(({ sheet, row, column }) => {
      const spill = context.workbook.worksheets
        .getItem(sheet.name)
        .getRangeByIndexes(row, column, 1, 1)
        .getSpillingToRangeOrNullObject();
      spill.load('rowIndex,columnIndex,rowCount,columnCount');
      return spill;
    });
    await context.sync();
    asked.forEach((spill, index) => rects.push(spill.isNullObject ? alone[at + index]! : rectOf(spill)));
  }
  return rects;
}
