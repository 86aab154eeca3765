import { counted } from '../../numeric/format';
import type { Notes } from './notes';
import type { NumberColumn } from '../cells/number-column';
import type { ProductEntry } from './product-book';

/** The columns that say how much a row used; any of them may be missing. */
export interface AmountColumns {
  readonly hours: NumberColumn | undefined;
  readonly days: NumberColumn | undefined;
  readonly units: NumberColumn | undefined;
  readonly start: NumberColumn | undefined;
  readonly end: NumberColumn | undefined;
  readonly tokens: NumberColumn | undefined;
}

/** What the shape of the data says about its rows. */
export interface RowMeaning {
  /** Each row is one user × product × day (Account daily and token usage). */
  readonly dayRows: boolean;
  /** Blank days mean "never used" (Account usage report). */
  readonly blankDaysNeverUsed: boolean;
}

/**
 * The units and tokens of one row after another (docs/rules.md, "Which units" and "Charged is charged"). Tokens that a row carries
 * count whatever the card knows; only what would be charged is the card's word. `read` leaves its answer in the fields, because a
 * million rows must not make a million objects.
 */
export class RowUnits {
  /** In the product's basis; NaN = unknown where the row has tokens of its own, else never used. */
  units = NaN;
  tokens = 0;
  /** The tokens are the row's own cell. */
  tokensGiven = false;
  /** The row was used and nobody can tell its tokens: no rate, and no tokens of its own. */
  tokensUnknown = false;
  /** The row's tokens cell where it does not count, because a seat was drawn; else 0. */
  tokensIgnored = 0;
  /** The row's units were converted with the user's hours per day. */
  converted = false;
  /** Some row was converted with the user's hours per day. */
  estimated = false;
  /** After `read` said false: the cell to blame and why. */
  problemColumn: NumberColumn | undefined = undefined;
  reason = '';
  private readonly sessions: boolean;
  private readonly unitsColumn: NumberColumn | undefined;

  constructor(
    private readonly columns: AmountColumns,
    private readonly meaning: RowMeaning,
    private readonly hoursPerDay: number | null,
    private readonly notes: Notes,
  ) {
    this.sessions = columns.start !== undefined && columns.end !== undefined;
    this.unitsColumn =
      columns.units ?? columns.hours ?? columns.days ?? (this.sessions ? columns.end : undefined);
  }

  /** Reads a row; false = it cannot be used, `reason` says why. */
  read(row: number, entry: ProductEntry, seat: boolean): boolean {
    this.problemColumn = undefined;
    this.converted = false;
    this.tokens = 0;
    this.tokensUnknown = false;
    const { tokens } = this.columns;
    const filled = tokens !== undefined && tokens.isFilled(row);
    const own = filled ? tokens.at(row) : NaN;
    if (filled && !seat && own !== own) return this.fail(tokens, tokens.reason(row));
    this.tokensIgnored = filled && seat ? own || 0 : 0;
    this.tokensGiven = filled && !seat;
    const given = this.unitsColumn ? this.readUnits(row, entry) : this.unitsFromTokens(row, entry, seat, own);
    if (!given) return false;
    // A report's 0 tokens beside blank days are no charge: the product was never opened.
    if (this.meaning.blankDaysNeverUsed && this.units !== this.units && own === 0) this.tokensGiven = false;
    if (this.tokensGiven) this.charged(entry, own);
    else this.wouldBeCharged(entry);
    return true;
  }

  private readUnits(row: number, entry: ProductEntry): boolean {
    const { hours, days, units } = this.columns;
    const own = entry.basis === 'hour' ? hours : entry.basis === 'day' ? days : undefined;
    if (own?.isFilled(row)) return this.take(own, row, 1);
    if (units?.isFilled(row)) return this.take(units, row, 1);
    if (entry.basis === 'hour' && this.sessions) {
      const { start, end } = this.columns as { start: NumberColumn; end: NumberColumn };
      if (start.isFilled(row) && end.isFilled(row)) return this.takeSession(start, end, row);
    }
    const other =
      entry.basis === 'day' ? hours : entry.basis === 'hour' ? days : hours?.isFilled(row) ? hours : days;
    if (other?.isFilled(row)) return this.takeOther(other, row, entry);
    if (
      entry.basis !== 'hour' &&
      this.sessions &&
      this.columns.start?.isFilled(row) &&
      this.columns.end?.isFilled(row)
    ) {
      return this.without(
        this.columns.end,
        `session hours given, card charges ${entry.basis}s: use FLEX.BILLED`,
        entry,
      );
    }
    const { tokens } = this.columns;
    if (this.meaning.blankDaysNeverUsed && (!tokens?.isFilled(row) || tokens.at(row) === 0)) {
      this.units = NaN;
      return true;
    }
    return this.without(own ?? this.unitsColumn, 'no units', entry);
  }

