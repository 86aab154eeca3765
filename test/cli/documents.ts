/** What a command finds, in this process: its documents and tables as plain data. */
import path from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { readArguments } from '../../src/cli/program/arguments';
import type { Outcome } from '../../src/cli/program/command';
import { COMMON_OPTIONS } from '../../src/cli/program/option-specs';

const SAMPLES = path.resolve(__dirname, '../../assets/sample');
/** A file of the sample. */
export const sample = (name: string): string => path.join(SAMPLES, name);
const SEATS = ['--seats', sample('seats.csv')];
const OWNED = [...SEATS, '--subscriptions', sample('subscriptions.csv')];

/** Runs of the sample that together write every document of the command line. */
export const RUNS: Readonly<Record<string, readonly string[]>> = {
  report: [
    ...['report', sample('usage.json'), '--with-usage', '--purchases', sample('purchases.csv'), ...OWNED],
    ...['--xlsx', 'whole.xlsx'],
  ],
  renewal: ['renewal', sample('usage.json'), ...OWNED, '--quotes', sample('quotes.csv')],
  compliance: ['compliance', sample('usage.json'), ...SEATS, '--people', sample('people.csv')],
  breakeven: ['breakeven', '--seat-discount', '10%'],
};

export function outcomeOf([name, ...words]: readonly string[]): Promise<Outcome> {
  const command = COMMANDS.find((each) => each.name === name)!;
  const { options, operands } = readArguments(words, [...command.options, ...COMMON_OPTIONS]);
  const progress = { say: () => undefined, end: () => undefined };
  return command.run({ options, operands, progress, now: new Date('2026-11-01T08:00:00Z') });
}
