import { cellText, isErrorText, isTotalsLabel } from './cells';
import { isoDate, LAST_SERIAL } from '../../numeric';
import { isSerial, readDateText, settleSlash, type DateText, type OrderEvidence } from './date-text';
import { readNumberText, settleNumber, type NumberText, type SeparatorEvidence } from './number-text';
import type { RawCell } from '../types';

/**
 * Cells that are not yet numbers are staged as ODD − code, far below any real amount: one Float64Array then holds
 * numbers, blanks (NaN) and texts that the whole column has to decide.
 */
const ODD = -1e15;
const LARGEST = 1e15;
/** Serials below this are days Excel can show. */
export const lastPlainSerial = LAST_SERIAL + 1;
/** Distinct texts remembered; a column of time stamps would otherwise keep every one of them. */
const REMEMBERED = 65_536;

/** A column of amounts (`number`) or of dates (`date`), staged while blocks arrive and settled once at the end. */
export class NumberColumn {
  private staged: Float64Array;
  private readonly remembered = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly read: (NumberText | DateText)[] = [];
  private readonly separators: SeparatorEvidence = { decimalComma: false, decimalPoint: false };
  private readonly order: OrderEvidence = { dayFirst: false, monthFirst: false };
  private settled: Float64Array = new Float64Array(0);
  private reasons: string[] = [];

  constructor(
    readonly index: number,
    readonly header: string,
    private readonly kind: 'number' | 'date',
    capacity: number,
  ) {
    this.staged = new Float64Array(capacity);
  }

  /** Stages the column's cell of one row. */
  put(row: number, cell: RawCell): void {
    if (typeof cell === 'number' && cell > ODD && cell < LARGEST) this.staged[row] = cell;
    else this.staged[row] = cell === '' || cell === null || cell === undefined ? NaN : this.odd(cell);
  }

  /** Makes room for `rows` rows. */
  reserve(rows: number): void {
    if (rows <= this.staged.length) return;
    const grown = new Float64Array(rows);
    grown.set(this.staged);
    this.staged = grown;
  }

  /** Decides what the column's texts mean, now that all of them are known. */
  settle(): void {
    this.settled = new Float64Array(this.texts.length);
    this.reasons = this.texts.map((text, code) => {
      const value = this.decide(this.read[code] as NumberText | DateText);
      this.settled[code] = typeof value === 'number' ? value : NaN;
      return typeof value === 'number'
        ? ''
        : isTotalsLabel(text, true)
          ? 'totals row'
          : isErrorText(text)
            ? errorReason(text)
            : value;
    });
  }

  /** The staged cells: NaN = blank, at or below ODD = a text. For loops that only take plain numbers. */
  get values(): Float64Array {
    return this.staged;
  }

  isFilled(row: number): boolean {
    const value = this.staged[row] as number;
    return value === value;
  }

  /** The number or serial of a row; NaN when blank or unreadable (then `reason(row)` says why). */
  at(row: number): number {
    const value = this.staged[row] as number;
    if (value > ODD) return this.kind === 'number' || isSerial(value) || isTimeOfDay(value) ? value : NaN;
    return value !== value ? NaN : (this.settled[ODD - value] as number);
  }

  /** Why a filled cell could not be read. */
  reason(row: number): string {
    const value = this.staged[row] as number;
    if (value > ODD) return 'not a date: no serial number of a day';
    return value !== value ? '' : (this.reasons[ODD - value] ?? '');
  }

  /** The cell as text, for the list of rejected rows. */
  text(row: number): string {
    const value = this.staged[row] as number;
    if (value > ODD) return this.kind === 'date' && isSerial(value) ? dayAndTime(value) : String(value);
    return value !== value ? '' : (this.texts[ODD - value] ?? '');
  }

  /** Whether a row's cell waits as a text that the column decides. */
  isText(row: number): boolean {
    return (this.staged[row] as number) <= ODD;
  }

  /** Whether the column's slash dates prove day first. */
  get provesDayFirst(): boolean {
    return this.order.dayFirst && !this.order.monthFirst;
  }

  /** Frees what only staging needed. */
  release(): void {
    this.remembered.clear();
  }

  private odd(cell: unknown): number {
    const text = cellText(cell);
    if (text === '') return NaN;
    const known = this.remembered.get(text);
    if (known !== undefined) return known;
    const isText = typeof cell === 'string';
    const read: NumberText | DateText = !isText
      ? { kind: 'none' }
      : this.kind === 'number'
        ? readNumberText(text, this.separators)
        : readDateText(text, this.order);
    const sure = read.kind === 'number' ? read.value : read.kind === 'date' ? read.serial : NaN;
    const staged = sure > ODD && sure < LARGEST ? sure : ODD - (this.texts.push(text) - 1);
    if (staged !== sure) this.read.push(read);
    if (this.remembered.size < REMEMBERED || staged !== sure) this.remembered.set(text, staged);
    return staged;
  }

  private decide(read: NumberText | DateText): number | string {
    switch (read.kind) {
      case 'grouped or decimal':
        return (
          settleNumber(read, this.separators) ??
          'ambiguous number: a fraction or thousands; no other cell of the column tells'
        );
      case 'slash':
        return (
          settleSlash(read, this.order) ?? 'ambiguous date: the column holds both day/month and month/day'
        );
      case 'number':
      case 'date':
      case 'none':
        return this.kind === 'number' ? 'not a number' : 'not a date';
    }
  }
}

/** A serial as `yyyy-mm-dd`, with the time to the second where it has one: what the cell shows, more or less. */
function dayAndTime(serial: number): string {
  const seconds = Math.round((serial % 1) * 86400);
  if (seconds === 0) return isoDate(serial);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const time = [two(seconds / 3600), two((seconds / 60) % 60)];
  if (seconds % 60 !== 0) time.push(two(seconds % 60));
  return `${isoDate(serial)} ${time.join(':')}`;
}

/** A time without a day, as Excel stores it. */
export function isTimeOfDay(value: number): boolean {
  return value >= 0 && value < 1;
}

/** Why a row with an error cell is left out. */
export function errorReason(text: string): string {
  return `the cell is the error ${text}`;
}
