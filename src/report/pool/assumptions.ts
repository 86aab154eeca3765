/**
 * The inputs of `Flex Pool` as named cells, and the line that says whether the sizes still are what they ask for. Costs are native
 * formulas over the prices; sizes and risks come from a simulation, so they need another run.
 */
import { formatMoney, counted } from '../../engine/numeric';
import type { ClusterBy } from '../../engine/pool/types';
import type { Figure } from '../model/document';
import { numberFormat } from '../model/formats';
import { quoteText } from '../model/formula';
import { TABLES } from '../model/sheet-names';
import { POOL_NAMES, type PoolAssumptions } from './input';

/** What the cell of the people reads. */
export const POOL_PEOPLE: Readonly<Record<PoolAssumptions['people'], string>> = {
  all: 'all people',
  flex: 'Flex segments',
  portfolio: 'Flex people of the portfolio',
};

/** What the cell of the clusters offers. */
export const POOL_CLUSTERS: readonly ClusterBy[] = ['auto', 'project', 'team', 'department', 'user'];

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

const FOLLOWS = 'costs follow; the cheapest size needs another run';
const RERUN = 'needs another run';

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
  const input = (label: string, name: string, value: Figure['value'], format: string, note: string) =>
    ({ label, name, value: value ?? null, numberFormat: format, note, input: true }) as const;
  const money = (label: string, name: string, value: number, note: string): Figure => ({
    ...input(label, name, value, numberFormat('price', currency), note),
    unit: `${currency} a token`,
  });
  const share = (label: string, name: string, value: number, note: string): Figure =>
    input(label, name, value, numberFormat('share', currency), note);
  const count = (label: string, name: string, value: number, unit: string, note: string): Figure => ({
    ...input(label, name, value, unit === '' ? '0' : '#,##0', note),
    ...(unit === '' ? {} : { unit }),
  });
  const n = POOL_NAMES;
  return [
    share(
      'Tolerated stockout risk',
      n.tolerance,
      a.tolerance,
      `chance that the pool runs dry within its year; what it means in money follows, the calibrated size ${RERUN}`,
    ),
    share('Expected growth', n.growthMean, a.growthMean, `of demand, next year over this one; ${RERUN}`),
    share(
      'Spread of growth',
      n.growthSpread,
      a.growthSpread,
      `how far growth may miss, one standard deviation; ${RERUN}`,
    ),
    {
      ...input(
        'People',
        n.people,
        POOL_PEOPLE[a.people],
        'General',
        `whose tokens the pool must carry: everyone in the usage, or those on Flex in the last segmentation or portfolio; ${RERUN}`,
      ),
      choices: Object.values(POOL_PEOPLE),
    },
    {
      ...input(
        'Clusters by',
        n.clusterBy,
        a.clusterBy,
        'General',
        `what rises and falls together; auto: project, else team, else department, else user; ${RERUN}`,
      ),
      choices: POOL_CLUSTERS,
    },
    money(
      'Token price',
      n.tokenPrice,
      a.tokenPrice,
      `bought early, before the discount; counts while the tier table is empty; ${FOLLOWS}`,
    ),
    share('Token discount', n.tokenDiscount, a.tokenDiscount, FOLLOWS),
    count('Bundle', n.bundle, a.bundle, 'tokens', `purchases are multiples of it; ${RERUN}`),
    money('Top-up price', n.topUpPrice, a.topUpPrice, `of a token bought when the pool is empty; ${FOLLOWS}`),
    count(
      'Top-up lead time',
      n.leadDays,
      a.leadDays,
      'days',
      `from order to tokens; moves the reorder point of rolling lots; ${RERUN}`,
    ),
    money(
      'Disruption cost',
      n.disruption,
      a.disruption,
      a.disruptionImplied === true
        ? `none given: what the tolerance implies beside the top-up; enter yours here; ${FOLLOWS}`
        : `lost for a missing token, beside the top-up; empty = what the tolerance implies; ${FOLLOWS}`,
    ),
    disruptionUsed(used, currency, classes),
    money(
      'Salvage value',
      n.salvage,
      a.salvage,
      `what a token left at the end of the year is still worth; ${FOLLOWS}`,
    ),
    share(
      'Salvage share',
      n.salvageShare,
      a.salvageShare,
      `of the pool, up to which the salvage value can be claimed (carry-forward cap); ${RERUN}`,
    ),
    share('Mis-sized share', n.missizeShare, a.missizeShare, 'of the pool; the mis-sizing figures follow'),
    count('Seed', n.seed, a.seed, '', `of the simulation; the same seed gives the same sizes; ${RERUN}`),
  ];
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
  const sizes = [
    `${n.tolerance}<>${a.tolerance}`,
    `${n.growthMean}<>${a.growthMean}`,
    `${n.growthSpread}<>${a.growthSpread}`,
    `${n.people}<>${quoteText(POOL_PEOPLE[a.people])}`,
    `${n.clusterBy}<>${quoteText(a.clusterBy)}`,
    `${n.bundle}<>${a.bundle}`,
    `${n.leadDays}<>${a.leadDays}`,
    `${n.salvageShare}<>${a.salvageShare}`,
    `${n.seed}<>${a.seed}`,
  ];
  const t = TABLES.poolTiers;
  const bought = facts.tiers.reduce((sum, tier) => sum + tier.from, 0);
  const paid = facts.tiers.reduce((sum, tier) => sum + tier.from * tier.price + tier.price, 0);
  const prices = [
    `${n.tokenPrice}<>${a.tokenPrice}`,
    `${n.tokenDiscount}<>${a.tokenDiscount}`,
    `${n.topUpPrice}<>${a.topUpPrice}`,
    `${n.salvage}<>${a.salvage}`,
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
    `${POOL_PEOPLE[a.people]}, clusters by ${a.clusterBy}, bundle ${a.bundle}, ${price}`
  );
}
