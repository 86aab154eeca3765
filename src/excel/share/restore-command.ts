/** Restore: puts the frozen formulas back where nobody has changed what stands in their place. */
import { sheetAddress } from '../../report/model/address';
import { throwIfCancelled } from '../host/failure';
import { asFormula, enteredValues } from './freeze-command';
import { fingerprintOf, readRecord, writeRecord, type FrozenFormula } from './frozen-record';
import { readRects, writeRects, type Cells } from '../host/rect-reader';
import type { Progress } from '../contract/services';
import type { RestoreOutcome } from '../contract/share';
import { undo } from '../host/undo';
import { SHEETS } from '../../report/model/sheet-names';
import { allSheets, type ScannedSheet } from '../host/workbook-scan';

interface Placed {
  readonly entry: FrozenFormula;
  readonly sheet: ScannedSheet;
}

interface Restorable extends Placed {
  readonly values: Cells;
}

/** @throws ExcelFailure; the workbook is then as it was */
export async function restore(
  context: Excel.RequestContext,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<RestoreOutcome> {
  const sheets = await allSheets(context);
  const record = await readRecord(context, sheets);
  const placed = record.flatMap((entry): readonly Placed[] => {
    const sheet =
      sheets.find(({ id }) => id === entry.sheetId) ?? sheets.find(({ name }) => name === entry.sheet);
    return sheet === undefined ? [] : [{ entry, sheet }];
  });
  const values = await readRects(
    context,
    placed.map(({ entry, sheet }) => ({ sheet: sheet.name, rect: entry.rect })),
    signal,
  );
  const read = placed.map((each, index): Restorable => ({ ...each, values: values[index]! }));
  const same = read.filter(({ entry, values: cells }) => fingerprintOf(cells) === entry.fingerprint);
  const edited = read.filter((each) => !same.includes(each));
  const lost = record.filter((entry) => !placed.some((each) => each.entry === entry));
  onProgress({ phase: 'writing', done: 0, total: same.length, text: `${same.length} formulas` });
  throwIfCancelled(signal);
  if (same.length > 0) await putBack(context, record, same, signal);
  return {
    formulas: same.length,
    edited: edited.map(({ entry, sheet }) => ({
      address: sheetAddress(sheet.name, entry.rect),
      formula: entry.formula,
    })),
    lost: lost.map((entry) => ({ address: sheetAddress(entry.sheet, entry.rect), formula: entry.formula })),
    messages: [],
  };
}

async function putBack(
  context: Excel.RequestContext,
  record: readonly FrozenFormula[],
  same: readonly Restorable[],
  signal: AbortSignal,
): Promise<void> {
  const done = new Set(same.map(({ entry }) => entry));
  const rest = record.filter((entry) => !done.has(entry));
  try {
    await writeRects(
      context,
      same.map(({ entry, sheet }) => asFormula({ sheet, rect: entry.rect, formula: entry.formula })),
      signal,
    );
    throwIfCancelled(signal);
    await writeRecord(context, rest);
  } catch (error) {
    if (rest.length === 0 && (await isGone())) return;
    await undo(error, async (fresh) => {
      await writeRects(
        fresh,
        same.map(({ entry, sheet, values }) => ({
          sheet: sheet.name,
          rect: entry.rect,
          entries: enteredValues(values),
        })),
      );
      await writeRecord(fresh, record);
    });
  }
}

/** The record is deleted last: without it, everything stands as it should. */
async function isGone(): Promise<boolean> {
  return await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(SHEETS.frozen.name);
    sheet.load('name');
    await context.sync();
    return sheet.isNullObject;
  }).catch(() => false);
}
