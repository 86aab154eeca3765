/** Writes `Flex Checks` over the sheets and tables that stand in the workbook. */
import { CHECK_FIGURES, checksDocument } from '../../report/checks/document';
import { controlChecks, missingGroups } from '../../report/checks/list';
import type { WorkbookParts } from '../../report/checks/parts';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { writeDocuments } from '../sheets/document-writer';
import { PRODUCT } from '../host/product';
import type { ChecksOutcome } from '../contract/share';
import { allSheets } from '../host/workbook-scan';

/** @throws ExcelFailure; the workbook is then as it was */
export async function writeChecks(
  context: Excel.RequestContext,
  signal: AbortSignal,
  now: Date,
): Promise<ChecksOutcome> {
  const parts = await workbookParts(context);
  const document = checksDocument(parts, {
    product: PRODUCT.name,
    version: PRODUCT.version,
    when: now.toISOString(),
  });
  const [written] = await writeDocuments(context, [document], { signal });
  return {
    sheet: document.name,
    address: written?.address ?? '',
    checks: controlChecks(parts).length,
    broken: await brokenNow(context),
    missing: missingGroups(parts),
  };
}

/** Sheets that are ours, our tables on them with the headers as they stand, and names. */
export async function workbookParts(context: Excel.RequestContext): Promise<WorkbookParts> {
  const ours = new Map<string, string>(Object.values(SHEETS).map(({ name, mark }) => [name, mark]));
  const sheets = (await allSheets(context)).filter(({ name, mark }) => ours.get(name) === mark);
  const { tables, names } = context.workbook;
  tables.load('items/name,items/worksheet/name');
  names.load('items/name');
  await context.sync();
  const known = new Set<string>(Object.values(TABLES));
  const there = new Set(sheets.map(({ name }) => name));
  const found = tables.items.filter(({ name, worksheet }) => known.has(name) && there.has(worksheet.name));
  const headers = found.map((table) => {
    const range = table.getHeaderRowRange();
    range.load('values');
    return range;
  });
  await context.sync();
  return {
    sheets: there,
    tables: new Map(
      found.map(({ name }, index) => [
        name,
        (headers[index]?.values[0] ?? []).map((cell: unknown) => String(cell ?? '')),
      ]),
    ),
    names: new Set(names.items.map(({ name }) => name)),
    cells: null,
  };
}

/** Null where the workbook has not calculated yet. */
async function brokenNow(context: Excel.RequestContext): Promise<number | null> {
  try {
    const cell = context.workbook.names.getItem(CHECK_FIGURES.broken).getRange();
    cell.load('values');
    await context.sync();
    const value: unknown = cell.values[0]?.[0];
    return typeof value === 'number' ? value : null;
  } catch {
    // The sheet stands complete: what its verdict reads is seen there.
    return null;
  }
}
