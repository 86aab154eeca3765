/** The columns of `Flex Segments`: FLEX.SEGMENT's first and in its order, the user's own, then the figures behind the formulas. */
import type { Column, ColumnKind } from '../model/document';
import { NET_TOKEN_PRICE, SEAT_FACTOR } from './assumptions';
import { numberFormat } from '../model/formats';

/** Decisions offered in the list; anything else may be typed. */
export const DECISIONS = [
  'Move to Flex',
  'Keep seat',
  'Give seat',
  'Give Collection',
  'Review later',
  'Done',
] as const;

/** Keys of the columns that belong to the user. */
export const OWN_COLUMNS = ['decision', 'owner', 'note'] as const;

/** Which cost the saving is measured against. */
export const COMPARED_WITH = { flex: 'Flex cost', seat: 'Best seat cost' } as const;

/** @param currency ISO code of the rate card */
export function segmentColumns(currency: string): readonly Column[] {
  const column = (
    key: string,
    header: string,
    kind: ColumnKind,
    width: number,
    more: Partial<Column> = {},
  ): Column => ({ key, header, kind, width, numberFormat: numberFormat(kind, currency), ...more });
  const own = { userOwned: true } as const;
  return [
    column('user', 'User', 'text', 30, { note: 'As in the usage data, first spelling.' }),
    column('segment', 'Segment', 'text', 25, {
      note: 'Exactly one a person; the Reason names the rule that decided.',
    }),
    column('recommendation', 'Recommendation', 'text', 26),
    column('primaryProduct', 'Primary product', 'text', 20, {
      note: 'The product with most units in the year.',
    }),
    column('units', 'Units', 'units', 10, {
      note: "Of the primary product in the year, in the rate card's basis (hours, days or results).",
    }),
    column('tokens', 'Tokens', 'tokens', 11, { note: 'All products in the year, as if on Flex.' }),
    column('flexCost', 'Flex cost', 'money', 12, {
      formula: `={@tokens}*${NET_TOKEN_PRICE}`,
      note: `${currency} a year with everything on Flex: Tokens × token price after discount.`,
    }),
    column('bestSeatCost', 'Best seat cost', 'money', 13, {
      formula: `={@seatList}*${SEAT_FACTOR}+{@otherTokens}*${NET_TOKEN_PRICE}`,
      note: `${currency} a year: cheapest cover of all products by seats and Collections, after the seat discount; tokens of products that the card does not know stay.`,
    }),
    column('saving', 'Saving', 'money', 12, {
      formula: `=IF({@comparedWith}="${COMPARED_WITH.flex}",{@flexCost},{@bestSeatCost})-{@recommendedCost}`,
      note: `${currency} a year against the other way (see Compared with); below 0 is a premium.`,
    }),
    column('reason', 'Reason', 'text', 70, { wrap: false }),
    column('utilisation', 'Utilisation', 'share', 12, { note: 'Units ÷ break-even of the primary product.' }),
    column('quartile', 'Quartile', 'integer', 9, {
      note: 'Of utilisation, 1 = lowest quarter. Decides nothing by itself.',
    }),
    column('activeMonths', 'Active months', 'integer', 9),
    column('lastUse', 'Last use', 'date', 12),
    column('harvest', 'Harvest candidate', 'flag', 11, {
      note: 'An assigned seat without use in 60 days, or lowest quarter and below the ceiling. Blank without seat data.',
    }),
    column('change', 'Change since last run', 'text', 28),
    column('decision', 'Decision', 'text', 18, {
      ...own,
      choices: DECISIONS,
      note: 'Yours: kept by person when you run again.',
    }),
    column('owner', 'Owner', 'text', 18, { ...own, note: 'Yours: kept by person when you run again.' }),
    column('note', 'Note', 'text', 30, { ...own, note: 'Yours: kept by person when you run again.' }),
    column('seatList', 'Seat list price', 'money', 12, {
      note: `Best seat cost before the seat discount, ${currency} a year.`,
    }),
    column('otherTokens', 'Other tokens', 'tokens', 12, {
      note: 'Of products that the card does not know: outside the choice, in every cost of the row.',
    }),
    column('recommendedSeats', 'Recommended seats (list)', 'money', 14, {
      note: `List price of the seats and Collections recommended, ${currency} a year.`,
    }),
    column('recommendedTokens', 'Recommended tokens', 'tokens', 14, {
      note: 'Tokens that stay on Flex if the recommendation is followed.',
    }),
    column('recommendedCost', 'Recommended cost', 'money', 14, {
      formula: `={@recommendedSeats}*${SEAT_FACTOR}+{@recommendedTokens}*${NET_TOKEN_PRICE}`,
      note: `${currency} a year if the recommendation is followed.`,
    }),
    column('comparedWith', 'Compared with', 'text', 15, {
      note: 'The other way, which the saving is measured against.',
    }),
  ];
}
