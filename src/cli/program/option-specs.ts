import { SEGMENT_SETTINGS } from '../../engine/segments/assumptions';
import { assumptionOptions } from './assumption-options';
import type { OptionKind, OptionSpec } from './option-spec';

const option = (
  name: string,
  kind: OptionKind,
  value: string,
  help: string,
  more: Partial<OptionSpec> = {},
): OptionSpec => ({ name, kind, value, help, ...more });

/** Understood by every command. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: 'json', kind: 'flag', help: 'print one JSON object and nothing else' },
  option('csv', 'file', 'PATH', 'write the main table as CSV (UTF-8)'),
  option('table', 'text', 'NAME', 'which table --csv writes, by its name in --json (default: the main one)'),
  option('xlsx', 'file', 'PATH', 'write a workbook with native formulas, tables and charts'),
  option('config', 'file', 'FILE', 'options from a JSON file, by the same names; the command line wins'),
  { name: 'help', kind: 'flag', help: 'show this help' },
];

export const CARD_OPTION = option(
  'card',
  'text',
  'NAME|FILE',
  'rate card: guide, retail, or a CSV or xlsx file with the columns of Flex Rates (default: Flex Rates of the workbook, else retail for tokens and days, guide for hours)',
);

const { seatDiscount, tokenDiscount, tokenPrice, margin, ...READING } = SEGMENT_SETTINGS;
const { asOf, hoursPerDay, externalDomains, rankingHoursPerDay } = READING;

/** Prices and discounts. */
export const TERM_OPTIONS = assumptionOptions({ seatDiscount, tokenDiscount, tokenPrice, margin });

/** How usage is read. */
export const USAGE_OPTIONS: readonly OptionSpec[] = [
  CARD_OPTION,
  {
    name: 'learn-rates',
    kind: 'flag',
    help: 'fill empty rates of the card, and add products it does not know, from the tokens of the day rows',
  },
  option('people', 'file', 'FILE', 'people table: Email or hash, User type, Department, Project, Role, …'),
  ...assumptionOptions({ asOf, hoursPerDay }),
  option('report-date', 'date', 'DATE', 'end of the period of a usage report, whose rows name no date'),
  option(
    'sheet',
    'text',
    'NAME',
    'sheet of a workbook that holds the usage (default: the first with known columns)',
  ),
  ...assumptionOptions({ externalDomains, rankingHoursPerDay }),
];

export const fileOption = (name: string, help: string): OptionSpec => option(name, 'file', 'FILE', help);
