/** The tables of `Flex Pool`. Prices and costs are native formulas over the input cells and the tier table. */
import type { CurvePoint, PlannedEffect, PoolChoice, PoolResult, Tier } from '../../engine/pool/types';
import { columnsOf, filled, valuedColumns, type ValuedColumn } from '../model/columns';
import type { CellValue, TableBlock } from '../model/document';
import { TABLES } from '../model/sheet-names';
import { NET_POOL_PRICE, POOL_DERIVED } from './assumptions';
import { POOL_NAMES, type PoolClass, type PoolReportInput } from './input';
import { assumes, CHOICE_LABELS, instrumentText } from './words';

/** Shown as a price below the first tier: so few are not sold. */
export const NOT_SOLD = 'below first tier';
/** Body rows of the tier table: enough to type in. */
const TIER_ROWS = 6;
/** Blank tier rows kept below the last one. */
const SPARE_TIER_ROWS = 2;

const T = TABLES.poolTiers;
/** Widths the tables share, since they stand in the same columns. */
const FIRST = 34;
const SENTENCE = 72;

/** 1 for a tier with both its cells filled in: half a row that is being typed prices nothing. */
const FILLED = `(${T}[From quantity]<>"")*(${T}[Price]<>"")`;
const REACHED = `${FILLED}*(${T}[From quantity]<={@size})`;

/** Price of a token at the size in the row: the tier's whatever the order of the tiers, else the one price. */
const PRICE_FORMULA =
  `=IF(SUMPRODUCT(${FILLED})=0,${NET_POOL_PRICE},` +
  `IF(SUMPRODUCT(${REACHED})=0,"${NOT_SOLD}",` +
  `SUMIFS(${T}[Price],${T}[From quantity],SUMPRODUCT(MAX(${REACHED}*${T}[From quantity])))))`;

/** size × price + (top-up + disruption) × shortage − salvage × salvaged. */
const COST_FORMULA =
  `=IF(ISNUMBER({@price}),{@size}*{@price}+(${POOL_NAMES.topUpPrice}+${POOL_DERIVED.disruptionUsed})*{@shortage}` +
  `-${POOL_NAMES.salvage}*{@salvaged},"${NOT_SOLD}")`;

/** What a choice and a point of the curve share. */
type Size = Pick<CurvePoint, 'stockoutRisk' | 'shortage' | 'waste' | 'salvaged' | 'price' | 'cost'>;

function sizeColumns<Row extends Size>(currency: string): readonly ValuedColumn<Row>[] {
  const column = valuedColumns<Row>(currency);
  return [
    column('risk', 'Stockout risk', 'share', 14, ({ stockoutRisk }) => stockoutRisk, {
      note: "Share of simulated years whose demand exceeds the size. A new tolerance needs another run; the risks of these sizes don't.",
    }),
    column('shortage', 'Expected shortage', 'tokens', 14, ({ shortage }) => shortage, {
      note: 'Tokens missing in an average year, good years counted as 0.',
    }),
    column('waste', 'Expected waste', 'tokens', 14, ({ waste }) => waste, {
      note: 'Tokens left at the end of an average year.',
    }),
    column('salvaged', 'Of it at salvage value', 'tokens', 14, ({ salvaged }) => salvaged, {
      note: 'Tokens left that keep the salvage value, up to the salvage share of the pool.',
    }),
    column('price', 'Price a token', 'price', 14, ({ price }) => price ?? NOT_SOLD, {
      formula: PRICE_FORMULA,
      note: `${currency}; from the tier table where it is filled in, else token price less discount.`,
    }),
    column('cost', 'Expected cost', 'money', 14, ({ cost }) => cost ?? NOT_SOLD, {
      formula: COST_FORMULA,
      note: `${currency} a year: size × price + (top-up + disruption) × shortage − salvage value × salvaged. Follows the input cells.`,
    }),
  ];
}

/** The four ways to choose a size, side by side. */
export function sizesTable(report: PoolReportInput): TableBlock {
  const column = valuedColumns<PoolChoice>(report.currency);
  return {
    kind: 'table',
    name: TABLES.poolSizes,
    heading: 'Sizes side by side',
    ...filled(
      [
        column('choice', 'Choice', 'text', FIRST, ({ kind }) => CHOICE_LABELS[kind]),
        column('size', 'Size', 'tokens', 16, ({ size }) => size, {
          note: 'Tokens: what can be bought, rounded up to a bundle and to the first tier.',
        }),
        column('exact', 'Before rounding', 'tokens', 14, ({ exact }) => exact),
        ...sizeColumns<PoolChoice>(report.currency),
        column('assumes', 'What it assumes', 'text', SENTENCE, (choice) => assumes(choice, report), {
          wrap: true,
        }),
      ],
      report.result.choices,
    ),
    keyColumn: 'choice',
    filter: false,
  };
}

/** Points of the curve that are sold: sizes below the first tier are not. */
export function soldPoints({ curve }: PoolResult): readonly CurvePoint[] {
  return curve.filter(({ price }) => price !== null);
}

/** The curve behind the charts. */
export function curveTable({ result, currency }: PoolReportInput): TableBlock {
  const column = valuedColumns<CurvePoint>(currency);
  return {
    kind: 'table',
    name: TABLES.poolCurve,
    heading: 'Size against risk, shortage, waste and cost',
    note: 'Every size that was looked at, the chosen ones among them. Price and cost follow the input cells and the tier table.',
    ...filled(
      [
        column('size', 'Size', 'tokens', FIRST, ({ size }) => size),
        ...sizeColumns<CurvePoint>(currency),
        column('chosen', 'Chosen as', 'text', 14, (point) => chosenAs(point, result)),
      ],
      soldPoints(result),
    ),
    filter: false,
  };
}

