/** The document and tables of an import: the history, what the append did, and the lists that a workbook holds beside it. */
import { historyTokens, type MergePreview } from '../../../engine/monitor';
import { isoDate, counted } from '../../../engine/numeric';
import type { OwnTableKey } from '../../../report/monitor/input';
import type { Column, Provenance } from '../../../report/model/document';
import { countText, numberFormat } from '../../../report/model/formats';
import { SHEETS, TABLES } from '../../../report/model/sheet-names';
import { LEDGER_TABLES, MONITOR_TABLES } from '../../../report/monitor/assumptions';
import { ownTable, ownTableName } from '../../../report/monitor/own-tables';
import { USAGE_FIGURES, usageDocument } from '../../../report/usage/document';
import type { ResultFigure, ResultTable, Results } from '../../program/command';
import type { HistoryRun } from './run';
import { isFilled, isWorkbook, readPlaces, type ListPlace } from '../../input/list-file';
import { resultTable } from '../../output/result-table';

const KEYS: readonly OwnTableKey[] = [...LEDGER_TABLES, ...MONITOR_TABLES];
/** Lists of the user's on sheets of their own. */
const LISTS: readonly ListPlace[] = [
  { sheet: SHEETS.seats.name, table: TABLES.seats },
  { sheet: SHEETS.subscriptions.name, table: TABLES.subscriptions },
  { sheet: SHEETS.pins.name, table: TABLES.pins },
  { sheet: SHEETS.projects.name, table: TABLES.projects },
  { sheet: SHEETS.quotes.name, table: TABLES.quotes },
];

/** @param file the file that was imported: a workbook's other lists come along */
export async function importResults(
  { history, preview, usage }: HistoryRun,
  file: string,
  provenance: Provenance,
): Promise<Results> {
  const document = usageDocument({ history, append: preview, provenance });
  return {
    finding: findingOf(history.rows, preview),
    figures: figuresOf(history, preview, usage.card.currency),
    tables: [
      { ...resultTable(document, TABLES.usage, []), isMain: true },
      ...(isWorkbook(file) ? await listsOf(file, usage.card.currency) : []),
    ],
    documents: [document],
  };
}

function findingOf(rows: number, preview: MergePreview | null): string {
  const whole = `${counted(rows, 'row')} of usage by person, product and day`;
  if (preview === null) return whole;
  const { added, changed, same, kept } = preview;
  if (added === 0 && changed === 0) {
    return `${whole}: the history holds everything of this export already, nothing changes`;
  }
  return `${whole}: ${countText(added)} new, ${countText(changed)} changed, ${countText(same)} the same, ${countText(kept)} only in the history`;
}

function figuresOf(
  history: HistoryRun['history'],
  preview: MergePreview | null,
  currency: string,
): readonly ResultFigure[] {
  const count = (label: string, name: string, value: number, unit: string): ResultFigure => ({
    label,
    name,
    value,
    numberFormat: numberFormat('integer', currency),
    unit,
  });
  const day = (label: string, name: string, serial: number | undefined): ResultFigure => ({
    label,
    name,
    value: serial === undefined ? null : isoDate(serial),
    numberFormat: 'General',
  });
  const f = USAGE_FIGURES;
  return [
    count('People', f.people, history.users.length, 'people'),
    count('Products', f.products, history.products.length, 'products'),
    day('First day', f.firstDay, history.day[0]),
    day('Last day', f.lastDay, history.day[history.rows - 1]),
    count('Rows', f.rows, history.rows, 'rows'),
    count('Tokens', f.tokens, historyTokens(history), 'tokens'),
    ...(preview === null
      ? []
      : [
          count('New', 'Flex_AppendNew', preview.added, 'keys'),
          count('Changed', 'Flex_AppendChanged', preview.changed, 'keys'),
          count('Same', 'Flex_AppendSame', preview.same, 'keys'),
          count('Kept', 'Flex_AppendKept', preview.kept, 'keys'),
          count('Working days without a row', 'Flex_AppendMissing', preview.missingDays ?? 0, 'days'),
        ]),
  ];
}

/** The user's lists in a workbook, as they stand there; empty templates are left out. */
async function listsOf(file: string, currency: string): Promise<readonly ResultTable[]> {
  const book = KEYS.map((key) => ({
    key,
    sheet: LEDGER_TABLES.includes(key) ? SHEETS.ledger.name : SHEETS.monitor.name,
    table: ownTableName(key),
  }));
  const kindOf = new Map(
    KEYS.flatMap((key) =>
      ownTable(key, null, currency).columns.map((column) => [column.header, column] as const),
    ),
  );
  const found = await readPlaces(file, [...book, ...LISTS]);
  return found.filter(isFilled).map((list): ResultTable => {
    const [header = [], ...rows] = list.values;
    return {
      name: list.table,
      title: list.sheet,
      columns: header.map((cell, at): Column => {
        const name = String(cell ?? '');
        const known = kindOf.get(name);
        const isDate = known?.kind === 'date' || /^(assigned|date|start|end)/i.test(name);
        return {
          key: `own${at}`,
          header: name,
          kind: isDate ? 'date' : (known?.kind ?? 'text'),
          numberFormat: isDate ? 'yyyy-mm-dd' : 'General',
          width: 14,
        };
      }),
      rows: rows
        .filter((cells) => cells.some((cell) => cell !== null && cell !== ''))
        .map((cells) => cells.map((cell) => cell ?? null)),
    };
  });
}
