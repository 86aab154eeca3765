/** A segmentation of a usage file: shared by the commands that need to know who is on Flex. */
import { windowText } from '../../../engine/usage';
import {
  RANKING_HOURS_PER_DAY,
  summarizeSegments,
  segmentUsers,
  type SegmentRow,
  type SegmentSummaryRow,
} from '../../../engine/segments';
import type { UsageYear } from '../../../engine/usage';
import { counted } from '../../../engine/numeric';
import type { RunAssumptions } from '../../../report/segments/assumptions';
import type { UsageFile } from '../../input/usage-file';
import { readSeatsFile } from '../../input/seats-file';
import type { OptionValues } from '../../program/option-values';
import { termsOf } from '../../program/price-options';

export interface SegmentRun {
  readonly rows: readonly SegmentRow[];
  readonly summary: readonly SegmentSummaryRow[];
  readonly year: UsageYear;
  readonly run: RunAssumptions;
  /** "Nov 2025 – Oct 2026". */
  readonly window: string;
  readonly notes: readonly string[];
}

/** @throws FlexError when the data name no users, BadInput for a seats table that cannot be used */
export async function runSegments(usage: UsageFile, options: OptionValues): Promise<SegmentRun> {
  const terms = termsOf(usage.card, options);
  const rankingHoursPerDay = options.number('ranking-hours') ?? RANKING_HOURS_PER_DAY;
  const file = options.text('seats');
  const held = file === null ? null : await readSeatsFile(file, usage.reading);
  const reading = held === null ? usage.reading : { ...usage.reading, seats: held.seats };
  const { rows, year } = segmentUsers(reading, {
    card: usage.card,
    terms,
    asOf: options.number('as-of'),
    externalDomains: options.list('external-domains'),
    rankingHoursPerDay,
  });
  return {
    rows,
    summary: summarizeSegments(rows),
    year,
    run: { terms, currency: usage.card.currency, asOf: Math.floor(year.asOf), rankingHoursPerDay },
    window: windowText(year),
    notes: [...(held?.notes ?? []), ...outsideNote(year), ...missingPrices(rows)],
  };
}

/** Rows that are used, but lie outside the year. */
export function outsideNote(year: UsageYear): readonly string[] {
  const { outside } = year;
  if (outside === 0) return [];
  return [
    `${counted(outside, 'used row lies', 'used rows lie')} outside the year ${windowText(year)} and ${outside === 1 ? 'does' : 'do'} not count in it.`,
  ];
}

function missingPrices(rows: readonly SegmentRow[]): readonly string[] {
  const missing = rows.filter((row) => row.saving === null).length;
  if (missing === 0) return [];
  const who = counted(missing, 'person has', 'people have');
  return [
    `${who} a price missing and are left out of the sums. Fill it in on a rate card of your own (--card FILE).`,
  ];
}
