/** What a review found, as tables of `Flex Monitor`: top consumers, anomalies, shifts, named cases, why burn changed, budgets. */
import { PRICE_MISSING } from '../../engine/catalog';
import type { MonitorReview } from '../../engine/monitor/review-types';
import type { ChangePart, NamedCase } from '../../engine/monitor/findings/types';
import { monthText } from '../../engine/numeric';
import { columnsOf, filled, valuedColumns } from '../model/columns';
import type { CellValue, TableBlock } from '../model/document';
import { centsFormat, countText } from '../model/formats';
import { TABLES } from '../model/sheet-names';
import { dayText } from './words';

/** As FLEX.TOPUSERS flags whom a seat would be cheaper for. */
export const MOVE_FLAG = 'move to Named User';
const FIRST = 34;
const OTHERS = 12;
const DAY = 'd mmm yyyy';
const SIGNED = '+#,##0;-#,##0;0';

/** People with most tokens in the week, and what a seat would change. */
export function topConsumersTable({ topConsumers, topWeek, currency }: MonitorReview): TableBlock {
  const column = columnsOf(currency);
  return {
    kind: 'table',
    name: TABLES.topConsumers,
    heading: 'Top consumers',
    note: `Week of ${dayText(topWeek)}. Break-even, saving and cost of a unit are those of a year, for the product with most tokens.`,
    columns: [
      column('user', 'User', 'text', FIRST),
      column('product', 'Product', 'text', 18),
      column('tokens', 'Tokens', 'tokens', OTHERS, { note: 'All products in the week.' }),
      column('cost', 'Cost', 'money', OTHERS, { note: `${currency} of the week.` }),
      column('share', 'Share', 'share', OTHERS, { note: 'Of the burn of the week.' }),
      column('saving', 'Saving', 'money', OTHERS, {
        note: `${currency} a year with a seat; below 0: a seat costs more.`,
        align: 'right',
      }),
      column('daysGained', 'Days gained', 'units', OTHERS, {
        note: 'By which the pool lasts longer when this person moves to a seat.',
      }),
      column('yearUnits', 'Units in the year', 'units', OTHERS),
      column('breakEven', 'Break-even', 'units', OTHERS, {
        note: 'Units a year at which Flex costs what the seat costs.',
        align: 'right',
      }),
      column('unit', 'Unit', 'text', OTHERS),
      column('unitNow', 'A unit costs now', 'price', OTHERS, { note: `${currency} on Flex.` }),
      column('unitSeat', 'With a seat', 'price', OTHERS, {
        note: `${currency} a unit at this year’s units; 0 with a spare seat, which is paid for.`,
        align: 'right',
      }),
      column('spare', 'Spare seat', 'flag', OTHERS, { note: 'An owned seat that nobody holds.' }),
      column('flag', 'Flag', 'text', 19, { note: 'Units in the year are above break-even.' }),
      column('sentence', 'What to do', 'text', OTHERS),
    ],
    rows: topConsumers.map((top): readonly CellValue[] => [
      top.user,
      top.product,
      top.weekTokens,
      top.weekCost,
      top.share,
      top.saving ?? PRICE_MISSING,
      top.daysGained,
      top.yearUnits,
      top.breakEven ?? PRICE_MISSING,
      top.unit,
      top.unitCostNow,
      top.unitCostSeat ?? PRICE_MISSING,
      top.spareSeat ? 'yes' : 'no',
      top.migrate ? MOVE_FLAG : null,
      top.sentence,
    ]),
    emptyText: 'Nobody burned tokens in that week, or the usage names nobody.',
    filter: false,
  };
}

/** Days out of the ordinary: FLEX.ANOMALIES' columns. */
export function anomaliesTable({ anomalies, currency }: MonitorReview): TableBlock {
  const column = columnsOf(currency);
  return {
    kind: 'table',
    name: TABLES.anomalies,
    heading: 'Anomalies',
    note: 'Days far from trend and weekday: spikes of at least 1 % of the pool, drops of half a typical day or more. The contributions of Who sum to burn − expected.',
    columns: [
      column('date', 'Date', 'date', FIRST, { numberFormat: DAY, align: 'left' }),
      column('series', 'Series', 'text', OTHERS),
      column('burn', 'Burn', 'tokens', OTHERS),
      column('expected', 'Expected', 'tokens', OTHERS),
      column('score', 'Score', 'units', OTHERS, {
        note: 'Robust deviations from what is usual; 3.5 and more count.',
      }),
      column('kind', 'Kind', 'text', OTHERS),
      column('who', 'Who', 'text', OTHERS),
    ],
    rows: anomalies.map(({ day, burn, expected, score, kind, whoText }): readonly CellValue[] => [
      day,
      'Total',
      burn,
      expected,
      score,
      kind,
      whoText,
    ]),
    emptyText: 'None.',
    filter: false,
  };
}

/** Weeks in which the level moved: to be looked at, not alerts. */
export function shiftsTable({ shifts, currency }: MonitorReview): TableBlock {
  const column = columnsOf(currency);
  return {
    kind: 'table',
    name: TABLES.shifts,
    heading: 'Weekly review list',
    note: 'Weeks in which the level of burn moved slowly, without a single odd day. A list to look at, not an alarm.',
    columns: [
      column('week', 'Week', 'date', FIRST, { numberFormat: DAY, align: 'left', note: 'Its Monday.' }),
      column('direction', 'Direction', 'text', OTHERS),
      column('score', 'Score', 'units', OTHERS),
      column('burn', 'Burn', 'tokens', OTHERS),
      column('expected', 'Expected', 'tokens', OTHERS),
    ],
    rows: shifts.map(({ week, direction, score, burn, expected }): readonly CellValue[] => [
      week,
      direction,
      score,
      burn,
      expected,
    ]),
    emptyText: 'None.',
    filter: false,
  };
}

