/** The key figures of `Flex Portfolio` as named cells, native formulas wherever they can follow the inputs. */
import type { Figure } from '../model/document';
import { numberFormat } from '../model/formats';
import { TABLES } from '../model/sheet-names';
import { PORTFOLIO_SEAT_FACTOR, portfolioState } from './assumptions';
import { PORTFOLIO_FIGURES, PORTFOLIO_NAMES, type PortfolioReportInput } from './input';
import { PARTS } from './tables';

const P = TABLES.portfolio;
const S = TABLES.portfolioSeats;
const M = TABLES.portfolioMoney;

/** In the order shown; what needs today's seats is left out where nobody knows them. */
export function portfolioKeyFigures({
  portfolio,
  assumptions,
  cardChanged,
}: PortfolioReportInput): readonly Figure[] {
  const { summary, certificate, prices, currency } = portfolio;
  const f = PORTFOLIO_FIGURES;
  const money = (label: string, name: string, formula: string, note: string): Figure => ({
    label,
    name,
    formula,
    numberFormat: numberFormat('money', currency),
    unit: `${currency} a year`,
    note,
  });
  const people = (label: string, name: string, formula: string, note?: string): Figure => ({
    label,
    name,
    formula,
    numberFormat: '#,##0',
    unit: 'people',
    ...(note === undefined ? {} : { note }),
  });
  const fixed = (label: string, name: string, value: number | null, note: string): Figure => ({
    label,
    name,
    value: value ?? 'not known',
    numberFormat: numberFormat('money', currency),
    unit: currency,
    note,
  });
  const seats = (label: string, name: string, kind: string): Figure => ({
    label,
    name,
    formula: `=SUMIFS(${S}[Needed],${S}[Kind],"${kind}")`,
    numberFormat: '#,##0',
  });
  const compared: readonly Figure[] =
    summary.today === null
      ? []
      : [
          money(
            'Cost today',
            f.costToday,
            `=SUM(${M}[Cost today])`,
            'seats owned, held or not, and tokens bought',
          ),
          money(
            'Saving from renewal',
            f.saving,
            `=${f.costToday}-${f.cost}`,
            'once the seats given up have ended',
          ),
          fixed(
            'Saving this term, cash',
            f.savingThisTerm,
            summary.savingThisTerm,
            'as computed: spare seats cost nothing, a seat given up saves nothing until it ends, tokens count as bought; people with an unknown end are left out',
          ),
          people('People to change', f.changed, `=COUNTIFS(${P}[Changed?],"yes*")`),
        ];
  return [
    money('Cost proposed', f.cost, `=SUM(${M}[Cost proposed])`, missingNote(summary.proposed.priceMissing)),
    ...compared,
    portfolioState(assumptions, prices.tiers, cardChanged),
    people('People', f.people, `=COUNTIFS(${P}[User],"?*")`),
    people('People on Flex', f.onFlex, `=COUNTIFS(${P}[Tokens proposed],">0")`),
    seats('Single seats', f.seats, PARTS.seat),
    seats('Collections', f.collections, PARTS.collection),
    {
      label: 'Tokens used',
      name: f.tokens,
      formula: `=SUM(${P}[Tokens proposed])`,
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
      aboveMargin(),
      'their tokens cost more than the decision margin of the seats instead: worth a look before they grow',
    ),
  ];
}

/** The cell of the margin holds a share, or the words that leave it to each product. */
function aboveMargin(): string {
  const { margin } = PORTFOLIO_NAMES;
  const cost = `${P}[Tokens proposed]*${PORTFOLIO_FIGURES.pricePaid}`;
  const over = (bound: string): string => `SUMPRODUCT((${P}[${SEATS_INSTEAD}]>0)*(${cost}>${bound}))`;
  return (
    `=IF(ISNUMBER(${margin}),${over(`${P}[${SEATS_INSTEAD}]*${PORTFOLIO_SEAT_FACTOR}*${margin}`)},` +
    `${over(`${P}[Of it at own margins]*${PORTFOLIO_SEAT_FACTOR}`)})`
  );
}

const SEATS_INSTEAD = 'Seats instead of Flex';

function missingNote(people: number): string {
  if (people === 0) return 'seats, Collections and tokens bought';
  return `of what has a price: ${people} ${people === 1 ? 'person needs' : 'people need'} a seat whose price is missing`;
}
