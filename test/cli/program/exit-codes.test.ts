import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LINES, program, SAMPLE } from '../program';

const cli = program();
afterAll(cli.remove);

const CSV = LINES.join('\n');

describe('an input that cannot be used ends with 2, one sentence on stderr and nothing on stdout', () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['a mistyped command', ['segmnt', SAMPLE], /Did you mean segment\?/],
    ['a mistyped option', ['segment', SAMPLE, '--seat-discont', '0.1'], /Did you mean --seat-discount\?/],
    ['no usage file', ['segment'], /segment needs USAGE/],
    ['a second file', ['segment', SAMPLE, 'more.csv'], /one word too many/],
    ['a file that is not there', ['segment', 'nowhere.csv'], /nowhere\.csv: There is no such file/],
    ['a folder', ['segment', 'assets'], /assets: It is a folder/],
    ['an empty file', ['segment', cli.file('empty.csv', '')], /empty\.csv is empty/],
    [
      'a share beyond 1',
      ['segment', SAMPLE, '--seat-discount', '25'],
      /a percentage from 0 to 100, as 5% or 0\.05/,
    ],
    ['a date in words', ['segment', SAMPLE, '--as-of', 'yesterday'], /a date as year-month-day/],
    ['an option without its value', ['segment', SAMPLE, '--card'], /--card needs a value/],
    ['an option given twice', ['segment', SAMPLE, '--margin', '1', '--margin', '0.5'], /given twice/],
    [
      'an unknown card',
      ['segment', SAMPLE, '--card', 'gold'],
      /no rate card "gold"\. Choose guide or retail/,
    ],
    [
      'days on an hourly card',
      ['segment', cli.file('days.csv', 'User,Product,Date,Days\na,Revit,2026-01-02,1\n'), '--card', 'guide'],
      /days given, card charges hours/,
    ],
    [
      'an old workbook',
      ['segment', cli.file('old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1))],
      /save it as \.xlsx/,
    ],
    [
      'a damaged workbook',
      ['segment', cli.file('bad.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0))],
      /cannot be read as an xlsx/,
    ],
    [
      'a quotation mark never closed',
      ['segment', cli.file('open.csv', `${CSV}\n"ann,Revit\nbob,Revit\n`)],
      /row 5: a quotation mark opens/,
    ],
    [
      'a sheet of a text file',
      ['segment', cli.file('a.csv', CSV), '--sheet', 'Usage'],
      /text file and has no sheet/,
    ],
    ['a report without a place', ['report', SAMPLE], /say where with --xlsx/],
    [
      'an option no command has in a config file',
      ['segment', SAMPLE, '--config', cli.file('wrong.json', '{"seat_discount": 0.1}')],
      /Did you mean seat-discount\?/,
    ],
    [
      'a config file that is no JSON',
      ['segment', SAMPLE, '--config', cli.file('no.json', '{')],
      /no\.json is no JSON/,
    ],
    [
      'a place that is no folder',
      ['segment', SAMPLE, '--csv', 'nowhere/out.csv'],
      /There is no such file or folder/,
    ],
    ['a product the card lacks', ['breakeven', 'Revti'], /Nearest known names: Revit/],
    [
      'a tolerance the data cannot carry',
      ['pool', cli.file('few.csv', CSV), '--tolerance', '1%'],
      /choose a tolerance above 1 %/,
    ],
  ];
  test.each(cases)('%s', (_, words, sentence) => {
    const { code, out, err } = cli.run(...words);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });
});

test('a file that is read is never overwritten', () => {
  const usage = cli.file('mine.csv', CSV);
  expect(cli.run('segment', usage, '--csv', './mine.csv')).toMatchObject({ code: 2 });
  expect(readFileSync(path.join(cli.folder, usage), 'utf8')).toBe(CSV);
});

test('help teaches at each level, and every example in it runs on the sample', () => {
  const top = cli.run('--help');
  expect(top).toMatchObject({ code: 0, err: '' });
  const commands = [...top.out.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name = '']) => name);
  expect([...new Set(commands)]).toEqual([
    ...['breakeven', 'segment', 'pool', 'monitor', 'portfolio', 'compliance', 'renewal', 'report', 'import'],
  ]);
  for (const command of commands) {
    const help = cli.run(command, '--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    const examples = [...help.out.matchAll(/^ {2}flex-governor (.*)$/gm)].map(([, line = '']) =>
      line.split(' '),
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const words of examples) expect([words, cli.run(...words).err]).toEqual([words, '']);
  }
}, 120_000);

test('options may stand in a config file, and the command line wins', () => {
  const config = cli.file('flex.json', '{"card": "guide", "seat-discount": "25%", "tolerance": 0.02}');
  expect(cli.run('breakeven', 'Revit', '--config', config).out).toContain('1,455.0');
  expect(cli.run('breakeven', 'Revit', '--config', config, '--seat-discount', '0').out).toContain('1,940.0');
});
