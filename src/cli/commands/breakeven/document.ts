/** `Flex Break-even`: the card's break-evens as a sheet whose figures follow the assumptions on it. */
import { PRICE_MISSING, RATE_MISSING } from '../../../engine/catalog';
import { BREAK_EVEN_COLUMNS, breakEvenRows, breakEvenTable } from '../../../engine/breakeven';
import type { PriceTerms, RateCard } from '../../../engine/catalog/types';
import { ASSUMPTION_NAMES, NET_TOKEN_PRICE, SEAT_FACTOR } from '../../../report/segments/assumptions';
import { filled, valuedColumns } from '../../../report/model/columns';
import type { CellValue, Figure, Provenance, SheetDocument } from '../../../report/model/document';
import { moneyText, numberFormat } from '../../../report/model/formats';
import { SHEET_COLORS } from '../../../report/model/palette';
import { provenanceFigures } from '../../../report/model/provenance-figures';

export const BREAK_EVEN_TABLE = 'FlexBreakEven';

const KEYS = [
  'product',
  'basis',
  'rate',
  'seatPrice',
  'breakEven',
  'ceiling',
  'reachable',
  'recommendation',
] as const;
type Key = (typeof KEYS)[number];

/** A product of the card, and its row as FLEX.BREAKEVENTABLE gives it. */
interface Line {
  readonly row: RateCard['rows'][number];
  readonly told: readonly CellValue[];
}

/** FLEX.BREAKEVENTABLE's columns and order, then the figures behind the formulas. */
export function breakEvenDocument(card: RateCard, terms: PriceTerms, provenance: Provenance): SheetDocument {
  const told =
    (key: Key) =>
    (line: Line): CellValue =>
      line.told[KEYS.indexOf(key)] ?? '';
  const table = breakEvenTable(card, terms).slice(1);
  const lines = breakEvenRows(card, terms).map(({ row }, at): Line => ({ row, told: table[at] ?? [] }));
  const column = valuedColumns<Line>(card.currency);
  const header = (key: Key): string => BREAK_EVEN_COLUMNS[KEYS.indexOf(key)] ?? key;
  return {
    name: 'Flex Break-even',
    mark: 'breakeven',
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Where a seat costs what Flex costs', style: 'title' },
          { text: `Rate card ${provenance.card}; yearly units of one person and product`, style: 'subtitle' },
          { text: breakEvenFinding(card, terms), style: 'finding' },
        ],
      },
      {
        kind: 'figures',
        heading: 'Assumptions (change them here: figures follow)',
        figures: assumptions(card, terms),
      },
      {
        kind: 'table',
        name: BREAK_EVEN_TABLE,
        heading: 'By product',
        ...filled(
          [
            column('product', header('product'), 'text', 30, ({ row }) => row.product),
            column('basis', header('basis'), 'text', 16, ({ row }) => row.basis),
            column('rate', header('rate'), 'units', 16, told('rate'), { numberFormat: 'General' }),
            column('seatPrice', header('seatPrice'), 'price', 14, told('seatPrice'), {
              formula: `={@seatList}*${SEAT_FACTOR}`,
              note: `${card.currency} a year, after the seat discount.`,
            }),
            column('breakEven', header('breakEven'), 'units', 14, told('breakEven'), {
              formula: `={@seatPrice}/({@rate}*${NET_TOKEN_PRICE})`,
              note: 'Yearly units at which Flex costs what the seat costs, in the basis of the row.',
            }),
            column('ceiling', header('ceiling'), 'units', 14, told('ceiling'), {
              formula: '={@breakEven}*{@margin}',
              note: 'Break-even × decision margin: up to here Flex is recommended.',
            }),
            column('reachable', header('reachable'), 'flag', 12, told('reachable'), {
              formula: '={@breakEven}<={@workingYear}',
              note: 'FALSE when break-even lies beyond a working year.',
            }),
            column('recommendation', header('recommendation'), 'text', 50, told('recommendation'), {
              note: 'As computed; needs another run.',
            }),
            column('seatList', 'Seat list price', 'price', 14, ({ row }) => row.seatPrice ?? PRICE_MISSING, {
              note: `${card.currency} a year, before discount.`,
            }),
            column('margin', 'Margin', 'share', 10, ({ row }) => terms.margin ?? row.margin ?? 1),
            column('workingYear', 'Working year', 'units', 12, ({ row }) => WORKING_YEAR_CELL[row.basis], {
              note: '2,080 hours or 260 days; results have none.',
            }),
          ],
          lines,
          ['', RATE_MISSING],
        ),
        keyColumn: 'product',
      },
      {
        kind: 'figures',
        heading: 'Where these figures come from',
        figures: provenanceFigures(provenance).slice(0, 6),
      },
    ],
    charts: [],
    conditional: [
      {
        table: BREAK_EVEN_TABLE,
        column: 'reachable',
        test: { kind: 'formula', formula: '={@reachable}=FALSE' },
        fontColor: SHEET_COLORS.warning,
        bold: true,
      },
    ],
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
    provenance,
  };
}

/** Results have no working year: a figure beyond any use keeps the comparison. */
const WORKING_YEAR_CELL = { hour: 2080, day: 260, result: 1e9 } as const;

/** One sentence: how many products can reach their break-even. */
export function breakEvenFinding(card: RateCard, terms: PriceTerms): string {
  const assessed = breakEvenRows(card, terms).filter(({ assessment }) => assessment.breakEven !== null);
  const reachable = assessed.filter(({ assessment }) => assessment.reachable === true).length;
  const price = moneyText(terms.tokenPrice * (1 - terms.tokenDiscount), card.currency);
  return `At ${price} a token, a seat can pay for itself within a working year for ${reachable} of ${assessed.length} products`;
}

function assumptions(card: RateCard, terms: PriceTerms): readonly Figure[] {
  const input = (
    label: string,
    name: string,
    value: number,
    kind: 'price' | 'share',
    note: string,
  ): Figure => ({
    label,
    name,
    value,
    numberFormat: numberFormat(kind, card.currency),
    note,
    input: true,
  });
  return [
    input(
      'Token price',
      ASSUMPTION_NAMES.tokenPrice,
      terms.tokenPrice,
      'price',
      `${card.currency} a token, before the discount`,
    ),
    input(
      'Token discount',
      ASSUMPTION_NAMES.tokenDiscount,
      terms.tokenDiscount,
      'share',
      'a token discount raises break-even',
    ),
    input(
      'Seat discount',
      ASSUMPTION_NAMES.seatDiscount,
      terms.seatDiscount,
      'share',
      'a seat discount lowers break-even',
    ),
  ];
}
