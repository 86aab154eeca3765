/** Calls a custom function the way Excel does, and never throws: a failure becomes an error value with its message. */
import { isErrorText } from './error-text';
import { firstError, liftedSize, parameterAt, pick, shaped } from './arguments';
import type { Given, Scalar } from './arguments';
import type { CustomFunction } from '../office/custom-functions';
import type { FunctionMetadata } from './metadata';

export interface ErrorResult {
  readonly error: string;
  readonly message: string;
}
export type ResultCell = Scalar | ErrorResult;
export type Result = ResultCell | readonly (readonly ResultCell[])[];

export interface Invocation {
  /** `Sheet!A1`. */
  readonly address: string;
}

export function isError(value: unknown): value is ErrorResult {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** Excel shows a function's own message only with these two errors. */
const WITH_MESSAGE = new Set(['#VALUE!', '#N/A']);

function failure(error: unknown): ErrorResult {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const known = isErrorText(code) ? code : '#VALUE!';
  const words = typeof message === 'string' ? message : '';
  if (isErrorText(code)) return { error: known, message: WITH_MESSAGE.has(known) ? words : '' };
  // Not a CustomFunctions.Error: Excel shows a bare #VALUE!; the workbench tells what broke, since it is for finding that out.
  return {
    error: '#VALUE!',
    message: words === '' ? 'The function failed.' : `The function failed: ${words}`,
  };
}

function looksLikeError(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && isErrorText((value as { readonly code?: unknown }).code)
  );
}

function cellOf(value: unknown): ResultCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : { error: '#NUM!', message: '' };
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (looksLikeError(value)) return failure(value);
  return { error: '#VALUE!', message: 'The function returned something that is not a cell value.' };
}

function resultOf(value: unknown): Result {
  if (!Array.isArray(value)) {
    if (typeof (value as { readonly then?: unknown } | null)?.then === 'function') {
      return {
        error: '#VALUE!',
        message: 'The workbench serves functions that answer at once; this one returned a promise.',
      };
    }
    return cellOf(value);
  }
  if (!value.every((row) => Array.isArray(row) && row.length === (value[0] as unknown[]).length)) {
    return { error: '#VALUE!', message: 'The function returned rows of different lengths.' };
  }
  if (value.length === 0 || (value[0] as unknown[]).length === 0) return { error: '#CALC!', message: '' };
  return (value as unknown[][]).map((row) => row.map(cellOf));
}

function once(
  call: CustomFunction,
  metadata: FunctionMetadata,
  given: readonly Given[],
  invocation: Invocation,
): Result {
  const { parameters } = metadata;
  if (!metadata.allowErrorForDataTypeAny) {
    const error = firstError(given);
    if (error !== null) return { error, message: '' };
  }
  const repeats = parameters[parameters.length - 1]?.repeating === true;
  const fixed = repeats ? parameters.length - 1 : parameters.length;
  const args: unknown[] = [];
  for (let index = 0; index < fixed; index += 1) {
    const parameter = parameters[index];
    args.push(parameter ? shaped(given[index] ?? null, parameter) : null);
  }
  if (repeats) {
    const parameter = parameters[fixed];
    args.push(given.slice(fixed).map((value) => (parameter ? shaped(value, parameter) : value)));
  }
  try {
    return resultOf(call(...args, { address: invocation.address, functionName: metadata.name }));
  } catch (error) {
    return failure(error);
  }
}

/**
 * @param given arguments as the formula gives them; fewer than the parameters means the rest is omitted.
 * Too few or too many arguments give #VALUE! with a message, where Excel would not let the formula be entered.
 */
export function callFunction(
  call: CustomFunction,
  metadata: FunctionMetadata,
  given: readonly Given[],
  invocation: Invocation,
): Result {
  const { parameters } = metadata;
  const required = parameters.filter(
    (parameter) => parameter.optional !== true && parameter.repeating !== true,
  ).length;
  const extra = given.findIndex((_value, index) => parameterAt(parameters, index) === undefined);
  if (given.length < required) {
    return {
      error: '#VALUE!',
      message: `${metadata.name} needs ${required} argument${required === 1 ? '' : 's'}.`,
    };
  }
  if (extra >= 0)
    return { error: '#VALUE!', message: `${metadata.name} takes at most ${parameters.length} arguments.` };
  const size = liftedSize(given, parameters);
  if (!size) return once(call, metadata, given, invocation);
  return Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (_none, column): ResultCell => {
      const result = once(call, metadata, pick(given, parameters, row, column), invocation);
      return Array.isArray(result)
        ? ((result as readonly (readonly ResultCell[])[])[0]?.[0] ?? '')
        : (result as ResultCell);
    }),
  );
}
