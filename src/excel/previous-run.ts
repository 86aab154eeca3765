/** What our earlier sheets still tell: the user's own columns, each person's segment, the assumptions of that run. */
import { rectOf } from './range-rect';
import type { RawCell } from '../engine/usage/types';
import { ASSUMPTION_NAMES, OWN_MARGIN } from '../report/assumptions';
import type { CellValue } from '../report/document';
import { SHEETS, TABLES } from '../report/marks';
import { personKey, type OwnEntry } from '../report/segments-document';
import { readBlocks, type ReadOptions } from './block-reader';
import { sheetStates } from './own-sheets';

/** Keys of the facts kept with `Flex Segments`. */
export const RUN_KEYS = {
  when: 'FlexGovernorWhen',
  input: 'FlexGovernorInput',
  source: 'FlexGovernorSource',
  people: 'FlexGovernorPeople',
  fingerprint: 'FlexGovernorFingerprint',
  assumptions: 'FlexGovernorAssumptions',
  pane: 'FlexGovernorPane',
  adopted: 'FlexGovernorAdopted',
} as const;

export interface PreviousPerson extends OwnEntry {
  readonly user: string;
  readonly segment: string;
  readonly recommendation: string;
}

export interface PreviousRun {
  /** By person key: those of the earlier run. */
  readonly people: ReadonlyMap<string, PreviousPerson>;
  /** By person key: entries kept for persons who had vanished before. */
  readonly gone: ReadonlyMap<string, PreviousPerson>;
  readonly assumptions: SheetAssumptions | null;
}

/** Assumptions as the earlier run used them, and as their cells read now. */
export interface SheetAssumptions {
  readonly used: Readonly<Record<string, CellValue>>;
  readonly now: Readonly<Record<string, CellValue>>;
  /** What the pane said at that run. */
  readonly pane: Readonly<Record<string, CellValue>>;
  /** Keys of the figures that run had taken from the sheet. */
  readonly adopted: readonly string[];
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
  if (!ours(SHEETS.summary)) return { people, gone: new Map(), assumptions: null };
  const gone = await readPersons(context, SHEETS.summary.name, TABLES.gone, options);
  return { people, gone, assumptions: await readAssumptions(context) };
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

async function readAssumptions(context: Excel.RequestContext): Promise<SheetAssumptions | null> {
  const { customProperties } = context.workbook.worksheets.getItem(SHEETS.segments.name);
  const [used, pane, adopted] = [RUN_KEYS.assumptions, RUN_KEYS.pane, RUN_KEYS.adopted].map((key) => {
    const property = customProperties.getItemOrNullObject(key);
    property.load('value');
    return property;
  });
  const keys = Object.keys(ASSUMPTION_NAMES) as (keyof typeof ASSUMPTION_NAMES)[];
  const items = keys.map((key) => context.workbook.names.getItemOrNullObject(ASSUMPTION_NAMES[key]));
  for (const item of items) item.load('name');
  await context.sync();
  const kept = (property: Excel.WorksheetCustomProperty | undefined): string =>
    property === undefined || property.isNullObject ? '' : property.value;
  if (kept(used) === '' || kept(pane) === '') return null;
  const cells = items.map((item) => {
    if (item.isNullObject) return null;
    const range = item.getRangeOrNullObject();
    range.load('values');
    return range;
  });
  await context.sync();
  const now: Record<string, CellValue> = {};
  keys.forEach((key, index) => {
    const range = cells[index];
    if (range === null || range === undefined || range.isNullObject) return;
    const value = range.values[0]?.[0] as RawCell;
    now[key] = value === undefined || value === '' || value === OWN_MARGIN ? null : value;
  });
  return {
    used: JSON.parse(kept(used)) as Record<string, CellValue>,
    pane: JSON.parse(kept(pane)) as Record<string, CellValue>,
    adopted: kept(adopted)
      .split(',')
      .filter((key) => key !== ''),
    now,
  };
}
