/** Everything a review needs, read from the workbook; nothing is written. Shared by what the pane shows before a run and by the run. */
import { counted } from '../../engine/numeric';
import { priceTerms } from '../../engine/catalog';
import { FlexError } from '../../engine/errors';
import { MONITOR_ASSUMPTIONS } from '../../engine/monitor/assumptions';
import { reviewRequest } from '../../engine/monitor/review-input';
import type { MonitorInput } from '../../engine/monitor/review-types';
import type { Tier } from '../../engine/pool';
import { usageYear, personKey } from '../../engine/usage';
import { registeredAlerts } from '../../report/monitor/alerts/register';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { laterUsage } from '../../report/monitor/words';
import { REGISTER_PLACE } from './alert-register';
import { throwIfCancelled } from '../host/failure';
import { readingMessages } from '../usage/inspection';
import { readTypedTables, type TypedTable } from './ledger/cells';
import { USER_TABLE_PLACES, userTables, type UserTables } from './ledger/tables';
import type { MonitorSettings } from '../contract/monitor';
import { reviewTerms, type ReviewTerms } from './terms';
import { sheetStates, type SheetState } from '../host/own-sheets';
import { NOTHING_EARLIER } from '../runs/assumptions';
import { readPlan, readPlanRange } from '../population/plan';
import {
  NO_LIST,
  populationOf,
  readFlexLists,
  type FlexLists,
  type Segmentation,
} from '../population/population';
import { readTierTable } from '../pool/tiers';
import { readSource, type SourceReading } from '../usage/reading';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';
import { cellsOf, readEarlierCells } from '../runs/sheet-assumptions';

/** The input cells of `Flex Monitor` and `Flex Chargeback`. */
export const MONITOR_CELLS = cellsOf(MONITOR_ASSUMPTIONS);

/** The sheets of a review, in the order of their tabs. */
export const MONITOR_SHEETS = [SHEETS.monitor, SHEETS.ledger, SHEETS.alerts, SHEETS.chargeback] as const;

export interface MonitorReading {
  readonly read: SourceReading;
  readonly terms: ReviewTerms;
  readonly user: UserTables;
  readonly flexLists: FlexLists;
  readonly projects: number;
  /** Of the sheets of a review, as they are now. */
  readonly states: readonly SheetState[];
  /** People with use in the year of the as-of date who draw on the pool. */
  readonly people: number;
  /** Last day with usage by the as-of day; null = none. */
  readonly latestDataDay: number | null;
  readonly input: MonitorInput;
  readonly messages: readonly Message[];
  /** Why these data cannot be reviewed as asked; null when they can. */
  readonly refusal: FlexError | string | null;
}

/**
 * @param now decides the as-of day where nobody has named one
 * @throws FlexError or ExcelFailure with the cell that cannot be used
 */
