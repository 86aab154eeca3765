/** What our earlier sheets still tell: the user's own columns, each person's segment, the assumptions of that run. */
import { personKey } from '../../engine/usage';
import { rectOf } from '../host/range-rect';
import type { RawCell } from '../../engine/usage/types';
import type { CellValue } from '../../report/model/document';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { type OwnEntry } from '../../report/segments/columns';
import { readBlocks, type ReadOptions } from '../host/block-reader';
import { NOTHING_EARLIER, type EarlierCells } from '../runs/assumptions';
import { sheetStates } from '../host/own-sheets';
import { readEarlierCells } from '../runs/sheet-assumptions';
import { SEGMENT_RECORD } from './inputs';

export interface PreviousPerson extends OwnEntry {
  readonly user: string;
  readonly segment: string;
  readonly recommendation: string;
}

export interface PreviousRun extends EarlierCells {
  /** By person key: those of the earlier run. */
  readonly people: ReadonlyMap<string, PreviousPerson>;
  /** By person key: entries kept for persons who had vanished before. */
  readonly gone: ReadonlyMap<string, PreviousPerson>;
}

/** Null without an earlier `Flex Segments` of ours. */
export async function readPreviousRun(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<PreviousRun | null> {
  const states = await sheetStates(context, [SHEETS.segments.name, SHEETS.summary.name]);
  const ours = (sheet: { name: string; mark: string }): boolean =>
    states.some((state) => state.name === sheet.name && state.mark === sheet.mark);
  if (!ours(SHEETS.segments)) return null;
  const people = await readPersons(context, SHEETS.segments.name, TABLES.segments, options);
  if (!ours(SHEETS.summary)) return { people, gone: new Map(), ...NOTHING_EARLIER };
  const gone = await readPersons(context, SHEETS.summary.name, TABLES.gone, options);
  return { people, gone, ...(await readEarlierCells(context, SHEETS.segments.name, SEGMENT_RECORD.cells)) };
}

async function readPersons(
  context: Excel.RequestContext,
  sheetName: string,
  tableName: string,
  options: ReadOptions,
): Promise<ReadonlyMap<string, PreviousPerson>> {
  const persons = new Map<string, PreviousPerson>();
  const table = context.workbook.worksheets.getItem(sheetName).tables.getItemOrNullObject(tableName);
  table.load('name');
  await context.sync();
  if (table.isNullObject) return persons;
  const range = table.getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const rect = rectOf(range);
  let header: readonly string[] = [];
  await readBlocks(
    context,
    sheetName,
    rect,
    (block, firstRow) => {
      block.forEach((cells, index) => {
        if (firstRow + index === 0) {
          header = cells.map((cell) => String(cell ?? ''));
          return;
        }
        const person = personOf(cells, header);
        if (person.user !== '') persons.set(personKey(person.user), person);
      });
    },
    options,
  );
  return persons;
}

/** Columns are found by header: the user may have moved or added some. */
function personOf(cells: readonly RawCell[], header: readonly string[]): PreviousPerson {
  const raw = (...names: readonly string[]): RawCell =>
    cells[header.findIndex((name) => names.includes(name))];
  const own = (name: string): CellValue => {
    const value = raw(name);
    return value === undefined || value === '' ? null : value;
  };
  const text = (...names: readonly string[]): string => String(raw(...names) ?? '');
  return {
    user: text('User'),
    segment: text('Segment', 'Last segment'),
    recommendation: text('Recommendation'),
    decision: own('Decision'),
    owner: own('Owner'),
    note: own('Note'),
  };
}
