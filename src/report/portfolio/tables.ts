/** The short tables of `Flex Portfolio`. Costs are native formulas over list prices, the discount and the price paid for a token. */
import { PRICE_MISSING } from '../../engine/catalog';
import type { OfferingLine, Portfolio, PortfolioMoney } from '../../engine/portfolio/types';
import type { Tier } from '../../engine/pool/types';
import { columnsOf, filled, valuedColumns } from '../model/columns';
import type { CellValue, TableBlock } from '../model/document';
import { TABLES } from '../model/sheet-names';
import { PORTFOLIO_SEAT_FACTOR, priceAt } from './assumptions';
import type { GoneFromPortfolio } from './input';

/** Widths the tables share, since they stand in the same columns. */
const FIRST = 30;
const OTHERS = 14;
/** Body rows of the tier table: enough to type in, and blank ones kept below the last. */
const TIER_ROWS = 6;
const SPARE_TIER_ROWS = 2;

/** What the parts of the mix are called in cells and chart. */
export const PARTS = { seat: 'Seat', collection: 'Collection', tokens: 'Flex tokens' } as const;

const S = TABLES.portfolioSeats;

/** A part of the mix: what of it is there and what it costs, today (null = nobody knows) and as proposed. */
interface MixPart {
  readonly part: string;
  readonly today: Amount | null;
  readonly next: Amount;
}

interface Amount {
  readonly quantity: number;
  readonly cost: number;
}

function mixParts({ today, proposed }: Portfolio['summary']): readonly MixPart[] {
  const amounts: Readonly<Record<keyof typeof PARTS, (money: PortfolioMoney) => Amount>> = {
    seat: ({ seats, seatCost }) => ({ quantity: seats, cost: seatCost }),
    collection: ({ collections, collectionCost }) => ({ quantity: collections, cost: collectionCost }),
    tokens: ({ tokensBought, tokenCost }) => ({ quantity: tokensBought, cost: tokenCost }),
  };
  return (['seat', 'collection', 'tokens'] as const).map((kind) => ({
    part: PARTS[kind],
    today: today === null ? null : amounts[kind](today),
    next: amounts[kind](proposed),
  }));
}

/** Seats, Collections and tokens, today against proposed: what the chart shows and the totals sum. */
export function moneyTable({ summary, currency }: Portfolio): TableBlock {
  const column = valuedColumns<MixPart>(currency);
  const bySeats = (header: string): string => `SUMIFS(${S}[${header}],${S}[Kind],{@part})`;
  const quantity =
    (header: string) =>
    ({ part }: MixPart) =>
      part === PARTS.tokens ? null : `=${bySeats(header)}`;
  const cost = (quantity: string, header: string): string =>
    `=IF({@part}="${PARTS.tokens}",${quantity}*${priceAt(quantity)},${bySeats(header)})`;
  const isKnown = summary.today !== null;
  return {
    kind: 'table',
    name: TABLES.portfolioMoney,
    heading: isKnown ? 'Today against proposed' : 'What the mix holds',
    ...filled(
      [
        column('part', 'Part', 'text', FIRST, ({ part }) => part),
        column('quantityToday', 'Quantity today', 'integer', 16, ({ today }) => today?.quantity ?? '', {
          formula: quantity('Owned'),
          note: 'Seats and Collections owned; tokens a year as bought.',
        }),
        column('quantity', 'Quantity proposed', 'integer', OTHERS, ({ next }) => next.quantity, {
          formula: quantity('Needed'),
          note: 'Tokens as bought: at least those used, rounded up to tier, bundle and commitment.',
        }),
        column('costToday', 'Cost today', 'money', OTHERS, ({ today }) => today?.cost ?? '', {
          formula: cost('{@quantityToday}', 'Cost today'),
          note: `${currency} a year.`,
        }),
        column('cost', 'Cost proposed', 'money', OTHERS, ({ next }) => next.cost, {
          formula: cost('{@quantity}', 'Cost proposed'),
          note: `${currency} a year.`,
        }),
        column(
          'saving',
          'Saving',
          'money',
          OTHERS,
          ({ today, next }) => (today === null ? '' : today.cost - next.cost),
          {
            formula: '={@costToday}-{@cost}',
            note: `${currency} a year from the renewal on; below 0 costs more than today.`,
          },
        ),
      ],
      mixParts(summary),
      [''],
    ),
    keyColumn: 'part',
    filter: false,
    totals: { label: 'Total', sums: isKnown ? ['costToday', 'cost', 'saving'] : ['cost'] },
  };
}

