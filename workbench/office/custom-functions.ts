/** The `CustomFunctions` global of the runtime: the registry of functions and the error class they return. */
export class CustomFunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
    this.name = 'CustomFunctions.Error';
  }
}

export type CustomFunction = (...args: readonly unknown[]) => unknown;

export interface CustomFunctionsRuntime {
  associate(
    idOrMap: string | Readonly<Record<string, CustomFunction>>,
    implementation?: CustomFunction,
  ): void;
  readonly mappings: ReadonlyMap<string, CustomFunction>;
  readonly Error: typeof CustomFunctionError;
  readonly ErrorCode: Readonly<Record<string, string>>;
}

/** @returns a registry; ids count in any case, as in Excel. */
export function createCustomFunctions(): CustomFunctionsRuntime {
  const mappings = new Map<string, CustomFunction>();
  return {
    mappings,
    Error: CustomFunctionError,
    ErrorCode: {
      invalidValue: '#VALUE!',
      notAvailable: '#N/A',
      divisionByZero: '#DIV/0!',
      invalidNumber: '#NUM!',
      nullReference: '#NULL!',
      invalidName: '#NAME?',
      invalidReference: '#REF!',
    },
    associate: (idOrMap, implementation) => {
      const entries =
        typeof idOrMap === 'string' ? [[idOrMap, implementation] as const] : Object.entries(idOrMap);
      for (const [id, given] of entries) if (given !== undefined) mappings.set(id.toUpperCase(), given);
    },
  };
}
