/** `Flex ITAM`: Flex consumption beside seats in one register, a person × product a row, for the system of record. */
import type { ItamRow } from '../../../engine/compliance/types';
import { isoDate } from '../../../engine/numeric';
import { columnsOf } from '../../model/columns';
import { ITAM_FIGURES, type ItamReportInput } from '../input';
import type { CellValue, Column, SheetDocument } from '../../model/document';
import { countText, numberFormat, PRICE_MISSING } from '../../model/formats';
import { SHEETS, TABLES } from '../../model/sheet-names';
import { SHEET_COLORS } from '../../model/palette';

const T = TABLES.itam;

/** Builds the document. Costs follow the token price of the sheet; text from the data stays text. */
export function itamDocument({
  asOf,
  rows,
  tokenPrice,
  currency,
  provenance,
}: ItamReportInput): SheetDocument {
  const columns = itamColumns(currency);
  const people = new Set(rows.map(({ user }) => user)).size;
  return {
    name: SHEETS.itam.name,
    mark: SHEETS.itam.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Register of Flex and seats', style: 'title' },
          {
            text: `As of ${isoDate(asOf)}: ${countText(rows.length)} ${rows.length === 1 ? 'row' : 'rows'} of ${countText(people)} ${people === 1 ? 'person' : 'people'}, usage from ${provenance.input}; tokens are those of the 12 months to that date.`,
            style: 'subtitle',
          },
          {
            text: 'A Collection has a row of its own with its price; what it covers names it as the access. Export it as CSV from the pane.',
            style: 'body',
          },
        ],
      },
      {
        kind: 'figures',
        figures: [
          {
            label: 'Token price',
            name: ITAM_FIGURES.tokenPrice,
            value: tokenPrice,
            numberFormat: numberFormat('price', currency),
            unit: `${currency} a token`,
            note: 'after discounts; the costs follow',
            input: true,
          },
          {
            label: 'Rows',
            name: ITAM_FIGURES.rows,
            formula: `=COUNTIFS(${T}[User],"?*")`,
            numberFormat: '#,##0',
          },
          {
            label: 'Tokens',
            name: ITAM_FIGURES.tokens,
            formula: `=SUM(${T}[Tokens])`,
            numberFormat: '#,##0',
            unit: 'tokens a year',
          },
          {
            label: 'Cost',
            name: ITAM_FIGURES.cost,
            formula: `=SUM(${T}[Yearly cost])`,
            numberFormat: numberFormat('money', currency),
            unit: `${currency} a year`,
            note: `rows that read "${PRICE_MISSING}" are not in it`,
          },
        ],
      },
      {
        kind: 'table',
        name: T,
        columns,
        rows: rows.map((row) => itamCells(row, tokenPrice)),
        emptyText: 'Nobody used or holds anything.',
      },
    ],
    charts: [],
    conditional: [
      {
        table: T,
        column: 'yearlyCost',
        test: { kind: 'equals', text: PRICE_MISSING },
        fontColor: SHEET_COLORS.warning,
      },
    ],
    freezeHeaderOf: T,
    gridlines: true,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
    provenance,
  };
}

function itamColumns(currency: string): readonly Column[] {
  const column = columnsOf(currency);
  return [
    column('user', 'User', 'text', 30),
    column('displayName', 'Name', 'text', 24),
    column('product', 'Product', 'text', 26),
    column('access', 'Access', 'text', 26, { note: 'Named User, a Collection, Flex, or two of them.' }),
    column('assignedSince', 'Assigned since', 'date', 15, { note: 'Empty: not known.' }),
    column('lastUse', 'Last use', 'date', 13, { note: 'Empty: never, or not in the data.' }),
    column('costCentre', 'Cost centre', 'text', 16),
    column('tokens', 'Tokens', 'tokens', 12, { note: 'A year; 0 for what is used from a seat.' }),
    column('seatPrice', 'Seat price', 'money', 13, { note: `${currency} a year, after the discount.` }),
    column('yearlyCost', 'Yearly cost', 'money', 14, {
      formula: `={@seatPrice}+{@tokens}*${ITAM_FIGURES.tokenPrice}`,
      note: `${currency} a year: the seat, and the tokens at the token price above.`,
    }),
  ];
}

function itamCells(row: ItamRow, tokenPrice: number): readonly CellValue[] {
  const { user, displayName, product, access, assignedSince, lastUse, costCentre, tokens, yearlyCost } = row;
  const seatPrice = yearlyCost === null ? null : cents(yearlyCost - tokens * tokenPrice);
  return [
    user,
    displayName,
    product,
    access,
    assignedSince,
    lastUse,
    costCentre,
    tokens,
    seatPrice ?? PRICE_MISSING,
    yearlyCost === null ? PRICE_MISSING : null,
  ];
}

/** A difference of two sums of money, without what binary fractions leave. */
function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
