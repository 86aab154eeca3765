/** The columns of `Flex Segments`: FLEX.SEGMENT's first and in its order, the user's own, then the figures behind the formulas. */
import { PRICE_MISSING } from '../../engine/catalog';
import type { SegmentRow } from '../../engine/segments/types';
import { valuedColumns, type ValuedColumn } from '../model/columns';
import type { CellValue } from '../model/document';
import { NET_TOKEN_PRICE, SEAT_FACTOR } from './assumptions';

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

/** What the user wrote beside a person. */
export interface OwnEntry {
  readonly decision: CellValue;
  readonly owner: CellValue;
  readonly note: CellValue;
}

/** A row of the sheet: what the engine says of a person, what the user wrote, and what changed since the last run. */
export interface PersonLine {
  readonly person: SegmentRow;
  readonly own: OwnEntry | undefined;
  readonly change: string | null;
}

/** @param currency ISO code of the rate card */
export function segmentColumns(currency: string): readonly ValuedColumn<PersonLine>[] {
  const column = valuedColumns<PersonLine>(currency);
  const own = { userOwned: true } as const;
  return [
    column('user', 'User', 'text', 30, ({ person }) => person.user, {
      note: 'As in the usage data, first spelling.',
    }),
    column('segment', 'Segment', 'text', 25, ({ person }) => person.segment, {
      note: 'Exactly one a person; the Reason names the rule that decided.',
    }),
    column('recommendation', 'Recommendation', 'text', 26, ({ person }) => person.recommendation),
    column('primaryProduct', 'Primary product', 'text', 20, ({ person }) => person.primaryProduct, {
      note: 'The product with most units in the year.',
    }),
    column('units', 'Units', 'units', 10, ({ person }) => person.units, {
      note: "Of the primary product in the year, in the rate card's basis (hours, days or results).",
    }),
    column('tokens', 'Tokens', 'tokens', 11, ({ person }) => person.tokens, {
      note: 'All products in the year, as if on Flex.',
    }),
    column('flexCost', 'Flex cost', 'money', 12, ({ person }) => person.flexCost ?? PRICE_MISSING, {
      formula: `={@tokens}*${NET_TOKEN_PRICE}`,
      note: `${currency} a year with everything on Flex: Tokens × token price after discount.`,
    }),
    column(
      'bestSeatCost',
      'Best seat cost',
      'money',
      13,
      ({ person }) => person.bestSeatCost ?? PRICE_MISSING,
      {
        formula: `={@seatList}*${SEAT_FACTOR}+{@otherTokens}*${NET_TOKEN_PRICE}`,
        note: `${currency} a year: cheapest cover of all products by seats and Collections, after the seat discount; tokens of products that the card does not know stay.`,
      },
    ),
    column('saving', 'Saving', 'money', 12, ({ person }) => person.saving ?? PRICE_MISSING, {
      formula: `=IF({@comparedWith}="${COMPARED_WITH.flex}",{@flexCost},{@bestSeatCost})-{@recommendedCost}`,
      note: `${currency} a year against the other way (see Compared with); below 0 is a premium.`,
    }),
    column('reason', 'Reason', 'text', 70, ({ person }) => person.reason, { wrap: false }),
    column('utilisation', 'Utilisation', 'share', 12, ({ person }) => person.utilisation, {
      note: 'Units ÷ break-even of the primary product.',
    }),
    column('quartile', 'Quartile', 'integer', 9, ({ person }) => person.quartile, {
      note: 'Of utilisation, 1 = lowest quarter. Decides nothing by itself.',
    }),
    column('activeMonths', 'Active months', 'integer', 9, ({ person }) => person.activeMonths),
    column('lastUse', 'Last use', 'date', 12, ({ person }) =>
      person.lastUse === null ? null : Math.floor(person.lastUse),
    ),
    column(
      'harvest',
      'Harvest candidate',
      'flag',
      11,
      ({ person }) => (person.harvest === null ? null : person.harvest ? 'yes' : 'no'),
      {
        note: 'An assigned seat without use in 60 days, or lowest quarter and below the ceiling. Blank without seat data.',
      },
    ),
    column('change', 'Change since last run', 'text', 28, ({ change }) => change),
    column('decision', 'Decision', 'text', 18, (line) => line.own?.decision ?? null, {
      ...own,
      choices: DECISIONS,
      note: 'Yours: kept by person when you run again.',
    }),
    column('owner', 'Owner', 'text', 18, (line) => line.own?.owner ?? null, {
      ...own,
      note: 'Yours: kept by person when you run again.',
    }),
    column('note', 'Note', 'text', 30, (line) => line.own?.note ?? null, {
      ...own,
      note: 'Yours: kept by person when you run again.',
    }),
    column('seatList', 'Seat list price', 'money', 12, ({ person }) => person.bestSeatList ?? PRICE_MISSING, {
      note: `Best seat cost before the seat discount, ${currency} a year.`,
    }),
    column('otherTokens', 'Other tokens', 'tokens', 12, ({ person }) => person.otherTokens, {
      note: 'Of products that the card does not know: outside the choice, in every cost of the row.',
    }),
    column(
      'recommendedSeats',
      'Recommended seats (list)',
      'money',
      14,
      ({ person }) => person.recommendedSeatList ?? PRICE_MISSING,
      {
        note: `List price of the seats and Collections recommended, ${currency} a year.`,
      },
    ),
    column(
      'recommendedTokens',
      'Recommended tokens',
      'tokens',
      14,
      ({ person }) => person.recommendedTokens ?? PRICE_MISSING,
      {
        note: 'Tokens that stay on Flex if the recommendation is followed.',
      },
    ),
    column(
      'recommendedCost',
      'Recommended cost',
      'money',
      14,
      ({ person }) => person.recommendedCost ?? PRICE_MISSING,
      {
        formula: `={@recommendedSeats}*${SEAT_FACTOR}+{@recommendedTokens}*${NET_TOKEN_PRICE}`,
        note: `${currency} a year if the recommendation is followed.`,
      },
    ),
    column('comparedWith', 'Compared with', 'text', 15, ({ person }) => comparedWith(person), {
      note: 'The other way, which the saving is measured against.',
    }),
  ];
}

/** The cost the engine measured the saving against, told from its figures so that the formula gives the same saving. */
export function comparedWith(row: SegmentRow): CellValue {
  if (row.saving === null || row.recommendedCost === null) return null;
  const other = row.saving + row.recommendedCost;
  const gap = (cost: number | null): number => (cost === null ? Infinity : Math.abs(cost - other));
  return gap(row.flexCost) < gap(row.bestSeatCost) ? COMPARED_WITH.flex : COMPARED_WITH.seat;
}
