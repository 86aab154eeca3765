/**
 * The assumptions a user may change in a delivered workbook, as named cells of `Flex Summary`. Costs in our tables are native
 * formulas over them; decisions are not, so a difference from what was used asks for another run.
 */
import type { PriceTerms } from '../../engine/catalog/types';
import { cellNames } from '../../engine/assumptions/row';
import { MARGIN } from '../../engine/assumptions/shared';
import { SEGMENT_ASSUMPTIONS } from '../../engine/segments/assumptions';
import { changedCells, inputFigures, NEEDS_RUN } from '../model/input-cells';
import type { Figure } from '../model/document';
import { quoteText } from '../model/formula';
import { withCard } from '../rates/card-changed';
import { countText, moneyText } from '../model/formats';

/** Workbook names of the assumption cells, and of the currency beside them. */
export const ASSUMPTION_NAMES = { ...cellNames(SEGMENT_ASSUMPTIONS), currency: 'Flex_Currency' };

/** What the margin cell reads when each product keeps its own. */
export const OWN_MARGIN = MARGIN.empty?.word ?? '';

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

const FOLLOW = { run: NEEDS_RUN, costs: 'costs follow when changed', figures: '' } as const;

/** By the keys of the cells. */
export const valuesOf = ({ terms, asOf, rankingHoursPerDay }: RunAssumptions) => ({
  ...terms,
  asOf,
  rankingHoursPerDay,
});

/** The figures of the assumptions block, in the order shown. */
export function assumptionFigures(run: RunAssumptions): readonly Figure[] {
  const { currency } = run;
  return [
    ...inputFigures(SEGMENT_ASSUMPTIONS, valuesOf(run), currency, FOLLOW),
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
  const n = ASSUMPTION_NAMES;
  const differs = changedCells(SEGMENT_ASSUMPTIONS, valuesOf(run)).join(',');
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
