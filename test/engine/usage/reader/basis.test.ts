import { guideCard, retailCard } from '../../../../src/engine/catalog';
import { FlexError } from '../../../../src/engine/errors';
import { createUsageReader, type RawCell, type UsageReading } from '../../../../src/engine/usage';
import { readUsage, type UsageReaderOptions } from '../../../../src/engine/usage/reader/reader';
import { rejectsOf, sumsOf } from '../reading';

function read(range: readonly (readonly RawCell[])[], options: UsageReaderOptions): UsageReading {
  const reader = createUsageReader(options);
  reader.push(range);
  return reader.finish();
}

const days = [
  ['User', 'Product', 'Date', 'Days'],
  ['Ada', 'Revit', 46000, 2],
];

test('days on the hourly card are refused, and converted only with the user’s hours per day, as an estimate', () => {
  const refused = read(days, { card: guideCard });
  expect(rejectsOf(refused)).toEqual([[2, 'Days', '2', 'days given, card charges hours']]);
  expect(refused.estimated).toBe(false);
  const converted = read(days, { card: guideCard, hoursPerDay: 8 });
  expect(sumsOf(converted, 'tokens')).toEqual({ 'Ada Revit': 80 });
  expect(converted.estimated).toBe(true);
});

test('hours on the day card become days with the user’s hours per day', () => {
  const range = [
    ['User', 'Product', 'Date', 'Hours'],
    ['Ada', 'Revit', 46000, 12],
  ];
  expect(rejectsOf(read(range, { card: retailCard }))).toEqual([
    [2, 'Hours', '12', 'hours given, card charges days'],
  ]);
  expect(sumsOf(read(range, { card: retailCard, hoursPerDay: 8 }), 'units')).toEqual({ 'Ada Revit': 1.5 });
});

test('a nonsensical hours per day is refused with what is allowed', () => {
  expect(() => createUsageReader({ card: guideCard, hoursPerDay: 0 })).toThrow('above 0 and up to 24');
});

test('sessions on the day card are refused and FLEX.BILLED is named', () => {
  const range = [
    ['User', 'Product', 'Start', 'End'],
    ['Ada', 'Revit', 46000.25, 46000.5],
  ];
  expect(read(range, { card: retailCard }).rejected[0]?.reason).toContain('FLEX.BILLED');
  expect(sumsOf(read(range, { card: guideCard }), 'units')).toEqual({ 'Ada Revit': 6 });
});

test('a Units column takes the basis of the card', () => {
  const range = [
    ['User', 'Product', 'Date', 'Units'],
    ['Ada', 'Revit', 46000, 3],
  ];
  expect(sumsOf(read(range, { card: guideCard }), 'tokens')).toEqual({ 'Ada Revit': 15 });
  expect(sumsOf(read(range, { card: retailCard }), 'tokens')).toEqual({ 'Ada Revit': 30 });
});

test('tokens are summed as given on Flex, and worked out from the units on a seat', () => {
  const range = [
    ['User', 'Product', 'Date', 'Hours', 'Tokens', 'Access option'],
    ['Ada', 'Revit', 46000, 2, 11, 'Flex'],
    ['Ada', 'Revit', 46001, 2, 11, 'Subscription'],
    ['Ada', 'Revit', 46002, 2, '', 'Flex'],
  ];
  const reading = read(range, { card: guideCard });
  expect([...reading.table.tokens]).toEqual([11, 10, 10]);
  expect([...reading.table.seatAccess]).toEqual([0, 1, 0]);
  expect([...(reading.table.tokensGiven ?? [])]).toEqual([1, 0, 0]);
});

test('negative units need negative tokens, and then net out', () => {
  const range = [
    ['User', 'Product', 'Date', 'Hours', 'Tokens'],
    ['Ada', 'Revit', 46000, 2, 10],
    ['Ada', 'Revit', 46000, -2, -10],
    ['Ada', 'Revit', 46000, -2, 10],
  ];
  const reading = read(range, { card: guideCard });
  expect(sumsOf(reading, 'tokens')).toEqual({ 'Ada Revit': 0 });
  expect(sumsOf(reading, 'units')).toEqual({ 'Ada Revit': 0 });
  expect(rejectsOf(reading)).toEqual([[4, 'Hours', '-2', 'negative units without negative tokens']]);
});

test('a range without a usable row is a value error that names the reason, the row and FLEX.REJECTED', () => {
  const attempt = (): UsageReading => readUsage(days, { card: guideCard });
  expect(attempt).toThrow(FlexError);
  expect(attempt).toThrow(
    '1 of 1 are left out as "days given, card charges hours", the first in row 2, column "Days", "2"',
  );
  expect(attempt).toThrow('FLEX.REJECTED');
  expect(() => readUsage([['User', 'Product', 'Date', 'Hours']], { card: guideCard })).toThrow(
    'FLEX.REJECTED',
  );
  expect(() => readUsage([], { card: guideCard })).toThrow(FlexError);
});

test('an error object from Excel is refused with its code', () => {
  const cell = { code: '#DIV/0!' } as unknown as RawCell;
  const range = [
    ['User', 'Product', 'Date', 'Hours'],
    ['Ada', 'Revit', 46000, cell],
  ];
  expect(rejectsOf(read(range, { card: guideCard }))).toEqual([
    [2, 'Hours', '#DIV/0!', 'the cell is the error #DIV/0!'],
  ]);
});
