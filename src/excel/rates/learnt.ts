/** Rates that the user's own day rows teach, into `Flex Rates`: a new sheet, or the empty cells of the one that is there. */
import { cardTable, collectionsTable } from '../../engine/catalog';
import { cardField } from '../../engine/catalog/headers';
import { productKey } from '../../engine/catalog/aliases';
import { withLearntRates, type LearntRate } from '../../engine/usage';
import { ratesDocument } from '../../report/rates/document';
import { SHEETS } from '../../report/model/sheet-names';
import type { LearntRatesOutcome } from '../contract/pane';
import type { Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { ExcelFailure } from '../host/failure';
import { sheetStates } from '../host/own-sheets';
import { writeDocuments } from '../sheets/document-writer';
import { readSource } from '../usage/reading';
import { ratesRange } from './rates';

const SHEET = SHEETS.rates.name;

/**
 * Reads the usage, and fills the rates it teaches where the card has none. A figure that stands in a cell is never replaced.
 * @throws ExcelFailure `NothingLearnt` when the rows teach nothing that the card lacks; the workbook is then as it was
 */
export async function fillLearntRates(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<LearntRatesOutcome> {
  const { reading } = await readSource(context, choice, settings, onProgress, signal);
  const { card, filled } = withLearntRates(reading);
  if (filled.length === 0) {
    throw new ExcelFailure(
      'NothingLearnt',
      'The rows teach no rate that the card lacks: they carry no tokens by day, or too few days of a product agree.',
      true,
    );
  }
  const [state] = await sheetStates(context, [SHEET]);
  if (state?.mark === undefined) {
    const document = ratesDocument({
      card,
      cardTable: cardTable(card),
      collectionsTable: collectionsTable(card),
    });
    const [written] = await writeDocuments(context, [document]);
    return { sheet: SHEET, address: written?.address ?? SHEET, filled: namesOf(filled), notOnSheet: [] };
  }
  return fillCells(context, filled);
}

const namesOf = (rates: readonly LearntRate[]): readonly string[] => rates.map(({ product }) => product);

/** Writes rates and their source into the empty cells of the user's table. */
async function fillCells(
  context: Excel.RequestContext,
  learnt: readonly LearntRate[],
): Promise<LearntRatesOutcome> {
  const range = await ratesRange(context);
  range.load('values,address');
  await context.sync();
  const [header = [], ...rows] = range.values as readonly (readonly unknown[])[];
  const columnOf = (field: ReturnType<typeof cardField>): number =>
    header.findIndex((cell) => cardField(String(cell)) === field);
  const [product, rate, onFlex, source] = [
    columnOf('product'),
    columnOf('rate'),
    columnOf('onFlex'),
    columnOf('source'),
  ];
  const filled: LearntRate[] = [];
  for (const found of learnt) {
    const at = rows.findIndex((row) => productKey(String(row[product] ?? '')) === productKey(found.product));
    if (product < 0 || rate < 0 || at < 0 || (rows[at]?.[rate] ?? '') !== '') continue;
    const put = (column: number, value: string | number | boolean): void => {
      if (column >= 0) range.getCell(at + 1, column).values = [[value]];
    };
    put(rate, found.rate);
    put(onFlex, true);
    put(source, `Learnt from your export: ${found.support} of ${found.days} days`);
    filled.push(found);
  }
  await context.sync();
  return {
    sheet: SHEET,
    address: range.address,
    filled: namesOf(filled),
    notOnSheet: namesOf(learnt.filter((found) => !filled.includes(found))),
  };
}
