/** Help that teaches: what a command answers, an example that runs on the sample, then every option. */
import type { Command } from './command';
import { COMMON_OPTIONS } from './option-specs';
import type { OptionSpec } from './option-spec';

const WIDTH = 88;

/** Help of the program. */
export function programHelp(commands: readonly Command[], version: string): string {
  const wide = Math.max(...commands.map(({ name }) => name.length));
  return `${[
    `Flex Governor ${version}: Autodesk Flex tokens from a usage export, without Excel.`,
    '',
    'flex-governor COMMAND [USAGE] [options]',
    '',
    'Commands',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(wide)}  ${summary}`),
    '',
    'Try it, from the folder that holds assets/',
    ...commands.flatMap(({ examples }) => examples.slice(0, 1).map(({ line }) => `  ${line}`)),
    '',
    'flex-governor COMMAND --help teaches each of them.',
    '',
    'Exit codes: 0 done; monitor: 10 review, 20 top-up, 30 escalate; 2 an input or option that cannot be used; 1 a fault of ours.',
    'Everything stays on this computer; nothing of the data is logged.',
  ]
    .flatMap((line) => (line.startsWith(' ') ? [line] : wrapped(line)))
    .join('\n')}\n`;
}

/** Help of one command. */
export function commandHelp(command: Command): string {
  const { name, summary, lesson, examples, operand, options } = command;
  const word = operand.most === 0 ? '' : operand.least === 0 ? ` [${operand.name}…]` : ` ${operand.name}`;
  return `${[
    `flex-governor ${name}${word} [options]`,
    ...wrapped(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    '',
    ...lesson.flatMap((paragraph) => [...wrapped(paragraph), '']),
    'Examples, from the folder that holds assets/',
    ...examples.flatMap(({ line, says }) => [`  ${line}`, ...wrapped(says, '      ')]),
    '',
    'Options',
    ...[...options, ...COMMON_OPTIONS].flatMap(optionLines),
  ].join('\n')}\n`;
}

function optionLines({ name, value, help }: OptionSpec): readonly string[] {
  const head = `  --${name}${value === undefined ? '' : ` ${value}`}`;
  const indent = ' '.repeat(30);
  const [first = '', ...rest] = wrapped(help, indent);
  return head.length < 29 ? [head.padEnd(30) + first.trimStart(), ...rest] : [head, first, ...rest];
}

/** Breaks a line between words. */
function wrapped(text: string, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + word.length + 1 > WIDTH) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' && lines.length === 0 ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}
