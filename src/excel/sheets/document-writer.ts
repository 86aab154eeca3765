/**
 * Writes sheet documents together: all of them appear, or the workbook stays as it was. Only sheets that bear our mark are ever
 * replaced, and only after the new content is complete.
 */
import { quotedSheet, sheetAddress } from '../../report/model/address';
import type { SheetDocument } from '../../report/model/document';
import { layout } from '../../report/model/layout';
import { ExcelFailure, throwIfCancelled } from '../host/failure';
import { toFailure } from '../host/error-messages';
import { outsideFormulas } from './outside-formulas';
import { backupName, sheetStates, stagingName } from '../host/own-sheets';
import { sheetCells } from '../host/sheet-cells';
import { addStagingSheet, fillStagingSheet, type PreparedSheet } from './staging';
import { ATTEMPTS, undo } from '../host/undo';
import { backupsLeft, dropBackups, putBack, swapIn, type Before, type OldSheet } from './swap';
import { namesBefore, pointName, type NameBefore } from '../host/workbook-names';

export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Rows written so far and in all documents together. */
  readonly onRows?: (done: number, total: number) => void;
  /** Sheet to show at the end; the first document's by default. */
  readonly activate?: string;
}

export interface WrittenSheet {
  readonly name: string;
  /** `'Flex Segments'!A1:X417`. */
  readonly address: string;
}

/**
 * @throws ExcelFailure `SheetNotOurs` when a sheet of that name lacks our mark; `Cancelled`; else Excel's error in our words.
 *   `untouched` says whether the workbook is known to be as before.
 */
export async function writeDocuments(
  context: Excel.RequestContext,
  documents: readonly SheetDocument[],
  { signal, onRows, activate }: WriteOptions = {},
): Promise<readonly WrittenSheet[]> {
  const prepared = documents.map((document): PreparedSheet => {
    const placed = layout(document);
    return { document, layout: placed, cells: sheetCells(placed) };
  });
  const before = await lookBefore(context, prepared);
  const total = prepared.reduce((sum, { layout: placed }) => sum + placed.used.rows, 0);
  let done = 0;
  let committing = false;
  try {
    throwIfCancelled(signal);
    for (const sheet of prepared) await addStagingSheet(context, sheet);
    makeNames(context, prepared, before);
    for (const sheet of prepared) {
      await fillStagingSheet(context, sheet, signal, (rows) => {
        done += rows;
        onRows?.(Math.min(done, total), total);
      });
    }
    throwIfCancelled(signal);
    await swapIn(context, prepared, before);
    throwIfCancelled(signal);
    committing = before.sheets.size > 0;
    if (committing) await dropBackups(context, before);
  } catch (error) {
    if (committing && (await finishedAnyway(before))) return written(prepared);
    await undo(error, (fresh) => putBack(fresh, prepared, before));
  }
  await show(context, activate ?? documents[0]?.name);
  onRows?.(total, total);
  return written(prepared);
}

function written(prepared: readonly PreparedSheet[]): readonly WrittenSheet[] {
  return prepared.map(({ document, layout: placed }) => ({
    name: document.name,
    address: sheetAddress(document.name, placed.tables[0]?.rect ?? placed.used),
  }));
}

/** Names that are new point to the sheet under preparation from the start, so that formulas over them can be entered. */
function makeNames(context: Excel.RequestContext, prepared: readonly PreparedSheet[], before: Before): void {
  for (const { document, layout: placed } of prepared) {
    for (const { name, row, formula } of placed.names) {
      const known = before.names.find((item) => item.name === name);
      if (known?.formula === null) pointName(context, known, stagingName(document.name), row, formula);
    }
  }
}

/** Refuses what is not ours, clears what a broken-off run left behind, and remembers what a swap will change. */
async function lookBefore(
  context: Excel.RequestContext,
  prepared: readonly PreparedSheet[],
): Promise<Before> {
  const names = prepared.map(({ document }) => document.name);
  const states = await sheetStates(context, [...names, ...names.map(stagingName), ...names.map(backupName)]);
  const markOf = (sheet: string): string | null | undefined =>
    states.find((state) => state.name === sheet)?.mark;
  for (const { document } of prepared) {
    for (const sheet of [document.name, stagingName(document.name), backupName(document.name)]) {
      const mark = markOf(sheet);
      if (mark !== undefined && mark !== document.mark) throw notOurs(sheet);
    }
  }
  await clearLeftovers(context, names, markOf);
  return await remember(
    context,
    prepared,
    names.filter((name) => markOf(name) !== undefined),
  );
}

