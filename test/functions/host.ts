import { FUNCTIONS } from '../../src/functions/functions';

/** What Excel gives functions: error codes and an error that carries one with its message. */
class HostError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

export const associated = new Map<string, unknown>();

Object.assign(globalThis, {
  CustomFunctions: {
    Error: HostError,
    ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', invalidNumber: '#NUM!' },
    associate: (id: string, run: unknown) => associated.set(id, run),
  },
});

export type FunctionId = keyof typeof FUNCTIONS;

type Run = (...cells: readonly unknown[]) => unknown;

/** A formula: single values become ranges of one cell, as Excel hands them over; left-out arguments are null. */
export function formula(id: FunctionId, ...given: readonly unknown[]): unknown {
  const run = FUNCTIONS[id] as unknown as Run;
  const result = run(
    ...given.map((value) =>
      value === null || value === undefined || Array.isArray(value) ? value : [[value]],
    ),
  );
  if (!Array.isArray(result)) return result;
  const rows = result as unknown[][];
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

/** A formula that spills, as rows. */
export function table(id: FunctionId, ...given: readonly unknown[]): unknown[][] {
  const result = formula(id, ...given);
  if (!Array.isArray(result)) throw new Error(`${id} gave one value`);
  return result as unknown[][];
}

/** The error of a formula as "#CODE message". */
export function fault(id: FunctionId, ...given: readonly unknown[]): string {
  try {
    formula(id, ...given);
  } catch (error) {
    expect(error).toBeInstanceOf(HostError);
    return `${(error as HostError).code} ${(error as HostError).message}`;
  }
  throw new Error(`${id} gave a result`);
}
