/** Tells the pane when the user's workbook changed; our own writes are not news. */
import { listen } from './listening';
import { keepSeen, unseen } from './seen';

export type WorkbookChange = 'selection' | 'data' | 'sheets';

let writing = 0;

/** Changes while `work` runs are ours and are not announced. */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  writing += 1;
  try {
    return await unseen(work);
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
  const stopSeeing = keepSeen();
  // Without events the pane still works: it reads the workbook anew at each step.
  const listening = listen(({ worksheets, onSelectionChanged }) => [
    onSelectionChanged.add(tell('selection')),
    worksheets.onChanged.add(tellData),
    worksheets.onAdded.add(tell('sheets')),
    worksheets.onDeleted.add(tell('sheets')),
  ]);
  return () => {
    stopped = true;
    stopSeeing();
    listening.stop();
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
