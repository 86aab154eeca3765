/** Every row of every table of assumptions on every surface: pane, cells, command line, settings, engine and documentation. */
import { readFileSync } from 'node:fs';
import { COMMANDS } from '../../../src/cli/commands';
import { readArguments } from '../../../src/cli/program/arguments';
import { givenValues } from '../../../src/cli/program/assumption-options';
import { OptionValues } from '../../../src/cli/program/option-values';
import {
  initialValues,
  keysOf,
  type Assumption,
  type AssumptionTable,
  type NumberRow,
} from '../../../src/engine/assumptions/row';
import {
  allowedWords,
  cellOf,
  fits,
  fitsNumber,
  initialWords,
  isNumber,
  isPercent,
  percent,
} from '../../../src/engine/assumptions/value';
import { MONITOR_ASSUMPTIONS, MONITOR_RULES } from '../../../src/engine/monitor/assumptions';
import { POOL_ASSUMPTIONS, POOL_SETTINGS } from '../../../src/engine/pool/assumptions';
import { PORTFOLIO_ASSUMPTIONS, PORTFOLIO_SETTINGS } from '../../../src/engine/portfolio/assumptions';
import { AGREEMENT_SETTINGS, RENEWAL_SETTINGS } from '../../../src/engine/renewal/assumptions';
import { SEGMENT_ASSUMPTIONS, SEGMENT_SETTINGS } from '../../../src/engine/segments/assumptions';
import { StoredSettings } from '../../../src/excel/host/stored-settings';
import { chosenAssumptions } from '../../../src/excel/runs/assumptions';
import { cellsOf } from '../../../src/excel/runs/sheet-assumptions';
import { storedValues } from '../../../src/excel/runs/stored-assumptions';
import { inputFigures } from '../../../src/report/model/input-cells';
import { settingField, settingFields } from '../../../src/taskpane/fields/setting-field';
import { createFormats } from '../../../src/taskpane/figures/formats';

const FORMATS = createFormats('en-US');
const FOLLOW = { run: '', costs: '', figures: '' };

/** Settings with the command that takes them, and the cells that show them. */
const TABLES: readonly {
  readonly name: string;
  readonly command: string;
  readonly settings: AssumptionTable;
  readonly cells: AssumptionTable;
}[] = [
  { name: 'segments', command: 'segment', settings: SEGMENT_SETTINGS, cells: SEGMENT_ASSUMPTIONS },
  { name: 'pool', command: 'pool', settings: POOL_SETTINGS, cells: POOL_ASSUMPTIONS },
  { name: 'monitor', command: 'monitor', settings: MONITOR_RULES, cells: MONITOR_ASSUMPTIONS },
  { name: 'portfolio', command: 'portfolio', settings: PORTFOLIO_SETTINGS, cells: PORTFOLIO_ASSUMPTIONS },
  { name: 'renewal', command: 'renewal', settings: RENEWAL_SETTINGS, cells: { mode: RENEWAL_SETTINGS.mode } },
  { name: 'agreement', command: 'renewal', settings: AGREEMENT_SETTINGS, cells: {} },
];

const ROWS = TABLES.flatMap(({ name, command, settings, cells }) =>
  keysOf({ ...settings, ...cells }).map((key) => ({
    row: `${name} ${key}`,
    key,
    command,
    assumption: (cells[key] ?? settings[key])!,
  })),
);
const NUMBERS = ROWS.flatMap(({ assumption, ...rest }) =>
  isNumber(assumption) ? [{ ...rest, assumption }] : [],
);

const optionsOf = (command: string) => COMMANDS.find(({ name }) => name === command)?.options ?? [];

/** Values at, just inside and just beyond each limit, and fractions where whole numbers are meant. */
function edges({ least, most, above, below }: NumberRow): readonly number[] {
  const limits = [least, most, above, below].filter((limit): limit is number => limit !== undefined);
  return [...limits.flatMap((limit) => [limit - 1, limit - 0.001, limit, limit + 0.001, limit + 1]), 1.5, 0];
}

describe('an assumption on the sheet', () => {
  test.each(TABLES)(
    '$name: every row has a cell of its own, under one label, with its choices',
    ({ cells }) => {
      const figures = inputFigures(cells, initialValues(cells), 'USD', FOLLOW);
      const names = figures.map(({ name }) => name);
      expect(names).toEqual(keysOf(cells).map((key) => cells[key]!.cell));
      expect(names.every((name) => name?.startsWith('Flex_'))).toBe(true);
      expect(new Set(names).size).toBe(names.length);
      figures.forEach(({ label, choices }, at) => {
        const row = Object.values(cells)[at]!;
        expect(label).toBe(row.label);
        if (row.kind === 'choice') expect(choices).toEqual(row.choices.map((each) => cellOf(row, each)));
      });
    },
  );

  test.each(ROWS)('$row: what its cell shows is read back as the setting', ({ key, assumption }) => {
    const { read } = cellsOf({ [key]: assumption });
    const values: readonly unknown[] =
      assumption.kind === 'choice'
        ? assumption.choices
        : assumption.kind === 'flag'
          ? [true, false]
          : [assumption.initial];
    for (const value of values) {
      if (!Array.isArray(value)) expect(read(key, cellOf(assumption, value))).toEqual(value);
    }
  });
});

