/** Tokens by month on `Flex Summary`: what the sums by person, product and segment are checked against. */
import { firstSerialOfMonth } from '../../engine/numeric';
import type { MonthTokens } from '../../engine/usage';
import { filled, valuedColumns } from '../model/columns';
import type { TableBlock } from '../model/document';
import { TABLES } from '../model/sheet-names';

export interface UsageMonths {
  /** First and last month of the year, counted as year × 12 + month − 1. */
  readonly year: { readonly firstMonth: number; readonly lastMonth: number };
  readonly months: readonly MonthTokens[];
}

const DAY = 'd mmm yyyy';

/** All months with rows, those outside the year too. */
export function usageMonthsTable({ year, months }: UsageMonths): TableBlock {
  const column = valuedColumns<MonthTokens>('USD');
  return {
    kind: 'table',
    name: TABLES.usageMonths,
    heading: 'By month',
    note: 'Added up by month alone, apart from the sums by person and product: Flex Checks compares them.',
    ...filled(
      [
        column('month', 'Month', 'date', 30, ({ month }) => firstSerialOfMonth(month), {
          numberFormat: 'mmm yyyy',
          align: 'left',
        }),
        column('inYear', 'In the year', 'flag', 16, ({ month }) =>
          month >= year.firstMonth && month <= year.lastMonth ? 'yes' : 'no',
        ),
        column('tokens', 'Tokens', 'tokens', 14, ({ tokens }) => tokens, {
          note: 'As if everything were on Flex.',
        }),
        column('fromSeats', 'Served by seats', 'tokens', 14, ({ fromSeats }) => fromSeats, {
          note: 'Part of the tokens that a seat served.',
        }),
        column('burned', 'Burned', 'tokens', 14, ({ tokens, fromSeats }) => tokens - fromSeats, {
          formula: '={@tokens}-{@fromSeats}',
          note: 'Tokens − served by seats: what the pool has to carry.',
        }),
        column('lastDay', 'Last day', 'date', 14, ({ lastDay }) => lastDay, {
          numberFormat: DAY,
          note: 'Last day with a row.',
        }),
      ],
      months,
    ),
    emptyText: 'No row has a date.',
    filter: false,
  };
}
