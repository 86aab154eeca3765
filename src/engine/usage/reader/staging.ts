import { cellText, isBlank, isTotalsLabel } from '../cells/cells';
import { columnOf, type Layout } from './layout';
import { NumberColumn } from '../cells/number-column';
import { BLANK, TextColumn } from '../cells/text-column';
import type { RawCell, UsageField } from '../types';

const NUMBER_FIELDS = ['hours', 'days', 'daysUsed', 'units', 'tokens'] as const;
const DATE_FIELDS = ['date', 'lastAccessed', 'start', 'end'] as const;
type NumberField = (typeof NUMBER_FIELDS)[number] | (typeof DATE_FIELDS)[number];
type TextField = Exclude<UsageField, NumberField>;
const TEXT_FIELDS: readonly TextField[] = [
  ...(['user', 'displayName', 'firstName', 'lastName', 'email', 'autodeskId', 'hash'] as const),
  ...([
    'team',
    'department',
    'project',
    'userType',
    'product',
    'offering',
    'productCode',
    'machine',
    'access',
  ] as const),
  ...(['seatAssignment', 'assignedDate', 'unassignedDate'] as const),
];

/** Rows staged in one go: a function called often is compiled sooner and better than one that runs long. */
const CHUNK = 256;

/** The cell that shows a row to be the table's totals. */
export interface TotalsMark {
  readonly column: string;
  readonly value: string;
}

/** The rows of a range as coded columns: filled block by block, read once at the end. Wholly blank rows are not kept. */
export class Staging {
  /** Rows kept so far. */
  rows = 0;
  /** Row in the range, from 1. */
  sourceRow: Uint32Array;
  /** Staged rows that name no product and turned out to be totals. */
  readonly totals = new Map<number, TotalsMark>();
  private readonly numbers = new Map<NumberField, NumberColumn>();
  private readonly texts = new Map<TextField, TextColumn>();
  private readonly numberList: readonly NumberColumn[];
  private readonly textList: readonly TextColumn[];
  private readonly labelled: ReadonlySet<number>;

  constructor(
    private readonly layout: Layout,
    expectedRows: number,
  ) {
    const capacity = Math.max(expectedRows, 1024);
    this.sourceRow = new Uint32Array(capacity);
    const add = <F extends UsageField, C>(
      fields: readonly F[],
      to: Map<F, C>,
      make: (i: number, header: string) => C,
    ) => {
      for (const field of fields) {
        const column = columnOf(layout, field);
        if (column) to.set(field, make(column.index, column.header));
      }
    };
    add(NUMBER_FIELDS, this.numbers, (index, header) => new NumberColumn(index, header, 'number', capacity));
    add(DATE_FIELDS, this.numbers, (index, header) => new NumberColumn(index, header, 'date', capacity));
    add(TEXT_FIELDS, this.texts, (index, header) => new TextColumn(index, header, capacity));
    this.numberList = [...this.numbers.values()];
    this.textList = [...this.texts.values()];
    const named: readonly UsageField[] = [
      'user',
      'email',
      'autodeskId',
      'hash',
      'product',
      'offering',
      ...DATE_FIELDS,
    ];
    this.labelled = new Set(
      layout.columns.filter(({ field }) => field && named.includes(field)).map(({ index }) => index),
    );
  }

  number(field: NumberField): NumberColumn | undefined {
    return this.numbers.get(field);
  }

  text(field: TextField): TextColumn | undefined {
    return this.texts.get(field);
  }

  /** Stages a block. `firstRow` = row of the range, from 1, that the block's first row is; rows before `from` are skipped. */
  take(block: readonly (readonly RawCell[])[], from: number, firstRow: number): void {
    this.reserve(this.rows + block.length - from);
    for (let lo = from; lo < block.length; lo += CHUNK) {
      const hi = Math.min(lo + CHUNK, block.length);
      this.stage(block, lo, hi);
      const kept = this.withoutBlankRows(block, lo, hi, firstRow);
      if (kept) this.stage(kept, 0, kept.length);
      this.rows += kept ? kept.length : hi - lo;
    }
  }

