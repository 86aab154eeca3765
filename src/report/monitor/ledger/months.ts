/** The months of `Flex Pool Ledger` in tokens and money. Closings are native formulas over their row. */
import type { MonitorReview } from '../../../engine/monitor/review-types';
import type { Amount, MonthMoney } from '../../../engine/monitor/ledger/types';
import { firstSerialOfMonth } from '../../../engine/numeric';
import { filled, valuedColumns, type ValuedColumn } from '../../model/columns';
import type { Column, TableBlock } from '../../model/document';
import { centsFormat } from '../../model/formats';
import { TOTAL } from './tables';
import { TABLES } from '../../model/sheet-names';
import { teamName } from '../words';

const FIRST = 34;
const OTHERS = 13;

type Measure = 'tokens' | 'money';
const WIDTHS: Readonly<Record<Measure, number>> = { tokens: 13, money: 14 };
const VALUES: Readonly<Record<Measure, (amount: Amount) => number>> = {
  tokens: ({ tokens }) => tokens,
  money: ({ cents }) => cents / 100,
};
const NOTHING: Amount = { tokens: 0, cents: 0 };

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
    ...filled(
      [
        monthColumn<MonthMoney>(currency, FIRST, (month) => month),
        ...entryColumns<MonthMoney>('tokens', currency, (month) => month),
        ...entryColumns<MonthMoney>('money', currency, (month) => month),
      ],
      months,
    ),
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

/** The months of each team, tokens and money in a table each; none where packs name no team. */
export function teamMonthsTables(review: MonitorReview): readonly TableBlock[] {
  if (review.monthsByTeam.length === 0) return [];
  return [teamTable(review, 'tokens'), teamTable(review, 'money')];
}

function teamTable({ monthsByTeam, currency }: MonitorReview, of: Measure): TableBlock {
  const column = valuedColumns<TeamMonth>(currency);
  const value = VALUES[of];
  return {
    kind: 'table',
    name: of === 'tokens' ? TABLES.teamMonths : TABLES.teamMoney,
    heading: `${of === 'tokens' ? 'Tokens' : 'Money'} by team and month`,
    ...filled(
      [
        column('team', 'Team', 'text', FIRST, ({ team }) => teamName(team)),
        monthColumn<TeamMonth>(currency, OTHERS, ({ month }) => month),
        column(`moved_${of}`, `Between teams ${of}`, of, WIDTHS[of], ({ month }) => moved(month, value), {
          ...formatOf(of, currency),
          note: 'Came from other teams, less what went to them.',
        }),
        ...entryColumns<TeamMonth>(of, currency, ({ month }) => month, `+{@moved_${of}}`),
      ],
      monthsByTeam.flatMap(({ team, months }) => months.map((month) => ({ team, month }))),
    ),
    filter: false,
  };
}

interface TeamMonth {
  readonly team: string;
  readonly month: MonthMoney;
}

function moved({ transferredIn, transferredOut }: MonthMoney, of: (amount: Amount) => number): number {
  return of(transferredIn ?? NOTHING) - of(transferredOut ?? NOTHING);
}

function monthColumn<Row>(
  currency: string,
  width: number,
  monthOf: (row: Row) => MonthMoney,
): ValuedColumn<Row> {
  const serial = (row: Row): number => firstSerialOfMonth(monthOf(row).month);
  return valuedColumns<Row>(currency)('month', 'Month', 'date', width, serial, {
    numberFormat: 'mmm yyyy',
    align: 'left',
  });
}

/** @param more what else a closing holds: the moves between teams */
function entryColumns<Row>(
  of: Measure,
  currency: string,
  monthOf: (row: Row) => MonthMoney,
  more = '',
): readonly ValuedColumn<Row>[] {
  const column = valuedColumns<Row>(currency);
  const closing = `={@opening_${of}}+{@bought_${of}}+{@carriedIn_${of}}-{@burned_${of}}-{@expired_${of}}-{@adjusted_${of}}${more}`;
  return ENTRIES.map((entry) => {
    const note = ENTRY_NOTES[entry];
    const value = (row: Row): number => VALUES[of](monthOf(row)[entry]);
    return column(`${entry}_${of}`, `${ENTRY_LABELS[entry]} ${of}`, of, WIDTHS[of], value, {
      ...formatOf(of, currency),
      ...(note === undefined ? {} : { note }),
      ...(entry === 'closing' ? { formula: closing } : {}),
    });
  });
}

function formatOf(of: Measure, currency: string): Partial<Column> {
  return of === 'money' ? { numberFormat: centsFormat(currency) } : {};
}