function notOurs(sheet: string): ExcelFailure {
  return new ExcelFailure(
    'SheetNotOurs',
    `There is a sheet "${sheet}" that Flex Governor did not make, so it was not replaced. Rename that sheet, then run again. The workbook is as it was before.`,
    true,
  );
}

async function clearLeftovers(
  context: Excel.RequestContext,
  names: readonly string[],
  markOf: (sheet: string) => string | null | undefined,
): Promise<void> {
  const left = names.flatMap((name) =>
    // An old version is a leftover only where a current one exists; else it is the only copy and stays.
    [stagingName(name), ...(markOf(name) === undefined ? [] : [backupName(name)])].filter(
      (s) => markOf(s) !== undefined,
    ),
  );
  if (left.length === 0) return;
  for (const sheet of left) context.workbook.worksheets.getItem(sheet).delete();
  await context.sync();
}

async function remember(
  context: Excel.RequestContext,
  prepared: readonly PreparedSheet[],
  existing: readonly string[],
): Promise<Before> {
  const { worksheets, tables: allTables } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  allTables.load('items/name,items/worksheet/name');
  const sheets = existing.map((name) => {
    const sheet = worksheets.getItem(name);
    sheet.load('position,visibility');
    return sheet;
  });
  await context.sync();
  const tables = prepared.flatMap(({ layout: placed }) => placed.tables.map(({ block }) => block.name));
  const ours = new Set(existing);
  for (const table of allTables.items) {
    if (tables.includes(table.name) && !ours.has(table.worksheet.name)) {
      throw new ExcelFailure(
        'TableNotOurs',
        `The sheet "${table.worksheet.name}" has a table "${table.name}", a name Flex Governor needs. Rename that table (Table Design tab), then run again. The workbook is as it was before.`,
        true,
      );
    }
  }
  const old = new Map<string, OldSheet>();
  existing.forEach((name, index) => {
    const sheet = sheets[index];
    if (sheet === undefined) return;
    const held = allTables.items.filter((table) => table.worksheet.name === name).map((table) => table.name);
    old.set(name, { position: sheet.position, visibility: sheet.visibility, tables: held });
  });
  const names = await namesBefore(
    context,
    prepared.flatMap(({ layout: placed }) => placed.names.map(({ name }) => name)),
  );
  for (const item of names) refuseForeignName(item, existing);
  const outside = existing.length === 0 ? [] : await outsideFormulas(context, existing, tables);
  return { sheets: old, names, outside, activeSheet: active.name };
}

/** A name that points to nothing (its sheet was deleted) may be taken; one that points to the user's cells may not. */
function refuseForeignName({ name, formula }: NameBefore, ours: readonly string[]): void {
  if (formula === null || formula.includes('#REF!')) return;
  if (ours.some((sheet) => formula.includes(`${quotedSheet(sheet)}!`))) return;
  throw new ExcelFailure(
    'NameNotOurs',
    `The name ${name}, which Flex Governor needs, already stands for ${formula.replace(/^=/, '')}. Rename yours in the Name Manager, then run again. The workbook is as it was before.`,
    true,
  );
}

/**
 * After a failure while deleting the earlier sheets: when at least one is gone there is no way back, but the new ones are complete,
 * so the rest is deleted too. @returns false when none is gone and everything can be put back
 */
async function finishedAnyway(before: Before): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await Excel.run(async (context) => {
        const left = await backupsLeft(context, before);
        if (left.length === before.sheets.size) return false;
        for (const name of left) context.workbook.worksheets.getItem(backupName(name)).delete();
        await context.sync();
        return true;
      });
    } catch (error) {
      if (attempt === ATTEMPTS) throw toFailure(error, 'unknown');
    }
  }
  return false;
}

async function show(context: Excel.RequestContext, sheet: string | undefined): Promise<void> {
  if (sheet === undefined) return;
  try {
    context.workbook.worksheets.getItem(sheet).activate();
    await context.sync();
  } catch {
    // The result is complete; that another sheet stays in front is no reason to undo it.
  }
}
