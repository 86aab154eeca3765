/** The kinds of options a command takes. */
export type OptionKind = 'text' | 'file' | 'number' | 'share' | 'date' | 'flag' | 'domains';

export interface OptionSpec {
  /** Without dashes; also its key in a --config file. */
  readonly name: string;
  readonly kind: OptionKind;
  /** What stands for the value in the help: FILE, DATE, N. */
  readonly value?: string;
  /** One line. */
  readonly help: string;
  /** For `number`: smallest and largest value allowed. */
  readonly least?: number;
  readonly most?: number;
  /** For `text`: the words allowed. */
  readonly words?: readonly string[];
}

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

/** Prices and discounts. */
export const TERM_OPTIONS: readonly OptionSpec[] = [
  option('seat-discount', 'share', 'SHARE', 'on Named User and Collection prices: 0.25 or 25% (default: 0)'),
  option('token-discount', 'share', 'SHARE', 'on the token price (default: 0)'),
  option('token-price', 'number', 'MONEY', "price of one token before its discount (default: the card's)", {
    least: 0,
  }),
  option('margin', 'share', 'SHARE', "decision margin for every product (default: each product's own)"),
];

/** How usage is read. */
export const USAGE_OPTIONS: readonly OptionSpec[] = [
  CARD_OPTION,
  {
    name: 'learn-rates',
    kind: 'flag',
    help: 'fill empty rates of the card, and add products it does not know, from the tokens of the day rows',
  },
  option('people', 'file', 'FILE', 'people table: Email or hash, User type, Department, Project, Role, …'),
  option(
    'as-of',
    'date',
    'DATE',
    'the year is the 12 months that end with its month (default: the latest row)',
  ),
  option('hours-per-day', 'number', 'N', 'convert hours and days at this rate; results are then estimates', {
    least: 0,
    most: 24,
  }),
  option('report-date', 'date', 'DATE', 'end of the period of a usage report, whose rows name no date'),
  option(
    'sheet',
    'text',
    'NAME',
    'sheet of a workbook that holds the usage (default: the first with known columns)',
  ),
  option('external-domains', 'domains', 'A,B', 'e-mail domains of contractors'),
  option(
    'ranking-hours',
    'number',
    'N',
    'hours that rank as one charged day, for ranking only (default: 8)',
    {
      least: 0.1,
      most: 24,
    },
  ),
];

export const fileOption = (name: string, help: string): OptionSpec => option(name, 'file', 'FILE', help);

export const shareOption = (name: string, help: string): OptionSpec => option(name, 'share', 'SHARE', help);

/** @param value what stands for it in the help: TOKENS, MONEY, DAYS */
export const numberOption = (
  name: string,
  value: string,
  help: string,
  least = 0,
  most = Infinity,
): OptionSpec => option(name, 'number', value, help, { least, most });
