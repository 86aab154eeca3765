/** `Flex Rates`: a rate card as a sheet the user edits. Once it is there, every command prices with it. */
import type { RateCard } from '../../engine/catalog/types';
import type { CellValue, Column, ColumnKind, SheetDocument, TableBlock } from '../model/document';
import { columnValues } from '../model/cells';
import { numberFormat } from '../model/formats';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';

/** Headers of FLEX.RATECARD by kind and width; what is not named here is text. */
const RATE_COLUMNS: Readonly<Record<string, { kind: ColumnKind; width: number; note?: string }>> = {
  Product: {
    kind: 'text',
    width: 30,
    note: 'Names and common aliases are recognised, with or without "Autodesk" and a release year.',
  },
  Basis: {
    kind: 'text',
    width: 12,
    note: 'What a unit is: hour, day (24 hours from first launch) or result.',
  },
  'Tokens per unit': {
    kind: 'units',
    width: 13,
    note: 'Leave empty when no source confirms a rate: it is asked for, never guessed.',
  },
  'Seat price': {
    kind: 'price',
    width: 13,
    note: 'A year, before discount. Empty reads "price missing", never 0.',
  },
  'On Flex': { kind: 'flag', width: 10, note: 'TRUE or FALSE: whether tokens can be used for it at all.' },
  Margin: {
    kind: 'share',
    width: 10,
    note: 'Share of break-even up to which Flex is recommended; empty = 100 %.',
  },
  'Token price': { kind: 'price', width: 12, note: 'One price for the whole card.' },
  Currency: {
    kind: 'text',
    width: 11,
    note: 'One currency for the whole card; amounts are never converted.',
  },
  'Valid from': { kind: 'date', width: 12 },
  'Valid to': { kind: 'date', width: 12 },
  Source: { kind: 'text', width: 44 },
  Date: { kind: 'date', width: 12, note: 'Date of the figure, where its source gives one.' },
};

const CONFIDENCE: Readonly<Record<string, string>> = {
  A: 'A: published by Autodesk',
  B: 'B: quoted by a reseller',
  C: 'C: weak or conflicting',
  guide: "the governing guide's figure",
  user: 'your own figure',
};

export interface RatesInput {
  readonly card: RateCard;
  /** FLEX.RATECARD's table of the card: header row, then one row a product. */
  readonly cardTable: readonly (readonly CellValue[])[];
  /** Header row, then one row a Collection and product. */
  readonly collectionsTable: readonly (readonly CellValue[])[];
}

/** Where a card stands as a sheet, and what it is for. */
interface RatesPlace {
  readonly sheet: typeof SHEETS.rates | typeof SHEETS.newRates;
  readonly rates: string;
  readonly collections: string;
  readonly title: string;
  readonly use: string;
}

const IN_FORCE: RatesPlace = {
  sheet: SHEETS.rates,
  rates: TABLES.rates,
  collections: TABLES.collections,
  title: 'Rates and prices',
  use: 'Edit any cell: Flex Governor prices with this sheet from now on.',
};

const ANNOUNCED: RatesPlace = {
  sheet: SHEETS.newRates,
  rates: TABLES.newRates,
  collections: TABLES.newCollections,
  title: 'Rates and prices announced',
  use: 'Change what changes: Prepare renewal compares this card with the one in use, and nothing else prices with it.',
};

/** The card in force as a sheet, from the card and its two tables. */
export const ratesDocument = (input: RatesInput): SheetDocument => documentAt(IN_FORCE, input);

/** A card announced for later as a sheet beside it, to be changed by the user. */
export const newRatesDocument = (input: RatesInput): SheetDocument => documentAt(ANNOUNCED, input);

