/** Workbook names of figures. A name is re-pointed, never deleted and made anew, so formulas that use it go on working. */

export interface NameBefore {
  readonly name: string;
  /** What it pointed to; null when there was no such name. */
  readonly formula: string | null;
}

export async function namesBefore(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<readonly NameBefore[]> {
  const items = names.map((name) => context.workbook.names.getItemOrNullObject(name));
  for (const item of items) item.load('name,formula');
  await context.sync();
  return names.map((name, index) => {
    const item = items[index];
    return { name, formula: item === undefined || item.isNullObject ? null : String(item.formula) };
  });
}

/** Queues: the name points to this cell from now on. */
export function pointName(
  context: Excel.RequestContext,
  before: NameBefore,
  sheet: string,
  row: number,
  formula: string,
): void {
  if (before.formula === null) {
    const cell = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, 1, 1, 1);
    context.workbook.names.add(before.name, cell);
  } else {
    context.workbook.names.getItem(before.name).formula = formula;
  }
}

/** Puts every name back to what it was. */
export async function restoreNames(
  context: Excel.RequestContext,
  before: readonly NameBefore[],
): Promise<void> {
  const items = before.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
  for (const item of items) item.load('name,formula');
  await context.sync();
  before.forEach(({ formula }, index) => {
    const item = items[index];
    if (item === undefined || item.isNullObject) return;
    if (formula === null) item.delete();
    else if (item.formula !== formula) item.formula = formula;
  });
  await context.sync();
}
