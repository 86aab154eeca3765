/** Gives Univer the add-in's functions under their namespace, with the texts its function help shows. */
import type { Injector } from '@univerjs/core';
import { FunctionType, IFunctionService } from '@univerjs/engine-formula';
import type { IFunctionInfo } from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import type { ErrorNotes } from './error-notes';
import type { CustomFunction } from '../office/custom-functions';
import type { FunctionMetadata, FunctionsFile } from './metadata';
import { UniverFunction } from './univer-function';

function describe(name: string, metadata: FunctionMetadata): IFunctionInfo {
  const description = metadata.description ?? '';
  return {
    functionName: name,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: metadata.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? '',
      example: '',
      require: parameter.optional === true ? 0 : 1,
      repeat: parameter.repeating === true ? 1 : 0,
    })),
  };
}

/**
 * @returns the names now usable in cells.
 * @throws when functions.json and the script disagree about an id: Excel would not load such a pair either.
 */
export function registerFunctions(
  injector: Injector,
  namespace: string,
  file: FunctionsFile,
  implementations: ReadonlyMap<string, CustomFunction>,
  notes: ErrorNotes,
  addressOf: (sheetId: string, row: number, column: number) => string,
): string[] {
  const missing = file.functions.filter((each) => !implementations.has(each.id.toUpperCase()));
  if (missing.length > 0) {
    throw new Error(
      `functions.json names ${missing.map((each) => each.id).join(', ')}, which functions.js does not associate. Build the add-in again.`,
    );
  }
  const executors = file.functions.flatMap((each) => {
    const implementation = implementations.get(each.id.toUpperCase());
    const metadata = {
      ...each,
      allowErrorForDataTypeAny: each.allowErrorForDataTypeAny ?? file.allowErrorForDataTypeAny ?? false,
    };
    const name = `${namespace}.${each.name}`.toUpperCase();
    return implementation ? [new UniverFunction(name, implementation, metadata, notes, addressOf)] : [];
  });
  injector.get(IFunctionService).registerExecutors(...executors);
  injector
    .get(IDescriptionService)
    .registerDescriptions(
      file.functions.map((each) => describe(`${namespace}.${each.name}`.toUpperCase(), each)),
    );
  return executors.map((executor) => String(executor.name));
}
