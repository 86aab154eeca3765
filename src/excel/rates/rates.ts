/** Rate cards as the commands see them: the built-in ones, and the workbook's own `Flex Rates`. */
import {
  guideCard,
  BUILTIN_CARD_NAMES,
  builtinCard,
  cardTable,
  collectionsTable,
  readCard,
  readCollections,
  withCollections,
} from '../../engine/catalog';
import type { RateCard } from '../../engine/catalog/types';
import { FlexError } from '../../engine/errors';
import { isoDate } from '../../engine/numeric';
import type { RawCell } from '../../engine/usage/types';
import { cellAddress, sheetAddress } from '../../report/model/address';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { cardChangedCondition } from '../../report/rates/card-changed';
import { newRatesDocument, ratesDocument } from '../../report/rates/document';
import { writeDocuments, type WrittenSheet } from '../sheets/document-writer';
import { ExcelFailure } from '../host/failure';
import { sheetStates } from '../host/own-sheets';
import { readInput, type Input } from '../runs/input';
import { FITTING_CARD } from '../runs/settings';
import type { CardSummary } from '../contract/services';

const SHEET = SHEETS.rates.name;

/** The built-in card that fitted the usage read last; before any was read, the functions' own. */
let fitting: RateCard = guideCard;

/** Remembers which card fits, for what is inserted where none was chosen. */
export function rememberFitting(card: RateCard): void {
  fitting = card;
}

/** The card of that name. @throws FlexError naming the cell that cannot be used, or the cards there are */
export async function loadCard(context: Excel.RequestContext, name: string): Promise<RateCard> {
  if (name === FITTING_CARD) return fitting;
  if (name.trim().toLowerCase() !== SHEET.toLowerCase()) {
    const card = builtinCard(name);
    if (card !== null) return card;
    throw new FlexError(
      'missing',
      `There is no rate card "${name}". Choose ${[...BUILTIN_CARD_NAMES, SHEET].join(', ')}.`,
    );
  }
  const card = await readRates(context);
  if (card !== null) return card;
  throw new FlexError(
    'missing',
    `There is no sheet "${SHEET}". Insert it, or choose a built-in card (${BUILTIN_CARD_NAMES.join(', ')}).`,
  );
}

/**
 * The workbook's own card, or the one announced; null without the sheet. Of a copied sheet, whose tables Excel has renamed, they are found
 * by how their names begin.
 * @throws FlexError naming the cell that cannot be used
 */
export async function readRates(
  context: Excel.RequestContext,
  name: string = SHEET,
): Promise<RateCard | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject) return null;
  const ranges = await rangesOf(context, sheet);
  if (ranges === null)
    throw new FlexError('value', `The sheet "${name}" is empty. Delete it and insert ${name} again.`);
  const rates = await cellsOf(context, name, ranges.rates);
  const card = readCard(rates.values, { ...rates.place, name });
  if (ranges.collections === null) return card;
  const held = await cellsOf(context, name, ranges.collections);
  return withCollections(
    card,
    readCollections(held.values, { ...held.place, name: 'Collections' }, card.currency),
  );
}

/** The two tables of a card; without them everything on the sheet is its rates. Null = nothing on it. */
async function rangesOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<{ readonly rates: Excel.Range; readonly collections: Excel.Range | null } | null> {
  const { tables } = sheet;
  const used = sheet.getUsedRangeOrNullObject(true);
  tables.load('items/name');
  used.load('address');
  await context.sync();
  if (used.isNullObject) return null;
  const like = (prefix: string): Excel.Table | undefined =>
    tables.items.find((table) => table.name.toLowerCase().startsWith(prefix.toLowerCase()));
  const rates = like(TABLES.rates);
  return {
    rates: rates === undefined ? used : rates.getRange(),
    collections: like(TABLES.collections)?.getRange() ?? null,
  };
}

/** The cells of the rates on `Flex Rates`, header included. @throws FlexError when nothing stands on the sheet */
export async function ratesRange(context: Excel.RequestContext): Promise<Excel.Range> {
  const ranges = await rangesOf(context, context.workbook.worksheets.getItem(SHEET));
  if (ranges === null)
    throw new FlexError('value', `The sheet "${SHEET}" is empty. Delete it and insert it again.`);
  return ranges.rates;
}

/**
 * Whether the card still is what it was, as a condition for the sheets that a run writes; null with a built-in card, or where the tables
 * bear other names than those a formula can count on.
 */
export async function readCardCondition(
  context: Excel.RequestContext,
  { name }: Pick<RateCard, 'name'>,
): Promise<string | null> {
  if (name !== SHEET) return null;
  const tables = [TABLES.rates, TABLES.collections].map((table) =>
    context.workbook.worksheets.getItem(SHEET).tables.getItemOrNullObject(table),
  );
  for (const table of tables) table.load('name');
  await context.sync();
  const [rates, collections] = tables;
  if (rates === undefined || rates.isNullObject) return null;
  return cardChangedCondition(
    (await cellsOf(context, SHEET, rates.getRange())).values,
    collections === undefined || collections.isNullObject
      ? null
      : (await cellsOf(context, SHEET, collections.getRange())).values,
  );
}

