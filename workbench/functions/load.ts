/** Loads the built functions as Excel does: functions.json, and functions.js with `CustomFunctions` in its global scope. */
import { createCustomFunctions } from '../office/custom-functions';
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

/** @returns the names now usable in cells; @throws a sentence when the built files are missing or do not fit together. */
export async function loadFunctions(
  started: StartedUniver,
  notes: ErrorNotes,
  addressOf: (sheetId: string, row: number, column: number) => string,
): Promise<string[]> {
  const response = await fetch('/pane/functions.json');
  if (!response.ok) throw new Error('dist/functions.json is missing. Build the add-in with "npm run build".');
  const file = (await response.json()) as FunctionsFile;
  const runtime = createCustomFunctions();
  Object.assign(globalThis, { CustomFunctions: runtime });
  await runScript('/pane/functions.js');
  return registerFunctions(
    started.univer.__getInjector(),
    NAMESPACE,
    file,
    runtime.mappings,
    notes,
    addressOf,
  );
}
