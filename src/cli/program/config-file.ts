/** Options kept in a JSON file: the same names, without dashes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BadInput } from './bad-input';
import { fileFault } from '../input/file-fault';
import { nearestNames } from './nearest';
import type { OptionValues } from './option-values';

/**
 * Fills in what the command line left out. Names that other commands take are passed over, so that one file serves all; files it names
 * are found from where the file stands.
 * @param everywhere every option name of any command
 * @throws BadInput when the file cannot be read, is no JSON object, or holds a name that no command takes
 */
export async function applyConfig(
  file: string,
  options: OptionValues,
  everywhere: ReadonlySet<string>,
): Promise<void> {
  const name = path.basename(file);
  const entries = Object.entries(await readObject(file, name));
  for (const [key, value] of entries) {
    if (!everywhere.has(key) || key === 'config' || key === 'help') {
      const near = nearestNames(key, [...everywhere]);
      const hint = near.length === 0 ? 'See flex-governor --help.' : `Did you mean ${near.join(' or ')}?`;
      throw new BadInput(`${name} has the key "${key}", which is no option. ${hint}`);
    }
    const spec = options.spec(key);
    if (spec === undefined || options.has(key)) continue;
    options.set(spec, beside(file, key, spec.kind, value), `${key} in ${name}`);
  }
}

function beside(file: string, key: string, kind: string, value: unknown): unknown {
  if (typeof value !== 'string' || value === '') return value;
  // A card is a built-in name, or a file.
  const isFile = kind === 'file' || (key === 'card' && /[\\/.]/.test(value));
  return isFile ? path.resolve(path.dirname(file), value) : value;
}

async function readObject(file: string, name: string): Promise<object> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw fileFault(error, file);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new BadInput(`${name} is no JSON (${why}). Write an object such as {"card": "retail"}.`);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new BadInput(`${name} is no JSON object. Write one such as {"card": "retail"}.`);
  }
  return parsed;
}
