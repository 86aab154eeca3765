/** Document and tables of a sizing. */
import { TABLES } from '../../../report/model/sheet-names';
import { poolDocument } from '../../../report/pool/document';
import { POOL_FIGURES } from '../../../report/pool/input';
import { poolFinding } from '../../../report/pool/words';
import type { Results } from '../../program/command';
import { resultFigures, resultTable, resultTables } from '../../output/result-table';
import type { PoolRun } from './run';

const SIZES_SHOWN = ['choice', 'size', 'exact', 'risk', 'shortage', 'waste', 'price', 'cost'];

export function poolResults({ report }: PoolRun): Results {
  const document = poolDocument(report);
  return {
    finding: poolFinding(report),
    figures: resultFigures([document], Object.values(POOL_FIGURES)),
    tables: [
      { ...resultTable(document, TABLES.poolSizes, SIZES_SHOWN), isMain: true },
      ...resultTables(document, TABLES.poolLots),
      ...(report.planned.length === 0 ? [] : [resultTable(document, TABLES.poolPlanned)]),
      // The curve is for programs and charts.
      resultTable(document, TABLES.poolCurve, []),
    ],
    documents: [document],
  };
}
