/** An export and the history it is to be appended to, read from the workbook and merged; nothing is written. */
import { FlexError } from '../../engine/errors';
import { historyOf, mergeHistory, NO_HISTORY, readHolidays, type History } from '../../engine/monitor';
import type { MergePreview } from '../../engine/monitor/history/types';
import { isoDate, counted } from '../../engine/numeric';
import { createUsageReader } from '../../engine/usage';
import type { RateCard } from '../../engine/catalog/types';
import { countText } from '../../report/model/formats';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { sheetAddress } from '../../report/model/address';
import { readBlocks } from '../host/block-reader';
import { ExcelFailure, throwIfCancelled } from '../host/failure';
import { createFingerprint } from '../host/fingerprint';
import { readTypedTables } from '../monitor/ledger/cells';
import { sheetStates } from '../host/own-sheets';
import { rectOf } from '../host/range-rect';
import { readSource, type SourceReading } from './reading';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

export interface AppendReading {
  readonly read: SourceReading;
  /** Null = the history begins with this export. */
  readonly history: { readonly address: string; readonly rows: number } | null;
  readonly merged: { readonly history: History; readonly preview: MergePreview } | null;
  /** The history holds everything already: there is nothing to write. */
  readonly known: boolean;
  /** Of the export, the history, and what they were read with. */
  readonly fingerprint: string;
  readonly messages: readonly Message[];
  /** Why the export cannot be appended; null when it can. */
  readonly refusal: string | null;
}

interface HeldHistory {
  readonly history: History;
  readonly address: string;
  readonly fingerprint: string;
}

const HOLIDAYS = { sheet: SHEETS.monitor, table: TABLES.holidays };

/** @throws ExcelFailure or FlexError when the source, or the history on `Flex Usage`, cannot be read */
export async function readAppend(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<AppendReading> {
  if (choice.kind === 'table' && choice.name === TABLES.usage) {
    throw new ExcelFailure(
      'AppendToItself',
      `${SHEETS.usage.name} is the history itself. Choose the new export to append to it.`,
      true,
    );
  }
  const read = await readSource(context, choice, settings, onProgress, signal, false);
  const held = await readHistory(context, read.card, settings, onProgress, signal);
  const days = (await readTypedTables(context, [HOLIDAYS])).get(TABLES.holidays);
  const holidays = days === undefined ? new Set<number>() : readHolidays(days.values).days;
  await breathe();
  throwIfCancelled(signal);
  const { merged, refusal } = await mergedWith(read, held?.history ?? NO_HISTORY, holidays);
  throwIfCancelled(signal);
  const fingerprint = createFingerprint();
  const { card, hoursPerDay, columns } = settings;
  fingerprint.add([[read.fingerprint, held?.fingerprint ?? '', card, hoursPerDay, JSON.stringify(columns)]]);
  return {
    read,
    history: held === null ? null : { address: held.address, rows: held.history.rows },
    merged,
    known: held !== null && merged !== null && holdsAll(held.history, merged),
    fingerprint: fingerprint.text(),
    messages: merged === null ? [] : previewMessages(read, merged.preview),
    refusal,
  };
}

/**
 * The history as it stands; null without one. It is read back as it was written: every row must be understood, for a row that is not
 * would be lost with the next append.
 */
async function readHistory(
  context: Excel.RequestContext,
  card: RateCard,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<HeldHistory | null> {
  const { name, mark } = SHEETS.usage;
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return null;
  const table = context.workbook.worksheets.getItem(name).tables.getItemOrNullObject(TABLES.usage);
  table.load('name');
  await context.sync();
  if (table.isNullObject) {
    throw new FlexError(
      'value',
      `${name} has no table ${TABLES.usage} any more, so its history cannot be read. Make its rows a table of that name again, or rename the sheet to begin a new history.`,
    );
  }
  const range = table.getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const rect = rectOf(range);
  const fingerprint = createFingerprint();
  const reader = createUsageReader({
    card,
    hoursPerDay: settings.hoursPerDay,
    columns: {},
    people: null,
    expectedRows: rect.rows,
  });
  await readBlocks(
    context,
    name,
    rect,
    (block) => {
      reader.push(block);
      fingerprint.add(block);
    },
    {
      signal,
      onRows: (done, total) => {
        onProgress({
          phase: 'reading',
          done,
          total,
          text: `${countText(done)} of ${countText(total)} rows of the history`,
        });
      },
    },
  );
  const reading = reader.finish();
  await breathe();
  const [first] = reading.rejected;
  if (first !== undefined) {
    throw new FlexError(
      'value',
      `${counted(reading.rejected.length, 'row')} of ${name} cannot be read with the rate card ${card.name}, the first in row ${rect.row + first.row} (${first.column}${first.value === '' ? '' : ` "${first.value}"`}: ${first.reason}). Correct it there, or choose the card the history was kept with: an append would lose these rows.`,
    );
  }
  return {
    history: historyOf(reading, { daily: true }),
    address: sheetAddress(name, rect),
    fingerprint: fingerprint.text(),
  };
}

async function mergedWith(
  { reading, source }: SourceReading,
  history: History,
  holidays: ReadonlySet<number>,
): Promise<Pick<AppendReading, 'merged' | 'refusal'>> {
  if (reading.used === 0) {
    const [first] = reading.rejected;
    const why =
      first === undefined
        ? 'There are no rows below the header.'
        : `The first of them, row ${source.rect.row + first.row}: ${first.reason}.`;
    return { merged: null, refusal: `No row of ${source.address} can be used. ${why}` };
  }
  try {
    const incoming = historyOf(reading);
    // A full sheet takes a second or two for each of these.
    await breathe();
    return { merged: mergeHistory(history, incoming, { holidays }), refusal: null };
  } catch (error) {
    if (error instanceof FlexError) return { merged: null, refusal: error.message };
    throw error;
  }
}

/** Neither a key nor what is known of a person is new. */
function holdsAll(
  held: History,
  { history, preview }: { readonly history: History; readonly preview: MergePreview },
): boolean {
  return (
    preview.added === 0 &&
    preview.changed === 0 &&
    JSON.stringify(held.users) === JSON.stringify(history.users)
  );
}

/** What to read before appending: rows left out, days missing, and what the merge itself points out. */
function previewMessages({ reading, source }: SourceReading, preview: MergePreview): readonly Message[] {
  const messages: Message[] = [];
  const left = reading.rejected.length;
  if (left > 0) {
    messages.push({
      level: 'warning',
      text: `${counted(left, 'row')} of ${source.address} cannot be used and ${left === 1 ? 'is' : 'are'} not appended. Correct ${left === 1 ? 'it' : 'them'} and append the export again.`,
      address: source.address,
    });
  }
  for (const text of preview.notes ?? []) messages.push({ level: 'warning', text });
  const [gap] = preview.missing;
  if (gap !== undefined) {
    const count = preview.missingDays ?? preview.missing.length;
    messages.push({
      level: 'warning',
      text: `${counted(count, 'working day has', 'working days have')} no row at all, the first on ${isoDate(gap[0])}. If people worked then, export those days and append them too.`,
    });
  }
  return messages;
}
