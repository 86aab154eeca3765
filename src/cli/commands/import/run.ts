/** The history that weekly exports build up: what a file holds of it, and what another one adds. */
import { counted } from '../../../engine/numeric';
import type { RateCard } from '../../../engine/catalog/types';
import { FlexError } from '../../../engine/errors';
import {
  historyOf,
  mergeHistory,
  NO_HISTORY,
  readHolidays,
  type History,
  type MergePreview,
} from '../../../engine/monitor';
import { SHEETS, TABLES } from '../../../report/model/sheet-names';
import { BadInput } from '../../program/bad-input';
import { OptionLists } from '../../input/option-lists';
import { readUsageFile, type UsageFile } from '../../input/usage-file';
import type { OptionValues } from '../../program/option-values';
import type { Progress } from '../../program/progress';

export interface HistoryRun {
  readonly usage: UsageFile;
  readonly history: History;
  /** Null where the history begins with this export. */
  readonly preview: MergePreview | null;
  readonly notes: readonly string[];
}

/**
 * The history of one file, or of one appended to another (docs/rules.md, "Weekly append"): days are replaced, never added twice.
 * @throws BadInput when a row of the history cannot be read, for it would be lost; FlexError when the export is not by day
 */
export async function runHistory(
  file: string,
  given: RateCard | null,
  options: OptionValues,
  progress: Progress,
): Promise<HistoryRun> {
  const usage = await readUsageFile(file, given, options, progress, 'export');
  const { card } = usage;
  const incoming = historyIn(usage);
  const lists = new OptionLists(options);
  const days = await lists.read('holidays', HOLIDAYS, (rows) => {
    const calendar = readHolidays(rows);
    return { ...calendar, rows: [...calendar.days] };
  });
  const earlier = options.text('history');
  const held = earlier === null ? null : await heldHistory(earlier, card, options, progress);
  const { history, preview } = mergeHistory(held ?? NO_HISTORY, incoming, { holidays: new Set(days ?? []) });
  return {
    usage,
    history,
    preview: held === null ? null : preview,
    notes: [...new Set([...usage.notes, ...lists.notes, ...(preview.notes ?? [])])],
  };
}

const HOLIDAYS = { sheet: SHEETS.monitor.name, table: TABLES.holidays };

/** Our own sheet is known to hold days, however its rows look. @throws FlexError when the rows of an export are months or periods */
export function historyIn({ reading, input }: UsageFile): History {
  return historyOf(reading, { daily: input.endsWith(`, sheet ${SHEETS.usage.name}`) });
}

async function heldHistory(
  file: string,
  card: RateCard,
  options: OptionValues,
  progress: Progress,
): Promise<History> {
  const held = await readUsageFile(file, card, options, progress, 'history');
  const [first] = held.rejected;
  if (first !== undefined) {
    throw new BadInput(
      `${counted(held.rejected.length, 'row')} of ${held.input} cannot be read with the rate card ${card.name}, the first in row ${first.row} (${first.column}: ${first.reason}). Correct it there, or choose the card the history was kept with: an append would lose these rows.`,
    );
  }
  try {
    return historyOf(held.reading, { daily: true });
  } catch (error) {
    if (error instanceof FlexError) throw new BadInput(`${held.input}: ${error.message}`);
    throw error;
  }
}
