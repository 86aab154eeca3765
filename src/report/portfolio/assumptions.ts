/**
 * The inputs of `Flex Portfolio` as named cells, and the line that says whether the assignment still is what they ask for. Costs are
 * native formulas over the prices; who gets what was decided at one set of prices, so a change there asks for another run.
 */
import { counted } from '../../engine/numeric';
import type { Tier } from '../../engine/pool/types';
import { keysOf } from '../../engine/assumptions/row';
import { PORTFOLIO_ASSUMPTIONS } from '../../engine/portfolio/assumptions';
import type { Figure } from '../model/document';
import { countText, moneyText, numberFormat } from '../model/formats';
import { changedCells, inputFigures, NEEDS_RUN } from '../model/input-cells';
import { quoteText } from '../model/formula';
import { TABLES } from '../model/sheet-names';
import { PORTFOLIO_FIGURES, PORTFOLIO_NAMES, type PortfolioAssumptions } from './input';

const n = PORTFOLIO_NAMES;
const T = TABLES.portfolioTiers;

/** What is left of a list price after the seat discount. */
export const PORTFOLIO_SEAT_FACTOR = `(1-${n.seatDiscount})`;
/** Price of a token after its discount, where no tier holds. */
const NET_PRICE = `${n.tokenPrice}*(1-${n.tokenDiscount})`;

/** 1 for a tier with both its cells filled in: half a row that is being typed prices nothing. */
const FILLED = `(${T}[From quantity]<>"")*(${T}[Price]<>"")`;

/**
 * Price of one token at a quantity, without a leading `=`: the tier's whatever the order of the tiers, below the first tier that one's;
 * without tiers the one price.
 */
export function priceAt(quantity: string): string {
  const reached = `${FILLED}*(${T}[From quantity]<=${quantity})`;
  return (
    `IF(SUMPRODUCT(${FILLED})=0,${NET_PRICE},` +
    `IF(SUMPRODUCT(${reached})=0,SUMIFS(${T}[Price],${T}[From quantity],MIN(${T}[From quantity])),` +
    `SUMIFS(${T}[Price],${T}[From quantity],SUMPRODUCT(MAX(${reached}*${T}[From quantity])))))`
  );
}

const FOLLOW = {
  run: NEEDS_RUN,
  costs: 'costs follow; who gets what needs another run',
  figures: 'decides nothing here: "People on Flex above the margin" follows',
} as const;

/** The figures of the inputs block, in the order shown. */
export function portfolioInputFigures(
  a: PortfolioAssumptions,
  pricePaid: number,
  currency: string,
): readonly Figure[] {
  return [
    ...inputFigures(PORTFOLIO_ASSUMPTIONS, a, currency, FOLLOW),
    {
      label: 'Price paid for a token',
      name: PORTFOLIO_FIGURES.pricePaid,
      value: pricePaid,
      formula: `=${priceAt(PORTFOLIO_FIGURES.tokensBought)}`,
      numberFormat: numberFormat('price', currency),
      unit: `${currency} a token`,
      note: 'of the tokens bought: from the tier table where it is filled in, else token price less discount',
    },
  ];
}

/** Whether an input that can change decisions reads otherwise than at the run: a condition without a leading `=`. */
function differs(a: PortfolioAssumptions, tiers: readonly Tier[]): string {
  const from = tiers.reduce((sum, tier) => sum + tier.from, 0);
  const paid = tiers.reduce((sum, tier) => sum + tier.from * tier.price + tier.price, 0);
  const conditions = [
    ...changedCells(
      PORTFOLIO_ASSUMPTIONS,
      a,
      keysOf(PORTFOLIO_ASSUMPTIONS).filter((key) => key !== 'margin'),
    ),
    `COUNT(${T}[Price])<>${tiers.length}`,
    `ABS(SUM(${T}[From quantity])-${from})>0.000001`,
    `ABS(SUMPRODUCT(${T}[From quantity],${T}[Price])+SUM(${T}[Price])-${paid})>0.000001`,
  ];
  return `OR(${conditions.join(',')})`;
}

/** A native formula that says at which prices the assignment was computed and what they are now, and the text it shows right after a run. */
export function portfolioStaleness(
  a: PortfolioAssumptions,
  currency: string,
  tiers: readonly Tier[],
): { readonly text: string; readonly formula: string } {
  const at = computedAt(a, currency, tiers);
  const text = `${at}; inputs unchanged since.`;
  const now = [
    quoteText(`${at}. Now: `),
    `TEXT(${PORTFOLIO_FIGURES.pricePaid},"0.00##")`,
    quoteText(` ${currency} a token, seat discount `),
    `TEXT(${n.seatDiscount},"0.0%")`,
    quoteText(', contractors on Flex '),
    n.contractorsOnFlex,
    quoteText(': costs below follow, who gets what does not. Run Build portfolio again.'),
  ].join('&');
  return { text, formula: `=IF(${differs(a, tiers)},${now},${quoteText(text)})` };
}

/** The same beside the totals, in two words. */
export function portfolioState(
  a: PortfolioAssumptions,
  tiers: readonly Tier[],
  cardChanged?: string | null,
): Figure {
  const inputs = differs(a, tiers);
  const changed = typeof cardChanged === 'string' ? `OR(${cardChanged},${inputs})` : inputs;
  return {
    label: 'Assignment',
    name: PORTFOLIO_FIGURES.state,
    value: 'current',
    formula: `=IF(${changed},"run again","current")`,
    numberFormat: 'General',
    note: '"run again": an input that decides who gets what has changed since it was computed',
  };
}

function computedAt(a: PortfolioAssumptions, currency: string, tiers: readonly Tier[]): string {
  const percent = (share: number): string => `${countText(share * 100, 1)}%`;
  const price =
    tiers.length > 0
      ? counted(tiers.length, 'price tier')
      : `${moneyText(a.tokenPrice * (1 - a.tokenDiscount), currency)} a token`;
  return `Assignment computed at ${price}, seat discount ${percent(a.seatDiscount)}, contractors on Flex ${a.contractorsOnFlex ? 'yes' : 'no'}`;
}
