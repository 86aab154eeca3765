/** What the sides of control totals are made of: a native formula each, and what it gives. */
import { numbersIn } from '../model/cells';
import { quotedSheet } from '../model/address';
import type { CellValue } from '../model/document';
import { quoteText } from '../model/formula';
import type { WorkbookCells } from './parts';

/** A native formula without the leading =, and what it gives on the cells of the workbook. */
export interface Term {
  readonly formula: string;
  readonly value: (cells: WorkbookCells) => CellValue;
}

export function fixed(value: number): Term {
  return { formula: String(value), value: () => value };
}

/** The value beside a label in the first two columns of a sheet. */
export function labelled(sheet: string, label: string): Term {
  const quoted = quotedSheet(sheet);
  return {
    formula: `INDEX(${quoted}!$B:$B,MATCH(${quoteText(label)},${quoted}!$A:$A,0))`,
    value: (cells) => cells.labelled(sheet, label),
  };
}

export function named(name: string): Term {
  return { formula: name, value: (cells) => cells.named(name) };
}

export function sum(table: string, header: string): Term {
  return {
    formula: `SUM(${table}[${header}])`,
    value: (cells) => numbersIn(cells.column(table, header)),
  };
}

/** The numbers of a column. */
export function count(table: string, header: string): Term {
  return {
    formula: `COUNT(${table}[${header}])`,
    value: (cells) => cells.column(table, header).filter((value) => typeof value === 'number').length,
  };
}

/** The last cell of a column. */
export function last(table: string, header: string): Term {
  return {
    formula: `INDEX(${table}[${header}],ROWS(${table}[${header}]))`,
    value: (cells) => cells.column(table, header).at(-1) ?? 0,
  };
}

export function added(first: Term, ...others: readonly Term[]): Term {
  return {
    formula: [first, ...others].map(({ formula }) => formula).join('+'),
    value: (cells) => [first, ...others].reduce((total, { value }) => total + Number(value(cells)), 0),
  };
}
