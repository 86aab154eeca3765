/** Which sheets are ours: a mark in the worksheet's custom properties, and the names used while a new version is prepared. */

/** Key of the mark in the worksheet's custom properties. */
export const MARK_KEY = 'FlexGovernor';

/** Sheet under preparation; hidden until it takes its final name. */
export function stagingName(sheet: string): string {
  return `${sheet} (new)`;
}

/** Our earlier sheet between the swap and its deletion. */
export function backupName(sheet: string): string {
  return `${sheet} (old)`;
}

/** Tables bear other names while their sheet is not the current one: a table name is unique in a workbook. */
export function stagingTable(table: string): string {
  return `${table}_new`;
}

export function backupTable(table: string): string {
  return `${table}_old`;
}

export interface SheetState {
  readonly name: string;
  /** The mark, null when the sheet is not ours, undefined when there is no such sheet. */
  readonly mark: string | null | undefined;
}

/** Looks up several sheets in one or two syncs. */
export async function sheetStates(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<readonly SheetState[]> {
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  for (const sheet of sheets) sheet.load('name');
  await context.sync();
  const marks = sheets.map((sheet) => {
    if (sheet.isNullObject) return null;
    const mark = sheet.customProperties.getItemOrNullObject(MARK_KEY);
    mark.load('value');
    return mark;
  });
  if (marks.some((mark) => mark !== null)) await context.sync();
  return names.map((name, index) => {
    const mark = marks[index];
    return {
      name,
      mark: mark === null || mark === undefined ? undefined : mark.isNullObject ? null : mark.value,
    };
  });
}

/** What Excel knows sheets by, whatever their names; '' where there is none of that name. */
export async function sheetIdsOf(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<readonly string[]> {
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  for (const sheet of sheets) sheet.load('id');
  await context.sync();
  return sheets.map((sheet) => (sheet.isNullObject ? '' : sheet.id));
}