  private take(column: NumberColumn, row: number, factor: number): boolean {
    const value = column.at(row);
    if (value !== value) return this.fail(column, column.reason(row));
    this.units = value * factor;
    return this.units >= 0 || this.isRefund(column, row);
  }

  /** Hours on a day card, or the reverse: units unknown, unless the user says how many hours make a day. */
  private takeOther(column: NumberColumn, row: number, entry: ProductEntry): boolean {
    const given = column === this.columns.hours ? 'hours' : 'days';
    const { hoursPerDay } = this;
    if (hoursPerDay === null || entry.basis === 'result') {
      if (column.at(row) !== column.at(row)) return this.fail(column, column.reason(row));
      return this.without(column, `${given} given, card charges ${entry.basis}s`, entry);
    }
    this.converted = this.estimated = true;
    return this.take(column, row, entry.basis === 'hour' ? hoursPerDay : 1 / hoursPerDay);
  }

  private takeSession(start: NumberColumn, end: NumberColumn, row: number): boolean {
    const from = start.at(row);
    const to = end.at(row);
    if (from !== from) return this.fail(start, start.reason(row));
    if (to !== to) return this.fail(end, end.reason(row));
    if (to < from) return this.fail(end, 'the end is before the start');
    this.units = Math.round((to - from) * 86400) / 3600;
    return true;
  }

  /** Without a units column the tokens say the units; a day row without a token figure is one day. */
  private unitsFromTokens(row: number, entry: ProductEntry, seat: boolean, own: number): boolean {
    const column = this.columns.tokens;
    const { dayRows } = this.meaning;
    if (seat && column?.isFilled(row) && own !== own) return this.fail(column, column.reason(row));
    if (dayRows && (seat || !column) && !own) {
      this.units = entry.basis === 'hour' && this.hoursPerDay !== null ? this.hoursPerDay : 1;
      if (entry.basis === 'day') return true;
      if (entry.basis === 'result' || this.hoursPerDay === null) {
        return this.fail(column, `days given, card charges ${entry.basis}s`);
      }
      this.converted = this.estimated = true;
      return true;
    }
    if (own !== own) return this.fail(column, 'no units');
    if (entry.rate > 0) {
      this.units = own / entry.rate;
    } else if (dayRows && entry.basis === 'day') {
      // A day row is one charge (or its refund), whatever the card knows of the rate.
      this.units = Math.sign(own);
    } else if (own === 0) {
      this.units = 0;
    } else {
      return this.without(
        column,
        'the units are unknown: only tokens are given and the card has no rate',
        entry,
      );
    }
    return true;
  }

  /** The row's own tokens: what the vendor charged. */
  private charged(entry: ProductEntry, own: number): void {
    this.tokens = own;
    if (own === 0 || entry.flex !== 'not on') return;
    const name = entry.info?.name ?? '';
    this.notes.sum(
      `tokens charged ${name}`,
      own,
      (tokens) =>
        `${name}: ${Math.round(tokens).toLocaleString('en-US')} tokens charged, the card says not on Flex. The tokens count; correct the card.`,
    );
  }

  /** What the use would take on Flex: units × rate, nothing where tokens cannot pay for the product. */
  private wouldBeCharged(entry: ProductEntry): void {
    const none = entry.flex === 'not on' || entry.flex === 'unlisted';
    if (none || this.units !== this.units || this.units === 0) return;
    const tokens = this.units * entry.rate;
    if (tokens === tokens) this.tokens = tokens;
    else this.tokensUnknown = true;
  }

  private isRefund(column: NumberColumn, row: number): boolean {
    if ((this.columns.tokens?.at(row) ?? 0) < 0) return true;
    return this.fail(column, 'negative units without negative tokens');
  }

  /** Units that nobody can tell: the row counts by its tokens where it has some, else it cannot be used. */
  private without(column: NumberColumn | undefined, reason: string, entry: ProductEntry): boolean {
    if (!this.tokensGiven) return this.fail(column, reason);
    this.units = NaN;
    const name = entry.info?.name ?? '';
    this.notes.add(
      `units unknown ${name}`,
      (count) => `Units of ${name} are unknown in ${counted(count, 'row')} (${reason}). The tokens count.`,
    );
    return true;
  }

  private fail(column: NumberColumn | undefined, reason: string): boolean {
    this.problemColumn = column;
    this.reason = reason;
    return false;
  }
}
