/** One run of the program, from its words to its exit code. */
import { FlexError } from '../../engine/errors';
import { readArguments } from './arguments';
import { BadInput } from './bad-input';
import type { Command, Outcome, ResultTable } from './command';
import { COMMANDS } from '../commands';
import { applyConfig } from './config-file';
import { EXIT, type ExitCode } from './exit-codes';
import { commandHelp, programHelp } from './help';
import { nearestNames } from './nearest';
import { COMMON_OPTIONS } from './option-specs';
import type { OptionValues } from './option-values';
import { csvForm } from '../output/csv-form';
import { jsonForm } from '../output/json-form';
import { countsText, textForm } from '../output/text-form';
import { writeOutput } from '../output/write-file';
import { workbookBytes } from '../workbook/writer';
import { progressOn } from './progress';
import { PRODUCT } from '../output/provenance';
import type { Terminal } from './terminal';

/**
 * Never throws: what the user can mend is one sentence on stderr and exit code 2, a mistake of ours is exit code 1.
 * @param words the arguments after the program's name
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const progress = progressOn(terminal);
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    progress.end();
    if (error instanceof BadInput || error instanceof FlexError) {
      terminal.err(`flex-governor: ${error.message}\n`);
      return EXIT.badInput;
    }
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    terminal.err(`flex-governor: a fault of ours, please report it without your data: ${what}\n`);
    return EXIT.fault;
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const wanted = name === 'help' && rest[0] !== undefined ? commandOf(rest[0]) : null;
    await terminal.out(wanted === null ? programHelp(COMMANDS, PRODUCT.version) : commandHelp(wanted));
    return name === undefined ? EXIT.badInput : EXIT.done;
  }
  if (name === '--version') {
    await terminal.out(`${PRODUCT.version}\n`);
    return EXIT.done;
  }
  const command = commandOf(name);
  const { options, operands } = readArguments(rest, [...command.options, ...COMMON_OPTIONS]);
  if (options.flag('help')) {
    await terminal.out(commandHelp(command));
    return EXIT.done;
  }
  const config = options.text('config');
  if (config !== null) await applyConfig(config, options, everyOption());
  checkOperands(command, operands);
  const progress = progressOn(terminal);
  try {
    const outcome = await command.run({ options, operands, progress, now: terminal.now });
    await deliver(command, outcome, options, operands, terminal);
    return outcome.exitCode;
  } finally {
    progress.end();
  }
}

async function deliver(
  command: Command,
  outcome: Outcome,
  options: OptionValues,
  operands: readonly string[],
  terminal: Terminal,
): Promise<void> {
  const inputs = [...operands, ...fileOptions(command).flatMap((name) => options.text(name) ?? [])];
  const [csv, xlsx] = [options.text('csv'), options.text('xlsx')];
  const main = chosenTable(outcome.tables, options.text('table'));
  if (csv !== null && main !== undefined) await writeOutput(csv, csvForm(main), inputs);
  if (xlsx !== null) await writeOutput(xlsx, await workbookBytes(outcome.documents), inputs);
  if (options.flag('json')) await terminal.out(jsonForm(command.name, outcome));
  else if (csv === null && xlsx === null) await terminal.out(textForm(outcome));
  else {
    const counts = outcome.rows.read === 0 ? [] : [countsText(outcome)];
    const written = [csv, xlsx].flatMap((file) => (file === null ? [] : `written: ${file}`));
    await terminal.out(`${[...counts, ...(outcome.leftOut ?? []), ...written].join('\n')}\n`);
  }
}

/** The table named, else the main one. @throws BadInput naming those there are */
function chosenTable(tables: readonly ResultTable[], wanted: string | null): ResultTable | undefined {
  if (wanted === null) return tables.find(({ isMain }) => isMain === true) ?? tables[0];
  const found = tables.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (found !== undefined) return found;
  throw new BadInput(
    `There is no table "${wanted}" here. The tables are: ${tables.map(({ name }) => name).join(', ')}.`,
  );
}

/** Options of a command that name files to read. */
function fileOptions(command: Command): readonly string[] {
  return ['config', 'card', ...command.options.flatMap(({ kind, name }) => (kind === 'file' ? name : []))];
}

function everyOption(): ReadonlySet<string> {
  return new Set([...COMMON_OPTIONS, ...COMMANDS.flatMap(({ options }) => options)].map(({ name }) => name));
}

function commandOf(name: string): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (command !== undefined) return command;
  const names = COMMANDS.map((each) => each.name);
  const [near] = nearestNames(name, names);
  const hint = near === undefined ? `Commands: ${names.join(', ')}.` : `Did you mean ${near}?`;
  throw new BadInput(`There is no command "${name}". ${hint}`);
}

function checkOperands({ name, operand }: Command, operands: readonly string[]): void {
  if (operands.length < operand.least) {
    throw new BadInput(
      `${name} needs ${operand.name}: flex-governor ${name} ${operand.name}. See flex-governor ${name} --help.`,
    );
  }
  const extra = operands[operand.most];
  if (extra !== undefined) {
    throw new BadInput(
      `"${extra}" is one word too many: ${name} takes ${operand.most === 0 ? 'none' : `one ${operand.name}`}.`,
    );
  }
}
