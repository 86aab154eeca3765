/** `Flex Segments`: one row a person, costs as native formulas over the named assumptions. */
import type { SegmentRow } from '../../engine/segments/types';
import { stalenessFormula, stalenessText, type RunAssumptions } from './assumptions';
import type { CellValue, Provenance, SheetDocument } from '../model/document';
import { countText, PRICE_MISSING } from '../model/formats';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';
import { segmentFills } from './fills';
import { COMPARED_WITH, segmentColumns } from './columns';

/** What the user wrote beside a person. */
export interface OwnEntry {
  readonly decision: CellValue;
  readonly owner: CellValue;
  readonly note: CellValue;
}

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

/** Persons are compared ignoring case and outer spaces. */
export function personKey(user: string): string {
  return user.trim().toLowerCase();
}

/** Builds the document. Rows keep the order given; text from the data stays text. */
export function segmentsDocument(input: SegmentsInput): SheetDocument {
  const { rows, run, provenance } = input;
  const columns = segmentColumns(run.currency);
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
            text: `Segments of ${countText(rows.length)} ${rows.length === 1 ? 'person' : 'people'}`,
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
        columns,
        keyColumn: 'user',
        rows: rows.map((row) => cells(row, input)),
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
    print: { orientation: 'landscape', columns: columns.findIndex(({ key }) => key === 'reason') + 1 },
    provenance,
  };

  function cells(row: SegmentRow, { own, changes }: SegmentsInput): readonly CellValue[] {
    const entry = own.get(personKey(row.user));
    const byKey: Readonly<Record<string, CellValue>> = {
      user: row.user,
      segment: row.segment,
      recommendation: row.recommendation,
      primaryProduct: row.primaryProduct,
      units: row.units,
      tokens: row.tokens,
      // A text stands instead of the formula where the engine knows no price: an unknown is never 0.
      flexCost: row.flexCost === null ? PRICE_MISSING : null,
      bestSeatCost: row.bestSeatList === null ? PRICE_MISSING : null,
      saving: row.saving === null ? PRICE_MISSING : null,
      reason: row.reason,
      utilisation: row.utilisation,
      quartile: row.quartile,
      activeMonths: row.activeMonths,
      lastUse: row.lastUse === null ? null : Math.floor(row.lastUse),
      harvest: row.harvest === null ? null : row.harvest ? 'yes' : 'no',
      change: changes?.get(personKey(row.user)) ?? null,
      decision: entry?.decision ?? null,
      owner: entry?.owner ?? null,
      note: entry?.note ?? null,
      seatList: row.bestSeatList ?? PRICE_MISSING,
      recommendedSeats: row.recommendedSeatList ?? PRICE_MISSING,
      otherTokens: row.otherTokens,
      recommendedTokens: row.recommendedTokens ?? PRICE_MISSING,
      recommendedCost:
        row.recommendedSeatList === null || row.recommendedTokens === null ? PRICE_MISSING : null,
      comparedWith: comparedWith(row),
    };
    return columns.map((column) => byKey[column.key] ?? null);
  }
}

/** The cost the engine measured the saving against, told from its figures so that the formula gives the same saving. */
export function comparedWith(row: SegmentRow): CellValue {
  if (row.saving === null || row.recommendedCost === null) return null;
  const other = row.saving + row.recommendedCost;
  const gap = (cost: number | null): number => (cost === null ? Infinity : Math.abs(cost - other));
  return gap(row.flexCost) < gap(row.bestSeatCost) ? COMPARED_WITH.flex : COMPARED_WITH.seat;
}