const CASE_LABELS: Readonly<Record<NamedCase['kind'], string>> = {
  'long run': 'long run',
  'seat holder burns tokens': 'seat holder',
};

/** The guide's two named cases. */
export function casesTable({ cases, currency }: MonitorReview): TableBlock {
  const column = columnsOf(currency);
  const day = { numberFormat: DAY };
  return {
    kind: 'table',
    name: TABLES.cases,
    heading: 'Named cases',
    note: 'Very long runs without a break, and people with a seat who suddenly burn tokens.',
    columns: [
      column('user', 'User', 'text', FIRST),
      column('product', 'Product', 'text', 18),
      column('from', 'From', 'date', OTHERS, day),
      column('to', 'To', 'date', OTHERS, day),
      column('days', 'Days', 'integer', OTHERS),
      column('tokens', 'Tokens', 'tokens', OTHERS),
      column('kind', 'Case', 'text', OTHERS, {
        note: 'long run: many days running, nights or weekends among them. seat holder: tokens burned although a seat covers the product.',
      }),
      column('evidence', 'Evidence', 'text', OTHERS),
    ],
    rows: cases.map((found): readonly CellValue[] => [
      found.user,
      found.product,
      found.from,
      found.to,
      found.days,
      found.tokens,
      CASE_LABELS[found.kind],
      found.evidence,
    ]),
    emptyText: 'None.',
    filter: false,
  };
}

const PART_LABELS: Readonly<Record<ChangePart['kind'], string>> = {
  people: 'People',
  'days per person': 'Days per person',
  'product mix': 'Product mix',
  rate: 'Rate',
  price: 'Price',
};

/** Why the last whole month burned more or less than the one before: five parts that sum to the change. */
export function changeTable({ change, currency }: MonitorReview): TableBlock {
  const column = columnsOf(currency);
  const base = { kind: 'table', name: TABLES.change, filter: false } as const;
  const columns = [
    column('part', 'Because of', 'text', FIRST),
    column('tokens', 'Tokens', 'tokens', OTHERS, { numberFormat: SIGNED }),
    column('money', 'Money', 'money', OTHERS, { numberFormat: centsFormat(currency), note: currency }),
    column('sentence', 'Why', 'text', OTHERS),
  ];
  if (change === null) {
    return {
      ...base,
      heading: 'Why burn changed',
      columns,
      rows: [],
      emptyText: 'It takes two whole months of usage to compare.',
    };
  }
  const { before, after, tokensBefore, tokensAfter, parts } = change;
  return {
    ...base,
    heading: `Why burn changed from ${monthText(before)} to ${monthText(after)}`,
    note: `${countText(tokensBefore)} tokens in ${monthText(before)}, ${countText(tokensAfter)} in ${monthText(after)}. Each part is what its factor changed, averaged over every order.`,
    columns,
    rows: parts.map((part): readonly CellValue[] => [
      PART_LABELS[part.kind],
      part.tokens,
      part.money,
      part.sentence,
    ]),
    totals: { label: 'Change', sums: ['tokens', 'money'] },
  };
}

/** Budgets on the as-of day. */
export function budgetLinesTable({ budgets, currency }: MonitorReview): TableBlock {
  const column = valuedColumns<MonitorReview['budgets'][number]>(currency);
  const day = { numberFormat: DAY };
  return {
    kind: 'table',
    name: TABLES.budgetLines,
    heading: 'Budgets',
    ...filled(
      [
        column('name', 'Name', 'text', FIRST, ({ budget }) => budget.name),
        column('kind', 'Kind', 'text', OTHERS, ({ budget }) => budget.kind),
        column('tokens', 'Tokens', 'tokens', OTHERS, ({ budget }) => budget.tokens),
        column('from', 'From', 'date', OTHERS, ({ budget }) => budget.from, day),
        column('to', 'To', 'date', OTHERS, ({ budget }) => budget.to, day),
        column('burned', 'Burned', 'tokens', OTHERS, ({ burned }) => burned),
        column('left', 'Left', 'tokens', OTHERS, ({ left }) => left, { formula: '={@tokens}-{@burned}' }),
        column(
          'share',
          'Share left',
          'share',
          OTHERS,
          ({ budget, share }) => (budget.tokens > 0 ? share : 0),
          {
            formula: '=IF({@tokens}>0,{@left}/{@tokens},0)',
          },
        ),
        column(
          'forecast',
          'Forecast',
          'tokens',
          OTHERS,
          ({ forecast }) => (Number.isNaN(forecast) ? null : forecast),
          { note: 'Tokens by the last day at the pace so far.' },
        ),
        column('usedUp', 'Used up on', 'date', OTHERS, ({ usedUp }) => usedUp, {
          ...day,
          note: 'First day without tokens at that pace; empty: it lasts.',
        }),
        column('status', 'Status', 'text', OTHERS, ({ status }) => status),
      ],
      budgets,
    ),
    emptyText: 'No budget has been entered yet: use the table “Budgets (yours)” below.',
    filter: false,
  };
}
