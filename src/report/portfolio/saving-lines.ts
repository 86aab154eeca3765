/** What the totals of `Flex Portfolio` consist of: the people's rows, and what no row can show. Native formulas wherever they can follow. */
import { PRICE_MISSING } from '../../engine/catalog';
import type { Portfolio, SavingLine } from '../../engine/portfolio/types';
import { filled, valuedColumns } from '../model/columns';
import type { TableBlock } from '../model/document';
import { TABLES } from '../model/sheet-names';
import { PORTFOLIO_SEAT_FACTOR } from './assumptions';
import { PORTFOLIO_FIGURES } from './input';
import { PARTS } from './tables';

const P = TABLES.portfolio;
const S = TABLES.portfolioSeats;
const M = TABLES.portfolioMoney;

/** How the lines are called in cells. */
export const SAVING_LINES: Readonly<Record<SavingLine['part'], string>> = {
  people: 'People, row by row',
  'spare seats': 'Owned seats that nobody holds',
  'price missing': 'People with a price missing, as far as known',
  tokens: 'Tokens bought beyond need / tier difference',
};

/** Rows and lines that add up to the totals. */
export function savingLinesTable({ summary, currency }: Portfolio): TableBlock {
  const column = valuedColumns<SavingLine>(currency);
  const ofPeople = (header: string): string => `SUM(${P}[${header}])`;
  const unpriced = (header: string): string => `SUMIFS(${P}[${header}],${P}[Saving],"${PRICE_MISSING}")`;
  const less = (sum: (header: string) => string, today: string, proposed: string): string =>
    `(${sum(today)}-${sum(proposed)})`;
  const tokenCost = (header: string): string => `SUMIFS(${M}[${header}],${M}[Part],"${PARTS.tokens}")`;
  const paid = PORTFOLIO_FIGURES.pricePaid;
  const saving: Readonly<Record<SavingLine['part'], string>> = {
    people: ofPeople('Saving'),
    'spare seats': `SUMPRODUCT(${S}[Spare],${S}[List price])*${PORTFOLIO_SEAT_FACTOR}`,
    'price missing':
      `${less(unpriced, 'Seats today (list)', 'Seats proposed (list)')}*${PORTFOLIO_SEAT_FACTOR}` +
      `+${less(unpriced, 'Tokens today', 'Tokens proposed')}*${paid}`,
    tokens:
      `${less(tokenCost, 'Cost today', 'Cost proposed')}` +
      `-${less(ofPeople, 'Tokens today', 'Tokens proposed')}*${paid}`,
  };
  const parts = Object.keys(SAVING_LINES) as SavingLine['part'][];
  const chosen = parts
    .slice(0, -1)
    .reduceRight(
      (rest, part) => `IF({@part}="${SAVING_LINES[part]}",${saving[part]},${rest})`,
      saving.tokens,
    );
  return {
    kind: 'table',
    name: TABLES.portfolioSavingLines,
    heading: "From the people's savings to the total",
    note: 'The rows below count tokens at the price paid for one. What is bought beyond need (minimum, bundle, commitment), or was bought at the price of another tier, is no one person’s.',
    ...filled(
      [
        column('part', 'Where it comes from', 'text', 30, ({ part }) => SAVING_LINES[part], { wrap: true }),
        column('saving', 'Saving', 'money', 16, (line) => line.saving, {
          formula: `=${chosen}`,
          note: `${currency} a year from the renewal on.`,
        }),
        column('savingThisTerm', 'Saving this term, cash', 'money', 14, (line) => line.savingThisTerm, {
          note: `${currency} by the end of the running terms, as computed.`,
        }),
      ],
      summary.savingLines,
    ),
    keyColumn: 'part',
    filter: false,
    totals: { label: 'Total', sums: ['saving', 'savingThisTerm'] },
  };
}
