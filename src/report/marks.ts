/** The sheets and tables we own. A mark stands in the worksheet's custom properties; only marked sheets are ever replaced. */
export const SHEETS = {
  segments: { name: 'Flex Segments', mark: 'segments' },
  summary: { name: 'Flex Summary', mark: 'summary' },
  rates: { name: 'Flex Rates', mark: 'rates' },
  pool: { name: 'Flex Pool', mark: 'pool' },
  /** The user's plan: made on request from a template, read by a run, never replaced by it. */
  projects: { name: 'Flex Projects', mark: 'projects' },
} as const;

/** The user's own sheet: read, never written. */
export const PEOPLE_SHEET = 'Flex People';

export const TABLES = {
  segments: 'FlexSegments',
  summary: 'FlexSegmentSummary',
  products: 'FlexProducts',
  rejected: 'FlexRejected',
  gone: 'FlexGone',
  rates: 'FlexRates',
  collections: 'FlexCollections',
  poolSizes: 'FlexPoolSizes',
  poolCurve: 'FlexPoolCurve',
  poolTiers: 'FlexPoolTiers',
  poolClasses: 'FlexPoolClasses',
  poolLots: 'FlexPoolLots',
  poolPlanned: 'FlexPoolPlanned',
  poolRejected: 'FlexPoolRejected',
  poolPlanRejected: 'FlexPoolPlanRejected',
  projects: 'FlexProjects',
} as const;
