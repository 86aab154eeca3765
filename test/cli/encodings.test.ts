import { json, program } from './program';

const cli = program();
afterAll(cli.remove);

/** Every quirk at once: letters beyond ASCII, a quoted line break, a quoted delimiter, an empty last column. */
const ROWS = [
  ['User', 'Product', 'Date', 'Hours', 'Project', ''],
  ['zoë@example.com', 'Revit', '2026-03-02', '6,5', 'Straße €', ''],
  ['zoë@example.com', 'Revit', '2026-10-03', '1,25', 'two\nlines', ''],
  ['łukasz', 'AutoCAD', '2026-10-04', '3', 'a,b;c\td "q"', ''],
] as const;
/** Windows-1252 has no ł. */
const WESTERN = ROWS.map((row) => row.map((cell) => cell.replace('ł', 'l')));

function csv(rows: readonly (readonly string[])[], delimiter: string, end: string): string {
  const field = (text: string): string => (/[",;\t\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows.map((row) => row.map(field).join(delimiter) + end).join('');
}

const swapped = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
const western = (text: string): Uint8Array => Buffer.from(text.replace(/€/g, '\u0080'), 'latin1');
const ENCODINGS: readonly [string, (text: string) => Uint8Array][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 little endian', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 big endian', (text) => swapped(`\uFEFF${text}`)],
  ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
  ['Windows-1252', western],
];
const DELIMITERS: readonly [string, string][] = [
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs', '\t'],
];

const cases = ENCODINGS.flatMap(([encoding, encode]) =>
  DELIMITERS.map(([name, delimiter]) => ({ encoding, encode, name, delimiter })),
);

test.each(cases)(
  '$encoding with $name gives the same people and figures',
  ({ encoding, encode, delimiter }) => {
    const rows = encoding === 'Windows-1252' ? WESTERN : ROWS;
    for (const end of ['\r\n', '\n']) {
      const file = cli.file('usage.csv', encode(csv(rows, delimiter, end)));
      const result = json(cli.run('segment', file, '--json'));
      expect(result['rows']).toEqual({ read: 3, used: 3, rejected: 0 });
      const people = (result['segment'] as Record<string, Record<string, unknown>[]>)['FlexSegments'] ?? [];
      expect(people.map((row) => [row['User'], row['Units']])).toEqual([
        ['zoë@example.com', 7.75],
        [rows[3]?.[0], 3],
      ]);
    }
  },
);

test("a semicolon announced in Excel's first line counts, and row numbers stay those of the file", () => {
  const file = cli.file(
    'sep.csv',
    'sep=;\r\nUser;Product;Date;Hours\r\na;Revit;2026-01-05;1\r\nb;Revit;2026-01-05;n/a\r\n',
  );
  expect(json(cli.run('segment', file, '--json'))['rejected']).toEqual([
    { row: 4, column: 'Hours', value: 'n/a', reason: 'not a number' },
  ]);
});

test('titles above the header are passed over, and row numbers stay those of the file', () => {
  const file = cli.file(
    'titles.csv',
    'Usage of the year,,,\n,,,\nUser,Product,Date,Hours\na,Revit,2026-01-05,1\nb,,2026-01-05,1\n',
  );
  const result = json(cli.run('segment', file, '--json'));
  expect(result['rows']).toEqual({ read: 2, used: 1, rejected: 1 });
  expect(result['rejected']).toMatchObject([{ row: 5, reason: 'no product' }]);
});
