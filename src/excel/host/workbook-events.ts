/** Tells the pane when the user's workbook changed; our own writes are not news. */

export type WorkbookChange = 'selection' | 'data' | 'sheets';

let writing = 0;

/** Changes while `work` runs are ours and are not announced. */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  writing += 1;
  try {
    return await work();
  } finally {
    // Excel delivers events after the sync that caused them.
    setTimeout(() => {
      writing -= 1;
    }, 500);
  }
}

/**
 * @param handler gets the sheet's name with changed data, where it can be told
 * @returns how to stop listening
 */
export function onWorkbookChange(handler: (what: WorkbookChange, sheet?: string) => void): () => void {
  const registrations: OfficeExtension.EventHandlerResult<unknown>[] = [];
  let stopped = false;
  const tell = (what: WorkbookChange) => (): Promise<void> => {
    if (!stopped && (writing === 0 || what === 'selection')) handler(what);
    return Promise.resolve();
  };
  const tellData = async (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    // Since ExcelApi 1.14 an event says that it is ours, however late it comes; before, `quietly` has to do.
    if (stopped || writing > 0 || event.triggerSource === 'ThisLocalAddin') return;
    const { worksheetId } = event;
    const sheet = await sheetName(worksheetId);
    if (!stopped) handler('data', sheet);
  };
  const register = Excel.run(async (context) => {
    const { workbook } = context;
    registrations.push(
      workbook.onSelectionChanged.add(tell('selection')),
      workbook.worksheets.onChanged.add(tellData),
      workbook.worksheets.onAdded.add(tell('sheets')),
      workbook.worksheets.onDeleted.add(tell('sheets')),
    );
    await context.sync();
  }).catch(() => {
    // Without events the pane still works: it reads the workbook anew at each step.
    registrations.length = 0;
  });
  return () => {
    stopped = true;
    void register.then(() => remove(registrations));
  };
}

async function sheetName(id: string): Promise<string | undefined> {
  return await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load('name');
    await context.sync();
    return sheet.isNullObject ? undefined : sheet.name;
  }).catch(() => undefined);
}

async function remove(registrations: readonly OfficeExtension.EventHandlerResult<unknown>[]): Promise<void> {
  const first = registrations[0];
  if (first === undefined) return;
  await Excel.run(first.context as Excel.RequestContext, async (context) => {
    for (const registration of registrations) registration.remove();
    await context.sync();
  }).catch(() => undefined);
}