/** One row a product with seats, and a Collection. */
export function seatsTable({ summary, currency }: Portfolio): TableBlock {
  const column = valuedColumns<OfferingLine>(currency);
  const count = (
    key: 'owned' | 'assigned' | 'needed' | 'spare' | 'toBuy' | 'toRelease',
    header: string,
    note?: string,
  ) => column(key, header, 'integer', OTHERS, (line) => line[key], note === undefined ? {} : { note });
  return {
    kind: 'table',
    name: S,
    heading: 'Seats and Collections',
    note: 'Needed: by the people of the usage as proposed, and by others who hold one. Costs follow the seat discount.',
    ...filled(
      [
        column('offering', 'Product or Collection', 'text', FIRST, ({ offering }) => offering),
        column('kind', 'Kind', 'text', 16, ({ kind }) => PARTS[kind]),
        count('owned', 'Owned', 'By Flex Subscriptions, and at least what is assigned.'),
        count('assigned', 'Assigned', 'Held today.'),
        count('needed', 'Needed'),
        count('spare', 'Spare', 'Owned and held by nobody.'),
        count('toBuy', 'To buy', 'Needed beyond what is owned.'),
        count('toRelease', 'Not to renew', 'Owned beyond what is needed.'),
        column('end', 'First term ends', 'date', OTHERS, ({ end }) => end),
        column('seatList', 'List price', 'price', OTHERS, ({ seatList }) => seatList ?? PRICE_MISSING, {
          note: `${currency} a year, before the seat discount.`,
        }),
        column('costToday', 'Cost today', 'money', OTHERS, ({ costToday }) => costToday ?? PRICE_MISSING, {
          formula: `={@owned}*{@seatList}*${PORTFOLIO_SEAT_FACTOR}`,
          note: 'Owned × list price × (1 − seat discount).',
        }),
        column('cost', 'Cost proposed', 'money', OTHERS, (line) => line.costProposed ?? PRICE_MISSING, {
          formula: `={@needed}*{@seatList}*${PORTFOLIO_SEAT_FACTOR}`,
          note: 'Needed × list price × (1 − seat discount).',
        }),
      ],
      summary.offerings,
    ),
    keyColumn: 'offering',
    emptyText: 'No seat is held or needed.',
    filter: false,
    totals: {
      label: 'Total',
      sums: ['owned', 'assigned', 'needed', 'spare', 'toBuy', 'toRelease', 'costToday', 'cost'],
    },
  };
}

/** The user's volume prices. */
export function portfolioTiersTable(tiers: readonly Tier[], rows: number, currency: string): TableBlock {
  const column = columnsOf(currency);
  const blank = Math.max(TIER_ROWS - tiers.length, SPARE_TIER_ROWS, rows - tiers.length);
  return {
    kind: 'table',
    name: TABLES.portfolioTiers,
    heading: 'Volume tiers (yours)',
    note: 'Price of every token from a quantity up, after discounts; a purchase is then at least the first tier. Empty: one price at any quantity. Your rows are kept.',
    columns: [
      column('from', 'From quantity', 'integer', FIRST, { userOwned: true, note: 'Tokens.' }),
      column('price', 'Price', 'price', 16, {
        userOwned: true,
        note: `${currency} a token, for all tokens of the purchase.`,
      }),
    ],
    rows: [
      ...tiers.map((tier): readonly CellValue[] => [tier.from, tier.price]),
      ...Array.from({ length: blank }, (): readonly CellValue[] => [null, null]),
    ],
    filter: false,
  };
}

/** What was given and could not be followed as written, in sentences. */
export function notesTable(notes: readonly string[]): TableBlock {
  const column = columnsOf('USD');
  return {
    kind: 'table',
    name: TABLES.portfolioNotes,
    heading: 'Seats and pins that could not be followed as written',
    columns: [column('note', 'What and why', 'text', FIRST)],
    rows: notes.map((note) => [note]),
    filter: false,
  };
}

/** People who vanished since the last run and what the user had written for them; kept until they return. */
export function goneFromPortfolioTable(gone: readonly GoneFromPortfolio[]): TableBlock {
  const column = columnsOf('USD');
  return {
    kind: 'table',
    name: TABLES.portfolioGone,
    heading: 'No longer in the data',
    note: 'People of an earlier run without a row in this one, for whom you had written something. It comes back with them.',
    columns: [
      column('user', 'User', 'text', FIRST),
      column('decision', 'Decision', 'text', 16),
      column('owner', 'Owner', 'text', OTHERS),
      column('note', 'Note', 'text', OTHERS),
      column('proposed', 'Last proposed', 'text', 24),
    ],
    rows: gone.map((person) => [person.user, person.decision, person.owner, person.note, person.proposed]),
  };
}
