/** What a custom-functions script finds as `CustomFunctions`: a register and the error class. */
export type CustomFunction = (...args: unknown[]) => unknown;

/** @see the custom-functions-runtime reference: codes are the texts Excel uses inside. */
export const ErrorCode = {
  invalidValue: '#VALUE!',
  notAvailable: '#N/A',
  divisionByZero: '#DIV/0!',
  invalidNumber: '#NUM!',
  nullReference: '#NULL!',
  invalidName: '#NAME?',
  invalidReference: '#REF!',
} as const;

export class CustomFunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? '');
    this.name = 'CustomFunctions.Error';
  }
}

export interface FunctionRegister {
  associate(id: string, implementation: CustomFunction): void;
  associate(mappings: Readonly<Record<string, CustomFunction>>): void;
  readonly Error: typeof CustomFunctionError;
  readonly ErrorCode: typeof ErrorCode;
}

/** @returns the object scripts see, and the functions they have associated by id so far. */
export function createRegister(): {
  readonly api: FunctionRegister;
  readonly functions: Map<string, CustomFunction>;
} {
  const functions = new Map<string, CustomFunction>();
  const api: FunctionRegister = {
    associate(
      what: string | Readonly<Record<string, CustomFunction>>,
      implementation?: CustomFunction,
    ): void {
      if (typeof what === 'string') {
        if (implementation) functions.set(what.toUpperCase(), implementation);
        return;
      }
      for (const [id, each] of Object.entries(what)) functions.set(id.toUpperCase(), each);
    },
    Error: CustomFunctionError,
    ErrorCode,
  };
  return { api, functions };
}
