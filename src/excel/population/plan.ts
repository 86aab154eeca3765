/** Planned work from `Flex Projects`: the user's sheet, read and never replaced. */
import type { RateCard } from '../../engine/catalog';
import { FlexError } from '../../engine/errors';
import { readPlannedWork, type PlannedTable } from '../../engine/pool';
import { plannedHeader } from '../../engine/pool/planned/header';
import type { RejectedRow } from '../../engine/usage/types';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import type { PlacedReject } from '../../report/segments/summary-tables';
import type { ReadOptions } from '../host/block-reader';
import { placedCell, readOwnTable, readWholeSheet, type PlacedRange } from '../host/own-tables';

const SHEET = SHEETS.projects.name;

export interface Plan {
  readonly range: PlacedRange;
  readonly table: PlannedTable;
}

/** The cells of the plan: the sheet's table, else everything on the sheet; null without the sheet, or when it is empty. */
export async function readPlanRange(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<PlacedRange | null> {
  return (
    (await readOwnTable(context, SHEET, TABLES.projects, options)) ??
    (await readWholeSheet(context, SHEET, options))
  );
}

/** @throws FlexError naming the sheet when a column is missing */
export function readPlan(range: PlacedRange | null, card: RateCard): Plan | null {
  if (range === null) return null;
  try {
    return { range, table: readPlannedWork(range.values, card) };
  } catch (error) {
    if (error instanceof FlexError) throw error.at(SHEET);
    throw error;
  }
}

/** Rows of the plan that cannot be used, with their cells. */
export function placePlanRejects(plan: Plan, rejected: readonly RejectedRow[]): readonly PlacedReject[] {
  const { texts } = plannedHeader(plan.range.values);
  return rejected.map(({ row, column, value, reason }) => ({
    sheetRow: plan.range.rect.row + row,
    address: placedCell(plan.range, row - 1, Math.max(0, texts.indexOf(column))),
    column,
    value,
    reason,
  }));
}