function chosenAs(point: CurvePoint, result: PoolResult): CellValue {
  const chosen = result.choices.filter(({ size }) => size === point.size);
  return chosen.length === 0 ? null : chosen.map(({ kind }) => CHOICE_LABELS[kind]).join(', ');
}

/** The user's volume prices. */
export function tiersTable(tiers: readonly Tier[], currency: string): TableBlock {
  const column = columnsOf(currency);
  const blank = Math.max(TIER_ROWS - tiers.length, SPARE_TIER_ROWS);
  return {
    kind: 'table',
    name: TABLES.poolTiers,
    heading: 'Volume tiers (yours)',
    note: 'Price of every token from a quantity up, after discounts. Empty: one price at any quantity. Costs follow; sizes need another run. Your rows are kept.',
    columns: [
      column('from', 'From quantity', 'integer', FIRST, {
        userOwned: true,
        note: 'Tokens. The first tier is the least that can be bought.',
      }),
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

/** What a missing token costs by class of `Flex People`: the cost is the user's own column. */
export function classesTable(label: string, classes: readonly PoolClass[], currency: string): TableBlock {
  const column = columnsOf(currency);
  return {
    kind: 'table',
    name: TABLES.poolClasses,
    heading: `Disruption cost by ${label.toLowerCase()} (yours)`,
    note: 'Lost for a missing token, beside the top-up. Empty: the one number of the inputs. Costs follow; the cheapest size needs another run. Your figures are kept.',
    columns: [
      column('class', label, 'text', FIRST),
      column('people', 'People', 'integer', 16),
      column('tokens', 'Tokens', 'tokens', 14, { note: 'In the year; the weight of the class.' }),
      column('disruption', 'Disruption cost', 'price', 14, {
        userOwned: true,
        note: `${currency} a missing token.`,
      }),
    ],
    rows: classes.map(({ name, people, tokens, disruption }) => [name, people, tokens, disruption]),
    keyColumn: 'class',
    filter: false,
  };
}

/** One annual pack beside lots bought through the year, over the same simulated years; null without a simulation of them. */
export function lotsTable(result: PoolResult): TableBlock | null {
  const { lots } = result;
  if (lots === null) return null;
  const column = columnsOf('USD');
  return {
    kind: 'table',
    name: TABLES.poolLots,
    heading: 'One annual pack, or rolling lots',
    note: instrumentText(result),
    columns: [
      column('way', 'Way to buy', 'text', FIRST),
      column('size', 'Size or lot', 'tokens', 16, { note: 'Tokens of one purchase.' }),
      column('reorder', 'Reorder point', 'tokens', 14, {
        note: 'Balance at which the next lot is ordered; it arrives after the top-up lead time.',
      }),
      column('packs', 'Packs a year', 'units', 14),
      column('stockout', 'Stockout years', 'share', 14, {
        note: 'Share of simulated years with a day without tokens.',
      }),
      column('expired', 'Tokens expired', 'share', 14, {
        note: 'Share of the tokens bought. Each pack expires 12 months after its own start.',
      }),
      column('balance', 'Mean balance', 'tokens', 14, { note: 'Tokens on hand on an average day.' }),
    ],
    rows: [
      ['Annual pack', lots.annual.size, null, 1, lots.annual.stockoutYears, lots.annual.wasteShare, null],
      [
        'Rolling lots',
        lots.lot,
        lots.reorderPoint,
        lots.lotsPerYear,
        lots.stockoutYears,
        lots.wasteShare,
        lots.meanBalance,
      ],
    ],
    filter: false,
  };
}

/** Planned work and what each project does to the demand of the pool's year. */
export function plannedTable({ planned, currency }: PoolReportInput): TableBlock {
  const column = valuedColumns<PlannedEffect>(currency);
  return {
    kind: 'table',
    name: TABLES.poolPlanned,
    heading: 'Planned work',
    note: 'From the sheet Flex Projects: change it there, then run again. A project that continues one of the history replaces it, so nothing counts twice.',
    ...filled(
      [
        column('project', 'Project', 'text', FIRST, ({ project }) => project.name, { wrap: true }),
        column('start', 'Start', 'date', 16, ({ project }) => project.start),
        column('end', 'End', 'date', 14, ({ project }) => project.end),
        column('people', 'People', 'units', 14, ({ project }) => project.people, { numberFormat: 'General' }),
        column('products', 'Products', 'text', 14, ({ project }) => project.products.join('; '), {
          wrap: true,
        }),
        column('probability', 'Probability', 'share', 14, ({ project }) => project.probability),
        column('tokens', 'Tokens if it happens', 'tokens', 14, ({ burst }) => burst.mean, {
          note: "In the pool's year, the 12 months after the last month of history.",
        }),
        column('expected', 'Expected tokens', 'tokens', 14, ({ burst }) => burst.mean * burst.probability, {
          formula: '={@tokens}*{@probability}',
        }),
        column('replaced', 'Taken out of history', 'tokens', 14, ({ replaced }) => replaced, {
          note: 'Tokens of the project, team or department it continues.',
        }),
        column('basis', 'Where the tokens per person come from', 'text', SENTENCE, ({ basis }) => basis, {
          wrap: true,
        }),
      ],
      planned,
    ),
    emptyText: 'None.',
    filter: false,
    ...(planned.length === 0 ? {} : { totals: { label: 'Total', sums: ['expected', 'replaced'] } }),
  };
}
