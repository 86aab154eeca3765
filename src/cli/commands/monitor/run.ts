/** A review of the pool over a usage file: shared by `monitor` and `report`. */
import { unknownProducts, personKey } from '../../../engine/usage';
import { monitorReview, type MonitorReview } from '../../../engine/monitor';
import { reviewRequest } from '../../../engine/monitor/review-input';
import { readAssignments } from '../../../engine/compliance';
import type { Provenance } from '../../../report/model/document';
import type { MonitorReportInput } from '../../../report/monitor/input';
import { laterUsage } from '../../../report/monitor/words';
import { readBookFiles } from '../../input/book-files';
import { OptionLists } from '../../input/option-lists';
import { planFrom, POOL_TIERS, PORTFOLIO_TIERS, tiersFrom } from '../../input/plan-files';
import { SEATS_PLACE } from '../../input/seats-file';
import type { UsageFile } from '../../input/usage-file';
import { monitorTerms } from './options';
import type { OptionValues } from '../../program/option-values';
import { flexPopulation } from '../pool/population';
import { planNote } from '../pool/run';
import { termsOf } from '../../program/price-options';
import type { Progress } from '../../program/progress';
import { runSegments, type SegmentRun } from '../segments/run';

export interface MonitorRun {
  readonly review: MonitorReview;
  readonly report: MonitorReportInput;
  readonly notes: readonly string[];
}

/**
 * @param asOf whole serial; everything dated later is left out
 * @param segments a segmentation already made of the same usage
 * @throws BadInput or FlexError naming the option, file or row that cannot be used
 */
export async function runMonitor(
  usage: UsageFile,
  options: OptionValues,
  provenance: Provenance,
  progress: Progress,
  asOf: number,
  segments: SegmentRun | null = null,
): Promise<MonitorRun> {
  const { reading, card } = usage;
  const terms = monitorTerms(options);
  const lists = await readBookFiles(options, card);
  const held = new OptionLists(options);
  const seats = await held.read('seats', SEATS_PLACE, readAssignments);
  const tiers = await tiersFrom(options.text('tiers'), [POOL_TIERS, PORTFOLIO_TIERS]);
  const plan = await planFrom(options.text('projects'), card);
  const people = options.text('population') === 'flex' ? 'flex' : 'all';
  const segmented = segments ?? (reading.hasUserColumn ? await runSegments(usage, options) : null);
  const population = people === 'flex' && segmented !== null ? flexPopulation(segmented.rows, reading) : null;
  progress.say('Reviewing the pool');
  const asked = reviewRequest({
    reading,
    card,
    asOf,
    terms,
    book: lists.book,
    budgets: lists.budgets,
    holidays: lists.holidays,
    seats,
    spareSeats: lists.spareSeats,
    prices: termsOf(card, options),
    tiers,
    ...(population === null ? {} : { includes: population.includes }),
    ...(segmented === null ? {} : { segmentOf: segmentOf(usage, segmented) }),
    projects: plan?.projects ?? [],
    earlier: lists.earlier,
  });
  const review = monitorReview(asked.input);
  progress.end();
  const notes = [
    ...usage.notes,
    ...lists.notes,
    ...held.notes,
    ...(population?.notes ?? []),
    ...planNote((plan?.rejected.length ?? 0) + asked.rejected.length),
  ];
  return {
    review,
    notes: [...new Set([...notes, ...laterUsage(reading.latestDate, asOf), ...review.notes])],
    report: {
      review,
      people,
      peopleCount: asked.people,
      own: lists.own,
      ownRejected: [],
      rejected: usage.placed,
      unknown: unknownProducts(reading),
      provenance,
      warnings: notes,
      estimated: reading.estimated,
    },
  };
}

function segmentOf({ reading }: UsageFile, { rows }: SegmentRun): (user: number) => string {
  const segments = new Map(rows.map(({ user, segment }) => [personKey(user), segment]));
  const names = reading.table.users.map(({ key }) => segments.get(personKey(key)) ?? '');
  return (user) => names[user] || 'Not segmented';
}