function documentAt(place: RatesPlace, { card, cardTable, collectionsTable }: RatesInput): SheetDocument {
  const rates = ratesTable(place.rates, card, cardTable);
  const tokenPrices = `${place.rates}[Token price]`;
  return {
    name: place.sheet.name,
    mark: place.sheet.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: place.title, style: 'title' },
          {
            text: `Copied from the ${card.origin}. ${place.use}`,
            style: 'subtitle',
          },
          {
            text: 'Rates and prices change at renewal. Check them against your current rate sheet and put its date beside them.',
            style: 'body',
          },
        ],
      },
      {
        kind: 'figures',
        figures: [
          {
            label: 'Token price and currency',
            value: consistency(rates),
            formula:
              `=IF(COUNT(${tokenPrices})=0,"${CONSISTENCY.none}",` +
              `IF(MAX(${tokenPrices})<>MIN(${tokenPrices}),"${CONSISTENCY.prices}",` +
              `IF(COUNTIF(${place.rates}[Currency],INDEX(${place.rates}[Currency],1))<COUNTA(${place.rates}[Currency]),` +
              `"${CONSISTENCY.currencies}","${CONSISTENCY.fine}")))`,
            numberFormat: 'General',
          },
          {
            label: 'Products without a rate',
            value: withoutRate(rates),
            formula:
              `=SUMPRODUCT((${place.rates}[Product]<>"")*(${place.rates}[Tokens per unit]="")*` +
              `(${place.rates}[On Flex]<>FALSE))`,
            numberFormat: '#,##0',
            note: 'on Flex, but not priced until you fill in the current rate sheet',
          },
        ],
      },
      rates,
      collectionsBlock(place.collections, card, collectionsTable),
    ],
    charts: [],
    conditional: [
      {
        table: place.rates,
        column: 'tokens_per_unit',
        test: { kind: 'formula', formula: '=AND({@tokens_per_unit}="",{@product}<>"",{@on_flex}<>FALSE)' },
        fill: '#FADFCC',
      },
    ],
    freezeHeaderOf: place.rates,
    gridlines: true,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
  };
}

const CONSISTENCY = {
  none: 'No token price: fill in the column Token price.',
  prices: 'Two token prices in one card: make the column Token price one figure.',
  currencies: 'Two currencies in one card: make the column Currency one.',
  fine: 'Consistent',
} as const;

function consistency(rates: TableBlock): string {
  const known = (key: string): readonly CellValue[] =>
    columnValues(rates, key).filter((cell) => cell !== null);
  const prices = new Set(known('token_price').filter((cell) => typeof cell === 'number'));
  if (prices.size === 0) return CONSISTENCY.none;
  if (prices.size > 1) return CONSISTENCY.prices;
  return new Set(known('currency')).size > 1 ? CONSISTENCY.currencies : CONSISTENCY.fine;
}

function withoutRate(rates: TableBlock): number {
  const [products, tokens, onFlex] = ['product', 'tokens_per_unit', 'on_flex'].map((key) =>
    columnValues(rates, key),
  );
  return (products ?? []).filter(
    (product, row) => product !== null && (tokens?.[row] ?? null) === null && onFlex?.[row] !== false,
  ).length;
}

function ratesTable(name: string, card: RateCard, table: readonly (readonly CellValue[])[]): TableBlock {
  const [header = [], ...rows] = table;
  const columns = header.map((cell) => column(String(cell), card.currency));
  const known = new Map(card.rows.map((row) => [row.product, row]));
  const verdicts = card.rows.some((row) => row.guideVerdict !== undefined);
  const extra: readonly Column[] = [
    { key: 'confidence', header: 'Confidence', kind: 'text', numberFormat: 'General', width: 26 },
    ...(verdicts
      ? [
          {
            key: 'verdict',
            header: 'What the guide says',
            kind: 'text' as const,
            numberFormat: 'General',
            width: 34,
          },
        ]
      : []),
  ];
  return {
    kind: 'table',
    name,
    columns: [...columns, ...extra],
    keyColumn: 'product',
    rows: rows.map((cells) => {
      const row = known.get(String(cells[0]));
      const confidence = row === undefined ? null : (CONFIDENCE[row.confidence] ?? null);
      const blanks = cells.map((cell) => (cell === '' ? null : cell));
      return [...blanks, confidence, ...(verdicts ? [row?.guideVerdict ?? null] : [])];
    }),
  };
}

function collectionsBlock(
  name: string,
  card: RateCard,
  table: readonly (readonly CellValue[])[],
): TableBlock {
  const [header = [], ...rows] = table;
  return {
    kind: 'table',
    name,
    heading: 'Collections',
    note: 'One row for each product a Collection holds. A row of the same name in the table above overrides its price.',
    columns: header.map((cell) => column(String(cell), card.currency)),
    rows: rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell))),
    emptyText: 'No Collection.',
  };
}

function column(header: string, currency: string): Column {
  const known = RATE_COLUMNS[header] ?? { kind: 'text' as const, width: 26 };
  return {
    key: header.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
    header,
    kind: known.kind,
    numberFormat: known.kind === 'units' ? 'General' : numberFormat(known.kind, currency),
    width: known.width,
    ...(known.note === undefined ? {} : { note: known.note }),
    ...(header === 'Basis' ? { choices: ['hour', 'day', 'result'] } : {}),
  };
}
