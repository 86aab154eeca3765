import { itamCsv } from '../../../../src/report/compliance/itam/csv';

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30', "'+49 30"],
  ['-x', "'-x"],
  ['@sum', "'@sum"],
  [' =1', "' =1"],
  ['\t=1', "'\t=1"],
  ['a=b', 'a=b'],
])('the text %j does not run as a formula where the file is opened', (cell, field) => {
  expect(itamCsv([[cell]])).toBe(`${field}\r\n`);
});

test('a refund keeps its sign, and commas, quotes and line breaks stay in their field', () => {
  expect(itamCsv([[-12.5, 'a,b', 'say "x"', 'two\nlines', null, true]])).toBe(
    '-12.5,"a,b","say ""x""","two\nlines",,true\r\n',
  );
});
