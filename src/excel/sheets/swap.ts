/**
 * Puts finished sheets in the place of ours, or everything back. Until `dropBackups` nothing of the earlier sheets is lost: they are
 * only renamed, so going back is renaming again. docs/decisions/0003-replacing-our-sheets.md says why.
 */
import { backupName, backupTable, stagingName, stagingTable } from '../host/own-sheets';
import { assign } from '../host/block-writer';
import type { PreparedSheet } from './staging';
import { enterAgain, type OutsideFormula } from './outside-formulas';
import { pointName, restoreNames, type NameBefore } from '../host/workbook-names';

/** The workbook before the run, as far as a swap changes it. */
export interface Before {
  /** Our sheets that exist, with their place in the tab row (from 0), visibility and tables. */
  readonly sheets: ReadonlyMap<string, OldSheet>;
  readonly names: readonly NameBefore[];
  readonly outside: readonly OutsideFormula[];
  readonly activeSheet: string;
}

export interface OldSheet {
  readonly position: number;
  readonly visibility: Excel.Worksheet['visibility'];
  readonly tables: readonly string[];
}

/** Renames the earlier sheets away and the finished ones into their place, then enters what needs the final names. */
export async function swapIn(
  context: Excel.RequestContext,
  prepared: readonly PreparedSheet[],
  before: Before,
): Promise<void> {
  const { worksheets } = context.workbook;
  for (const { document, layout } of prepared) {
    const old = before.sheets.get(document.name);
    if (old !== undefined) {
      const sheet = worksheets.getItem(document.name);
      sheet.name = backupName(document.name);
      for (const table of old.tables) sheet.tables.getItem(table).name = backupTable(table);
    }
    const fresh = worksheets.getItem(stagingName(document.name));
    fresh.name = document.name;
    for (const { block } of layout.tables) fresh.tables.getItem(stagingTable(block.name)).name = block.name;
    fresh.visibility = 'Visible';
    if (old !== undefined) {
      worksheets.getItem(backupName(document.name)).visibility = 'Hidden';
      fresh.position = old.position;
    }
  }
  await context.sync();
  for (const { document, cells, layout } of prepared) {
    const sheet = worksheets.getItem(document.name);
    for (const assignment of cells.late) assign(sheet, assignment);
    for (const { name, row, formula } of layout.names) {
      const known = before.names.find((item) => item.name === name);
      if (known !== undefined && known.formula !== null)
        pointName(context, known, document.name, row, formula);
    }
  }
  enterAgain(context, before.outside);
  await context.sync();
}

/** The point of no return: deletes the earlier sheets. @returns how many are still there after a failure inside. */
export async function dropBackups(context: Excel.RequestContext, before: Before): Promise<void> {
  for (const name of before.sheets.keys()) context.workbook.worksheets.getItem(backupName(name)).delete();
  await context.sync();
}

/** Earlier sheets that still exist under their backup names. */
export async function backupsLeft(context: Excel.RequestContext, before: Before): Promise<readonly string[]> {
  const sheets = [...before.sheets.keys()].map((name) =>
    context.workbook.worksheets.getItemOrNullObject(backupName(name)),
  );
  for (const sheet of sheets) sheet.load('name');
  await context.sync();
  return [...before.sheets.keys()].filter((_, index) => sheets[index]?.isNullObject === false);
}

/** Removes everything new and brings the earlier sheets back. May be repeated: each step looks at what is there. */
export async function putBack(
  context: Excel.RequestContext,
  prepared: readonly PreparedSheet[],
  before: Before,
): Promise<void> {
  const { worksheets } = context.workbook;
  const look = prepared.map(({ document }) => ({
    name: document.name,
    staging: worksheets.getItemOrNullObject(stagingName(document.name)),
    backup: worksheets.getItemOrNullObject(backupName(document.name)),
    current: worksheets.getItemOrNullObject(document.name),
  }));
  for (const { staging, backup, current } of look) {
    staging.load('name');
    backup.load('name');
    current.load('name');
  }
  await context.sync();
  for (const { name, staging, backup, current } of look) {
    const old = before.sheets.get(name);
    if (!staging.isNullObject) staging.delete();
    // The sheet of the final name is the new one when ours was renamed away, or when there was none.
    if (!current.isNullObject && (!backup.isNullObject || old === undefined)) current.delete();
    if (!backup.isNullObject && old !== undefined) {
      backup.name = name;
      backup.visibility = old.visibility;
    }
  }
  await context.sync();
  await restoreOld(context, before);
  // Last: a name's text is read against the sheets that bear their names at that moment.
  await restoreNames(context, before.names);
}

async function restoreOld(context: Excel.RequestContext, before: Before): Promise<void> {
  const { worksheets } = context.workbook;
  const held = [...before.sheets].map(([name, old]) => {
    const tables = worksheets.getItem(name).tables;
    tables.load('items/name');
    return { name, old, tables };
  });
  if (held.length > 0) await context.sync();
  for (const { name, old, tables } of held) {
    for (const table of tables.items) {
      const was = old.tables.find((candidate) => backupTable(candidate) === table.name);
      if (was !== undefined) table.name = was;
    }
    worksheets.getItem(name).position = old.position;
  }
  enterAgain(context, before.outside);
  if (before.activeSheet !== '') worksheets.getItem(before.activeSheet).activate();
  await context.sync();
}
