/** Two passes over every cell: who is named, then what each cell would become. */
import type { RawCell } from '../../engine/usage/types';
import type { ReadOptions } from '../host/block-reader';
import { Identities, textOf, type Aliases } from './identities';
import { isNobody, type PersonalColumn } from './personal-columns';
import { rectOf } from '../host/range-rect';
import { SheetRegions, type PlacedTable, type RowPart } from './sheet-regions';
import { SMALL_GROUPS, TeamSizes } from './small-teams';
import { scanCells, type ScannedSheet } from '../host/workbook-scan';

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly old: RawCell;
  readonly text: string;
}

export interface SheetEdits {
  readonly sheet: ScannedSheet;
  /** Headers of the columns that name people. */
  readonly columns: readonly string[];
  readonly edits: readonly CellEdit[];
}

export async function placedTables(context: Excel.RequestContext): Promise<readonly PlacedTable[]> {
  const { tables } = context.workbook;
  tables.load('items/name,items/worksheet/name');
  await context.sync();
  const ranges = tables.items.map((table) => {
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return range;
  });
  await context.sync();
  return tables.items.map(({ name, worksheet }, index) => ({
    sheet: worksheet.name,
    name,
    rect: rectOf(ranges[index]!),
  }));
}

/** First pass: everybody named in a column or by an e-mail, and the people of each team. */
export async function findPeople(
  context: Excel.RequestContext,
  sheets: readonly ScannedSheet[],
  tables: readonly PlacedTable[],
  options: ReadOptions,
): Promise<{ readonly identities: Identities; readonly teams: TeamSizes }> {
  const identities = new Identities();
  const teams = new TeamSizes();
  await eachRow(context, sheets, tables, options, (_sheet, _row, cells, parts) => {
    for (const { columns } of parts) {
      identities.learn(cells, columns);
      const who = columns.find(({ role }) => role === 'key' || role === 'email');
      if (who === undefined) continue;
      const person = textOf(cells[who.index]).toLowerCase();
      if (isNobody(person)) continue;
      for (const { index, role } of columns) if (role === 'team') teams.add(textOf(cells[index]), person);
    }
    for (const cell of cells) if (typeof cell === 'string') identities.learnText(cell);
  });
  return { identities, teams };
}

/** Second pass: the cells that change. */
export async function findEdits(
  context: Excel.RequestContext,
  sheets: readonly ScannedSheet[],
  tables: readonly PlacedTable[],
  aliases: Aliases,
  hidden: ReadonlySet<string>,
  options: ReadOptions,
): Promise<readonly SheetEdits[]> {
  const found = new Map<ScannedSheet, { columns: Set<string>; edits: CellEdit[] }>();
  await eachRow(context, sheets, tables, options, (sheet, row, cells, parts) => {
    let mine = found.get(sheet);
    if (mine === undefined) found.set(sheet, (mine = { columns: new Set(), edits: [] }));
    const roles = rolesOf(parts);
    const first = sheet.used?.column ?? 0;
    cells.forEach((cell, index) => {
      const known = roles.get(index);
      const text = replacement(cell, cells, known, aliases, hidden);
      if (text === undefined) return;
      mine.edits.push({ row, column: first + index, old: cell, text });
      if (known !== undefined && known.column.role !== 'team') mine.columns.add(known.column.header);
    });
  });
  return [...found].map(([sheet, { columns, edits }]) => ({ sheet, columns: [...columns], edits }));
}

interface Role {
  readonly column: PersonalColumn;
  readonly part: RowPart;
}

function rolesOf(parts: readonly RowPart[]): ReadonlyMap<number, Role> {
  return new Map(
    parts.flatMap((part) => part.columns.map((column) => [column.index, { column, part }] as const)),
  );
}

/** Undefined where the cell stays. */
function replacement(
  cell: RawCell,
  cells: readonly RawCell[],
  known: Role | undefined,
  aliases: Aliases,
  hidden: ReadonlySet<string>,
): string | undefined {
  if (cell === '' || cell === undefined || cell === null || typeof cell === 'boolean') return undefined;
  const text = String(cell);
  if (known !== undefined && !isNobody(text.trim())) {
    const { column, part } = known;
    if (column.role === 'team') {
      if (hidden.has(text.trim().toLowerCase())) return SMALL_GROUPS;
    } else {
      const named =
        column.role === 'displayName' || column.role === 'firstName' || column.role === 'lastName';
      const alias = named ? (aliases.ofRow(cells, part.columns) ?? aliases.of(cell)) : aliases.of(cell);
      if (alias !== undefined) return alias;
    }
  }
  if (typeof cell !== 'string') return undefined;
  const replaced = aliases.replace(text);
  return replaced === text ? undefined : replaced;
}

async function eachRow(
  context: Excel.RequestContext,
  sheets: readonly ScannedSheet[],
  tables: readonly PlacedTable[],
  options: ReadOptions,
  see: (sheet: ScannedSheet, row: number, cells: readonly RawCell[], parts: readonly RowPart[]) => void,
): Promise<void> {
  for (const sheet of sheets) {
    const own = tables.filter((table) => table.sheet === sheet.name);
    const regions = sheet.used === null ? null : new SheetRegions(own, sheet.used);
    await scanCells(
      context,
      sheet,
      (block, first) => {
        block.forEach((cells, index) =>
          see(sheet, first + index, cells, regions?.partsOf(first + index, cells) ?? []),
        );
      },
      options,
    );
  }
}
