import type { RateCard } from '../../catalog';
import { formatNumber, isoDate } from '../../numeric';
import { cellText, isBlank, isErrorText, isTotalsLabel } from '../../usage/cells/cells';
import { errorReason, NumberColumn } from '../../usage/cells/number-column';
import type { RawCell, RejectedRow } from '../../usage/types';
import { plannedHeader, type PlannedField, type PlannedHeader } from './header';
import { plannedProducts } from './products';
import type { PlannedProject, PlannedTable } from '../types';

/** A cell that keeps its row from being used. */
interface Fault {
  readonly field: PlannedField;
  readonly reason: string;
}

/**
 * Reads the table `Flex Projects`: a header row, then one planned project a row. Products are separated by `;` or `,`; a blank
 * Probability is 100 %, and "80%" as text counts; a blank Tokens per person and month is learnt from history later. Blank rows are
 * skipped; every other row is used or rejected with its cell and reason: `projects.length` + `rejected.length` = `read`.
 * @param range rows in which the header stands; rows are numbered from 1 within it
 * @throws FlexError 'value' when no row names the columns Project, Start, End, People, and Products or Tokens per person and month
 */
export function readPlannedWork(range: readonly (readonly RawCell[])[], card: RateCard): PlannedTable {
  const header = plannedHeader(range);
  const rows = range.slice(header.row + 1);
  const figures = new PlannedFigures(header, rows);
  const projects: PlannedProject[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();
  rows.forEach((cells, index) => {
    if (cells.every(isBlank)) return;
    const row = header.row + index + 2;
    const text = (field: PlannedField): string =>
      header.at[field] < 0 ? '' : cellText(cells[header.at[field]]);
    const project = readRow(row, index, text, figures, card, seen);
    if ('field' in project) {
      const { field, reason } = project;
      const value = field === 'start' || field === 'end' ? figures.dayText(index, field) : text(field);
      rejected.push({ row, column: header.texts[header.at[field]] ?? '', value, reason });
      return;
    }
    seen.set(project.name.toLowerCase(), row);
    projects.push(project);
  });
  return { projects, read: projects.length + rejected.length, rejected };
}

function readRow(
  row: number,
  index: number,
  text: (field: PlannedField) => string,
  figures: PlannedFigures,
  card: RateCard,
  seen: ReadonlyMap<string, number>,
): PlannedProject | Fault {
  const name = text('project');
  if (name === '') return { field: 'project', reason: 'no project name' };
  if (isErrorText(name)) return { field: 'project', reason: errorReason(name) };
  if (isTotalsLabel(name, false)) return { field: 'project', reason: 'totals row' };
  const earlier = seen.get(name.toLowerCase());
  if (earlier !== undefined) {
    return { field: 'project', reason: `listed before, in row ${earlier}: that row counts` };
  }
  const start = figures.day(index, 'start');
  if (typeof start !== 'number') return start;
  const end = figures.day(index, 'end');
  if (typeof end !== 'number') return end;
  if (end < start) return { field: 'end', reason: `ends before it starts (${isoDate(start)})` };
  const people = figures.amount(index, 'people');
  if (people === null || people === 0) {
    return { field: 'people', reason: 'no people: write how many work on it' };
  }
  if (typeof people !== 'number') return people;
  const tokens = figures.amount(index, 'tokens');
  if (tokens !== null && typeof tokens !== 'number') return tokens;
  const list = text('products');
  if (isErrorText(list)) return { field: 'products', reason: errorReason(list) };
  const read = plannedProducts(list, card);
  if (read.products === null) return { field: 'products', reason: read.reason };
  if (read.products.length === 0 && tokens === null) {
    return {
      field: 'products',
      reason: 'no products: name them, or fill in Tokens per person and month',
    };
  }
  const probability = figures.amount(index, 'probability') ?? 1;
  if (typeof probability !== 'number') return probability;
  if (probability > 1) {
    return { field: 'probability', reason: 'above 100 %: write a share of 0 to 1, such as 0.8 or 80%' };
  }
  const continues = text('continues');
  if (isErrorText(continues)) return { field: 'continues', reason: errorReason(continues) };
  return {
    row,
    name,
    start,
    end,
    people,
    products: read.products,
    tokensPerPersonMonth: tokens,
    probability,
    continues,
  };
}

type DayField = 'start' | 'end';
type AmountField = 'people' | 'tokens' | 'probability';
const PERCENT = /\s*%$/;

/** The dates and numbers of the table, read as usage cells are: what a column's other cells show decides the ambiguous ones. */
class PlannedFigures {
  /** Start and End in turn: the same hand writes both, so either proves the order of day and month for both. */
  private readonly days: NumberColumn;
  private readonly amounts: Readonly<Record<AmountField, NumberColumn>>;
  /** Rows whose probability was typed as text with a percent sign. */
  private readonly percents = new Set<number>();

  constructor(header: PlannedHeader, rows: readonly (readonly RawCell[])[]) {
    const { at, texts } = header;
    this.days = new NumberColumn(at.start, texts[at.start] ?? '', 'date', 2 * rows.length);
    const amounts = (field: AmountField): NumberColumn =>
      new NumberColumn(at[field], texts[at[field]] ?? '', 'number', rows.length);
    this.amounts = {
      people: amounts('people'),
      tokens: amounts('tokens'),
      probability: amounts('probability'),
    };
    rows.forEach((cells, row) => {
      this.days.put(dayCell(row, 'start'), cells[at.start]);
      this.days.put(dayCell(row, 'end'), cells[at.end]);
      this.amounts.people.put(row, cells[at.people]);
      this.amounts.tokens.put(row, cells[at.tokens]);
      const share = cells[at.probability];
      const percent = typeof share === 'string' && PERCENT.test(share.trim());
      if (percent) this.percents.add(row);
      this.amounts.probability.put(row, percent ? share.trim().replace(PERCENT, '') : share);
    });
    this.days.settle();
    for (const column of Object.values(this.amounts)) column.settle();
  }

  /** A start or end as its cell shows it. */
  dayText(row: number, field: DayField): string {
    return this.days.text(dayCell(row, field));
  }

  /** Whole serial of a day, or what is wrong with its cell. */
  day(row: number, field: DayField): number | Fault {
    const cell = dayCell(row, field);
    if (!this.days.isFilled(cell)) return { field, reason: `no ${field} date` };
    const serial = this.days.at(cell);
    if (serial >= 1) return Math.floor(serial);
    return { field, reason: serial >= 0 ? 'not a date: a time without a day' : this.days.reason(cell) };
  }

  /** A number of 0 or more, null where the cell is blank, or what is wrong with it. */
  amount(row: number, field: AmountField): number | null | Fault {
    const column = this.amounts[field];
    if (!column.isFilled(row)) return null;
    const value = column.at(row) / (field === 'probability' && this.percents.has(row) ? 100 : 1);
    if (value !== value) return { field, reason: column.reason(row) };
    if (value < 0) return { field, reason: `${formatNumber(value)} is below 0` };
    return value;
  }
}

function dayCell(row: number, field: DayField): number {
  return 2 * row + (field === 'end' ? 1 : 0);
}
