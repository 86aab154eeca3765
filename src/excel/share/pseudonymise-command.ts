/** Pseudonymise: everybody's names give way to aliases, in cells and everything beside them. All of it, or nothing. */
import { countText } from '../../report/model/formats';
import { throwIfCancelled } from '../host/failure';
import { enteredValues } from './freeze-command';
import type { Aliases } from './identities';
import { findEdits, findPeople, placedTables, type CellEdit, type SheetEdits } from './personal-scan';
import { countComments, deleteComments, findSpots, type Spot, type SpotKind } from './personal-spots';
import { readRects, writeRects, type RectEntries } from '../host/rect-reader';
import type { Message, Progress } from '../contract/services';
import type { PseudonymChoice, PseudonymOutcome } from '../contract/share';
import type { PlacedTable } from './sheet-regions';
import { entryOf, type Entry } from '../host/sheet-cells';
import { joinedRows, TEAM_VIEWS } from './small-teams';
import { ATTEMPTS, undo } from '../host/undo';
import { toFailure } from '../host/error-messages';
import { allSheets, type ScannedSheet } from '../host/workbook-scan';

/** A cell before and after, as each is assigned. */
interface Change {
  readonly after: RectEntries;
  readonly before: RectEntries;
}

/**
 * @param choice the key, and whether the user's own sheets change too
 * @throws ExcelFailure `BadKey`, or Excel's error in our words; the workbook is then as it was
 */