/** A table of a card as it stands. */
function cardInput(key: string, label: string, name: string, which: 'rates' | 'collections'): Input {
  return readInput(key, label, [name], async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    await context.sync();
    const range = sheet.isNullObject ? null : ((await rangesOf(context, sheet))?.[which] ?? null);
    return range === null ? [] : (await cellsOf(context, name, range)).values;
  });
}

const RATES = cardInput('rates', 'the rate card', SHEET, 'rates');
const COLLECTIONS = cardInput('collections', 'the Collections', SHEET, 'collections');
export const NEW_RATES = cardInput('newRates', 'the announced card', SHEETS.newRates.name, 'rates');
export const NEW_COLLECTIONS = cardInput(
  'newCollections',
  'the Collections of the announced card',
  SHEETS.newRates.name,
  'collections',
);

async function cellsOf(context: Excel.RequestContext, sheet: string, range: Excel.Range) {
  range.load('values,rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
  return {
    values: range.values as readonly (readonly Exclude<RawCell, undefined>[])[],
    place: {
      origin: sheetAddress(sheet, { row, column, rows, columns }),
      address: (r: number, c: number) => cellAddress(row + r, column + c),
    },
  };
}

/** Every card there is, the workbook's own first. One that cannot be read says so in its label. */
export async function listCards(context: Excel.RequestContext): Promise<readonly CardSummary[]> {
  const builtin = BUILTIN_CARD_NAMES.flatMap((name) => builtinCard(name) ?? []).map(summarizeCard);
  try {
    const own = await readRates(context);
    return own === null ? builtin : [summarizeCard(own), ...builtin];
  } catch (error) {
    if (!(error instanceof FlexError)) throw error;
    const broken: CardSummary = {
      name: SHEET,
      label: `${SHEET}: ${error.message}`,
      currency: '',
      tokenPrice: 0,
      date: '',
      basis: 'mixed',
      origin: SHEET,
    };
    return [broken, ...builtin];
  }
}

const LABELS: Readonly<Record<string, string>> = {
  guide: 'Guide: by the hour, reproduces the governing guide',
  retail: 'Retail: 24-hour days, how Flex bills today',
};

export function summarizeCard(card: RateCard): CardSummary {
  const bases = new Set(card.rows.filter((row) => row.onFlex).map((row) => row.basis));
  const only = bases.size === 1 ? [...bases][0] : undefined;
  return {
    name: card.name,
    label: LABELS[card.name] ?? `${card.name}: this workbook's own rates`,
    currency: card.currency,
    tokenPrice: card.tokenPrice,
    date: cardDate(card),
    basis: only === 'hour' || only === 'day' ? only : 'mixed',
    origin: card.origin,
  };
}

/** ISO date of the card's newest figure; '' when none is dated. */
export function cardDate(card: RateCard): string {
  const dates = card.rows.flatMap((row) => row.date ?? []);
  const newest = dates.reduce((latest, date) => Math.max(latest, date), card.validFrom ?? 0);
  return newest > 0 ? isoDate(newest) : '';
}

/** Writes `Flex Rates` from a built-in card. An existing one is replaced only when asked to. */
export async function insertRates(
  context: Excel.RequestContext,
  name: string,
  replace: boolean,
): Promise<WrittenSheet> {
  const card = builtinCard(name);
  if (card === null)
    throw new FlexError(
      'missing',
      `There is no built-in rate card "${name}". Choose ${BUILTIN_CARD_NAMES.join(' or ')}.`,
    );
  const [state] = await sheetStates(context, [SHEET]);
  if (state?.mark !== undefined && !replace) {
    throw new ExcelFailure(
      'RatesExist',
      `There is a sheet "${SHEET}" already. Edit it, or insert with "replace" to start again from the ${card.name} card.`,
      true,
    );
  }
  const document = ratesDocument({
    card,
    cardTable: cardTable(card),
    collectionsTable: collectionsTable(card),
  });
  const [written] = await writeDocuments(context, [document]);
  return written ?? { name: SHEET, address: SHEET };
}

/**
 * Writes `Flex Rates New` as a copy of a card, for the user to change.
 * @param name the card in use
 * @throws ExcelFailure `RatesExist` when there is such a sheet, ours or not
 */
export async function insertNewRates(context: Excel.RequestContext, name: string): Promise<WrittenSheet> {
  const { name: sheet } = SHEETS.newRates;
  const [state] = await sheetStates(context, [sheet]);
  if (state?.mark !== undefined) {
    throw new ExcelFailure(
      'RatesExist',
      `The sheet "${sheet}" is there already: it is yours and is never replaced. Change it, or rename it and insert it again.`,
      true,
    );
  }
  const card = await loadCard(context, name);
  const [written] = await writeDocuments(context, [
    newRatesDocument({ card, cardTable: cardTable(card), collectionsTable: collectionsTable(card) }),
  ]);
  return written ?? { name: sheet, address: sheet };
}

/** Whether a run priced with `Flex Rates`, and not with a built-in card. */
function usesOwnRates({ read }: { readonly read: { readonly card: RateCard } }): boolean {
  return read.card.name === SHEET;
}

/** The card in force, as what a command reads. */
export const CARD = [
  { input: RATES, when: usesOwnRates },
  { input: COLLECTIONS, when: usesOwnRates },
] as const;
