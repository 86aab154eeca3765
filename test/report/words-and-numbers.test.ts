import { columnLetters, quotedSheet, rectAddress, splitAddress } from '../../src/report/model/address';
import { countText, moneyFormat, moneyText } from '../../src/report/model/formats';
import { literalText } from '../../src/report/model/cell-text';
import { namesTable, quoteText } from '../../src/report/model/formula';
import { segmentColor, segmentTint } from '../../src/report/model/palette';
import { SEGMENTS } from '../../src/engine/segments/types';

test.each([
  '=1+1',
  '+41 44',
  '-5',
  '@SUM(A1)',
  '007',
  '3-4',
  '1/2',
  'Nov 2025',
  'TRUE',
  "'quoted",
  '12%',
  '=HYPERLINK("x")',
])('the text %s stays text in a cell', (text) => {
  expect(literalText(text)).toBe(`'${text}`);
});

test.each(['Revit', 'Ann Lee', 'Named User – not on Flex', 'Élodie', ''])(
  'the plain text %p is written as it is',
  (text) => {
    expect(literalText(text)).toBe(text);
  },
);

test('a text longer than a cell holds is cut instead of failing the whole write', () => {
  expect(literalText('x'.repeat(40_000))).toBe(`${'x'.repeat(32_766)}…`);
  expect(literalText('x'.repeat(32_767))).toBe('x'.repeat(32_767));
});

test('money is shown in its own currency, never in another', () => {
  expect(moneyFormat('USD')).toBe('$#,##0;-$#,##0');
  expect(moneyFormat('EUR')).toBe('[$€-2] #,##0;-[$€-2] #,##0');
  expect(moneyFormat('CHF')).toBe('[$CHF] #,##0;-[$CHF] #,##0');
  expect(moneyText(184300.4, 'USD')).toBe('$184,300');
  expect(moneyText(-1200, 'EUR')).toBe('-€ 1,200');
  expect(moneyText(0.3, 'CHF')).toBe('CHF 0.30');
  expect(countText(1234567)).toBe('1,234,567');
});

test('addresses are those Excel shows', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(rectAddress({ row: 0, column: 0, rows: 48_211, columns: 6 })).toBe('A1:F48211');
  expect(quotedSheet("Bob's data")).toBe("'Bob''s data'");
  expect(quotedSheet('Usage')).toBe('Usage');
  expect(quotedSheet('A1')).toBe("'A1'");
  expect(splitAddress("'Bob''s data'!A1:B2")).toEqual({ sheet: "Bob's data", cells: 'A1:B2' });
  expect(splitAddress('B2')).toEqual({ sheet: '', cells: 'B2' });
});

test('formulas over tables are told from others, whatever stands in their texts', () => {
  expect(namesTable('=SUM(FlexSegments[Tokens])')).toBe(true);
  expect(namesTable('=F2*Flex_TokenPrice')).toBe(false);
  expect(namesTable('="a[b]"&A1')).toBe(false);
});

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('every segment has a colour of its own, and its name is readable on the cell fill', () => {
  expect(new Set(SEGMENTS.map((segment) => segmentColor(segment))).size).toBe(SEGMENTS.length);
  expect(new Set(SEGMENTS.map((segment) => segmentColor(segment, 'dark'))).size).toBe(SEGMENTS.length);
  for (const segment of SEGMENTS) {
    const contrast = (luminance(segmentTint(segment)) + 0.05) / (luminance('#1F1F1F') + 0.05);
    expect(contrast).toBeGreaterThan(7);
  }
});

test('a long sentence inside a formula is joined from literals that Excel takes', () => {
  const text = `${'a "b" '.repeat(100)}end`;
  const parts = quoteText(text).match(/"(?:[^"]|"")*"/g) ?? [];
  expect(parts.join('&')).toBe(quoteText(text));
  const plain = parts.map((part) => part.slice(1, -1).replace(/""/g, '"'));
  expect(plain.join('')).toBe(text);
  expect(Math.max(...plain.map((part) => part.length))).toBeLessThanOrEqual(255);
  expect(quoteText('')).toBe('""');
});
