/**
 * The inputs of `Flex Pool` as named cells, and the line that says whether the sizes still are what they ask for. Costs are native
 * formulas over the prices; sizes and risks come from a simulation, so they need another run.
 */
import { keysOf } from '../../engine/assumptions/row';
import { PEOPLE } from '../../engine/assumptions/shared';
import { wordOf } from '../../engine/assumptions/value';
import { formatMoney, counted } from '../../engine/numeric';
import { POOL_ASSUMPTIONS } from '../../engine/pool/assumptions';
import type { Figure } from '../model/document';
import { numberFormat } from '../model/formats';
import { quoteText } from '../model/formula';
import { changedCells, inputFigure, keysThat, NEEDS_RUN } from '../model/input-cells';
import { TABLES } from '../model/sheet-names';
import { POOL_NAMES, type PoolAssumptions } from './input';

/** Workbook names of figures worked out from the inputs, so that other formulas can name them. */
export const POOL_DERIVED = {
  disruptionUsed: 'Flex_PoolDisruptionUsed',
  unusedToken: 'Flex_PoolUnusedToken',
  missingToken: 'Flex_PoolMissingToken',
  missingTokenAtPrices: 'Flex_PoolMissingTokenAtPrices',
  blockedUnit: 'Flex_PoolBlockedUnit',
  impliedTolerance: 'Flex_PoolImpliedTolerance',
  sizeAtTolerance: 'Flex_PoolSizeAtTolerance',
  cheapestOnCurve: 'Flex_PoolCheapestOnCurve',
  cheapestCost: 'Flex_PoolCheapestCost',
} as const;

/** Price of a token after its discount, where no tier holds. */
export const NET_POOL_PRICE = `${POOL_NAMES.tokenPrice}*(1-${POOL_NAMES.tokenDiscount})`;

const FOLLOW = {
  run: NEEDS_RUN,
  costs: 'costs follow; the cheapest size needs another run',
  figures: 'the mis-sizing figures follow',
} as const;

/** What the disruption cost by class adds to the one number. */
export interface ClassWeights {
  /** Tokens of the whole population: those of no class, and of classes without a cost, count with the one number. */
  readonly tokens: number;
}

/**
 * The figures of the inputs block, in the order shown.
 * @param used the disruption cost that counts, weighted by class
 * @param classes null without a table of classes
 */
export function poolInputFigures(
  a: PoolAssumptions,
  used: number,
  currency: string,
  classes: ClassWeights | null,
): readonly Figure[] {
  return keysOf(POOL_ASSUMPTIONS).flatMap((key): readonly Figure[] => {
    const figure = inputFigure(POOL_ASSUMPTIONS[key], a[key], currency, FOLLOW);
    if (key !== 'disruption') return [figure];
    const implied = `none given: what the tolerance implies beside the top-up; enter yours here; ${FOLLOW.costs}`;
    return [
      a.disruptionImplied === true ? { ...figure, note: implied } : figure,
      disruptionUsed(used, currency, classes),
    ];
  });
}

/** Token-weighted over the classes with a cost of their own; all other tokens count with the one number. */
function disruptionUsed(used: number, currency: string, classes: ClassWeights | null): Figure {
  const t = TABLES.poolClasses;
  const owned = `SUMIFS(${t}[Tokens],${t}[Disruption cost],">=0")`;
  return {
    label: 'Disruption cost used',
    name: POOL_DERIVED.disruptionUsed,
    value: used,
    formula:
      classes === null
        ? `=${POOL_NAMES.disruption}`
        : `=(SUMPRODUCT(${t}[Tokens],${t}[Disruption cost])+${POOL_NAMES.disruption}*(${classes.tokens}-${owned}))/${classes.tokens}`,
    numberFormat: numberFormat('price', currency),
    unit: `${currency} a token`,
    note:
      classes === null
        ? 'the one number: people are not told apart by class'
        : 'weighted by the tokens of each class below; classes without a cost count with the one number',
  };
}

/** What a sizing depended on beside the named cells. */
export interface StalenessFacts {
  readonly tiers: readonly { readonly from: number; readonly price: number }[];
  /** The weighted disruption cost the sizes were computed with. */
  readonly disruptionUsed: number;
}

/** A native formula that says whether the sizes still are what the input cells ask for, and the text it shows right after a run. */
export function poolStaleness(
  a: PoolAssumptions,
  currency: string,
  facts: StalenessFacts,
): { readonly text: string; readonly formula: string } {
  const n = POOL_NAMES;
  const sizes = changedCells(POOL_ASSUMPTIONS, a, keysThat(POOL_ASSUMPTIONS, 'run'));
  const t = TABLES.poolTiers;
  const bought = facts.tiers.reduce((sum, tier) => sum + tier.from, 0);
  const paid = facts.tiers.reduce((sum, tier) => sum + tier.from * tier.price + tier.price, 0);
  const prices = [
    // The disruption cost counts as it is used: weighted by class.
    ...changedCells(
      POOL_ASSUMPTIONS,
      a,
      keysThat(POOL_ASSUMPTIONS, 'costs').filter((key) => key !== 'disruption'),
    ),
    `ABS(${POOL_DERIVED.disruptionUsed}-${facts.disruptionUsed})>0.000001`,
    `COUNT(${t}[Price])<>${facts.tiers.length}`,
    `ABS(SUM(${t}[From quantity])-${bought})>0.000001`,
    `ABS(SUMPRODUCT(${t}[From quantity],${t}[Price])+SUM(${t}[Price])-${paid})>0.000001`,
  ];
  const at = computedAt(a, currency, facts.tiers.length);
  const now = [
    quoteText(`${at}. Now: tolerance `),
    `TEXT(${n.tolerance},"0.0%")`,
    quoteText(', growth '),
    `TEXT(${n.growthMean},"0.0%")`,
    quoteText(' (spread '),
    `TEXT(${n.growthSpread},"0.0%")`,
    quoteText('), '),
    n.people,
    quoteText(', clusters by '),
    n.clusterBy,
    quoteText(', bundle '),
    `TEXT(${n.bundle},"0")`,
    quoteText(': run Size pool again.'),
  ].join('&');
  const text = `${at}; inputs unchanged since.`;
  const dearer = quoteText(
    `${at}. Prices have changed since: costs below follow, the cheapest size does not. Run Size pool again.`,
  );
  return {
    text,
    formula: `=IF(OR(${sizes.join(',')}),${now},IF(OR(${prices.join(',')}),${dearer},${quoteText(text)}))`,
  };
}

function computedAt(a: PoolAssumptions, currency: string, tiers: number): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  const price = tiers === 0 ? `${formatMoney(a.tokenPrice, currency)} a token` : counted(tiers, 'price tier');
  return (
    `Computed at tolerance ${percent(a.tolerance)}, growth ${percent(a.growthMean)} (spread ${percent(a.growthSpread)}), ` +
    `${wordOf(PEOPLE, a.people)}, clusters by ${a.clusterBy}, bundle ${a.bundle}, ${price}`
  );
}
