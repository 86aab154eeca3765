/** Documents and tables of a renewal. */
import type { LeverLine } from '../../../engine/renewal';
import { numberFormat } from '../../../report/model/formats';
import { TABLES } from '../../../report/model/sheet-names';
import { renewalAsksDocument } from '../../../report/renewal/asks-document';
import { renewalDocument } from '../../../report/renewal/document';
import { RENEWAL_FIGURES, RENEWAL_NAMES } from '../../../report/renewal/input';
import { renewalFinding } from '../../../report/renewal/words';
import type { ResultFigure, ResultTable, Results } from '../../program/command';
import { computed, type Computed } from '../../output/computed';
import { hasTable, tableOf } from '../../output/document-table';
import type { RenewalRun } from './run';
import { resultTable } from '../../output/result-table';

export function renewalResults({ report }: RenewalRun): Results {
  const { renewal, currency, provenance, cards } = report;
  const document = renewalDocument(report);
  const asks = renewalAsksDocument(renewal.asks, currency, provenance);
  const held = (
    name: string,
    title: string,
    values?: Computed,
    shown?: readonly string[],
  ): readonly ResultTable[] =>
    hasTable(document, name) ? [resultTable(tableOf(document, name), title, values, shown)] : [];
  return {
    finding: renewalFinding(renewal, currency, report.estimated),
    figures: figuresOf(report),
    tables: [
      {
        ...resultTable(tableOf(asks, TABLES.asks), 'Ask list', undefined, [
          ...['order', 'lever', 'priority', 'low', 'mid', 'high', 'ask'],
        ]),
        isMain: true,
      },
      ...held(TABLES.renewalLevers, 'Levers', leverValues(renewal.levers), [
        ...['lever', 'low', 'mid', 'high', 'valueLow', 'valueMid', 'valueHigh'],
      ]),
      ...held(TABLES.renewalLevels, 'Commitment under stress', undefined, [
        ...['what', 'level', 'discount', 'growthError', 'chance', 'saving', 'worst'],
      ]),
      ...held(TABLES.renewalFreeze, 'Rate freeze'),
      ...held(
        TABLES.renewalTiers,
        'Volume tiers against the need',
        undefined,
        renewal.tiers === null ? [] : undefined,
      ),
      ...held(TABLES.renewalStructures, 'Structures'),
      ...held(TABLES.renewalQuotes, 'Quotes', undefined, renewal.quotes === null ? [] : QUOTES_SHOWN),
      ...held(TABLES.renewalQuoteLines, 'Lines of the quotes', undefined, []),
      ...held(
        TABLES.renewalCards,
        'Rate cards',
        computed(cards?.products ?? [], { change: ({ change }) => change }),
      ),
      ...held(TABLES.renewalFlips, 'Whose segment flips', undefined, []),
      ...held(TABLES.renewalTornado, 'What matters most', undefined, []),
      ...held(TABLES.renewalCurve, 'What one would buy at each price', undefined, []),
    ],
    documents: [document, asks],
  };
}

const QUOTES_SHOWN = ['name', 'p10', 'p50', 'p90', 'above', 'price', 'indifference'];

function leverValues(levers: readonly LeverLine[]): Computed {
  const counts = ({ own, mid }: LeverLine): number => own ?? mid;
  return computed(levers, {
    chosen: counts,
    base: ({ base }) => base,
    valueLow: ({ base, low }) => base * low,
    valueMid: ({ base, mid }) => base * mid,
    valueHigh: ({ base, high }) => base * high,
    valueChosen: (line) => line.base * counts(line),
  });
}

function figuresOf(report: RenewalRun['report']): readonly ResultFigure[] {
  const { renewal, currency, lastYear, listPrice, seatSpend, growthUsed } = report;
  const together = renewal.levers.at(-1)?.cumulativeMoney;
  const f = RENEWAL_FIGURES;
  const money = (label: string, name: string, value: number | undefined): ResultFigure => ({
    label,
    name,
    value: value ?? 0,
    numberFormat: numberFormat('money', currency),
    unit: `${currency} a year`,
  });
  return [
    {
      label: 'Tokens of the year',
      name: RENEWAL_NAMES.tokens,
      value: lastYear,
      numberFormat: '#,##0',
      unit: 'tokens',
    },
    {
      label: 'List price of a token',
      name: RENEWAL_NAMES.listPrice,
      value: listPrice,
      numberFormat: numberFormat('price', currency),
      unit: currency,
    },
    money('Token spend at list', f.tokenSpend, renewal.tokenSpend),
    money('Spend on seats', RENEWAL_NAMES.seatSpend, seatSpend),
    { label: 'Growth a year', name: 'Flex_RenewalGrowth', value: growthUsed, numberFormat: '0.0%' },
    money('All levers, low', f.low, together?.low),
    money('All levers, mid', f.mid, together?.mid),
    money('All levers, high', f.high, together?.high),
    money('All levers as they count', f.chosen, together?.own),
  ];
}
