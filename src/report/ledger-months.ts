/** The months of `Flex Pool Ledger` in tokens and money. Closings are native formulas over their row. */
import type { MonitorReview } from '../engine/monitor/reviewTypes';
import type { Amount, MonthMoney } from '../engine/monitor/types';
import { firstSerialOfMonth } from '../engine/numeric';
import { columnsOf } from './columns';
import type { CellValue, Column, TableBlock } from './document';
import { centsFormat } from './formats';
import { TOTAL } from './ledger-tables';
import { TABLES } from './marks';
import { teamName } from './monitor-words';

const FIRST = 34;
const OTHERS = 14;

const ENTRIES = ['opening', 'bought', 'carriedIn', 'burned', 'expired', 'adjusted', 'closing'] as const;
type Entry = (typeof ENTRIES)[number];
const ENTRY_LABELS: Readonly<Record<Entry, string>> = {
  opening: 'Opening',
  bought: 'Bought',
  carriedIn: 'Carried in',
  burned: 'Burned',
  expired: 'Expired',
  adjusted: 'Adjusted',
  closing: 'Closing',
};
const ENTRY_NOTES: Readonly<Partial<Record<Entry, string>>> = {
  carriedIn: 'Granted from the term before instead of bought.',
  burned: 'At the cost of the packs the tokens came from.',
  expired: 'In the month of the day after the last day of the pack.',
  adjusted: 'Posted adjustments that took tokens out; below 0 = put back.',
  closing: 'Opening + bought + carried in − burned − expired − adjusted.',
};

/** Tokens and money by month, all teams together. */
export function monthsTable({ months, currency }: MonitorReview): TableBlock {
  return {
    kind: 'table',
    name: TABLES.months,
    heading: 'Money by month',
    note: `Tokens, then ${currency} at pack cost, to the cent.`,
    columns: [monthColumn(currency), ...entryColumns('tokens', currency), ...entryColumns('money', currency)],
    rows: months.map((month) => [
      firstSerialOfMonth(month.month),
      ...entryCells(month, ({ tokens }) => tokens),
      ...entryCells(month, ({ cents }) => cents / 100),
    ]),
    emptyText: 'No pack has started yet.',
    filter: false,
    ...(months.length === 0
      ? {}
      : {
          totals: {
            label: TOTAL,
            sums: ['tokens', 'money'].flatMap((of) =>
              ['bought', 'carriedIn', 'burned', 'expired', 'adjusted'].map((entry) => `${entry}_${of}`),
            ),
          },
        }),
  };
}

/** The months of each team; null where packs name none. */
export function teamMonthsTable({ monthsByTeam, currency }: MonitorReview): TableBlock | null {
  if (monthsByTeam.length === 0) return null;
  const column = columnsOf(currency);
  const cents = { numberFormat: centsFormat(currency) };
  const moved = (key: string, header: string): readonly [Column, Column] => [
    column(`${key}_tokens`, header, 'tokens', OTHERS, { note: 'Tokens.' }),
    column(`${key}_money`, `${header} money`, 'money', OTHERS, cents),
  ];
  const [inTokens, inMoney] = moved('in', 'From other teams');
  const [outTokens, outMoney] = moved('out', 'To other teams');
  return {
    kind: 'table',
    name: TABLES.teamMonths,
    heading: 'Money by month and team',
    columns: [
      column('team', 'Team', 'text', FIRST),
      { ...monthColumn(currency), width: OTHERS },
      ...entryColumns('tokens', currency, '+{@in_tokens}-{@out_tokens}'),
      inTokens,
      outTokens,
      ...entryColumns('money', currency, '+{@in_money}-{@out_money}'),
      inMoney,
      outMoney,
    ],
    rows: monthsByTeam.flatMap(({ team, months }) =>
      months.map((month) => {
        const { transferredIn: inward, transferredOut: outward } = month;
        return [
          teamName(team),
          firstSerialOfMonth(month.month),
          ...entryCells(month, ({ tokens }) => tokens),
          inward?.tokens ?? 0,
          outward?.tokens ?? 0,
          ...entryCells(month, ({ cents: own }) => own / 100),
          (inward?.cents ?? 0) / 100,
          (outward?.cents ?? 0) / 100,
        ];
      }),
    ),
    filter: true,
  };
}

function monthColumn(currency: string): Column {
  return columnsOf(currency)('month', 'Month', 'date', FIRST, { numberFormat: 'mmm yyyy', align: 'left' });
}

/** @param more what else a closing holds: the moves between teams */
function entryColumns(of: 'tokens' | 'money', currency: string, more = ''): readonly Column[] {
  const column = columnsOf(currency);
  const closing = `={@opening_${of}}+{@bought_${of}}+{@carriedIn_${of}}-{@burned_${of}}-{@expired_${of}}-{@adjusted_${of}}${more}`;
  return ENTRIES.map((entry) => {
    const note = ENTRY_NOTES[entry];
    return column(`${entry}_${of}`, `${ENTRY_LABELS[entry]} ${of}`, of, OTHERS, {
      ...(of === 'money' ? { numberFormat: centsFormat(currency) } : {}),
      ...(note === undefined ? {} : { note }),
      ...(entry === 'closing' ? { formula: closing } : {}),
    });
  });
}

/** Closing stays to its formula. */
function entryCells(month: MonthMoney, of: (amount: Amount) => number): readonly CellValue[] {
  return ENTRIES.map((entry) => (entry === 'closing' ? null : of(month[entry])));
}
