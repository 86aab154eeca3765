/** `Flex ITAM`: Flex consumption beside seats in one register, a person × product a row, for the system of record. */
import { PRICE_MISSING } from '../../../engine/catalog';
import type { ItamRow } from '../../../engine/compliance/types';
import { isoDate, counted } from '../../../engine/numeric';
import { countOf, sumOf } from '../../model/cells';
import { filled, valuedColumns, type ValuedColumn } from '../../model/columns';
import { ITAM_FIGURES, type ItamReportInput } from '../input';
import type { CellValue, SheetDocument, TableBlock } from '../../model/document';
import { numberFormat, roundToCents } from '../../model/formats';
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
  const register: TableBlock = {
    kind: 'table',
    name: T,
    ...filled(itamColumns(currency, tokenPrice), rows),
    emptyText: 'Nobody used or holds anything.',
  };
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
            text: `As of ${isoDate(asOf)}: ${counted(rows.length, 'row')} of ${counted(people, 'person', 'people')}, usage from ${provenance.input}; tokens are those of the 12 months to that date.`,
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
            label: 'Rows of the register',
            name: ITAM_FIGURES.rows,
            ...countOf(register, { user: '?*' }),
            numberFormat: '#,##0',
          },
          {
            label: 'Tokens of the register',
            name: ITAM_FIGURES.tokens,
            ...sumOf(register, 'tokens'),
            numberFormat: '#,##0',
            unit: 'tokens a year',
          },
          {
            label: 'Cost of the register',
            name: ITAM_FIGURES.cost,
            ...sumOf(register, 'yearlyCost'),
            numberFormat: numberFormat('money', currency),
            unit: `${currency} a year`,
            note: `rows that read "${PRICE_MISSING}" are not in it`,
          },
        ],
      },
      register,
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

/** @param tokenPrice the one that the cost of a row holds */
export function itamColumns(currency: string, tokenPrice: number): readonly ValuedColumn<ItamRow>[] {
  const column = valuedColumns<ItamRow>(currency);
  const seatPrice = ({ yearlyCost, tokens }: ItamRow): CellValue =>
    yearlyCost === null ? PRICE_MISSING : roundToCents(yearlyCost - tokens * tokenPrice);
  return [
    column('user', 'User', 'text', 30, ({ user }) => user),
    column('displayName', 'Name', 'text', 24, ({ displayName }) => displayName),
    column('product', 'Product', 'text', 26, ({ product }) => product),
    column('access', 'Access', 'text', 26, ({ access }) => access, {
      note: 'Named User, a Collection, Flex, or two of them.',
    }),
    column('assignedSince', 'Assigned since', 'date', 15, ({ assignedSince }) => assignedSince, {
      note: 'Empty: not known.',
    }),
    column('lastUse', 'Last use', 'date', 13, ({ lastUse }) => lastUse, {
      note: 'Empty: never, or not in the data.',
    }),
    column('costCentre', 'Cost centre', 'text', 16, ({ costCentre }) => costCentre),
    column('tokens', 'Tokens', 'tokens', 12, ({ tokens }) => tokens, {
      note: 'A year; 0 for what is used from a seat.',
    }),
    column('seatPrice', 'Seat price', 'money', 13, seatPrice, {
      note: `${currency} a year, after the discount.`,
    }),
    column('yearlyCost', 'Yearly cost', 'money', 14, ({ yearlyCost }) => yearlyCost ?? PRICE_MISSING, {
      formula: `={@seatPrice}+{@tokens}*${ITAM_FIGURES.tokenPrice}`,
      note: `${currency} a year: the seat, and the tokens at the token price above.`,
    }),
  ];
}
