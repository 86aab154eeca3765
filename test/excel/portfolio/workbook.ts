/** A workbook for the tests of Build portfolio: six people worked out by hand on the guide card, their seats and what is owned. */
import { DEFAULT_PORTFOLIO_SETTINGS } from '../../../src/excel/portfolio/settings';
import type {
  PortfolioInspection,
  PortfolioOutcome,
  PortfolioSettings,
} from '../../../src/excel/contract/portfolio';
import { createPaneServices } from '../../../src/excel/pane/services';
import type { Progress, SegmentSettings } from '../../../src/excel/contract/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { runner, type Job } from '../runner';
import { fill, HEADER, OCTOBER, workbook, type Cell } from '../workbook';

export const SOURCE = { kind: 'sheet', name: 'Usage' } as const;

/**
 * Guide card: $0.30 a token; Revit and Civil 3D 5 tokens an hour, AutoCAD 1; Revit seat $2,910, AutoCAD $2,030, AEC Collection $3,375.
 * ann 2,400 h Revit = $3,600 on Flex, so a seat. ben 100 h = $150, so Flex. cara 1,200 h Revit and 1,200 h Civil 3D = $3,600, so a
 * Collection. dan is a contractor with 2,000 h Revit = $3,000, on Flex by policy. eve 200 h AutoCAD = $60, Flex. fay uses Docs, which is
 * not on Flex, and 40 h Revit = $60.
 */
export const PORTFOLIO_USAGE: readonly (readonly Cell[])[] = [
  [...HEADER],
  ...months('ann@x.org', 'Revit', 200),
  ['ben@x.org', 'Revit', OCTOBER, 100, 'Employee'],
  ...months('cara@x.org', 'Revit', 100),
  ...months('cara@x.org', 'Civil 3D', 100),
  ['dan@x.org', 'Revit', OCTOBER, 2000, 'Contractor'],
  ['eve@x.org', 'AutoCAD', OCTOBER, 200, 'Employee'],
  ['fay@x.org', 'Autodesk Docs', OCTOBER, 30, 'Employee'],
  ['fay@x.org', 'Revit', OCTOBER, 40, 'Employee'],
  ['gil@x.org', 'Revit', OCTOBER, 'n/a', 'Employee'],
];

/** Twelve months of the same hours. */
function months(user: string, product: string, hours: number): readonly (readonly Cell[])[] {
  return Array.from({ length: 12 }, (_, month) => [user, product, OCTOBER - 30 * month, hours, 'Employee']);
}

/** As the Account users export has it: ben and fay hold a Revit seat, cara two seats, eve nothing; zoe is in no usage. */
export const USERS_EXPORT: readonly (readonly Cell[])[] = [
  [
    'first_name',
    'last_name',
    'email',
    'autodesk_id',
    'team_alias',
    'role',
    'account_status',
    'offering_name',
    'product_name',
  ],
  ['Ann', 'A', 'ann@x.org', 'A1', 'T', 'Member', 'Active', 'Revit', ''],
  ['Ben', 'B', 'BEN@x.org', 'A2', 'T', 'Member', 'Active', 'Revit', ''],
  ['Cara', 'C', 'cara@x.org', 'A3', 'T', 'Member', 'Active', 'Revit', ''],
  ['Cara', 'C', 'cara@x.org', 'A3', 'T', 'Member', 'Active', 'Civil 3D', ''],
  ['Fay', 'F', 'fay@x.org', 'A4', 'T', 'Member', 'Active', 'Revit', ''],
  ['Fay', 'F', 'fay@x.org', 'A4', 'T', 'Member', 'Active', 'Autodesk Docs', ''],
  ['Zoe', 'Z', 'zoe@x.org', 'A5', 'T', 'Member', 'Active', 'Revit', ''],
  ['Gus', 'G', 'gus@x.org', 'A6', 'T', 'Member', 'Active', '', ''],
];

/** 31 March 2027. */
export const MARCH = 46477;

/** As the Account subscriptions export has it. */
export const SUBSCRIPTIONS: readonly (readonly Cell[])[] = [
  [
    'team_alias',
    'offering_name',
    'contract_number',
    'subscription_id',
    'term',
    'start_date',
    'end_date',
    'autorenew_date',
    'subscription_status',
    'seat_quantity',
  ],
  ['T', 'Revit', '1', 's1', 'Annual', '2026-04-01', '2027-03-31', '', 'Active', 6],
  ['T', 'Civil 3D', '1', 's2', 'Annual', '2026-04-01', '2027-03-31', '', 'Active', 1],
];

export async function portfolioWorkbook(): Promise<LoadedHost> {
  const loaded = await workbook(PORTFOLIO_USAGE);
  fill(loaded, 'Flex Seats', USERS_EXPORT);
  fill(loaded, 'Flex Subscriptions', SUBSCRIPTIONS);
  return loaded;
}

export interface PortfolioRun {
  readonly portfolio?: Partial<PortfolioSettings>;
  readonly settings?: Partial<SegmentSettings>;
  readonly build?: Job<'portfolio'>;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export function buildPortfolioOf(run: PortfolioRun = {}): Promise<PortfolioOutcome> {
  return createPaneServices(runner({ portfolio: run.build })).commands.portfolio.run(
    SOURCE,
    { ...DEFAULT_SETTINGS, ...run.settings },
    { ...DEFAULT_PORTFOLIO_SETTINGS, ...run.portfolio },
    run.onProgress ?? (() => undefined),
    run.signal ?? new AbortController().signal,
  );
}

export function inspectPortfolioOf(run: PortfolioRun = {}): Promise<PortfolioInspection> {
  return createPaneServices().commands.portfolio.inspect(
    SOURCE,
    { ...DEFAULT_SETTINGS, ...run.settings },
    { ...DEFAULT_PORTFOLIO_SETTINGS, ...run.portfolio },
    run.onProgress ?? (() => undefined),
    new AbortController().signal,
  );
}

/** Today is this day (ISO) from now on; timers run on. */
export function atDay(day: string): void {
  jest.useFakeTimers({
    now: new Date(`${day}T12:00:00`),
    doNotFake: [
      ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'] as const),
      ...(['clearImmediate', 'nextTick', 'queueMicrotask', 'performance', 'hrtime'] as const),
    ],
  });
}
