/** A custom function as Univer's formula engine calls it. */
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { BaseReferenceObject, BaseValueObject, FunctionVariantType } from '@univerjs/engine-formula';
import type { Given, Scalar } from './arguments';
import { callFunction, isError } from './call';
import type { Result, ResultCell } from './call';
import { ErrorNotes } from './error-notes';
import type { CustomFunction } from '../office/custom-functions';
import type { FunctionMetadata } from './metadata';

function scalar(value: BaseValueObject): Scalar {
  if (value.isNull()) return null;
  if (value.isError()) return (value as ErrorValueObject).getErrorType();
  return value.getValue();
}

/** Rows of a reference: read cell by cell, without building value objects for blanks. */
function rowsOf(reference: BaseReferenceObject): Scalar[][] {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const rows: Scalar[][] = Array.from({ length: endRow - startRow + 1 }, () =>
    new Array<Scalar>(endColumn - startColumn + 1).fill(null),
  );
  reference.iterator((value, row, column) => {
    const line = rows[row - startRow];
    if (line && value) line[column - startColumn] = scalar(value);
    return true;
  });
  return rows;
}

function given(variant: FunctionVariantType): Given {
  if (variant.isReferenceObject()) return rowsOf(variant as BaseReferenceObject);
  if (variant.isArray()) {
    return (variant as ArrayValueObject)
      .getArrayValue()
      .map((row) => row.map((cell) => (cell ? scalar(cell) : null)));
  }
  return scalar(variant as BaseValueObject);
}

function valueObject(cell: ResultCell): BaseValueObject {
  if (isError(cell)) return ErrorValueObject.create(cell.error as ErrorType, cell.message);
  if (typeof cell === 'number') return NumberValueObject.create(cell);
  if (typeof cell === 'boolean') return BooleanValueObject.create(cell);
  return StringValueObject.create(cell ?? '');
}

function answer(result: Result): BaseValueObject {
  if (!Array.isArray(result)) return valueObject(result as ResultCell);
  const rows = result as readonly (readonly ResultCell[])[];
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(valueObject)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

export class UniverFunction extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    name: string,
    private readonly implementation: CustomFunction,
    private readonly metadata: FunctionMetadata,
    private readonly notes: ErrorNotes,
    private readonly addressOf: (sheetId: string, row: number, column: number) => string,
  ) {
    super(name);
  }

  /** Never throws: an exception here would stop every calculation of the session. */
  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const sheetId = this.subUnitId ?? '';
    try {
      const invocation = { address: this.addressOf(sheetId, this.row, this.column) };
      const result = callFunction(this.implementation, this.metadata, variants.map(given), invocation);
      this.notes.record(sheetId, this.row, this.column, result);
      return answer(result);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const result = {
        error: '#VALUE!',
        message: `The workbench could not call ${this.metadata.name}: ${message}`,
      };
      this.notes.record(sheetId, this.row, this.column, result);
      return answer(result);
    }
  }
}
