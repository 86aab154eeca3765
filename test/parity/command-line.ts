/** The company's files in a folder, and the program run beside them in this process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { readArguments } from '../../src/cli/program/arguments';
import { COMMON_OPTIONS } from '../../src/cli/program/option-specs';
import { run } from '../../src/cli/program/run';
import { isoDate } from '../../src/engine/numeric';
import type { Company, Rows } from './description';
import { dayOf, doubtOf, refusal, type Answer, type Scalar } from './figures';

/** Longer names first: one may end with another. */
const SHEET_OF = {
  'new-card': 'Flex Rates New',
  card: 'Flex Rates',
  seats: 'Flex Seats',
  subscriptions: 'Flex Subscriptions',
  pins: 'Flex Pins',
  quotes: 'Flex Quotes',
  people: 'Flex People',
} as const;

type Record_ = Readonly<Record<string, Scalar>>;

export class CommandLine {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'flex-parity-'));

  constructor(private readonly company: Company) {}

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Figures of a command by workbook name, and cells of its tables; or why it refused. */
  async answer(command: string, ...words: readonly string[]): Promise<Answer> {
    const out: string[] = [];
    const err: string[] = [];
    // The break-evens of a card need no usage.
    const first = command === 'breakeven' ? this.prices() : [this.usage(), ...this.shared()];
    const all = [...first, ...words, '--json'];
    const code = await run([command, ...all], {
      out: (text) => {
        out.push(text);
        return Promise.resolve();
      },
      err: (text) => void err.push(text),
      watched: false,
      now: new Date(),
    });
    if (code === 2) return refusal(await this.errorOf(command, all), err.join(''));
    if (code === 1) throw new Error(err.join(''));
    const parsed = JSON.parse(this.inSheetNames(out.join(''))) as Readonly<Record<string, unknown>>;
    const figures = figuresOf(parsed[command] as Readonly<Record<string, unknown>>);
    const rows = parsed['rows'] as Record_;
    for (const [name, value] of Object.entries(rows)) figures.set(`rows ${name}`, value);
    return { figures };
  }

  /** `--name FILE` for a list the company keeps. */
  list(option: string, rows: Rows | null): readonly string[] {
    return rows === null ? [] : [`--${option}`, this.file(option, rows)];
  }

  /** `--name VALUE` for what was chosen. */
  chosen(option: string, value: string | number | boolean | null | undefined): readonly string[] {
    if (value === null || value === undefined || value === false) return [];
    return value === true ? [`--${option}`] : [`--${option}`, String(value)];
  }

  /** A text that names a list names its file here, and its sheet in a workbook. */
  private inSheetNames(text: string): string {
    return Object.entries(SHEET_OF).reduce(
      (named, [file, sheet]) => named.replaceAll(`${file}.${this.ending}`, sheet),
      text,
    );
  }

  /** Text files of one company, JSON with its numbers of the next. */
  private get ending(): 'csv' | 'json' {
    return this.company.seed % 2 === 0 ? 'csv' : 'json';
  }

  private usage(): string {
    return this.file('usage', this.company.usage);
  }

  private prices(): readonly string[] {
    const { settings, card } = this.company;
    return [
      ...(card === null ? this.chosen('card', settings.card) : ['--card', this.file('card', card)]),
      ...this.chosen('seat-discount', settings.seatDiscount),
      ...this.chosen('token-discount', settings.tokenDiscount),
      ...this.chosen('token-price', settings.tokenPrice),
      ...this.chosen('margin', settings.margin),
    ];
  }

  private shared(): readonly string[] {
    const { settings, people } = this.company;
    const domains = settings.externalDomains ?? [];
    return [
      ...this.prices(),
      ...this.list('people', people),
      ...this.chosen('hours-per-day', settings.hoursPerDay),
      ...this.chosen('ranking-hours', settings.rankingHoursPerDay),
      ...this.chosen('external-domains', domains.length === 0 ? null : domains.join(',')),
    ];
  }

  private file(name: string, rows: Rows): string {
    const file = path.join(this.folder, `${name}.${this.ending}`);
    writeFileSync(file, this.ending === 'csv' ? csv(rows) : JSON.stringify(rows));
    return file;
  }

  /** The error itself, for its code: the program has turned it into a sentence by now. */
  private async errorOf(name: string, words: readonly string[]): Promise<unknown> {
    const command = COMMANDS.find((each) => each.name === name);
    if (command === undefined) throw new Error(`There is no command ${name}.`);
    try {
      const { options, operands } = readArguments(words, [...command.options, ...COMMON_OPTIONS]);
      const progress = { say: () => undefined, end: () => undefined };
      await command.run({ options, operands, progress, now: new Date() });
    } catch (error) {
      return error;
    }
    throw new Error(`${name} refused, and then it did not.`);
  }
}

/** Text as an export has it: dates as year-month-day. */
function csv(rows: Rows): string {
  const [header = [], ...body] = rows;
  const dates = new Set(header.flatMap((name, at) => (isDate(name) ? [at] : [])));
  const lines = body.map((row) =>
    row
      .map((cell, at) => {
        if (cell === null) return '';
        if (typeof cell === 'number' && dates.has(at)) return isoDate(cell);
        return /[",\n]/.test(String(cell)) ? `"${String(cell).replace(/"/g, '""')}"` : String(cell);
      })
      .join(','),
  );
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

const DATES = [
  'Date',
  'Start',
  'End',
  'Expiry',
  'From',
  'To',
  'Assigned',
  'Start date',
  'End date',
  'Valid from',
  'Valid to',
];

/** Transfers have teams in From and To: those cells are no numbers. */
function isDate(name: unknown): boolean {
  return DATES.includes(String(name));
}

function figuresOf(result: Readonly<Record<string, unknown>>): Map<string, Scalar> {
  const figures = new Map<string, Scalar>();
  for (const [name, value] of Object.entries(result)) {
    if (name === 'figures') {
      for (const [figure, of] of Object.entries(value as Record_)) figures.set(figure, dayOf(of));
    } else if (Array.isArray(value) && value.every((row) => typeof row === 'object')) {
      (value as readonly Record_[]).forEach((row, index) => {
        for (const [header, cell] of Object.entries(row))
          figures.set(`${name} ${index + 1} ${header}`, dayOf(cell));
      });
      figures.set(`${name} rows`, value.length);
    } else if (name === 'finding') {
      const doubt = doubtOf(String(value));
      figures.set('left out', doubt);
      figures.set('finding', String(value).slice(doubt.length).trim());
    }
  }
  return figures;
}