  private stage(rows: readonly (readonly RawCell[])[], from: number, to: number): void {
    const { numberList, textList } = this;
    let at = this.rows;
    for (let i = from; i < to; i++, at++) {
      const row = rows[i] as readonly RawCell[];
      for (let c = 0; c < textList.length; c++) {
        const column = textList[c] as TextColumn;
        column.put(at, row[column.index]);
      }
      for (let c = 0; c < numberList.length; c++) {
        const column = numberList[c] as NumberColumn;
        column.put(at, row[column.index]);
      }
    }
  }

  /** Settles every number and date column and frees what only staging needed. */
  settle(): void {
    for (const column of this.numberList) {
      column.settle();
      column.release();
    }
    for (const column of this.textList) column.release();
  }

  /** Notes the source rows of a staged chunk; null when no row is blank, else the rows that are not, to be staged again. */
  private withoutBlankRows(
    block: readonly (readonly RawCell[])[],
    lo: number,
    hi: number,
    firstRow: number,
  ): readonly (readonly RawCell[])[] | null {
    const { sourceRow, rows, named } = this;
    if (named !== undefined && !named.subarray(rows, rows + hi - lo).includes(BLANK)) {
      for (let i = lo; i < hi; i++) sourceRow[rows + i - lo] = firstRow + i;
      return null;
    }
    let kept: (readonly RawCell[])[] | null = null;
    let at = rows;
    for (let i = lo; i < hi; i++) {
      if (named === undefined || named[rows + i - lo] === BLANK) {
        const row = block[i] as readonly RawCell[];
        if (row.every(isBlank)) {
          kept ??= block.slice(lo, i);
          continue;
        }
        this.markTotals(row, at);
      }
      sourceRow[at++] = firstRow + i;
      if (kept) kept.push(block[i] as readonly RawCell[]);
    }
    return kept;
  }

  /** Codes of the column that names the product; rows it leaves blank are looked at as a whole. */
  private get named(): Uint32Array | undefined {
    return (this.texts.get('product') ?? this.texts.get('offering'))?.codes;
  }

  /** Doubles at least, so that many small blocks cost no more than one large one. */
  private reserve(rows: number): void {
    if (rows <= this.sourceRow.length) return;
    const capacity = Math.max(rows, this.sourceRow.length * 2);
    const grown = new Uint32Array(capacity);
    grown.set(this.sourceRow);
    this.sourceRow = grown;
    for (const column of this.numberList) column.reserve(capacity);
    for (const column of this.textList) column.reserve(capacity);
  }

  /** A row without a product is the totals row when a cell says so, or when it holds amounts and names nothing at all. */
  private markTotals(row: readonly RawCell[], at: number): void {
    const product = this.texts.get('product')?.index;
    const offering = this.texts.get('offering')?.index;
    const names = (index: number | undefined): boolean => index !== undefined && !isBlank(row[index]);
    const label = row.findIndex(
      (cell) => typeof cell === 'string' && isTotalsLabel(cell.trim(), !names(product) && !names(offering)),
    );
    const header = (index: number): string => this.layout.columns[index]?.header ?? '';
    if (label >= 0) {
      this.totals.set(at, { column: header(label), value: cellText(row[label]) });
      return;
    }
    if ([...this.labelled].some((index) => !isBlank(row[index]))) return;
    const amount = row.findIndex((cell, index) => typeof cell === 'number' && this.amountColumns.has(index));
    if (
      amount >= 0 &&
      row.every((cell, index) => index === amount || isBlank(cell) || typeof cell === 'number')
    ) {
      this.totals.set(at, { column: header(amount), value: cellText(row[amount]) });
    }
  }

  private get amountColumns(): ReadonlySet<number> {
    return new Set(NUMBER_FIELDS.flatMap((field) => this.numbers.get(field)?.index ?? []));
  }
}
