/** Documents and tables of a segmentation. */
import { monthTokens, unknownProducts } from '../../../engine/usage';
import type { Provenance } from '../../../report/model/document';
import { TABLES } from '../../../report/model/sheet-names';
import { segmentsDocument } from '../../../report/segments/document';
import { findingText, KEY_FIGURES, summaryDocument } from '../../../report/segments/summary-document';
import type { Results } from '../../program/command';
import type { UsageFile } from '../../input/usage-file';
import { resultFigures, resultTable, resultTables } from '../../output/result-table';
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
  const documents = [overview, segments];
  return {
    finding: findingText(summary, run.currency, estimated),
    figures: resultFigures(documents, Object.values(KEY_FIGURES)),
    tables: [
      resultTable(overview, TABLES.summary, ['segment', 'users', 'tokens', 'cost', 'saving', 'priceMissing']),
      resultTable(overview, TABLES.products),
      ...resultTables(overview, TABLES.unknownProducts),
      { ...resultTable(segments, TABLES.segments, [...READ_FIRST, ...COSTS], 'People'), isMain: true },
    ],
    documents,
  };
}
