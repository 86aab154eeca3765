/** Usage from a file into the engine, block by block; every row is used or rejected with its place in the file. */
import path from 'node:path';
import type { RateCard } from '../../engine/catalog/types';
import { FlexError } from '../../engine/errors';
import { today, counted } from '../../engine/numeric';
import {
  completenessOf,
  createUsageReader,
  incompleteText,
  readPeople,
  requireUsable,
  withLearntRates,
  type LearntRate,
  type PeopleTable,
  type RejectedRow,
  type UsageReading,
} from '../../engine/usage';
import { sheetAddress } from '../../report/model/address';
import { countText } from '../../report/model/formats';
import type { PlacedReject } from '../../report/segments/summary-tables';
import { BadInput } from '../program/bad-input';
import type { OptionValues } from '../program/option-values';
import type { Progress } from '../program/progress';
import { readTableFile, readWholeTable } from './table-file';
import type { Row } from './table-rows';
import { isHeader } from './xlsx-file';

export interface UsageFile {
  readonly reading: UsageReading;
  readonly card: RateCard;
  /** `usage.csv`, or `usage.xlsx, sheet Usage`: never the folder, which may name a person. */
  readonly input: string;
  /** SHA-256 of the file's bytes. */
  readonly fingerprint: string;
  /** Rows that could not be used, with row numbers of the file. */
  readonly rejected: readonly RejectedRow[];
  /** The same with an address where the file is a workbook. */
  readonly placed: readonly PlacedReject[];
  /** Sentences about the reading that the user should know. */
  readonly notes: readonly string[];
}

/**
 * `usage` is joined with the people table; `export` is taken as it says, for a history that people are joined with when it is read;
 * `history` is such a one, in a file of its own.
 */
export type UsageFileRole = 'usage' | 'export' | 'history';

/** Titles above the header of an export: so many rows are looked through for it. */
const TITLE_ROWS = 20;

/**
 * @throws BadInput when the file cannot be read or no row of it can be used
 */
export async function readUsageFile(
  file: string,
  card: RateCard | null,
  options: OptionValues,
  progress: Progress,
  as: UsageFileRole = 'usage',
): Promise<UsageFile> {
  const usage = await readOnce(file, card, options, progress, as);
  if (as === 'history' || !options.flag('learn-rates')) return usage;
  const { card: learnt, filled } = withLearntRates(usage.reading);
  // Units that only tokens tell, and would-be tokens, follow the rates: the file is read again with them.
  const again = filled.length === 0 ? usage : await readOnce(file, learnt, options, progress, as);
  return { ...again, notes: [...again.notes, learntNote(filled)] };
}

function learntNote(filled: readonly LearntRate[]): string {
  if (filled.length === 0)
    return 'No rate could be learnt: the rows carry no tokens by day, too few days agree, or the card has every rate.';
  const rates = filled.map(
    ({ product, rate, support, days }) =>
      `${product} ${countText(rate)} tokens a day (${countText(support)} of ${countText(days)} days)`,
  );
  return `Learnt from the rows themselves, to be checked against the current rate sheet: ${rates.join('; ')}.`;
}

async function readOnce(
  file: string,
  card: RateCard | null,
  options: OptionValues,
  progress: Progress,
  as: UsageFileRole,
): Promise<UsageFile> {
  const people = as === 'usage' ? await peopleFrom(options.text('people')) : null;
  const reader = createUsageReader({
    card,
    hoursPerDay: options.number('hours-per-day'),
    people,
    reportDate: options.number('report-date'),
    today: today(new Date()),
    asOf: options.number('as-of'),
  });
  let above: number | null = null;
  const read = await readTableFile(
    file,
    {
      sheet: as === 'history' ? null : options.text('sheet'),
      onRows: (rows) => {
        progress.say(`Reading: ${countText(rows)} rows`);
      },
    },
    (block) => {
      if (above !== null) {
        reader.push(block);
        return;
      }
      above = titleRows(block);
      reader.push(above === 0 ? block : block.slice(above));
    },
  );
  progress.end();
  const reading = reader.finish();
  const shift = read.skipped + (above ?? 0);
  const rejected = reading.rejected.map((row) => ({ ...row, row: row.row + shift }));
  const name = path.basename(file);
  usable({ ...reading, rejected }, name);
  return {
    reading,
    card: reading.card,
    input: read.sheet === '' ? name : `${name}, sheet ${read.sheet}`,
    fingerprint: read.fingerprint,
    rejected,
    placed: placedRejects(rejected, reading, read.sheet),
    notes: [...read.notes, ...readingNotes(reading, people)],
  };
}

/** Rows above the header; 0 where the first rows hold no header at all. */
function titleRows(block: readonly Row[]): number {
  return Math.max(
    0,
    block.slice(0, TITLE_ROWS).findIndex((row) => isHeader(row)),
  );
}

function usable(reading: UsageReading, name: string): void {
  try {
    requireUsable(
      reading,
      'Check the columns and --card; "flex-governor segment --help" says what is needed.',
    );
  } catch (error) {
    throw error instanceof FlexError ? error.at(name) : error;
  }
}

function placedRejects(
  rejected: readonly RejectedRow[],
  reading: UsageReading,
  sheet: string,
): readonly PlacedReject[] {
  const columnOf = new Map(reading.columns.map((column) => [column.header, column.index]));
  return rejected.map(({ row, column, value, reason }) => ({
    sheetRow: row,
    address:
      sheet === ''
        ? `row ${row}`
        : sheetAddress(sheet, { row: row - 1, column: columnOf.get(column) ?? 0, rows: 1, columns: 1 }),
    column,
    value,
    reason,
  }));
}

function readingNotes(reading: UsageReading, people: PeopleTable | null): readonly string[] {
  const notes: string[] = [];
  const doubt = incompleteText(completenessOf(reading));
  // The sheets say it too, wherever they go.
  if (doubt !== '')
    notes.push(`${doubt.charAt(0).toUpperCase()}${doubt.slice(1)}. No result over these rows is complete.`);
  if (reading.estimated) notes.push('Units are converted between hours and days: all figures are estimates.');
  if (!reading.monthlyDetail) {
    notes.push('The data have no monthly detail, so the project-phase rule cannot be checked.');
  }
  const lost = people?.rejected.length ?? 0;
  if (lost > 0) notes.push(`${counted(lost, 'row')} of the people table could not be used.`);
  const unmatched = reading.people?.unmatched.length ?? 0;
  if (unmatched > 0) {
    notes.push(
      `${countText(unmatched)} people of the data are not in the people table; the usage rows' own columns count for them.`,
    );
  }
  return [...notes, ...(reading.notes ?? [])];
}

async function peopleFrom(file: string | null): Promise<PeopleTable | null> {
  if (file === null) return null;
  const { rows } = await readWholeTable(file);
  try {
    return readPeople(rows);
  } catch (error) {
    if (error instanceof FlexError) throw new BadInput(`${path.basename(file)}: ${error.message}`);
    throw error;
  }
}
