/** Segment users: reads the source, decides, and writes `Flex Segments` and `Flex Summary` together. */
import { counted } from '../../engine/numeric';
import { segmentUsers, summarizeSegments } from '../../engine/segments';
import type { SegmentRow, SegmentSummaryRow } from '../../engine/segments/types';
import { monthTokens, unknownProducts, windowText } from '../../engine/usage';
import type { UsageYear } from '../../engine/usage/types';
import { valuesOf, type RunAssumptions } from '../../report/segments/assumptions';
import { sheetAddress } from '../../report/model/address';
import type { SheetDocument } from '../../report/model/document';
import { countText } from '../../report/model/formats';
import { layout } from '../../report/model/layout';
import { SHEETS } from '../../report/model/sheet-names';
import { segmentsDocument } from '../../report/segments/document';
import { isFlex, summaryDocument } from '../../report/segments/summary-document';
import type { NoSettings, SegmentOutcome } from '../contract/services';
import { reportOf, type CommandDeclaration } from '../runs/command';
import { SEGMENT_RECORD } from './inputs';
import { readSegments, type SegmentReading } from './reading';
import { changesSince, type RunChanges } from './since-last-run';

/** Rows handed to the pane for its "Why?". */
const ROWS_SHOWN = 200;

interface Segmented {
  readonly rows: readonly SegmentRow[];
  readonly year: UsageYear;
  readonly summary: readonly SegmentSummaryRow[];
  readonly changes: RunChanges;
  readonly run: RunAssumptions;
}

export const segmentCommand = {
  ...SEGMENT_RECORD,
  load: () => Promise.resolve({}),
  save: () => Promise.resolve(),
  read: readSegments,
  computing: ({ read }) => ({ text: `${countText(read.reading.table.users.length)} people` }),
  compute: async ({ read, chosen, externalDomains, previous }, _ask, work) => {
    const { rows, year } = segmentUsers(read.reading, {
      card: read.card,
      terms: chosen.terms,
      asOf: chosen.asOf,
      externalDomains,
      rankingHoursPerDay: chosen.rankingHoursPerDay,
    });
    await work.pause();
    return {
      rows,
      year,
      summary: summarizeSegments(rows),
      changes: changesSince(previous, rows),
      run: {
        terms: chosen.terms,
        currency: read.card.currency,
        asOf: Math.floor(year.asOf),
        rankingHoursPerDay: chosen.rankingHoursPerDay,
      },
    };
  },
  notes: missingPrices,
  documents: (found, result, writing) => {
    const { rows, year, summary, changes, run } = result;
    const { provenance, rejected, warnings, estimated, cardChanged } = reportOf(found, writing);
    const shared = { rows, run: { ...run, cardChanged }, provenance, estimated, window: windowText(year) };
    return [
      segmentsDocument({ ...shared, own: changes.own, changes: changes.texts }),
      summaryDocument({
        ...shared,
        summary,
        rejected,
        gone: changes.gone,
        unknown: unknownProducts(found.read.reading),
        months: { year, months: monthTokens(found.read.reading) },
        warnings: [...warnings, ...missingPrices(result)],
      }),
    ];
  },
  facts: ({ chosen: { pane, adopted } }, { rows, run }) => ({
    people: rows.length,
    used: { ...valuesOf(run), currency: run.currency },
    pane,
    adopted,
  }),
  look: () => Promise.resolve({}),
  outcome: (_found, { rows, summary, changes, run }, documents) => ({
    people: rows.length,
    bySegment: summary,
    toFlex: summary.filter(isFlex).reduce((sum, row) => sum + row.users, 0),
    currency: run.currency,
    saving: summary.reduce((sum, row) => sum + row.saving, 0),
    changed: changes.changed,
    newPeople: changes.newPeople,
    gonePeople: changes.gonePeople,
    rows: shownRows(rows, documents[0]),
  }),
} satisfies CommandDeclaration<NoSettings, SegmentReading, Segmented, object, object>;

function shownRows(rows: readonly SegmentRow[], document: SheetDocument | undefined): SegmentOutcome['rows'] {
  if (document === undefined) return [];
  const body = layout(document).tables[0]?.body;
  return rows.slice(0, ROWS_SHOWN).map(({ user, segment: name, recommendation, reason }, index) => ({
    user,
    segment: name,
    recommendation,
    reason,
    address: sheetAddress(document.name, { row: (body?.row ?? 0) + index, column: 0, rows: 1, columns: 1 }),
  }));
}

function missingPrices({ rows }: Segmented): readonly string[] {
  const missing = rows.filter((row) => row.saving === null).length;
  if (missing === 0) return [];
  const who = counted(missing, 'person has', 'people have');
  return [
    `${who} a price missing and are left out of the sums. Insert ${SHEETS.rates.name} and fill it in there, then run again.`,
  ];
}
