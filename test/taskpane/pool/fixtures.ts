import type { PoolChoice } from '../../../src/engine/pool/types';
import type { PoolInspection, PoolOutcome, PoolSettings } from '../../../src/excel/contract/pool';

export type PoolScenario =
  | 'pool running'
  | 'pool rerun'
  | 'pool segmented'
  | 'pool planned'
  | 'pool few clusters'
  | 'pool refused'
  | 'pool short'
  | 'pool blocked';

export const POOL_SETTINGS: PoolSettings = {
  people: 'all',
  clusterBy: 'auto',
  tolerance: 0.05,
  growthMean: 0,
  growthSpread: 0.05,
  bundle: 100,
  topUpPrice: null,
  leadDays: 14,
  disruption: 10,
  salvage: 0,
  salvageShare: 1,
  seed: 1_729,
  scaleShort: false,
};

const INSPECTION: PoolInspection = {
  address: 'Usage!A1:G48211',
  people: 412,
  flexPeople: null,
  segmentation: null,
  baseline: 44_120.4,
  months: 12,
  window: { first: 'Nov 2025', last: 'Oct 2026' },
  clusters: [
    { by: 'auto', label: 'Automatic', count: 95, effective: 58.2 },
    { by: 'project', label: 'Project', count: 95, effective: 58.2 },
    { by: 'team', label: 'Team', count: 9, effective: 6.4 },
  ],
  kinds: { project: 83, team: 0, department: 0, user: 12, product: 0 },
  effectiveClusters: 58.2,
  currency: 'USD',
  price: 3,
  tiers: [],
  projects: null,
  writes: [{ sheet: 'Flex Pool', state: 'new' }],
  messages: [],
  canRun: true,
};

/** What the workbook would answer before a sizing. */
export function poolInspectionOf(
  scenario: string,
  settings: PoolSettings,
  sheets: { readonly hasPool: boolean; readonly hasProjects: boolean },
): PoolInspection {
  const base: PoolInspection = {
    ...INSPECTION,
    writes: [{ sheet: 'Flex Pool', state: sheets.hasPool ? 'replaces ours' : 'new' }],
    projects: sheets.hasProjects
      ? {
          used: scenario === 'pool planned' ? 3 : 0,
          rejected:
            scenario === 'pool planned'
              ? [{ row: 3, column: 'End', value: 'soon', reason: 'it is not a date' }]
              : [],
          address: "'Flex Projects'!A5:H9",
        }
      : null,
  };
  if (scenario === 'pool segmented') {
    return {
      ...base,
      people: settings.people === 'flex' ? 258 : 412,
      flexPeople: 258,
      segmentation: { when: '2026-11-09T10:30:00', stale: true, changed: ['the usage'] },
      tiers: [
        { from: 0, price: 3 },
        { from: 5_000, price: 2.85 },
        { from: 50_000, price: 2.55 },
      ],
    };
  }
  if (scenario === 'pool blocked') {
    return { ...base, writes: [{ sheet: 'Flex Pool', state: 'blocked' }] };
  }
  if (scenario === 'pool short') return { ...base, months: 7 };
  if (scenario === 'pool refused' && settings.tolerance <= 0.01) {
    return {
      ...base,
      canRun: false,
      messages: [
        {
          level: 'error',
          text: 'A risk of 1% cannot be told from demand that comes in 6 equal clusters. Choose 2% or more.',
        },
      ],
    };
  }
  return base;
}

const choice = (kind: PoolChoice['kind'], exact: number, stockoutRisk: number): PoolChoice => ({
  kind,
  exact,
  size: Math.ceil(exact / 100) * 100,
  price: 3,
  stockoutRisk,
  shortage: 20_000 * stockoutRisk,
  waste: Math.max(0, exact - 44_120),
  salvaged: 0,
  cost: 3 * exact + 260_000 * stockoutRisk,
});

export const POOL_OUTCOME: PoolOutcome = {
  choices: [
    choice('baseline', 44_120.4, 0.49),
    choice('guide', 52_944.5, 0.104),
    choice('calibrated', 55_310.2, 0.0497),
    choice('optimal', 49_800, 0.231),
  ],
  corrected: { exact: 57_120.8, size: 57_200, stockoutRisk: 0.036 },
  curve: [40_000, 44_200, 49_800, 53_000, 55_400, 60_000].map((size, index) => ({
    size,
    stockoutRisk: [0.72, 0.49, 0.231, 0.104, 0.0497, 0.004][index] ?? 0,
    shortage: 0,
    waste: 0,
    salvaged: 0,
    price: 3,
    cost: 3 * size,
  })),
  meaning: { tolerance: 0.05, unusedToken: 3, missingToken: 57, impliedTolerance: 0.2308 },
  lots: {
    lot: 12_000,
    reorderPoint: 3_400,
    leadDays: 14,
    lotsPerYear: 3.8,
    stockoutYears: 0.012,
    wasteShare: 0.003,
    meanBalance: 9_100,
    annual: { size: 55_400, stockoutYears: 0.051, wasteShare: 0.113 },
    years: 400,
  },
  effectiveClusters: 58.2,
  clusters: 95,
  baseline: 44_120.4,
  peakRatio: 1.8,
  guideBuffer: 0.2,
  tolerance: 0.05,
  currency: 'USD',
  people: 412,
  estimated: false,
  blocked: { product: 'Revit', unit: 'day', tokens: 10 },
  planned: { projects: 0, expected: 0 },
  read: 48_210,
  used: 48_173,
  rejected: [{ row: 214, column: 'Hours', value: 'n/a', reason: 'it is not a number' }],
  sheets: [{ name: 'Flex Pool', address: "'Flex Pool'!A1" }],
  messages: [],
  seconds: 1.2,
};

/** What came of the sizing. */
export function poolOutcomeOf(scenario: string): PoolOutcome {
  if (scenario === 'pool planned') return { ...POOL_OUTCOME, planned: { projects: 3, expected: 4_812.3 } };
  if (scenario !== 'pool few clusters') return POOL_OUTCOME;
  return {
    ...POOL_OUTCOME,
    effectiveClusters: 12.4,
    estimated: true,
    choices: POOL_OUTCOME.choices.map((one) =>
      one.kind === 'calibrated' ? { ...one, exact: 61_950, size: 62_000 } : one,
    ),
    corrected: { exact: 64_010, size: 64_100, stockoutRisk: 0.031 },
    lots: POOL_OUTCOME.lots && {
      ...POOL_OUTCOME.lots,
      annual: { size: 62_000, stockoutYears: 0.05, wasteShare: 0.214 },
    },
    messages: [
      {
        level: 'warning',
        text: 'Demand comes in about 12 equal clusters. Below 50 the size is uncertain; take the corrected size.',
      },
    ],
  };
}
