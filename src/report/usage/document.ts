/** `Flex Usage`: the history that weekly exports are appended to, one row a person, product, team and day. */
import { FlexError } from '../../engine/errors';
import { historyTokens, type DaySpan, type History } from '../../engine/monitor';
import type { MergePreview } from '../../engine/monitor/history/types';
import { isoDate, counted } from '../../engine/numeric';
import type { Block, Figure, Provenance, SheetDocument, TextLine } from '../model/document';
import { countText, numberFormat } from '../model/formats';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';
import { provenanceFigures } from '../model/provenance-figures';
import { usageColumns } from './columns';

/** Rows that a sheet holds beside title, figures and provenance. */
export const USAGE_ROWS_MOST = 1_048_576 - 76;
/** Spans named in the warning; the figure counts all of them. */
const SPANS_NAMED = 5;

export interface UsageSheetInput {
  readonly history: History;
  /** What the last append did; null where the sheet is written without one. */
  readonly append: MergePreview | null;
  /** Of the export that was appended last. */
  readonly provenance: Provenance;
}

/** Workbook names of the key figures. */
export const USAGE_FIGURES = {
  people: 'Flex_UsagePeople',
  products: 'Flex_UsageProducts',
  firstDay: 'Flex_UsageFirstDay',
  lastDay: 'Flex_UsageLastDay',
  rows: 'Flex_UsageRows',
  tokens: 'Flex_UsageTokens',
} as const;

/**
 * Builds the document. Text from the exports stays text.
 * @throws FlexError 'value' when the history has more rows than a sheet holds
 */
export function usageDocument(input: UsageSheetInput): SheetDocument {
  const { history, append, provenance } = input;
  if (history.rows > USAGE_ROWS_MOST) {
    throw new FlexError(
      'value',
      `The history would have ${countText(history.rows)} rows, and ${SHEETS.usage.name} holds ${countText(USAGE_ROWS_MOST)}. Delete the oldest days from ${SHEETS.usage.name} and append again, or use the command line, which reads files of any size.`,
    );
  }
  const { columns, rows } = usageColumns(history);
  const blocks: Block[] = [
    { kind: 'text', lines: headLines(input) },
    { kind: 'figures', heading: 'Key figures', figures: keyFigures(history) },
    ...(append === null
      ? []
      : [{ kind: 'figures', heading: 'Last append', figures: appendFigures(append) } as const]),
    {
      kind: 'table',
      name: TABLES.usage,
      heading: 'Usage by day',
      columns,
      rows,
      emptyText: 'No export has been appended yet.',
    },
    { kind: 'figures', heading: 'Where these figures come from', figures: provenanceFigures(provenance) },
  ];
  return {
    name: SHEETS.usage.name,
    mark: SHEETS.usage.mark,
    blocks,
    charts: [],
    conditional: [],
    gridlines: true,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
    provenance,
  };
}

function headLines({ history, append, provenance }: UsageSheetInput): readonly TextLine[] {
  const days = daysOf(history);
  const asOf = days === null ? 'No usage yet' : `Usage as of ${isoDate(days[1])}`;
  return [
    { text: 'Usage by person, product and day', style: 'title' },
    {
      text: `${asOf}; last appended from ${provenance.input}; rate card ${provenance.card}`,
      style: 'subtitle',
    },
    {
      text: 'Appending an export replaces the days it holds of a person and product, and keeps all others; the same export twice changes nothing.',
      style: 'body',
    },
    ...(append === null || append.missing.length === 0
      ? []
      : [{ text: missingText(append), style: 'warning' } as const]),
  ];
}

function missingText({ missing, missingDays }: MergePreview): string {
  const named = missing.slice(0, SPANS_NAMED).map(spanText).join(', ');
  const more = missing.length - SPANS_NAMED;
  const rest = more > 0 ? ` and ${counted(more, 'more gap')}` : '';
  const days = missingDays === undefined ? 'Working days' : counted(missingDays, 'working day');
  return `${days} without any row: ${named}${rest}. If people worked then, export those days and append them.`;
}

function spanText([first, last]: DaySpan): string {
  return first === last ? isoDate(first) : `${isoDate(first)} to ${isoDate(last)}`;
}

function keyFigures(history: History): readonly Figure[] {
  const days = daysOf(history);
  const named = history.users.length > 0;
  return [
    named || days === null
      ? count('People', history.users.length, 'people', { name: USAGE_FIGURES.people })
      : {
          label: 'People',
          name: USAGE_FIGURES.people,
          value: 'not named',
          numberFormat: 'General',
          note: 'the exports have no user column',
        },
    count('Products', history.products.length, 'products', { name: USAGE_FIGURES.products }),
    day('First day', days?.[0], USAGE_FIGURES.firstDay),
    day('Last day', days?.[1], USAGE_FIGURES.lastDay),
    count('Rows', history.rows, 'rows', { name: USAGE_FIGURES.rows }),
    count('Tokens', historyTokens(history), 'tokens', {
      name: USAGE_FIGURES.tokens,
      note: 'burned on Flex, refunds netted out; use from seats burns none',
    }),
  ];
}

function appendFigures(append: MergePreview): readonly Figure[] {
  const { tokensBefore, tokensAfter, missingDays, newDays } = append;
  const unit = 'keys';
  return [
    ...(newDays ? [text('Days of the export', spanText(newDays))] : []),
    count('New', append.added, unit, {
      note: 'a person, product and day (and team) that the history did not have',
    }),
    count('Changed', append.changed, unit, { note: 'corrected by the export' }),
    count('Same', append.same, unit, { note: 'in both, with equal figures' }),
    count('Kept', append.kept, unit, { note: 'only in the history' }),
    missingDays === undefined
      ? count('Missing', append.missing.length, 'gaps', { note: 'working days without any row' })
      : count('Missing', missingDays, 'days', { note: 'working days without any row' }),
    ...(tokensBefore === undefined || tokensAfter === undefined
      ? []
      : [
          count('Tokens before', tokensBefore, 'tokens', {}),
          count('Tokens after', tokensAfter, 'tokens', {}),
        ]),
  ];
}

function count(label: string, value: number, unit: string, more: Partial<Figure>): Figure {
  return { label, value, unit, numberFormat: numberFormat('integer', 'USD'), ...more };
}

function day(label: string, serial: number | undefined, name: string): Figure {
  return serial === undefined
    ? { label, name, value: 'none', numberFormat: 'General' }
    : { label, name, value: serial, numberFormat: numberFormat('date', 'USD') };
}

function text(label: string, value: string): Figure {
  return { label, value, numberFormat: 'General' };
}

function daysOf({ rows, day: days }: History): DaySpan | null {
  return rows === 0 ? null : [days[0]!, days[rows - 1]!];
}
