/** Freeze to values: every formula that needs the add-in gives way to what it shows; a record in the workbook keeps the formulas. */
import type { RawCell } from '../../engine/usage/types';
import { sheetAddress } from '../../report/model/address';
import { countText } from '../../report/model/formats';
import { throwIfCancelled } from '../host/failure';
import { hasResult } from './formula-text';
import { fingerprintOf, readRecord, writeRecord, type FrozenFormula } from './frozen-record';
import { writeRects, type Cells, type RectEntries } from '../host/rect-reader';
import type { Progress } from '../contract/services';
import { flexFormulas, flexTexts, type FlexFormula, type FormulaText } from './formulas';
import type { FreezeOutcome } from '../contract/share';
import { entryOf, type Entry } from '../host/sheet-cells';
import { undo } from '../host/undo';
import { allSheets, scanCells, type ScannedSheet } from '../host/workbook-scan';

/**
 * @param now the moment, kept in the record
 * @throws ExcelFailure; the workbook is then as it was
 */
export async function freeze(
  context: Excel.RequestContext,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  now: Date,
): Promise<FreezeOutcome> {
  const sheets = await allSheets(context);
  const earlier = await readRecord(context, sheets);
  const texts = await findTexts(context, sheets, onProgress, signal);
  const found = await flexFormulas(context, texts, signal);
  const formulas = found.filter(({ values }) => hasResult(values[0]?.[0]));
  const left = found
    .filter(({ values }) => !hasResult(values[0]?.[0]))
    .map((formula) => ({ address: addressOf(formula), shows: String(formula.values[0]?.[0] ?? '') }));
  const cells = formulas.reduce((sum, { rect }) => sum + rect.rows * rect.columns, 0);
  throwIfCancelled(signal);
  if (formulas.length > 0) {
    const entries = formulas.map((formula) => frozen(formula, now));
    // What stands at the place of an older entry is a formula again: the older one is done with.
    const kept = earlier.filter((old) => !entries.some((entry) => samePlace(entry, old)));
    try {
      await writeRecord(context, [...kept, ...entries]);
      onProgress({ phase: 'writing', done: 0, total: cells, text: `${countText(cells)} cells` });
      await writeRects(context, formulas.map(asValues), signal);
      throwIfCancelled(signal);
    } catch (error) {
      await undo(error, async (fresh) => {
        await writeRects(fresh, formulas.map(asFormula));
        await writeRecord(fresh, earlier);
      });
    }
  }
  return { formulas: formulas.length, cells, left, messages: [] };
}

/** Cells whose text calls a FLEX function, on every sheet. */
export async function findTexts(
  context: Excel.RequestContext,
  sheets: readonly ScannedSheet[],
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<readonly FormulaText[]> {
  const texts: FormulaText[] = [];
  for (const [index, sheet] of sheets.entries()) {
    onProgress({ phase: 'reading', done: index, total: sheets.length, text: sheet.name });
    await scanCells(
      context,
      sheet,
      (block, first, used) => texts.push(...flexTexts(sheet, block, first, used)),
      {
        signal,
      },
    );
  }
  return texts;
}

export function addressOf({ sheet, row, column }: FormulaText): string {
  return sheetAddress(sheet.name, { row, column, rows: 1, columns: 1 });
}

function frozen({ sheet, rect, formula, values }: FlexFormula, now: Date): FrozenFormula {
  return {
    when: now.toISOString(),
    sheetId: sheet.id,
    sheet: sheet.name,
    rect,
    formula,
    fingerprint: fingerprintOf(values),
  };
}

function samePlace(a: FrozenFormula, b: FrozenFormula): boolean {
  return a.sheetId === b.sheetId && a.rect.row === b.rect.row && a.rect.column === b.rect.column;
}

function asValues({ sheet, rect, values }: FlexFormula): RectEntries {
  return { sheet: sheet.name, rect, entries: enteredValues(values) };
}

/** Values as they must be assigned to stay what they are. */
export function enteredValues(values: Cells): readonly (readonly Entry[])[] {
  return values.map((row) => row.map((value: RawCell) => errorOr(value)));
}

/** An error stays an error: as text behind an apostrophe it would be none. */
function errorOr(value: RawCell): Entry {
  return typeof value === 'string' && /^#[A-Z/0]+[!?]?$/.test(value) ? value : entryOf(value ?? null);
}

/** The formula in its cell, and the cells it fills free for it. */
export function asFormula({
  sheet,
  rect,
  formula,
}: {
  readonly sheet: { readonly name: string };
  readonly rect: FlexFormula['rect'];
  readonly formula: string;
}): RectEntries {
  const entries = Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.columns }, (_none, column): Entry => (row + column === 0 ? formula : '')),
  );
  return { sheet: sheet.name, rect, entries };
}
