/** The workbook at opening: a sheet of sample usage, and a sheet to try functions on. */
import type { ICellData, IObjectMatrixPrimitiveType, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { LocaleType } from '@univerjs/core';
import { recordOf } from './univer/cells';
import { SHEET_SIZES } from './univer-grid';

export interface SampleUsage {
  readonly columns: readonly string[];
  /** Indexes of the columns that hold date serials. */
  readonly dateColumns: readonly number[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export const USAGE_SHEET = { id: 'usage', name: 'Usage' } as const;
export const TRY_SHEET = { id: 'try-it', name: 'Try it' } as const;

/** @throws when the sample is not there: the demo writes it before it serves. */
export async function fetchSample(): Promise<SampleUsage> {
  const response = await fetch('/sample/usage.json');
  if (!response.ok)
    throw new Error('The sample data is missing. Run "npm run sample", then reload the page.');
  return (await response.json()) as SampleUsage;
}

type Cells = IObjectMatrixPrimitiveType<ICellData>;

const DATE = { n: { pattern: 'yyyy-mm-dd' } };

function usageCells(sample: SampleUsage): Cells {
  const dates = new Set(sample.dateColumns);
  const cells: Cells = {};
  [sample.columns, ...sample.rows].forEach((row, at) => {
    const line: Record<number, ICellData> = {};
    row.forEach((value, column) => {
      if (value === null || value === '') return;
      // A sample text never becomes a formula.
      const safe = typeof value === 'string' && /^[=']/.test(value) ? `'${value}` : value;
      line[column] = { ...recordOf(safe), ...(at > 0 && dates.has(column) ? { s: DATE } : {}) };
    });
    cells[at] = line;
  });
  return cells;
}

const WIDTHS: Readonly<Record<string, number>> = {
  User: 190,
  Product: 150,
  Date: 96,
  Hours: 72,
  'User type': 100,
  Department: 130,
  Project: 130,
};

function usageSheet(sample: SampleUsage): Partial<IWorksheetData> {
  return {
    id: USAGE_SHEET.id,
    name: USAGE_SHEET.name,
    ...SHEET_SIZES,
    rowCount: sample.rows.length + 200,
    cellData: usageCells(sample),
    columnData: Object.fromEntries(sample.columns.map((name, index) => [index, { w: WIDTHS[name] ?? 110 }])),
    freeze: { startRow: 1, startColumn: -1, ySplit: 1, xSplit: 0 },
  };
}

const HEADING = { bl: 1 as const, fs: 14 };
const LABEL = { cl: { rgb: '#5A6675' } };
const COLUMN = { bl: 1 as const };
/** Keeps the third column's words off the right-aligned answers. */
const APART = { pd: { l: 12 } };

/** Label, formula, what it answers. */
const TRIES: readonly (readonly [string, string, string])[] = [
  ['Revit, list price', '=FLEX.BREAKEVEN("Revit")', 'hours a year at which Flex costs what the seat costs'],
  ['Revit, seats 25 % off', '=FLEX.BREAKEVEN("Revit",25%)', 'a cheaper seat pays off sooner'],
  ['Revit, 24-hour days', '=FLEX.BREAKEVEN("Revit",,,,"retail")', 'days a year on the retail card'],
  ['Cost of 400 h Revit', '=FLEX.COST("Revit",400)', 'US dollars at $0.30 a token'],
  ['400 h: Flex or seat?', '=FLEX.RECOMMEND("Revit",400)', 'a recommendation in words'],
  [
    'A product nobody knows',
    '=FLEX.BREAKEVEN("Revti")',
    'select the cell: the line below the sheet says why',
  ],
];

function tryCells(): Cells {
  const cells: Cells = {
    0: { 0: { v: 'Type a FLEX function, or change one', s: HEADING } },
    1: { 0: { v: 'The same functions.js that Excel loads answers in these cells.', s: LABEL } },
    3: {
      0: { v: 'Question', s: COLUMN },
      1: { v: 'Answer', s: { ...COLUMN, ht: 3 } },
      2: { v: 'Means', s: { ...COLUMN, ...APART } },
    },
  };
  TRIES.forEach(([label, formula, meaning], index) => {
    cells[4 + index] = {
      0: { v: label },
      1: { f: formula, s: { n: { pattern: '#,##0' }, ht: 3 } },
      2: { v: meaning, s: { ...LABEL, ...APART } },
    };
  });
  return cells;
}

function trySheet(): Partial<IWorksheetData> {
  return {
    id: TRY_SHEET.id,
    name: TRY_SHEET.name,
    ...SHEET_SIZES,
    rowCount: 200,
    cellData: tryCells(),
    rowData: { 0: { h: 28, ia: 0 } },
    columnData: { 0: { w: 190 }, 1: { w: 130 }, 2: { w: 360 } },
  };
}

export function openingWorkbook(sample: SampleUsage): Partial<IWorkbookData> {
  return {
    id: 'workbench',
    name: 'Workbook',
    locale: LocaleType.EN_US,
    sheetOrder: [USAGE_SHEET.id, TRY_SHEET.id],
    sheets: { [USAGE_SHEET.id]: usageSheet(sample), [TRY_SHEET.id]: trySheet() },
  };
}
