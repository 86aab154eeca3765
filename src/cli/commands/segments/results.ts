/** Documents and tables of a segmentation. */
import type { SegmentRow } from '../../../engine/segments';
import { monthTokens, unknownProducts } from '../../../engine/usage';
import { netTokenPrice } from '../../../engine/catalog';
import type { CellValue, Provenance } from '../../../report/model/document';
import { PRICE_MISSING } from '../../../report/model/formats';
import { TABLES } from '../../../report/model/sheet-names';
import { productTotals } from '../../../report/segments/product-totals';
import { segmentsDocument } from '../../../report/segments/document';
import { findingText, isFlex, KEY_FIGURES, summaryDocument } from '../../../report/segments/summary-document';
import { numberFormat } from '../../../report/model/formats';
import type { ResultFigure, Results } from '../../program/command';
import { tableOf } from '../../output/document-table';
import type { UsageFile } from '../../input/usage-file';
import { resultTable } from '../../output/result-table';
import type { SegmentRun } from './run';

const READ_FIRST = ['user', 'segment', 'recommendation', 'primaryProduct', 'units', 'tokens'];
const COSTS = ['flexCost', 'bestSeatCost', 'saving'];

/** @param leftOut sentences about what a report could not hold */
export function segmentResults(
  usage: UsageFile,
  done: SegmentRun,
  provenance: Provenance,
  leftOut: readonly string[] = [],
): Results {
  const { rows, summary, run, window } = done;
  const { estimated } = usage.reading;
  const shared = { rows, run, provenance, estimated, window };
  const segments = segmentsDocument({ ...shared, own: new Map(), changes: null });
  const unknown = unknownProducts(usage.reading);
  const overview = summaryDocument({
    ...shared,
    summary,
    rejected: usage.placed,
    gone: [],
    unknown,
    months: { year: done.year, months: monthTokens(usage.reading) },
    warnings: [...usage.notes, ...done.notes, ...leftOut],
  });
  return {
    finding: findingText(summary, run.currency, estimated),
    figures: keyFigures(done),
    tables: [
      resultTable(tableOf(overview, TABLES.summary), 'By segment', segmentValue(done), [
        ...['segment', 'users', 'tokens', 'cost', 'saving', 'priceMissing'],
      ]),
      resultTable(tableOf(overview, TABLES.products), 'By product', productValue(done)),
      ...(unknown.length === 0
        ? []
        : [resultTable(tableOf(overview, TABLES.unknownProducts), 'Products the card does not know')]),
      {
        ...resultTable(tableOf(segments, TABLES.segments), 'People', personValue(rows), [
          ...READ_FIRST,
          ...COSTS,
        ]),
        isMain: true,
      },
    ],
    documents: [overview, segments],
  };
}

function personValue(rows: readonly SegmentRow[]) {
  return (index: number, key: string): CellValue | undefined => {
    const row = rows[index];
    if (row === undefined) return undefined;
    const values: Readonly<Record<string, CellValue>> = {
      flexCost: row.flexCost,
      bestSeatCost: row.bestSeatCost,
      saving: row.saving,
      recommendedCost: row.recommendedCost,
    };
    const value = values[key];
    return value === null ? PRICE_MISSING : value;
  };
}

function segmentValue({ rows, summary }: SegmentRun) {
  return (index: number, key: string): CellValue | undefined => {
    const line = summary[index];
    if (line === undefined) return undefined;
    const members = rows.filter((row) => row.segment === line.segment);
    const sum = (of: (row: SegmentRow) => number | null): number =>
      members.reduce((total, row) => total + (of(row) ?? 0), 0);
    const values: Readonly<Record<string, CellValue>> = {
      ...line,
      flexCost: sum((row) => row.flexCost),
      bestSeatCost: sum((row) => row.bestSeatCost),
    };
    return values[key];
  };
}

function productValue({ rows, run }: SegmentRun) {
  const totals = productTotals(rows);
  return (index: number, key: string): CellValue | undefined =>
    key === 'flexCost' ? (totals[index]?.tokens ?? 0) * netTokenPrice(run.terms) : undefined;
}

function keyFigures({ summary, run }: SegmentRun): readonly ResultFigure[] {
  const sum = (of: (row: (typeof summary)[number]) => number): number =>
    summary.reduce((total, row) => total + of(row), 0);
  const money = numberFormat('money', run.currency);
  const yearly = `${run.currency} a year`;
  const count = '#,##0';
  return [
    { name: KEY_FIGURES.people, label: 'People', value: sum(({ users }) => users), numberFormat: count },
    {
      name: KEY_FIGURES.onFlex,
      label: 'On Flex',
      value: sum((row) => (isFlex(row) ? row.users : 0)),
      numberFormat: count,
      unit: 'people',
    },
    {
      name: KEY_FIGURES.tokens,
      label: 'Tokens in the year',
      value: sum(({ tokens }) => tokens),
      numberFormat: count,
      unit: 'tokens',
    },
    {
      name: KEY_FIGURES.cost,
      label: 'Cost as recommended',
      value: sum(({ cost }) => cost),
      numberFormat: money,
      unit: yearly,
    },
    {
      name: KEY_FIGURES.saving,
      label: 'Saving against the other way',
      value: sum(({ saving }) => saving),
      numberFormat: money,
      unit: yearly,
    },
  ];
}
