/** `Flex Summary`: the finding, the figures by segment and product, the assumptions, and where it all comes from. */
import type { SegmentRow, SegmentSummaryRow } from '../../engine/segments/types';
import type { UnknownProduct } from '../../engine/usage';
import { assumptionFigures, stalenessFormula, stalenessText, type RunAssumptions } from './assumptions';
import { sumOf } from '../model/cells';
import type { Block, Figure, Provenance, SheetDocument, TableBlock, TextLine } from '../model/document';
import { countText, moneyText, numberFormat } from '../model/formats';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS, segmentColor } from '../model/palette';
import { provenanceFigures } from '../model/provenance-figures';
import { segmentFills } from './fills';
import {
  goneTable,
  productTable,
  rejectedTable,
  segmentTable,
  type GonePerson,
  type PlacedReject,
} from './summary-tables';
import { usageMonthsTable, type UsageMonths } from '../usage/months';
import { unknownProductsTable } from '../usage/unknown-products';

export interface SummaryInput {
  readonly rows: readonly SegmentRow[];
  readonly summary: readonly SegmentSummaryRow[];
  readonly run: RunAssumptions;
  readonly provenance: Provenance;
  readonly rejected: readonly PlacedReject[];
  readonly gone: readonly GonePerson[];
  /** Products that the card does not know. */
  readonly unknown: readonly UnknownProduct[];
  /** Tokens of the usage by month, for the table by month; left out without. */
  readonly months?: UsageMonths;
  /** Sentences the reader should know: estimates, unmatched people, missing prices. */
  readonly warnings: readonly string[];
  readonly estimated: boolean;
  /** "Nov 2025 – Oct 2026". */
  readonly window: string;
}

/** Workbook names of the key figures. */
export const KEY_FIGURES = {
  people: 'Flex_People',
  onFlex: 'Flex_PeopleOnFlex',
  tokens: 'Flex_YearTokens',
  cost: 'Flex_RecommendedCost',
  saving: 'Flex_Saving',
} as const;

/** Builds the document. */
export function summaryDocument(input: SummaryInput): SheetDocument {
  const { run, provenance, summary } = input;
  const finding = findingText(summary, run.currency, input.estimated);
  const warnings: readonly TextLine[] = input.warnings.map((text) => ({ text, style: 'warning' }));
  const bySegment = segmentTable(summary, input.rows, run.currency);
  const blocks: Block[] = [
    {
      kind: 'text',
      lines: [
        { text: 'Who gets a seat, who draws tokens', style: 'title' },
        {
          text: `Year ${input.window}, from ${provenance.input}; rate card ${provenance.card}`,
          style: 'subtitle',
        },
        { text: finding, style: 'finding' },
        { text: stalenessText(run), formula: stalenessFormula(run), style: 'body' },
        ...warnings,
      ],
    },
    { kind: 'figures', heading: 'Key figures', figures: keyFigures(bySegment, run.currency) },
    bySegment,
    {
      kind: 'figures',
      heading: 'Assumptions (change them here: costs follow)',
      figures: assumptionFigures(run),
    },
    productTable(input.rows, run.terms, run.currency),
    ...(input.unknown.length === 0 ? [] : [unknownProductsTable(input.unknown)]),
    ...(input.months === undefined ? [] : [usageMonthsTable(input.months)]),
    { kind: 'figures', heading: 'Where these figures come from', figures: provenanceFigures(provenance) },
  ];
  if (input.gone.length > 0) blocks.push(goneTable(input.gone));
  blocks.push(rejectedTable(input.rejected, provenance.input));
  return {
    name: SHEETS.summary.name,
    mark: SHEETS.summary.mark,
    blocks,
    charts:
      summary.length === 0
        ? []
        : [
            {
              name: 'Flex people by segment',
              title: finding,
              type: 'bar',
              table: TABLES.summary,
              categoryKey: 'segment',
              series: [{ key: 'users', name: 'Users', color: segmentColor('Named User') }],
              pointColors: summary.map((row) => segmentColor(row.segment)),
              valueAxisTitle: 'People',
              valueNumberFormat: '#,##0',
              placement: 'below',
              width: 620,
              height: 60 + 34 * Math.max(3, summary.length),
            },
          ],
    conditional: segmentFills(TABLES.summary, 'segment'),
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'portrait' },
    provenance,
  };
}

/** One sentence with its numbers: the chart's title and the sheet's headline. */
export function findingText(
  summary: readonly SegmentSummaryRow[],
  currency: string,
  estimated: boolean,
): string {
  const people = summary.reduce((sum, row) => sum + row.users, 0);
  if (people === 0) return 'No person has a usable row in this data';
  const flex = summary.filter((row) => isFlex(row)).reduce((sum, row) => sum + row.users, 0);
  const review = summary.find((row) => row.segment === 'Review')?.users ?? 0;
  const saving = summary.reduce((sum, row) => sum + row.saving, 0);
  const about = estimated ? 'about ' : '';
  const open = review === 0 ? '' : `, ${countText(review)} to review`;
  const money =
    saving >= 0
      ? `saves ${about}${moneyText(saving, currency)} a year against the other way`
      : `a premium of ${about}${moneyText(-saving, currency)} a year over the other way`;
  return `${countText(flex)} of ${countText(people)} people fit Flex${open}: ${money}`;
}

/** Segments whose members draw tokens. */
export function isFlex(row: Pick<SegmentSummaryRow, 'segment'>): boolean {
  return row.segment.startsWith('Flex');
}

function keyFigures(bySegment: TableBlock, currency: string): readonly Figure[] {
  const money = numberFormat('money', currency);
  return [
    {
      label: 'People',
      name: KEY_FIGURES.people,
      ...sumOf(bySegment, 'users'),
      numberFormat: '#,##0',
      unit: 'people',
    },
    {
      label: 'On Flex',
      name: KEY_FIGURES.onFlex,
      ...sumOf(bySegment, 'users', { segment: 'Flex*' }),
      numberFormat: '#,##0',
      unit: 'people',
    },
    {
      label: 'Tokens in the year',
      name: KEY_FIGURES.tokens,
      ...sumOf(bySegment, 'tokens'),
      numberFormat: '#,##0',
      unit: 'tokens',
    },
    {
      label: 'Cost as recommended',
      name: KEY_FIGURES.cost,
      ...sumOf(bySegment, 'cost'),
      numberFormat: money,
      unit: `${currency} a year`,
      note: 'persons with a missing price are left out',
    },
    {
      label: 'Saving against the other way',
      name: KEY_FIGURES.saving,
      ...sumOf(bySegment, 'saving'),
      numberFormat: money,
      unit: `${currency} a year`,
      note: 'the other way: a seat where Flex is recommended, Flex where a seat is',
    },
  ];
}