export async function readMonitor(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  monitor: MonitorSettings,
  now: Date,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<MonitorReading> {
  const read = await readSource(context, choice, settings, onProgress, signal);
  const { reading, card } = read;
  const states = await sheetStates(
    context,
    MONITOR_SHEETS.map(({ name }) => name),
  );
  const tables = await readTypedTables(context, [...USER_TABLE_PLACES, REGISTER_PLACE, TIERS_PLACE]);
  const user = userTables(tables, card);
  const register = tables.get(TABLES.alerts);
  const terms = await termsOf(context, states, monitor, now);
  const flexLists = await readFlexLists(context, signal, {
    address: read.source.address,
    fingerprint: read.fingerprint,
  });
  const planRange = await readPlanRange(context, { signal });
  const plan = readPlan(planRange, card);
  throwIfCancelled(signal);
  const { asOf } = terms;
  const year = usageYear(reading, asOf);
  await breathe();
  throwIfCancelled(signal);

  const { includes, messages: whoCounts } = populationOf(terms.people, read, year, flexLists);
  const some = includes === undefined ? {} : { includes };
  const tiers = tiersOf(tables.get(TABLES.poolTiers));
  const latestDataDay = latestDay(read, asOf);
  const asked = reviewRequest({
    reading,
    card,
    asOf,
    terms: terms.terms,
    book: user.book,
    budgets: user.budgets,
    holidays: user.holidays,
    seats: null,
    spareSeats: user.spareSeats,
    prices: priceTerms(card, settings),
    tiers: tiers.tiers,
    ...some,
    ...(flexLists.segmentation === null ? {} : { segmentOf: segmentOf(read, flexLists.segmentation) }),
    projects: plan?.table.projects ?? [],
    earlier: register === undefined ? [] : registeredAlerts(register).map(({ row: _, ...alert }) => alert),
  });
  return {
    read,
    terms,
    user,
    flexLists,
    projects: asked.projects,
    states,
    people: asked.people,
    latestDataDay,
    input: asked.input,
    messages: [
      ...readingMessages(read),
      ...terms.messages,
      ...user.messages,
      ...whoCounts,
      ...tiers.messages,
      ...planMessages((plan?.table.rejected.length ?? 0) + asked.rejected.length),
      ...laterMessages(read, asOf),
    ],
    refusal: refusalOf(read, user, whoCounts),
  };
}

const TIERS_PLACE = { sheet: SHEETS.pool, table: TABLES.poolTiers };

async function termsOf(
  context: Excel.RequestContext,
  states: readonly SheetState[],
  monitor: MonitorSettings,
  now: Date,
): Promise<ReviewTerms> {
  const { name, mark } = SHEETS.monitor;
  if (states.find((state) => state.name === name)?.mark !== mark) {
    return reviewTerms(monitor, NOTHING_EARLIER, now);
  }
  return reviewTerms(monitor, await readEarlierCells(context, name, MONITOR_CELLS), now);
}

/** A tier that cannot be used must not keep anybody from seeing that the pool runs dry. */
function tiersOf(table: TypedTable | undefined): {
  readonly tiers: readonly Tier[];
  readonly messages: readonly Message[];
} {
  try {
    return { tiers: readTierTable(table ?? null).tiers, messages: [] };
  } catch (error) {
    if (!(error instanceof FlexError)) throw error;
    const text = `${error.message} Until then top-ups are priced without tiers.`;
    return { tiers: [], messages: [{ level: 'warning', text }] };
  }
}

function segmentOf({ reading }: SourceReading, { people }: Segmentation): (user: number) => string {
  const names = reading.table.users.map(({ key }) => people.get(personKey(key))?.segment ?? '');
  return (user) => names[user] || 'Not segmented';
}

function latestDay({ reading: { table } }: SourceReading, asOf: number): number | null {
  let latest = -Infinity;
  for (let row = 0; row < table.rows; row += 1) {
    const day = Math.floor(table.date[row] ?? Number.NaN);
    if (day <= asOf && day > latest) latest = day;
  }
  return latest === -Infinity ? null : latest;
}

function laterMessages({ reading }: SourceReading, asOf: number): readonly Message[] {
  return laterUsage(reading.latestDate, asOf).map((text): Message => ({ level: 'info', text }));
}

function planMessages(rejected: number): readonly Message[] {
  if (rejected === 0) return [];
  const rows = counted(rejected, 'row');
  return [
    {
      level: 'warning',
      text: `${rows} of ${SHEETS.projects.name} could not be used and ${rejected === 1 ? 'is' : 'are'} not planned for. Size the pool to see which.`,
    },
  ];
}

function refusalOf({ reading, source }: SourceReading, user: UserTables, whoCounts: readonly Message[]) {
  if (reading.used === 0) {
    const [first] = reading.rejected;
    const why =
      first === undefined
        ? 'There are no rows below the header.'
        : `The first of them, row ${source.rect.row + first.row}: ${first.reason}.`;
    return `No row of ${source.address} can be used. ${why}`;
  }
  const unknown = whoCounts.find(({ code }) => code === NO_LIST);
  if (unknown !== undefined) return new FlexError('value', unknown.text, NO_LIST);
  if (user.book.packs.length > 0) return null;
  const { name } = SHEETS.ledger;
  if (user.facts === null) {
    return `There is no ${name} yet, so there is no pool to watch. Insert it and enter the packs you bought, then run again.`;
  }
  return user.facts.rejected.length > 0
    ? `No pack of ${user.facts.address} can be used. Correct its rows, then run again.`
    : `There are no packs in ${user.facts.address}. Enter the packs you bought, one row each, then run again.`;
}