export async function pseudonymise(
  context: Excel.RequestContext,
  { key, ownSheets }: PseudonymChoice,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<PseudonymOutcome> {
  const tell = (phase: Progress['phase'], text: string): void => {
    onProgress({ phase, done: 0, total: 1, text });
  };
  tell('reading', 'looking for people');
  const sheets = await allSheets(context);
  const tables = await placedTables(context);
  const { identities, teams } = await findPeople(context, sheets, tables, { signal });
  tell('computing', `${countText(identities.count)} people`);
  const aliases = await identities.aliased(key);
  const hidden = teams.hidden();
  const changing = sheets.filter(({ mark }) => ownSheets || mark !== null);
  const all = await findEdits(context, sheets, tables, aliases, hidden, { signal });
  const edits = all.filter(({ sheet }) => changing.includes(sheet));
  const spots = (await findSpots(context, sheets, aliases)).filter(
    ({ sheet }) => sheet === null || changing.some(({ name }) => name === sheet),
  );
  const comments = await countComments(context);
  const views = await teamViews(
    context,
    tables,
    changing.map(({ name }) => name),
    hidden,
  );
  const changes = [...(await changesOf(context, edits, aliases, views.rows)), ...views.changes];
  throwIfCancelled(signal);
  const cells = edits.reduce((sum, sheet) => sum + sheet.edits.length, 0);
  tell('writing', `${countText(cells)} cells`);
  await writeAll(context, changes, spots, comments, signal);
  const of = (kind: SpotKind): number => spots.filter((spot) => spot.kind === kind).length;
  return {
    people: aliases.people,
    cells,
    charts: of('chart'),
    notes: of('note'),
    comments,
    names: of('name'),
    properties: of('property'),
    smallTeams: hidden.size,
    left: [
      ...leftText(all.filter(({ sheet }) => !changing.includes(sheet))),
      ...sheetNamesText(sheets, aliases),
    ],
    messages: [AUTHORS],
  };
}

const AUTHORS: Message = {
  level: 'info',
  text: 'Excel itself keeps who wrote notes and who saved the file last. Before you send it, remove these with File > Info > Check for Issues > Inspect Document.',
};

function leftText(sheets: readonly SheetEdits[]): readonly string[] {
  return sheets.flatMap(({ sheet, edits }) =>
    edits.length === 0
      ? []
      : [
          `${sheet.name} is yours and was not changed: ${countText(edits.length)} of its cells name people. Delete the sheet from the copy you send, or run again and let yours change too.`,
        ],
  );
}

/** A sheet's name is what formulas, charts and people point at: it is the user's to change. */
function sheetNamesText(sheets: readonly ScannedSheet[], aliases: Aliases): readonly string[] {
  return sheets
    .filter(({ name }) => aliases.replace(name) !== name)
    .map(
      ({ name }) =>
        `The name of the sheet ${name} names a person and stays. Rename the sheet before you send it.`,
    );
}

/** Formulas change inside their texts only; a text that begins with = stays text. */
async function changesOf(
  context: Excel.RequestContext,
  sheets: readonly SheetEdits[],
  aliases: Aliases,
  skipped: ReadonlySet<string>,
): Promise<readonly Change[]> {
  const doubtful = sheets.flatMap(({ sheet, edits }) =>
    edits.filter(({ old }) => isFormulaText(old)).map((edit) => ({ sheet: sheet.name, edit })),
  );
  const values = await readRects(
    context,
    doubtful.map(({ sheet, edit }) => ({ sheet, rect: oneCell(edit) })),
  );
  const formulas = new Set(
    doubtful.filter(({ edit }, index) => values[index]?.[0]?.[0] !== edit.old).map(({ edit }) => edit),
  );
  return sheets.flatMap(({ sheet, edits }) =>
    edits
      .filter(({ row }) => !skipped.has(`${sheet.name}!${row}`))
      .map((edit): Change => {
        const place = { sheet: sheet.name, rect: oneCell(edit) };
        const isFormula = formulas.has(edit);
        const before: Entry = isFormula ? (edit.old as string) : entryOf(edit.old ?? null);
        const after: Entry = isFormula ? aliases.replaceInFormula(edit.old as string) : entryOf(edit.text);
        return { before: { ...place, entries: [[before]] }, after: { ...place, entries: [[after]] } };
      }),
  );
}

function isFormulaText(cell: CellEdit['old']): boolean {
  return typeof cell === 'string' && cell.startsWith('=');
}

function oneCell({ row, column }: CellEdit): RectEntries['rect'] {
  return { row, column, rows: 1, columns: 1 };
}

/** The rows of our team tables in which small groups are joined. `rows`: those that no other change may touch, as `sheet!row`. */
async function teamViews(
  context: Excel.RequestContext,
  tables: readonly PlacedTable[],
  sheets: readonly string[],
  hidden: ReadonlySet<string>,
): Promise<{ readonly changes: readonly Change[]; readonly rows: ReadonlySet<string> }> {
  const rows = new Set<string>();
  const found = TEAM_VIEWS.flatMap((view) =>
    tables
      .filter(({ name, sheet }) => name === view.table && sheets.includes(sheet))
      .map((table) => ({ view, table })),
  );
  if (hidden.size === 0 || found.length === 0) return { changes: [], rows };
  const ranges = found.map(({ table: { sheet, rect } }) => {
    const range = context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(rect.row, rect.column, rect.rows, rect.columns);
    range.load('values,formulas');
    return range;
  });
  await context.sync();
  const changes = found.flatMap(({ view, table: { sheet, rect } }, index): readonly Change[] => {
    const [header = [], ...values] = ranges[index]!.values as unknown[][] as RectValues;
    const [, ...formulas] = ranges[index]!.formulas as unknown[][] as RectValues;
    return joinedRows(view, header, formulas, values, hidden).flatMap((row, down): readonly Change[] => {
      if (row === null) return [];
      const line = { ...rect, row: rect.row + 1 + down, rows: 1 };
      rows.add(`${sheet}!${line.row}`);
      const old = enteredCells(formulas[down] ?? [], values[down] ?? []);
      return [
        { before: { sheet, rect: line, entries: [old] }, after: { sheet, rect: line, entries: [row] } },
      ];
    });
  });
  return { changes, rows };
}

type RectValues = (string | number | boolean)[][];

/** A row as it was entered: formulas as formulas, everything else as its value. */
function enteredCells(formulas: RectValues[number], values: RectValues[number]): readonly Entry[] {
  const [entered = []] = enteredValues([values]);
  return formulas.map((cell, column) =>
    typeof cell === 'string' && cell.startsWith('=') && cell !== values[column]
      ? cell
      : (entered[column] ?? ''),
  );
}

/** Comments go last: they alone cannot be put back, so once one is gone the rest follows. */
async function writeAll(
  context: Excel.RequestContext,
  changes: readonly Change[],
  spots: readonly Spot[],
  comments: number,
  signal: AbortSignal,
): Promise<void> {
  let deleting = false;
  try {
    await writeRects(
      context,
      changes.map(({ after }) => after),
      signal,
    );
    for (const spot of spots) spot.write(context, spot.text);
    await context.sync();
    throwIfCancelled(signal);
    deleting = comments > 0;
    if (deleting) await deleteComments(context);
  } catch (error) {
    if (deleting && (await deletedAnyway(comments))) return;
    await undo(error, async (fresh) => {
      await writeRects(
        fresh,
        changes.map(({ before }) => before),
      );
      for (const spot of spots) spot.write(fresh, spot.old);
      await fresh.sync();
    });
  }
}

/** @returns false when no comment is gone and everything can be put back */
async function deletedAnyway(comments: number): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await Excel.run(async (context) => {
        if ((await countComments(context)) === comments) return false;
        await deleteComments(context);
        return true;
      });
    } catch (error) {
      if (attempt === ATTEMPTS) throw toFailure(error, 'unknown');
    }
  }
  return false;
}
