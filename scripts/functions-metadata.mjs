/**
 * Makes functions.json from the docblocks of src/functions: `node scripts/functions-metadata.mjs [file]`.
 * Without a file the JSON goes to standard output.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDER = resolve(ROOT, 'src/functions');
const generator = createRequire(import.meta.url)('custom-functions-metadata');

/** The files whose docblocks describe functions; all other files of the folder serve them. */
export function sourceFiles() {
  return readdirSync(FOLDER)
    .filter((name) => readFileSync(resolve(FOLDER, name), 'utf8').includes('@customfunction'))
    .sort()
    .map((name) => relative(process.cwd(), resolve(FOLDER, name)));
}

/** The metadata Excel reads, as an object: functions in the order of their files. */
export async function functionsMetadata() {
  const { metadataJson, errors } = await generator.generateCustomFunctionsMetadata(sourceFiles(), false);
  if (errors.length > 0) throw new Error(`The functions' docblocks cannot be read:\n${errors.join('\n')}`);
  const metadata = JSON.parse(metadataJson);
  return {
    allowCustomDataForDataTypeAny: true,
    // The generator never sets it. Without it one #N/A cell in a range keeps the whole range from its function.
    allowErrorForDataTypeAny: true,
    functions: metadata.functions.map((fn) => ({ ...fn, result: { type: 'any', ...fn.result } })),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = `${JSON.stringify(await functionsMetadata(), null, 2)}\n`;
  const target = process.argv[2];
  if (target) {
    mkdirSync(dirname(resolve(target)), { recursive: true });
    writeFileSync(target, text);
  } else {
    process.stdout.write(text);
  }
}
