/** `Flex Quotes`: a template for vendor quotes, one line a row. A run reads it and never replaces it. */
import { columnsOf } from '../model/columns';
import type { CellValue, Column, SheetDocument } from '../model/document';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';

/** Empty rows ready to type in; a native table grows when one types below it. */
const ROWS = 12;

/** Two offers near what the sample usage needs, whatever a token of the card costs: what they sell is set in money. */
function sampleRows(tokenPrice: number): readonly (readonly CellValue[])[] {
  const worth = (money: number): number => Math.round(money / tokenPrice);
  return [
    ['Vendor A', 'Flex tokens', worth(150_000), tokenPrice, 0.12, 3, 0.03],
    ['Vendor A', 'AEC Collection', 30, 3375, 0.1, null, null],
    ['Vendor B', 'Flex tokens', worth(135_000), tokenPrice, 0.08, 1, 0],
  ];
}

/** @param tokenPrice of the card in force; the sample's */
export function renewalQuotesDocument(sample: boolean, currency: string, tokenPrice: number): SheetDocument {
  const column = columnsOf(currency);
  const own = (note: string): Partial<Column> => ({ userOwned: true, note });
  const columns = [
    column('quote', 'Quote', 'text', 24, own('Lines of one name are one quote; up to three are compared.')),
    column(
      'item',
      'Item',
      'text',
      30,
      own('Flex tokens, a product or a Collection of the rate card; else other.'),
    ),
    column('quantity', 'Quantity', 'integer', 14, own('A year.')),
    column('unitPrice', 'Unit price', 'price', 14, own('Before the discount.')),
    column('discount', 'Discount', 'share', 12, own('Of this line; 10 % is 0.1.')),
    column('years', 'Term in years', 'integer', 14, own('Of the quote: its first row that has it counts.')),
    column('uplift', 'Uplift per year', 'share', 14, own('Rise of all its prices a year.')),
  ];
  const rows = sample ? sampleRows(tokenPrice) : [];
  const blank = columns.map((): CellValue => null);
  return {
    name: SHEETS.quotes.name,
    mark: SHEETS.quotes.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Vendor quotes', style: 'title' },
          {
            text: 'One row a line of a quote. Prepare renewal compares up to three of them.',
            style: 'subtitle',
          },
        ],
      },
      {
        kind: 'table',
        name: TABLES.quotes,
        columns,
        rows: [...rows, ...Array.from({ length: ROWS - rows.length }, () => blank)],
      },
    ],
    charts: [],
    conditional: [],
    freezeHeaderOf: TABLES.quotes,
    gridlines: true,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
  };
}
