/** `flex-governor report`: everything about one export in a workbook that is alive without the add-in. */
import { BadInput } from '../../program/bad-input';
import type { Command } from '../../program/command';
import { EXIT } from '../../program/exit-codes';
import { usageCard } from '../../input/card-file';
import { readUsageFile } from '../../input/usage-file';
import { BOOK_OPTIONS, MONITOR_TERM_OPTIONS } from '../monitor/options';
import { TERM_OPTIONS, USAGE_OPTIONS } from '../../program/option-specs';
import type { OptionSpec } from '../../program/option-spec';
import { POOL_OPTIONS } from '../pool/options';
import { PORTFOLIO_OPTIONS } from '../portfolio/options';
import { provenanceOf } from '../../output/provenance';
import { runReport } from './run';

/** What two parts share is one option. */
function once(options: readonly OptionSpec[]): readonly OptionSpec[] {
  return [...new Map([...options].reverse().map((option) => [option.name, option])).values()].reverse();
}

export const report: Command = {
  name: 'report',
  summary: 'one workbook: summary, people, pool, monitor, cheapest mix, assumptions and checks',
  operand: { name: 'USAGE', least: 1, most: 1 },
  options: once([
    { name: 'with-usage', kind: 'flag', help: 'also the usage by day, so that import reads it out again' },
    ...USAGE_OPTIONS,
    ...TERM_OPTIONS,
    ...BOOK_OPTIONS,
    ...POOL_OPTIONS,
    ...PORTFOLIO_OPTIONS,
    ...MONITOR_TERM_OPTIONS,
  ]),
  lesson: [
    'Needs --xlsx PATH. The workbook opens in plain Excel and LibreOffice: change the token price or a discount and the costs follow; a line on each sheet says what needs another run. Flex Checks compares two ways to every total, and turns red when a cell breaks one.',
    'Flex Monitor, Pool Ledger, Alerts and Chargeback need --purchases; Flex Actions needs --seats. What is left out is said, here and on Flex Summary. All sheets stand as of one day: --as-of, else the latest row.',
    'The pool carries the people whom the segmentation puts on Flex; --population all counts everybody.',
  ],
  examples: [
    {
      line: 'flex-governor report assets/sample/usage.json --xlsx flex-report.xlsx',
      says: 'the sample as a workbook for a controller',
    },
    {
      line: 'flex-governor report assets/sample/usage.json --purchases assets/sample/purchases.csv --seats assets/sample/seats.csv --subscriptions assets/sample/subscriptions.csv --xlsx flex-report.xlsx',
      says: 'the same with monitor, portfolio and actions',
    },
    {
      line: 'flex-governor report assets/sample/usage.json --xlsx flex-report.xlsx --token-discount 10% --json',
      says: 'with 10 % off tokens, and its figures as JSON',
    },
  ],
  async run({ options, operands, progress, now }) {
    if (options.text('xlsx') === null) {
      throw new BadInput('report writes a workbook: say where with --xlsx PATH.');
    }
    const [file = ''] = operands;
    const usage = await readUsageFile(file, await usageCard(options.text('card'), file), options, progress);
    const { card } = usage;
    const provenance = provenanceOf(usage, now);
    const { window, ...done } = await runReport(file, usage, options, provenance, progress, now);
    const { reading, rejected } = usage;
    return {
      ...done,
      rows: { read: reading.read, used: reading.used, rejected: rejected.length },
      rejected,
      provenance,
      facts: { window, estimated: reading.estimated, currency: card.currency, leftOut: done.leftOut },
      exitCode: EXIT.done,
    };
  },
};
