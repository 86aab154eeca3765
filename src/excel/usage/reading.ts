/** Usage from the workbook into the engine, block by block. */
import { today } from '../../engine/numeric';
import { asOfSerial } from '../runs/terms';
import { createUsageReader } from '../../engine/usage';
import type { RateCard } from '../../engine/catalog/types';
import type { RawCell, RejectedRow, UsageReading } from '../../engine/usage/types';
import { countText } from '../../report/model/formats';
import { PEOPLE_SHEET, SHEETS } from '../../report/model/sheet-names';
import type { PlacedReject } from '../../report/segments/summary-tables';
import { readBlocks } from '../host/block-reader';
import { throwIfCancelled } from '../host/failure';
import { createFingerprint } from '../host/fingerprint';
import { sheetIdsOf } from '../host/own-sheets';
import { seen } from '../host/seen';
import { findingCells, knowFingerprint } from './fingerprint';
import { loadPeople, type PeopleRange } from '../population/people';
import { loadCard, rememberFitting } from '../rates/rates';
import { FITTING_CARD } from '../runs/settings';
import type { Progress, SegmentSettings } from '../contract/services';
import { resolveSource, sourceCell, type SourceRange } from './sources';
import type { SourceChoice } from '../contract/services';

export interface SourceReading {
  readonly source: SourceRange;
  readonly card: RateCard;
  readonly reading: UsageReading;
  readonly people: PeopleRange | null;
  readonly fingerprint: string;
  /** First non-blank value of each column, shortened. */
  readonly samples: readonly string[];
}

const SAMPLE_LENGTH = 40;

/** One reading at most: it holds every row that can be used. */
const READING = seen<SourceReading>(1);

/**
 * Reads source, card and people as the settings say, or takes what was read of them since they last changed. Nothing is written.
 * @param joinPeople false leaves `Flex People` out: the rows then say only what the export says
 */
export async function readSource(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  joinPeople = true,
): Promise<SourceReading> {
  const { source, read } = await findingCells(async () => {
    const source = await resolveSource(context, choice);
    const sheetIds = [source.sheetId, ...(await sheetIdsOf(context, [SHEETS.rates.name, PEOPLE_SHEET]))];
    const { card, hoursPerDay, columns, asOf } = settings;
    const day = today(new Date());
    const about = JSON.stringify([source.address, card, hoursPerDay, columns, asOf, day, joinPeople]);
    const read = READING.at(sheetIds, about, () =>
      readNow(context, source, settings, day, onProgress, signal, joinPeople),
    );
    knowFingerprint(
      source,
      read.then(({ fingerprint }) => fingerprint),
    );
    return { source, read };
  });
  const found = await read;
  throwIfCancelled(signal);
  // The same cells may be chosen otherwise now: as a table, or as what was announced.
  return { ...found, source };
}

async function readNow(
  context: Excel.RequestContext,
  source: SourceRange,
  settings: SegmentSettings,
  day: number,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  joinPeople: boolean,
): Promise<SourceReading> {
  const given = settings.card === FITTING_CARD ? null : await loadCard(context, settings.card);
  const people = joinPeople ? await loadPeople(context, { signal }) : null;
  const fingerprint = createFingerprint();
  const samples: string[] = [];
  const reader = createUsageReader({
    card: given,
    hoursPerDay: settings.hoursPerDay,
    columns: settings.columns,
    people: people?.table ?? null,
    expectedRows: source.rect.rows,
    today: day,
    asOf: settings.asOf === null ? null : asOfSerial(settings.asOf),
  });
  await readBlocks(
    context,
    source.sheet,
    source.rect,
    (block, firstRow) => {
      reader.push(block);
      fingerprint.add(block);
      if (firstRow === 0) takeSamples(block, source.rect.columns, samples);
    },
    {
      signal,
      onRows: (done, total) => {
        onProgress({ phase: 'reading', done, total, text: `${countText(done)} of ${countText(total)} rows` });
      },
    },
  );
  const reading = reader.finish();
  if (given === null) rememberFitting(reading.card);
  return { source, card: reading.card, people, reading, fingerprint: fingerprint.text(), samples };
}

/** Rejected rows with their place in the workbook. */
export function placeRejects({ source, reading }: SourceReading): readonly PlacedReject[] {
  const columnOf = new Map(reading.columns.map((column) => [column.header, column.index]));
  return reading.rejected.map((rejected: RejectedRow) => {
    const sheetRow = source.rect.row + rejected.row;
    return {
      sheetRow,
      address: sourceCell(source, sheetRow, columnOf.get(rejected.column) ?? 0),
      column: rejected.column,
      value: rejected.value,
      reason: rejected.reason,
    };
  });
}

function takeSamples(block: readonly (readonly RawCell[])[], columns: number, samples: string[]): void {
  for (let column = 0; column < columns; column += 1) {
    const cell = block.slice(1).find((row) => String(row[column] ?? '') !== '')?.[column];
    const text = String(cell ?? '');
    samples[column] = text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text;
  }
}
