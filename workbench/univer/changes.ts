/** Turns Univer's commands into the few things the Grid tells: cells changed, selection moved, something to calculate. */
import type {
  ICellData,
  ICommandInfo,
  ICommandService,
  IExecutionOptions,
  IObjectMatrixPrimitiveType,
  IRange,
  Nullable,
} from '@univerjs/core';
import {
  InsertColMutation,
  InsertRowMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
} from '@univerjs/sheets';
import type { Rect } from '../office/grid';
import { rectOf } from './address';

export interface ChangeListener {
  calculates(): void;
  changed(sheetId: string, rect: Rect): void;
  selected(): void;
}

interface CellsParams {
  readonly subUnitId: string;
  readonly cellValue?: IObjectMatrixPrimitiveType<Nullable<ICellData>>;
}
interface RangeParams {
  readonly subUnitId: string;
  readonly range: IRange;
}

const SHIFTS = new Set([
  InsertRowMutation.id,
  RemoveRowMutation.id,
  InsertColMutation.id,
  RemoveColMutation.id,
]);

/** Smallest rect around the cells whose content changed; a change of format alone gives null. */
function contentRect(cells: IObjectMatrixPrimitiveType<Nullable<ICellData>>): Rect | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const [row, columns] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries((columns ?? {}) as Record<string, Nullable<ICellData>>)) {
      if (cell && cell.v === undefined && cell.f === undefined && cell.p === undefined) continue;
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

export function watchChanges(commands: ICommandService, listener: ChangeListener): void {
  commands.onCommandExecuted((command: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
    if (command.id === SetSelectionsOperation.id || command.id === SetWorksheetActiveOperation.id) {
      listener.selected();
    } else if (command.id === SetRangeValuesMutation.id) {
      if (options?.fromFormula) return;
      const params = command.params as CellsParams;
      const rect = params.cellValue ? contentRect(params.cellValue) : null;
      if (!rect) return;
      listener.calculates();
      listener.changed(params.subUnitId, rect);
    } else if (SHIFTS.has(command.id)) {
      const params = command.params as RangeParams;
      listener.calculates();
      listener.changed(params.subUnitId, rectOf(params.range));
    } else if (command.id === MoveRangeMutation.id) {
      listener.calculates();
    }
  });
}
