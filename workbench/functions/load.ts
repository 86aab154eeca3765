/** Loads the built functions as Excel does: functions.json, and functions.js with `CustomFunctions` in its global scope. */
import { createCustomFunctions, type CustomFunction } from '../office/custom-functions';
import type { StartedUniver } from '../univer/start';
import type { ErrorNotes } from './error-notes';
import type { FunctionsFile } from './metadata';
import { registerFunctions } from './register';

/** Of manifest.xml (`Functions.Namespace`). */
const NAMESPACE = 'FLEX';

function runScript(src: string): Promise<void> {
  return new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => done();
    script.onerror = () =>
      failed(new Error(`${src} could not be loaded. Build the add-in with "npm run build".`));
    document.head.append(script);
  });
}

export interface LoadedFunctions {
  readonly file: FunctionsFile;
  readonly implementations: ReadonlyMap<string, CustomFunction>;
}

/** @throws a sentence when a built file is missing. */
export async function fetchFunctions(): Promise<LoadedFunctions> {
  const response = await fetch('/pane/functions.json');
  if (!response.ok) throw new Error('dist/functions.json is missing. Build the add-in with "npm run build".');
  const file = (await response.json()) as FunctionsFile;
  const runtime = createCustomFunctions();
  Object.assign(globalThis, { CustomFunctions: runtime });
  await runScript('/pane/functions.js');
  return { file, implementations: runtime.mappings };
}

/**
 * Makes the functions usable in cells. To be called right after the workbook is made: a formula that was once read
 * without its function stays #NAME?.
 * @returns their names; @throws when functions.json and functions.js do not fit together
 */
export function provideFunctions(
  loaded: LoadedFunctions,
  started: StartedUniver,
  notes: ErrorNotes,
  addressOf: (sheetId: string, row: number, column: number) => string,
): string[] {
  const injector = started.univer.__getInjector();
  return registerFunctions(injector, NAMESPACE, loaded.file, loaded.implementations, notes, addressOf);
}
