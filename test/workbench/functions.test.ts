import { callFunction } from '../../workbench/functions/call';
import { ErrorNotes } from '../../workbench/functions/error-notes';
import type { FunctionMetadata } from '../../workbench/functions/metadata';
import { CustomFunctionError } from '../../workbench/office/custom-functions';

const metadata: FunctionMetadata = {
  id: 'COST',
  name: 'COST',
  parameters: [
    { name: 'product', type: 'any' },
    { name: 'units', type: 'any', dimensionality: 'matrix' },
    { name: 'price', type: 'number', optional: true },
  ],
  allowErrorForDataTypeAny: true,
};
const at = { address: 'Sheet1!A1' };
const echo = (...args: readonly unknown[]): unknown => JSON.stringify(args.slice(0, 3));
const call = (given: Parameters<typeof callFunction>[2], implementation = echo, about = metadata) =>
  callFunction(implementation, about, given, at);

test('a single cell reaches a single-value parameter as its value and a range parameter as rows', () => {
  expect(call([[['Revit']], [[400]]])).toBe('["Revit",[[400]],null]');
  expect(call(['Revit', 400])).toBe('["Revit",[[400]],null]');
});

test('arguments left out arrive as null, between commas and at the end', () => {
  expect(call(['Revit', null, 3])).toBe('["Revit",null,3]');
  expect(call(['Revit', 400])).toBe('["Revit",[[400]],null]');
});

test('blank cells arrive as empty text in a range, and as 0 where one number is asked for', () => {
  expect(call(['Revit', [[1], [null]], [[null]]])).toBe('["Revit",[[1],[""]],0]');
});

test('a column where one value is asked for gives a column of results', () => {
  expect(call([[['Revit'], ['Maya']], 1])).toEqual([['["Revit",[[1]],null]'], ['["Maya",[[1]],null]']]);
});

test('an error in a cell reaches a function that takes errors and short-cuts one that does not', () => {
  expect(call(['Revit', [['#N/A']]])).toBe('["Revit",[["#N/A"]],null]');
  const strict = { ...metadata, allowErrorForDataTypeAny: false };
  expect(call(['Revit', [['#N/A']]], echo, strict)).toEqual({ error: '#N/A', message: '' });
});

test('an error a function throws or returns shows with its message; #NUM! never has one', () => {
  const fails = (code: string) => (): unknown => {
    throw new CustomFunctionError(code, 'Say which product.');
  };
  expect(call(['x', 1], fails('#N/A'))).toEqual({ error: '#N/A', message: 'Say which product.' });
  expect(call(['x', 1], fails('#NUM!'))).toEqual({ error: '#NUM!', message: '' });
  const returns = (): unknown => new CustomFunctionError('#VALUE!', 'Give a number.');
  expect(call(['x', 1], returns)).toEqual({ error: '#VALUE!', message: 'Give a number.' });
});

test('a function that breaks leaves #VALUE! in its cell instead of stopping the calculation', () => {
  const breaks = (): unknown => {
    throw new TypeError('x is undefined');
  };
  expect(call(['x', 1], breaks)).toEqual({
    error: '#VALUE!',
    message: 'The function failed: x is undefined',
  });
});

test('results that no cell can hold become errors: infinite numbers, ragged rows, promises', () => {
  expect(call(['x', 1], () => Infinity)).toEqual({ error: '#NUM!', message: '' });
  expect(call(['x', 1], () => [[1], [1, 2]])).toMatchObject({ error: '#VALUE!' });
  expect(call(['x', 1], () => Promise.resolve(1))).toMatchObject({ error: '#VALUE!' });
});

test('a wrong number of arguments says how many there may be', () => {
  expect(call(['x'])).toEqual({ error: '#VALUE!', message: 'COST needs 2 arguments.' });
  expect(call(['x', 1, 2, 3])).toEqual({ error: '#VALUE!', message: 'COST takes at most 3 arguments.' });
});

test('the message of an error goes away with the error it belonged to', () => {
  const notes = new ErrorNotes();
  notes.record('s', 2, 1, [['Name'], [{ error: '#N/A', message: 'No such product.' }]]);
  expect(notes.at('s', 3, 1, '#N/A')).toBe('No such product.');
  expect(notes.at('s', 3, 1, '#SPILL!')).toBe('');
  notes.record('s', 2, 1, 5);
  expect(notes.at('s', 3, 1, '#N/A')).toBe('');
});
