import Papa from 'papaparse';
import { csvText } from '../../../src/report/model/csv';

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-x', "'-x"],
  ['@sum', "'@sum"],
  [' =1', "' =1"],
  ['\u00A0=1', "'\u00A0=1"],
  ['\t=1', `"'\t'=1"`],
  ['\rx', `"'\rx"`],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠sum', "'＠sum"],
  ['x;=1+1', `"x;'=1+1"`],
  ['x; ＝1', `"x;' ＝1"`],
  ["x;-2+3+cmd|' /C calc'!A0", `"x;'-2+3+cmd|' /C calc'!A0"`],
  ['x\t@sum', `"x\t'@sum"`],
  ['x|=1', `"x|'=1"`],
  ['x\n=1', `"x\n'=1"`],
  ['a=b', 'a=b'],
  ['3-4', '3-4'],
])('the text %j does not run as a formula where the file is opened', (cell, field) => {
  expect(csvText([[cell]])).toBe(`${field}\r\n`);
});

test.each([',', ';', '\t', '|'])(
  'a reader that ends cells at %j finds no formula in a register of hostile names',
  (delimiter) => {
    const hostile = ['=1', '+1', '-1', '@a', '＝1', '＋1', '－1', '＠a'];
    const ends = ['', ' ', 'x;', 'x\t', 'x|', 'x\r\n', 'x; ', '";', 'x";'];
    const text = csvText(ends.map((end) => hostile.map((formula) => end + formula)));
    const quoted = Papa.parse<string[]>(text, { delimiter }).data.flat();
    const bare = text.split(new RegExp(`[${delimiter === '|' ? '\\|' : delimiter}\r\n]`));
    for (const cell of delimiter === ',' ? quoted : [...quoted, ...bare]) {
      expect(cell).not.toMatch(/^"?[\s\u00A0]*[=+\-@＝＋－＠]/u);
    }
  },
);

test('a refund keeps its sign, and commas, quotes and line breaks stay in their field', () => {
  expect(csvText([[-12.5, 'a,b', 'say "x"', 'two\nlines', null, true]])).toBe(
    '-12.5,"a,b","say ""x""","two\nlines",,TRUE\r\n',
  );
});
