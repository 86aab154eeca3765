/** Words of a command line into options and operands. */
import { nearestNames } from './nearest';
import { BadInput } from './bad-input';
import type { OptionSpec } from './option-spec';
import { OptionValues } from './option-values';

export interface Arguments {
  readonly options: OptionValues;
  readonly operands: readonly string[];
}

/**
 * `--name value`, `--name=value` and `--flag`, anywhere; `--` ends the options.
 * @throws BadInput for an unknown option (naming near ones), a missing value, an option given twice
 */
export function readArguments(words: readonly string[], specs: readonly OptionSpec[]): Arguments {
  const options = new OptionValues(specs);
  const operands: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (word === '-h') {
      options.set(required(options, 'help'), true, '--help');
      continue;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const [name = '', ...rest] = word.replace(/^--?/, '').split('=');
    const spec = required(options, name);
    if (options.has(spec.name)) throw new BadInput(`--${spec.name} is given twice: keep one of them.`);
    if (spec.kind === 'flag') {
      if (rest.length > 0)
        throw new BadInput(`--${spec.name} takes no value: leave "=${rest.join('=')}" out.`);
      options.set(spec, true, `--${spec.name}`);
      continue;
    }
    let value = rest.length > 0 ? rest.join('=') : undefined;
    if (value === undefined) {
      at += 1;
      value = words[at];
    }
    if (value === undefined || (rest.length === 0 && value.startsWith('--'))) {
      throw new BadInput(`--${spec.name} needs a value: --${spec.name} ${spec.value ?? 'VALUE'}.`);
    }
    options.set(spec, value, `--${spec.name}`);
  }
  return { options, operands };
}

function required(options: OptionValues, name: string): OptionSpec {
  const spec = options.spec(name);
  if (spec !== undefined) return spec;
  const near = nearestNames(name, options.names);
  const hint =
    near.length === 0 ? 'See --help.' : `Did you mean ${near.map((each) => `--${each}`).join(' or ')}?`;
  throw new BadInput(`There is no option --${name} here. ${hint}`);
}
