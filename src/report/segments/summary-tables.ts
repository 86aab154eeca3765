/** The tables of `Flex Summary`. Sums are native formulas over `FlexSegments`, so they follow when finance changes an assumption. */
import { counted } from '../../engine/numeric';
import { netTokenPrice, PRICE_MISSING } from '../../engine/catalog';
import type { PriceTerms } from '../../engine/catalog/types';
import type { SegmentRow, SegmentSummaryRow } from '../../engine/segments/types';
import { NET_TOKEN_PRICE } from './assumptions';
import { columnsOf, filled, valuedColumns } from '../model/columns';
import type { CellValue, TableBlock } from '../model/document';
import { countText } from '../model/formats';
import { TABLES } from '../model/sheet-names';
import { productTotals, type ProductTotal } from './product-totals';

/** A rejected row with its place in the workbook. */
export interface PlacedReject {
  /** Row number of the worksheet. */
  readonly sheetRow: number;
  /** `Usage!D214`. */
  readonly address: string;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** A person of the last run without a row in this one, with what the user had written. */
export interface GonePerson {
  readonly user: string;
  readonly segment: string;
  readonly decision: CellValue;
  readonly owner: CellValue;
  readonly note: CellValue;
}

/** Rejected rows listed on the sheet; the count above the list is never capped. */
export const REJECTED_SHOWN = 1000;

/** A product that is not on Flex, or whose rate is empty. */
const NOT_PRICED = 'not priced';

const S = TABLES.segments;

/** By segment: FLEX.SEGMENTSUMMARY's columns first and in its order, then the costs both ways. */
export function segmentTable(
  summary: readonly SegmentSummaryRow[],
  people: readonly SegmentRow[],
  currency: string,
): TableBlock {
  const column = valuedColumns<SegmentSummaryRow>(currency);
  const sum = (header: string): string => `=SUMIFS(${S}[${header}],${S}[Segment],{@segment})`;
  const cost = (of: (row: SegmentRow) => number | null) => (line: SegmentSummaryRow) =>
    people.reduce((total, row) => (row.segment === line.segment ? total + (of(row) ?? 0) : total), 0);
  // As FLEX.SEGMENTSUMMARY: a person with any missing price is left out of both money sums.
  const priced = `=SUMIFS(${S}[Recommended cost],${S}[Segment],{@segment},${S}[Saving],"<>${PRICE_MISSING}")`;
  return {
    kind: 'table',
    name: TABLES.summary,
    heading: 'By segment',
    ...filled(
      [
        column('segment', 'Segment', 'text', 30, ({ segment }) => segment),
        column('users', 'Users', 'integer', 16, ({ users }) => users, {
          formula: `=COUNTIFS(${S}[Segment],{@segment})`,
        }),
        column('tokens', 'Tokens', 'tokens', 14, ({ tokens }) => tokens, { formula: sum('Tokens') }),
        column('cost', 'Cost', 'money', 14, (line) => line.cost, {
          formula: priced,
          note: `${currency} a year if the recommendations are followed.`,
        }),
        column('saving', 'Saving', 'money', 14, ({ saving }) => saving, {
          formula: sum('Saving'),
          note: `${currency} a year against the other way; below 0 is a premium.`,
        }),
        column('priceMissing', 'Price missing', 'integer', 14, ({ priceMissing }) => priceMissing, {
          formula: `=COUNTIFS(${S}[Segment],{@segment},${S}[Saving],"${PRICE_MISSING}")`,
          note: 'Persons left out of the sums because a price is not known.',
        }),
        column(
          'flexCost',
          'Flex cost',
          'money',
          14,
          cost((row) => row.flexCost),
          {
            formula: sum('Flex cost'),
            note: `${currency} a year with everything on Flex.`,
          },
        ),
        column(
          'bestSeatCost',
          'Best seat cost',
          'money',
          15,
          cost((row) => row.bestSeatCost),
          {
            formula: sum('Best seat cost'),
            note: `${currency} a year with seats and Collections only.`,
          },
        ),
      ],
      summary,
    ),
    emptyText: 'No person has a usable row.',
    filter: false,
    totals: {
      label: 'Total',
      sums: ['users', 'tokens', 'cost', 'saving', 'priceMissing', 'flexCost', 'bestSeatCost'],
    },
  };
}

/** By product over the year; Flex cost follows the token price. */
export function productTable(rows: readonly SegmentRow[], terms: PriceTerms, currency: string): TableBlock {
  const column = valuedColumns<ProductTotal>(currency);
  const net = netTokenPrice(terms);
  return {
    kind: 'table',
    name: TABLES.products,
    heading: 'By product',
    ...filled(
      [
        column('product', 'Product', 'text', 30, ({ product }) => product),
        column('basis', 'Charge basis', 'text', 16, ({ basis }) => basis),
        column('users', 'Users', 'integer', 14, ({ users }) => users),
        column('units', 'Units', 'units', 14, ({ units }) => units),
        column('tokens', 'Tokens', 'tokens', 14, ({ tokens }) => tokens),
        column(
          'flexCost',
          'Flex cost',
          'money',
          14,
          ({ priced, tokens }) => (priced ? tokens * net : NOT_PRICED),
          {
            formula: `={@tokens}*${NET_TOKEN_PRICE}`,
          },
        ),
        column('onFlex', 'On Flex', 'integer', 14, ({ onFlex }) => onFlex, {
          note: 'Persons for whom Flex is recommended for this product.',
        }),
        column('review', 'In review', 'integer', 15, ({ review }) => review),
        column('seats', 'Seat or Collection', 'integer', 15, ({ seats }) => seats),
      ],
      productTotals(rows),
      [NOT_PRICED],
    ),
    emptyText: 'No product was used in the year.',
    filter: false,
  };
}

/**
 * Rows left out, at most `REJECTED_SHOWN` of them.
 * @param place table name and heading, where they are not those of `Flex Summary`
 */
export function rejectedTable(
  rejected: readonly PlacedReject[],
  input: string,
  place: { readonly name: string; readonly heading: string } = {
    name: TABLES.rejected,
    heading: 'Rows left out',
  },
): TableBlock {
  const column = columnsOf('USD');
  const count = rejected.length;
  const more =
    count > REJECTED_SHOWN
      ? ` The first ${countText(REJECTED_SHOWN)} are listed; all are counted, and =FLEX.REJECTED(…) lists those of any smaller range.`
      : '';
  return {
    kind: 'table',
    ...place,
    note:
      count === 0
        ? `Every row of ${input} was used.`
        : `${counted(count, 'row')} of ${input} could not be used. Correct or ignore them, then run again.${more}`,
    columns: [
      column('cell', 'Cell', 'text', 30),
      column('row', 'Row', 'integer', 16),
      column('column', 'Column', 'text', 14),
      column('value', 'Value', 'text', 14),
      column('reason', 'Reason', 'text', 14),
    ],
    rows: rejected.slice(0, REJECTED_SHOWN).map((r) => [r.address, r.sheetRow, r.column, r.value, r.reason]),
    emptyText: 'None.',
  };
}

/** Persons who vanished since the last run and the entries the user had made for them; kept until they return. */
export function goneTable(gone: readonly GonePerson[]): TableBlock {
  const column = columnsOf('USD');
  return {
    kind: 'table',
    name: TABLES.gone,
    heading: 'No longer in the data',
    note: 'People of an earlier run without a row in this one, for whom you had written something. It comes back with them.',
    columns: [
      column('user', 'User', 'text', 30),
      column('decision', 'Decision', 'text', 16),
      column('owner', 'Owner', 'text', 14),
      column('note', 'Note', 'text', 14),
      column('segment', 'Last segment', 'text', 24),
    ],
    rows: gone.map((person) => [person.user, person.decision, person.owner, person.note, person.segment]),
  };
}
