/** `Flex Quotes`, written once and then the user's, and the own values typed beside the levers. */
import type { RateCard } from '../../engine/catalog';
import { FlexError } from '../../engine/errors';
import { GUIDE_LEVERS, readQuotes, type LeverRange, type QuotesReading } from '../../engine/renewal';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { renewalQuotesDocument } from '../../report/renewal/quotes-document';
import type { PlacedReject } from '../../report/segments/summary-tables';
import type { ReadOptions } from '../host/block-reader';
import { writeDocuments } from '../sheets/document-writer';
import { ExcelFailure } from '../host/failure';
import { sheetStates } from '../host/own-sheets';
import { isBlankCell, placedCell, readOwnTable, type PlacedRange } from '../host/own-tables';
import { loadCard } from '../rates/rates';
import { readInput } from '../runs/input';
import { QUOTES } from '../runs/inputs';

export interface Quotes extends QuotesReading {
  readonly range: PlacedRange;
}

/** Null without the sheet, or while nothing is typed. @throws FlexError naming the sheet when a column is missing */
export async function readQuotesSheet(
  context: Excel.RequestContext,
  card: RateCard,
  options: ReadOptions,
): Promise<Quotes | null> {
  const range = await QUOTES.range(context, options);
  if (range === null) return null;
  try {
    return { ...readQuotes(range.values, card), range };
  } catch (error) {
    if (error instanceof FlexError) throw error.at(range.sheet);
    throw error;
  }
}

/** Rows that cannot be used, with their cells. */
export function placeQuoteRejects(quotes: Quotes | null): readonly PlacedReject[] {
  if (quotes === null) return [];
  const { range, rejected } = quotes;
  const header = (range.values[0] ?? []).map((cell) => String(cell ?? '').trim());
  return rejected.map(({ row, column, value, reason }) => ({
    sheetRow: range.rect.row + row,
    address: placedCell(range, row - 1, Math.max(0, header.indexOf(column))),
    column,
    value,
    reason,
  }));
}

/** @throws ExcelFailure `QuotesExist` when there is such a sheet, ours or not */
export async function insertQuotes(
  context: Excel.RequestContext,
  sample: boolean,
  card: string,
): Promise<{ readonly sheet: string; readonly address: string }> {
  const { name } = SHEETS.quotes;
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== undefined) {
    throw new ExcelFailure(
      'QuotesExist',
      `The sheet "${name}" is there already: it is yours and is never replaced. Type there, or rename it and insert it again.`,
      true,
    );
  }
  const { currency, tokenPrice } = await loadCard(context, card);
  const [written] = await writeDocuments(context, [renewalQuotesDocument(sample, currency, tokenPrice)]);
  return { sheet: name, address: written?.address ?? name };
}

/** The guide's levers with the own values typed on `Flex Renewal`. @throws FlexError naming the cell that is no share */
export async function readOwnLevers(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<readonly LeverRange[]> {
  const { name, mark } = SHEETS.renewal;
  const [state] = await sheetStates(context, [name]);
  const table =
    state?.mark === mark ? await readOwnTable(context, name, TABLES.renewalLevers, options) : null;
  if (table === null) return GUIDE_LEVERS;
  const [header = [], ...rows] = table.values;
  const at = (text: string): number => header.findIndex((cell) => cell === text);
  return GUIDE_LEVERS.map((range) => {
    const index = rows.findIndex((cells) => cells[at('Lever')] === range.lever);
    const cell = rows[index]?.[at('Own value')];
    if (isBlankCell(cell)) return range;
    if (typeof cell === 'number' && cell >= 0 && cell <= 1) return { ...range, own: cell };
    throw new FlexError(
      'value',
      `Own value in ${placedCell(table, index + 1, at('Own value'))} is "${String(cell)}". Enter a share from 0 % to 100 % there, or clear it; then run again.`,
    );
  });
}

export const LEVERS = readInput(
  'levers',
  `the own values on ${SHEETS.renewal.name}`,
  [SHEETS.renewal.name],
  async (context) =>
    (await readOwnLevers(context, {})).flatMap(({ lever, own }) => (own === null ? [] : [[lever, own]])),
);
