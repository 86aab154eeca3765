/** Excel error by the kind of a FlexError. */
const CODES = {
  value: 'invalidValue',
  missing: 'notAvailable',
  number: 'invalidNumber',
} as const;

type Kind = keyof typeof CODES;

function kindOf(error: unknown): Kind | null {
  const kind = (error as { kind?: unknown } | null)?.kind;
  return kind === 'value' || kind === 'missing' || kind === 'number' ? kind : null;
}

/**
 * Runs a function's work and turns whatever goes wrong into an Excel error with its sentence. Nothing else may leave a function: a foreign
 * exception stops calculation in some hosts. An unforeseen fault does not show its own text, which could quote cells.
 */
export function answer<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const kind = kindOf(error);
    if (kind !== null) throw excelError(kind, (error as Error).message);
    throw excelError(
      'value',
      'Flex Governor could not compute this. Please report the formula and the version of the add-in.',
    );
  }
}

function excelError(kind: Kind, message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[CODES[kind]], message);
}
