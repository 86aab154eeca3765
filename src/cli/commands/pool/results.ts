/** Document and tables of a sizing. */
import type { CellValue } from '../../../report/model/document';
import { TABLES } from '../../../report/model/sheet-names';
import { poolDocument } from '../../../report/pool/document';
import { POOL_FIGURES } from '../../../report/pool/input';
import { NOT_SOLD } from '../../../report/pool/tables';
import { choiceOf, poolFinding } from '../../../report/pool/words';
import type { ResultFigure, Results } from '../../program/command';
import { hasTable, tableOf } from '../../output/document-table';
import type { PoolRun } from './run';
import { resultTable } from '../../output/result-table';

const SIZES_SHOWN = ['choice', 'size', 'exact', 'risk', 'shortage', 'waste', 'price', 'cost'];

export function poolResults({ report, result }: PoolRun): Results {
  const document = poolDocument(report);
  const sold = result.curve.filter((point) => point.price !== null);
  return {
    finding: poolFinding(report),
    figures: figures(report, result),
    tables: [
      {
        ...resultTable(
          tableOf(document, TABLES.poolSizes),
          'Sizes side by side',
          priced(result.choices),
          SIZES_SHOWN,
        ),
        isMain: true,
      },
      ...(hasTable(document, TABLES.poolLots)
        ? [resultTable(tableOf(document, TABLES.poolLots), 'One annual pack, or rolling lots')]
        : []),
      ...(report.planned.length === 0
        ? []
        : [resultTable(tableOf(document, TABLES.poolPlanned), 'Planned work', expected(report.planned))]),
      // The curve is for programs and charts.
      resultTable(tableOf(document, TABLES.poolCurve), 'Size against risk and cost', priced(sold), []),
    ],
    documents: [document],
  };
}

function priced(points: readonly { readonly price: number | null; readonly cost: number | null }[]) {
  return (row: number, key: string): CellValue | undefined => {
    const point = points[row];
    if (point === undefined) return undefined;
    if (key === 'price') return point.price ?? NOT_SOLD;
    return key === 'cost' ? (point.cost ?? NOT_SOLD) : undefined;
  };
}

function expected(planned: PoolRun['report']['planned']) {
  return (row: number, key: string): CellValue | undefined => {
    const burst = planned[row]?.burst;
    return key === 'expected' && burst !== undefined ? burst.mean * burst.probability : undefined;
  };
}

function figures({ demand }: PoolRun['report'], result: PoolRun['result']): readonly ResultFigure[] {
  const tokens = (name: string, label: string, value: number): ResultFigure => ({
    name,
    label,
    value,
    numberFormat: '#,##0',
    unit: 'tokens',
  });
  return [
    tokens(POOL_FIGURES.baseline, 'Baseline', result.baseline),
    tokens(POOL_FIGURES.guide, "Size by the guide's rule", choiceOf(result, 'guide').size),
    tokens(POOL_FIGURES.calibrated, 'Risk-calibrated size', choiceOf(result, 'calibrated').size),
    tokens(POOL_FIGURES.optimal, 'Cost-optimal size', choiceOf(result, 'optimal').size),
    tokens(POOL_FIGURES.corrected, 'Corrected for few clusters', result.corrected.size),
    {
      name: POOL_FIGURES.effectiveClusters,
      label: 'Effective clusters (n_eff)',
      value: demand.effectiveClusters,
      numberFormat: '#,##0.0',
      unit: 'clusters',
    },
  ];
}
