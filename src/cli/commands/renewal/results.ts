/** Documents and tables of a renewal. */
import { TABLES } from '../../../report/model/sheet-names';
import { renewalAsksDocument } from '../../../report/renewal/asks-document';
import { renewalDocument } from '../../../report/renewal/document';
import { RENEWAL_FIGURES, RENEWAL_NAMES } from '../../../report/renewal/input';
import { renewalFinding } from '../../../report/renewal/words';
import type { Results } from '../../program/command';
import type { RenewalRun } from './run';
import { resultFigures, resultTable, resultTables } from '../../output/result-table';

export function renewalResults({ report }: RenewalRun): Results {
  const { renewal, currency, provenance } = report;
  const [n, f] = [RENEWAL_NAMES, RENEWAL_FIGURES];
  const document = renewalDocument(report);
  const asks = renewalAsksDocument(renewal.asks, currency, provenance);
  const lines: readonly [table: string, shown?: readonly string[] | undefined][] = [
    [TABLES.renewalLevers, ['lever', 'low', 'mid', 'high', 'valueLow', 'valueMid', 'valueHigh']],
    [TABLES.renewalLevels, ['what', 'level', 'discount', 'growthError', 'chance', 'saving', 'worst']],
    [TABLES.renewalFreeze],
    [TABLES.renewalTiers, renewal.tiers === null ? [] : undefined],
    [TABLES.renewalStructures],
    [TABLES.renewalQuotes, renewal.quotes === null ? [] : QUOTES_SHOWN],
    [TABLES.renewalQuoteLines, []],
    [TABLES.renewalCards],
    [TABLES.renewalFlips, []],
    [TABLES.renewalTornado, []],
    [TABLES.renewalCurve, []],
  ];
  return {
    finding: renewalFinding(renewal, currency, report.estimated),
    figures: resultFigures(
      [document],
      [...[n.tokens, n.listPrice, f.tokenSpend, n.seatSpend, f.growth, f.low, f.mid, f.high, f.chosen]],
    ),
    tables: [
      {
        ...resultTable(
          asks,
          TABLES.asks,
          ['order', 'lever', 'priority', 'low', 'mid', 'high', 'ask'],
          'Ask list',
        ),
        isMain: true,
      },
      ...lines.flatMap(([name, shown]) => resultTables(document, name, shown)),
    ],
    documents: [document, asks],
  };
}

const QUOTES_SHOWN = ['name', 'p10', 'p50', 'p90', 'above', 'price', 'indifference'];
