/** `Flex Segments`: one row a person, costs as native formulas over the named assumptions. */
import { personKey } from '../../engine/usage';
import { counted } from '../../engine/numeric';
import type { SegmentRow } from '../../engine/segments/types';
import { stalenessFormula, stalenessText, type RunAssumptions } from './assumptions';
import { filled } from '../model/columns';
import type { Provenance, SheetDocument } from '../model/document';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';
import { segmentFills } from './fills';
import { segmentColumns, type OwnEntry } from './columns';

export interface SegmentsInput {
  readonly rows: readonly SegmentRow[];
  readonly run: RunAssumptions;
  /** By person key (`personKey`); persons without an entry are absent. */
  readonly own: ReadonlyMap<string, OwnEntry>;
  /** What to show as change since the last run, by person key; null on a first run. */
  readonly changes: ReadonlyMap<string, string> | null;
  readonly provenance: Provenance;
  readonly estimated: boolean;
  /** "Nov 2025 – Oct 2026". */
  readonly window: string;
}

/** Builds the document. Rows keep the order given; text from the data stays text. */
export function segmentsDocument(input: SegmentsInput): SheetDocument {
  const { rows, run, own, changes, provenance } = input;
  const lines = rows.map((person) => ({
    person,
    own: own.get(personKey(person.user)),
    change: changes?.get(personKey(person.user)) ?? null,
  }));
  const people = filled(segmentColumns(run.currency), lines);
  const estimate = input.estimated
    ? ' Units were converted between hours and days: figures are estimates.'
    : '';
  return {
    name: SHEETS.segments.name,
    mark: SHEETS.segments.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          {
            text: `Segments of ${counted(rows.length, 'person', 'people')}`,
            style: 'title',
          },
          {
            text: `Year ${input.window}, from ${provenance.input}; rate card ${provenance.card}. Decision, Owner and Note are yours and survive a rerun.${estimate}`,
            style: 'subtitle',
          },
          { text: stalenessText(run), formula: stalenessFormula(run), style: 'body' },
        ],
      },
      {
        kind: 'table',
        name: TABLES.segments,
        ...people,
        keyColumn: 'user',
        emptyText: 'No person has a usable row.',
      },
    ],
    charts: [],
    conditional: [
      ...segmentFills(TABLES.segments, 'segment'),
      {
        table: TABLES.segments,
        column: 'saving',
        test: { kind: 'formula', formula: '=AND(ISNUMBER({@saving}),{@saving}<0)' },
        fontColor: SHEET_COLORS.warning,
      },
      {
        table: TABLES.segments,
        column: 'change',
        test: { kind: 'formula', formula: '={@change}<>""' },
        bold: true,
      },
    ],
    freezeHeaderOf: TABLES.segments,
    gridlines: true,
    tabColor: SHEET_COLORS.tab,
    // Up to the Reason: more would be too small to read on a page.
    print: { orientation: 'landscape', columns: people.columns.findIndex(({ key }) => key === 'reason') + 1 },
    provenance,
  };
}
