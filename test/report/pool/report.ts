/** A sizing of made-up usage as `Flex Pool` takes it: 40 projects over a year, seasonal, sized by the engine itself. */
import { retailCard } from '../../../src/engine/catalog';
import { poolDemand, poolInput, sizePool } from '../../../src/engine/pool';
import type { PlannedEffect, PoolPrices, Tier } from '../../../src/engine/pool/types';
import { firstSerialOfMonth } from '../../../src/engine/numeric';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { usageYear, type RawCell } from '../../../src/engine/usage';
import type { PoolAssumptions, PoolReportInput } from '../../../src/report/pool/input';

/** Nov 2025, year × 12 + month − 1. */
const FIRST_MONTH = 2025 * 12 + 10;
const PROJECTS = 40;

/** Rows as in a usage sheet: each project has people of its own for some months, winter busier than summer. */
function usageRows(): readonly (readonly RawCell[])[] {
  const rows: (readonly RawCell[])[] = [['User', 'Product', 'Date', 'Days', 'Project']];
  for (let project = 0; project < PROJECTS; project += 1) {
    const people = 1 + ((project * 7) % 5);
    const first = (project * 5) % 12;
    const months = 2 + ((project * 3) % 9);
    for (let month = first; month < Math.min(12, first + months); month += 1) {
      for (let person = 0; person < people; person += 1) {
        const days = 4 + ((project + person + month * 5) % 9) + (month < 4 ? 6 : 0);
        const product = person % 3 === 2 ? 'AutoCAD' : 'Revit';
        rows.push([
          `p${project}u${person}`,
          product,
          firstSerialOfMonth(FIRST_MONTH + month) + 20,
          days,
          `Project ${project}`,
        ]);
      }
    }
  }
  return rows;
}

export const TIERS: readonly Tier[] = [
  { from: 100, price: 3 },
  { from: 5_000, price: 2.85 },
  { from: 20_000, price: 2.7 },
];

const PLANNED: PlannedEffect = {
  project: {
    row: 2,
    name: '=HYPERLINK("x")',
    start: 46_357,
    end: 46_538,
    people: 6,
    products: ['Revit', 'AutoCAD'],
    tokensPerPersonMonth: 60,
    probability: 0.6,
    continues: 'Project 3',
  },
  burst: {
    name: '=HYPERLINK("x")',
    probability: 0.6,
    mean: 2_160,
    sd: 0,
    monthShares: Array.from({ length: 12 }, (_, month) => (month < 6 ? 1 / 6 : 0)),
  },
  replaced: 590,
  basis:
    'The plan\'s own figure: 60 tokens a person and month. It takes the 590 tokens of the project "Project 3" out of the history.',
};

export interface ReportOptions {
  readonly tiers?: readonly Tier[];
  readonly prices?: Partial<PoolPrices>;
  readonly classes?: PoolReportInput['classes'];
  readonly planned?: boolean;
  readonly over?: Partial<PoolReportInput>;
}

/** @param options what differs: by default one price of $3.00, disruption $9, no classes, no planned work */
export function poolReport(options: ReportOptions = {}): PoolReportInput {
  const rows = usageRows();
  const reading = readUsage(rows, { card: retailCard });
  const demand = poolDemand(reading, usageYear(reading, null), { by: 'auto' });
  const planned = options.planned === true ? [PLANNED] : [];
  const assumptions: PoolAssumptions = {
    tolerance: 0.05,
    growthMean: 0.02,
    growthSpread: 0.05,
    people: 'all',
    clusterBy: 'auto',
    tokenPrice: 3,
    tokenDiscount: 0.1,
    bundle: 100,
    topUpPrice: 3.3,
    leadDays: 14,
    disruption: 9,
    salvage: 0.5,
    salvageShare: 0.1,
    missizeShare: 0.1,
    seed: 20_261_124,
    ...options.over?.assumptions,
  };
  const prices: PoolPrices = {
    price: assumptions.tokenPrice * (1 - assumptions.tokenDiscount),
    tiers: options.tiers ?? [],
    bundle: assumptions.bundle,
    topUpPrice: assumptions.topUpPrice,
    disruption: assumptions.disruption,
    salvage: assumptions.salvage,
    salvageShare: assumptions.salvageShare,
    ...options.prices,
  };
  const input = poolInput(demand, {
    tolerance: assumptions.tolerance,
    growth: { mean: assumptions.growthMean, spread: assumptions.growthSpread },
    prices,
    leadDays: assumptions.leadDays,
    planned: planned.map(({ burst }) => burst),
    seed: assumptions.seed,
    draws: 2_000,
  });
  return {
    result: sizePool(input),
    input,
    demand,
    currency: 'USD',
    window: 'Nov 2025 – Oct 2026',
    provenance: {
      product: 'Flex Governor',
      version: '0',
      when: '2026-11-01T08:00:00.000Z',
      input: 'Usage!A1:E1200',
      inputFingerprint: 'f',
      card: 'retail',
      cardDate: '2026-01-01',
      read: rows.length - 1,
      used: rows.length - 1,
      rejected: 0,
      completeness: null,
    },
    blocked: { product: 'Revit', unit: 'day', tokens: 10 },
    classLabel: options.classes === undefined ? '' : 'Role',
    classes: options.classes ?? [],
    planned,
    plannedRejected: [],
    rejected: [],
    warnings: [],
    estimated: false,
    ...options.over,
    assumptions,
  };
}