describe('an assumption in the pane', () => {
  test.each(TABLES)(
    '$name: whatever is typed has a field under its label, with what an empty one means',
    (table) => {
      const typed = Object.values(table.settings).filter(({ kind }) => kind !== 'choice' && kind !== 'flag');
      const fields = settingFields(table.name, table.settings, FORMATS);
      expect(fields.map(({ label }) => label)).toEqual(typed.map(({ label }) => label));
      fields.forEach(({ hint }, at) => {
        const means = typed[at]?.empty?.means;
        if (means !== undefined) expect(hint).toContain(`Empty = ${means}`.replaceAll("'", '’'));
      });
    },
  );
});

describe('an assumption on the command line', () => {
  const named = ROWS.filter(({ assumption }) => assumption.option !== undefined);

  test.each(named)('$row: its option is one of the command, and the help says its default', (row) => {
    const { assumption, command } = row;
    const spec = optionsOf(command).find(({ name }) => name === assumption.option);
    expect(spec).toBeDefined();
    const initial = initialWords(assumption);
    if (assumption.kind !== 'flag' && assumption.kind !== 'date' && initial !== '') {
      expect(spec?.help).toContain(`(default: ${initial})`);
    }
  });

  test('whose tokens count is all or flex, and the help says that the portfolio’s people are for Excel', () => {
    const [spec] = optionsOf('pool').filter(({ name }) => name === 'population');
    expect(spec?.help).toContain(': all, flex; portfolio in Excel only');
    expect(() => readArguments(['--population', 'portfolio'], optionsOf('pool'))).toThrow(
      '--population is "portfolio": give one of all, flex.',
    );
  });

  test('a percentage and a fraction are the same share, of growth too', () => {
    const given = (words: readonly string[]) =>
      givenValues(POOL_SETTINGS, readArguments(words, optionsOf('pool')).options);
    expect(given(['--growth', '-8%']).growthMean).toBe(-0.08);
    expect(given(['--growth', '-0.08', '--tolerance', '2%'])).toMatchObject({
      growthMean: -0.08,
      tolerance: 0.02,
    });
  });
});

describe('limits', () => {
  test.each(NUMBERS)(
    '$row: pane, cell and command line take and refuse the same',
    ({ key, assumption, command }) => {
      const spec = optionsOf(command).find(({ name }) => name === assumption.option);
      const field = settingField<Record<string, number>>(key, key, assumption, FORMATS);
      const cell = (value: number): void => {
        chosenAssumptions(
          { [key]: assumption },
          { [key]: assumption.initial },
          {
            assumptions: {
              used: { [key]: -99 },
              now: { [key]: value },
              pane: { [key]: assumption.initial },
              adopted: [key],
            },
            cells: new Map(),
          },
          () => 'Flex Sheet',
        );
      };
      for (const value of edges(assumption)) {
        const takes = fitsNumber(assumption, value);
        const typed = isPercent(assumption) ? `${percent(value)} %` : String(value);
        expect([typed, 'value' in field.read(typed)]).toEqual([typed, takes]);
        if (takes) expect(() => cell(value)).not.toThrow();
        else expect(() => cell(value)).toThrow(allowedWords(assumption));
        if (spec?.read === undefined) continue;
        const read = (): unknown =>
          readArguments([`--${spec.name}=${value}`], [spec]).options.value(spec.name);
        if (takes) expect(read()).toBe(value);
        else expect(read).toThrow(allowedWords(assumption));
      }
    },
  );

  test('a tolerance is above 0 and below 100 % everywhere, as FLEX.POOLSIZE has its service level', () => {
    const { tolerance } = POOL_SETTINGS;
    expect([0, 0.0001, 0.6, 0.9999, 1].map((value) => fits(tolerance, value))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(allowedWords(tolerance)).toBe('a percentage above 0, below 100');
  });
});

describe('defaults', () => {
  test.each(TABLES)(
    '$name: settings never saved, a run without options and the table agree',
    ({ settings }) => {
      const initial = initialValues(settings);
      expect(storedValues(settings, new StoredSettings(null))).toEqual(initial);
      expect(givenValues(settings, new OptionValues([]))).toEqual(initial);
      for (const row of Object.values(settings)) {
        if (row.kind !== 'date' && row.kind !== 'domains') expect(fits(row, row.initial)).toBe(true);
      }
    },
  );

  test.each(ROWS)('$row: a stored value of another kind is the default', ({ key, assumption }) => {
    const stored = new StoredSettings({ [key]: { other: 'version' } });
    expect(storedValues({ [key]: assumption }, stored)).toEqual({ [key]: assumption.initial });
  });
});

test('docs/cli.md lists every assumption with its option, limits, default and cell', () => {
  const docs = readFileSync('docs/cli.md', 'utf8').replace(/ +/g, ' ');
  const missing = ROWS.map(({ assumption }) => docLine(assumption)).filter((line) => !docs.includes(line));
  expect(missing).toEqual([]);
});

function docLine(row: Assumption): string {
  const code = (text: string | undefined): string => (text === undefined ? '–' : `\`${text}\``);
  const initial = row.kind === 'flag' ? (row.initial ? 'yes' : 'no') : initialWords(row);
  const option = row.option === undefined ? undefined : `--${row.option}`;
  return `| ${[row.label, code(option), allowedWords(row), initial === '' ? 'none' : initial, code(row.cell)].join(' | ')} |`;
}
