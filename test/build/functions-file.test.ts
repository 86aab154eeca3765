import { built, CellError, loadFunctions, metadata } from './dist';

const NAMES = [
  ...[
    'RATECARD',
    'BREAKEVEN',
    'CEILING',
    'BREAKEVENTABLE',
    'TOKENS',
    'COST',
    'RECOMMEND',
    'BILLED',
    'SEGMENT',
  ],
  ...['SEGMENTSUMMARY', 'BASELINE', 'TOPUSERS', 'REJECTED'],
  ...['PEAKRATIO', 'BUFFER', 'POOLSIZE', 'STOCKOUT', 'MISSIZE', 'TIERPRICE', 'BESTBUY'],
  'PORTFOLIO',
  ...['BURN', 'DEPLETION', 'ALERT', 'ANOMALIES'],
  ...['NEGOTIATE', 'COMMIT', 'CARRYFORWARD', 'RATEFREEZE', 'COMPLIANCE'],
];
const { functions, associated } = loadFunctions();

const byId = new Map(metadata().map((entry) => [entry.id, entry]));

/** Hands over arguments as Excel does: null stays, a cell for a range parameter becomes a 1 × 1 range. */
const argument = (id: string, index: number, value: unknown): unknown => {
  const range = byId.get(id)?.parameters[index]?.dimensionality === 'matrix';
  return range && value !== null && value !== undefined && !Array.isArray(value) ? [[value]] : value;
};

/** What a cell shows: the value (of a 1 × 1 result its only cell), or code and message. Anything but a cell error is a fault. */
function cell(id: string, ...args: unknown[]): unknown {
  const run = functions.get(id);
  if (!run) throw new Error(`functions.js does not bring ${id}.`);
  try {
    const result = run(...args.map((value, index) => argument(id, index, value)));
    const rows = Array.isArray(result) ? (result as unknown[][]) : [[result]];
    return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
  } catch (error) {
    if (error instanceof CellError) return { code: error.code, message: error.message };
    throw error;
  }
}
const isError = (code: string, message: RegExp) => ({ code, message: expect.stringMatching(message) });
const usage = [
  ['User', 'Product', 'Date', 'Hours'],
  ['p-1', 'Revit', 46300, 400],
  ['p-1', 'AutoCAD', 46301, 200],
];

test('Excel finds exactly the functions that functions.json announces', () => {
  const ids = metadata().map(({ id }) => id);
  expect([...associated].sort()).toEqual([...ids].sort());
  expect(new Set(associated).size).toBe(associated.length);
  expect(ids).toEqual(expect.arrayContaining(NAMES));
});

test('a range with one #N/A cell still reaches every function', () => {
  const file = JSON.parse(built('functions.json')) as { allowErrorForDataTypeAny?: boolean };
  expect(file.allowErrorForDataTypeAny).toBe(true);
  const broken = [...usage, ['p-1', 'Revit', 46302, '#N/A']];
  expect(cell('BASELINE', broken, null)).toBeCloseTo(2200, 9);
  expect(cell('REJECTED', broken, null)).toHaveLength(2);
});

test('=FLEX.BREAKEVEN("Revit") shows 1940, its other arguments omitted as Excel omits them', () => {
  expect(cell('BREAKEVEN', 'Revit', null, null, null, null)).toBeCloseTo(1940, 9);
  expect(cell('BREAKEVEN', 'Revit')).toBeCloseTo(1940, 9);
  expect(cell('BREAKEVEN', 'Revit', 0.25, 0.1, null, null)).toBeCloseTo(1616.6667, 3);
  expect(cell('BREAKEVEN', 'Revit', null, null, null, 'retail')).toBeCloseTo(97, 9);
});

test('a product nobody knows shows #N/A with the nearest names', () => {
  expect(cell('BREAKEVEN', 'Revti', null, null, null, null)).toEqual(isError('#N/A', /Revit/));
});

test('a discount outside 0 to 1 shows #VALUE! saying so', () => {
  expect(cell('BREAKEVEN', 'Revit', 25, null, null, null)).toEqual(isError('#VALUE!', /discount/i));
});

test('a token price of 0 shows #NUM!', () => {
  expect(cell('BREAKEVEN', 'Revit', null, null, 0, null)).toEqual(isError('#NUM!', /.+/));
});

test('ranges from the sheet are read although they come from another realm', () => {
  expect(cell('BASELINE', usage, null)).toBeCloseTo(2200, 9);
  const table = cell('SEGMENT', usage, null, null, null, null, null) as unknown[][];
  expect(Array.from(table, (row) => row[0])).toEqual(['User', 'p-1']);
});

test('every function answers omitted arguments with a value or a sentence, never with a crash', () => {
  for (const { id, parameters } of metadata()) {
    const result = cell(id, ...parameters.map(() => null));
    expect([id, result]).not.toEqual([id, undefined]);
    const failed = result as { code?: string; message?: string };
    if (failed?.code) expect([id, failed.message]).toEqual([id, expect.stringMatching(/\S+ \S+/)]);
  }
});

test('no cell of a spilled result is empty in a way Excel refuses', () => {
  const spills = [
    ...['RATECARD', 'BREAKEVENTABLE', 'SEGMENT', 'SEGMENTSUMMARY', 'TOPUSERS', 'REJECTED', 'POOLSIZE'],
  ];
  for (const id of spills) {
    const takesUsage = metadata().find((entry) => entry.id === id)?.parameters[0]?.name === 'usage';
    const table = cell(id, ...(takesUsage ? [usage] : []), null, null, null, null, null) as unknown[][];
    for (const row of table) {
      for (const value of row)
        expect([id, value === null || value === undefined || Number.isNaN(value)]).toEqual([id, false]);
    }
  }
});
