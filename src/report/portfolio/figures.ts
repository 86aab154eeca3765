/** The key figures of `Flex Portfolio` as named cells, native formulas wherever they can follow the inputs. */
import { counted } from '../../engine/numeric';
import { columnValues, countOf, sumOf } from '../model/cells';
import type { Computed, Figure, TableBlock } from '../model/document';
import { NOT_KNOWN, numberFormat } from '../model/formats';
import { TABLES } from '../model/sheet-names';
import { PORTFOLIO_SEAT_FACTOR, portfolioState } from './assumptions';
import {
  PORTFOLIO_FIGURES,
  PORTFOLIO_NAMES,
  type PortfolioAssumptions,
  type PortfolioReportInput,
} from './input';
import { PARTS } from './tables';

const P = TABLES.portfolio;

/** The tables of the sheet that its figures count and add up. */
export interface PortfolioTables {
  readonly people: TableBlock;
  readonly seats: TableBlock;
  readonly money: TableBlock;
}

/** In the order shown; what needs today's seats is left out where nobody knows them. */
export function portfolioKeyFigures(
  { portfolio, assumptions, cardChanged }: PortfolioReportInput,
  tables: PortfolioTables,
): readonly Figure[] {
  const { summary, certificate, prices, currency } = portfolio;
  const f = PORTFOLIO_FIGURES;
  const cost = sumOf(tables.money, 'cost');
  const money = (label: string, name: string, of: Computed, note: string): Figure => ({
    label,
    name,
    ...of,
    numberFormat: numberFormat('money', currency),
    unit: `${currency} a year`,
    note,
  });
  const people = (label: string, name: string, of: Computed, note?: string): Figure => ({
    label,
    name,
    ...of,
    numberFormat: '#,##0',
    unit: 'people',
    ...(note === undefined ? {} : { note }),
  });
  const fixed = (label: string, name: string, value: number | null, note: string): Figure => ({
    label,
    name,
    value: value ?? NOT_KNOWN,
    numberFormat: numberFormat('money', currency),
    unit: currency,
    note,
  });
  const seats = (label: string, name: string, kind: string): Figure => ({
    label,
    name,
    ...sumOf(tables.seats, 'needed', { kind }),
    numberFormat: '#,##0',
  });
  const compared: readonly Figure[] =
    summary.today === null
      ? []
      : [
          money(
            'Cost today',
            f.costToday,
            sumOf(tables.money, 'costToday'),
            'seats owned, held or not, and tokens bought',
          ),
          money(
            'Saving from renewal',
            f.saving,
            {
              formula: `=${f.costToday}-${f.cost}`,
              value: Number(sumOf(tables.money, 'costToday').value) - Number(cost.value),
            },
            'once the seats given up have ended',
          ),
          fixed(
            'Saving this term, cash',
            f.savingThisTerm,
            summary.savingThisTerm,
            'as computed: spare seats cost nothing, a seat given up saves nothing until it ends, tokens count as bought; people with an unknown end are left out',
          ),
          people('People to change', f.changed, countOf(tables.people, { changed: 'yes*' })),
        ];
  return [
    money('Cost proposed', f.cost, cost, missingNote(summary.proposed.priceMissing)),
    ...compared,
    portfolioState(assumptions, prices.tiers, cardChanged),
    people('People', f.people, countOf(tables.people, { user: '?*' })),
    people('People on Flex', f.onFlex, countOf(tables.people, { tokens: '>0' })),
    seats('Single seats', f.seats, PARTS.seat),
    seats('Collections', f.collections, PARTS.collection),
    {
      label: 'Tokens used',
      name: f.tokens,
      ...sumOf(tables.people, 'tokens'),
      numberFormat: '#,##0',
      unit: 'tokens a year',
    },
    {
      label: 'Tokens bought',
      name: f.tokensBought,
      value: summary.proposed.tokensBought,
      numberFormat: '#,##0',
      unit: 'tokens a year',
      note: 'as computed: rounded up to tier, bundle and commitment',
    },
    fixed(
      'No mix can cost less than',
      f.lowerBound,
      certificate.lowerBound,
      'as computed, for the people of the usage; seats that others hold are not in it',
    ),
    fixed('Gap to that bound', f.gap, certificate.gap, 'as computed'),
    people(
      'People on Flex above the margin',
      f.aboveMargin,
      aboveMargin(tables.people, summary.proposed.tokenPrice, assumptions),
      'their tokens cost more than the decision margin of the seats instead: worth a look before they grow',
    ),
  ];
}

/** The cell of the margin holds a share, or the words that leave it to each product. */
function aboveMargin(people: TableBlock, pricePaid: number, a: PortfolioAssumptions): Computed {
  const { margin } = PORTFOLIO_NAMES;
  const cost = `${P}[Tokens proposed]*${PORTFOLIO_FIGURES.pricePaid}`;
  const over = (bound: string): string => `SUMPRODUCT((${P}[${SEATS_INSTEAD}]>0)*(${cost}>${bound}))`;
  const [tokens, seats, ceilings] = ['tokens', 'flexSeatList', 'flexCeiling'].map((key) =>
    columnValues(people, key).map(Number),
  );
  const value = (tokens ?? []).filter((used, row) => {
    const seat = seats?.[row] ?? 0;
    const bound = (a.margin === null ? (ceilings?.[row] ?? 0) : seat * a.margin) * (1 - a.seatDiscount);
    return seat > 0 && used * pricePaid > bound;
  }).length;
  const formula =
    `=IF(ISNUMBER(${margin}),${over(`${P}[${SEATS_INSTEAD}]*${PORTFOLIO_SEAT_FACTOR}*${margin}`)},` +
    `${over(`${P}[Of it at own margins]*${PORTFOLIO_SEAT_FACTOR}`)})`;
  return { formula, value };
}

const SEATS_INSTEAD = 'Seats instead of Flex';

function missingNote(people: number): string {
  if (people === 0) return 'seats, Collections and tokens bought';
  return `of what has a price: ${counted(people, 'person needs', 'people need')} a seat whose price is missing`;
}
