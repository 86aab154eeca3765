/**
 * The assumptions a user may change in a delivered workbook, as named cells of `Flex Summary`. Costs in our tables are native
 * formulas over them; decisions are not, so a difference from what was used asks for another run.
 */
import type { PriceTerms } from '../../engine/catalog/types';
import type { Figure } from '../model/document';
import { quoteText } from '../model/formula';
import { withCard } from '../rates/card-changed';
import { countText, moneyText, numberFormat } from '../model/formats';

/** Workbook names of the assumption cells. */
export const ASSUMPTION_NAMES = {
  tokenPrice: 'Flex_TokenPrice',
  tokenDiscount: 'Flex_TokenDiscount',
  seatDiscount: 'Flex_SeatDiscount',
  margin: 'Flex_Margin',
  currency: 'Flex_Currency',
  asOf: 'Flex_AsOf',
  rankingHours: 'Flex_RankingHours',
} as const;

/** What the margin cell reads when each product keeps its own. */
export const OWN_MARGIN = 'per product';

/** Price of a token after its discount, as used inside our formulas. */
export const NET_TOKEN_PRICE = `${ASSUMPTION_NAMES.tokenPrice}*(1-${ASSUMPTION_NAMES.tokenDiscount})`;
/** What is left of a seat's list price after its discount. */
export const SEAT_FACTOR = `(1-${ASSUMPTION_NAMES.seatDiscount})`;

/** What one run was computed with. */
export interface RunAssumptions {
  readonly terms: PriceTerms;
  readonly currency: string;
  /** Excel serial of the as-of date. */
  readonly asOf: number;
  readonly rankingHoursPerDay: number;
  /** A condition that holds once `Flex Rates` reads otherwise; absent or null where the run did not price with it. */
  readonly cardChanged?: string | null;
}

/** The figures of the assumptions block, in the order shown. */
export function assumptionFigures(run: RunAssumptions): readonly Figure[] {
  const { terms, currency } = run;
  return [
    {
      label: 'Token price',
      name: ASSUMPTION_NAMES.tokenPrice,
      value: terms.tokenPrice,
      numberFormat: numberFormat('price', currency),
      unit: `${currency} a token`,
      note: 'before the token discount; costs follow when changed',
      input: true,
    },
    {
      label: 'Token discount',
      name: ASSUMPTION_NAMES.tokenDiscount,
      value: terms.tokenDiscount,
      numberFormat: numberFormat('share', currency),
      note: 'costs follow when changed',
      input: true,
    },
    {
      label: 'Seat discount',
      name: ASSUMPTION_NAMES.seatDiscount,
      value: terms.seatDiscount,
      numberFormat: numberFormat('share', currency),
      note: 'on Named User and Collection prices; costs follow when changed',
      input: true,
    },
    {
      label: 'Decision margin',
      name: ASSUMPTION_NAMES.margin,
      value: terms.margin ?? OWN_MARGIN,
      numberFormat: terms.margin === null ? 'General' : numberFormat('share', currency),
      note: `share of break-even up to which Flex is recommended; "${OWN_MARGIN}" keeps the rate card's; needs another run`,
      input: true,
    },
    {
      label: 'As-of date',
      name: ASSUMPTION_NAMES.asOf,
      value: run.asOf,
      numberFormat: numberFormat('date', currency),
      note: 'the year is the 12 calendar months that end with its month; needs another run',
      input: true,
    },
    {
      label: 'Hours that rank as one day',
      name: ASSUMPTION_NAMES.rankingHours,
      value: run.rankingHoursPerDay,
      numberFormat: '0.0',
      unit: 'hours',
      note: 'only to rank products of different charge bases; needs another run',
      input: true,
    },
    {
      label: 'Currency',
      name: ASSUMPTION_NAMES.currency,
      value: currency,
      numberFormat: 'General',
      note: "the rate card's; amounts are never converted",
    },
  ];
}

/**
 * A native formula that says whether the assumptions still are what the decisions were computed with.
 * Decisions depend on all of them; costs follow prices and discounts by themselves.
 */
export function stalenessFormula(run: RunAssumptions): string {
  const staleness = { text: stalenessText(run), formula: assumptionsFormula(run) };
  return withCard(staleness, run.cardChanged, 'Segment users').formula;
}

function assumptionsFormula(run: RunAssumptions): string {
  const { terms } = run;
  const n = ASSUMPTION_NAMES;
  const margin = terms.margin === null ? quoteText(OWN_MARGIN) : String(terms.margin);
  const differs = [
    `${n.tokenPrice}<>${terms.tokenPrice}`,
    `${n.tokenDiscount}<>${terms.tokenDiscount}`,
    `${n.seatDiscount}<>${terms.seatDiscount}`,
    `${n.margin}<>${margin}`,
    `${n.asOf}<>${run.asOf}`,
    `${n.rankingHours}<>${run.rankingHoursPerDay}`,
  ].join(',');
  const now = [
    quoteText(`${computedAt(run)}; token price now `),
    `TEXT(${n.tokenPrice},"0.00##")`,
    quoteText(', token discount '),
    `TEXT(${n.tokenDiscount},"0.0%")`,
    quoteText(', seat discount '),
    `TEXT(${n.seatDiscount},"0.0%")`,
    quoteText(', margin '),
    `IF(ISNUMBER(${n.margin}),TEXT(${n.margin},"0.0%"),${n.margin})`,
    quoteText(': costs below follow, decisions do not. Run Segment users again.'),
  ].join('&');
  return `=IF(OR(${differs}),${now},${quoteText(stalenessText(run))})`;
}

/** What the formula shows right after a run. */
export function stalenessText(run: RunAssumptions): string {
  return `${computedAt(run)}; assumptions unchanged since.`;
}

function computedAt({ terms, currency }: RunAssumptions): string {
  const margin =
    terms.margin === null ? `margin ${OWN_MARGIN}` : `margin ${countText(terms.margin * 100, 1)}%`;
  return (
    `Decisions computed at ${moneyText(terms.tokenPrice, currency)} a token, token discount ` +
    `${countText(terms.tokenDiscount * 100, 1)}%, seat discount ${countText(terms.seatDiscount * 100, 1)}%, ${margin}`
  );
}
