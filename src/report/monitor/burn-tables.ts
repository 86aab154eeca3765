/** The tables of burn on `Flex Monitor`: the burn-down behind the chart, weeks, and burn by product, segment, team and user. */
import type { BurnDownDay, BurnLine, MonitorReview, WeekBurn } from '../../engine/monitor/review-types';
import { filled, valuedColumns } from '../model/columns';
import type { TableBlock } from '../model/document';
import { poolLines, poolStateColumns } from './ledger/tables';
import { TABLES } from '../model/sheet-names';
import { dayText } from './words';

const FIRST = 34;
const OTHERS = 12;
const DAY = 'd mmm yyyy';
/** More points than that show no more on a chart. */
export const BURN_DOWN_ROWS = 400;

/** The pool and each team on the as-of day. */
export function monitorTeamsTable(review: MonitorReview): TableBlock {
  const { teams, currency } = review;
  return {
    kind: 'table',
    name: TABLES.monitorTeams,
    heading: teams.length === 0 ? 'The pool' : 'Teams',
    ...filled(poolStateColumns(currency), poolLines(review)),
    keyColumn: 'team',
    filter: false,
  };
}

/** Balance, expected curve and paths, day by day; thinned to about 400 rows. */
export function burnDownTable({ burnDown, curve }: MonitorReview): TableBlock {
  const column = valuedColumns<BurnDownDay>('USD');
  return {
    kind: 'table',
    name: TABLES.burnDown,
    heading: 'Burn-down',
    note: curve?.basis ?? 'Without a pack there is no curve to compare with.',
    ...filled(
      [
        column('day', 'Date', 'date', FIRST, ({ day }) => day, { numberFormat: DAY, align: 'left' }),
        column('balance', 'Balance', 'tokens', OTHERS, ({ balance }) => balance, {
          note: 'At the end of the day.',
        }),
        column('expected', 'Expected', 'tokens', OTHERS, ({ expected }) => expected, {
          note: 'Used up just at the expiry of the packs.',
        }),
        column('p10', 'P10 (earliest)', 'tokens', OTHERS, ({ p10 }) => p10, {
          note: 'If it drains as fast as one time in ten.',
        }),
        column('p50', 'P50', 'tokens', OTHERS, ({ p50 }) => p50, { note: 'The middle path.' }),
        column('p90', 'P90 (latest)', 'tokens', OTHERS, ({ p90 }) => p90, {
          note: 'If it drains as slowly as one time in ten.',
        }),
      ],
      thinned(burnDown),
    ),
    emptyText: 'No pack is good on the as-of day.',
    filter: false,
  };
}

/** Every n-th day, with the day on which actual and forecast meet and the last one always among them. */
function thinned(days: readonly BurnDownDay[]): readonly BurnDownDay[] {
  if (days.length <= BURN_DOWN_ROWS) return days;
  const step = Math.ceil(days.length / (BURN_DOWN_ROWS - 2));
  return days.filter(
    ({ balance, p50 }, index) =>
      index % step === 0 || index === days.length - 1 || (balance !== null && p50 !== null),
  );
}

/** Burn by week against the expected curve. */
export function weeksTable({ weeks }: MonitorReview): TableBlock {
  const column = valuedColumns<WeekBurn>('USD');
  return {
    kind: 'table',
    name: TABLES.weeks,
    heading: 'Burn by week',
    note: 'Monday to Sunday. A week that the data begin or end within is not whole.',
    ...filled(
      [
        column('week', 'Week', 'date', FIRST, ({ week }) => week, {
          numberFormat: DAY,
          align: 'left',
          note: 'Its Monday.',
        }),
        column('tokens', 'Tokens', 'tokens', OTHERS, ({ tokens }) => tokens),
        column('expected', 'Expected', 'tokens', OTHERS, ({ expected }) => expected, {
          note: 'By the expected curve; empty outside its term.',
        }),
        column('difference', 'Difference', 'tokens', OTHERS, againstExpected, {
          formula: '=IF(AND({@whole}="yes",ISNUMBER({@expected})),{@tokens}-{@expected},"")',
          numberFormat: '+#,##0;-#,##0;0',
        }),
        column('whole', 'Whole week', 'flag', OTHERS, ({ whole }) => (whole ? 'yes' : 'no')),
        column(
          'label',
          'Label',
          'text',
          OTHERS,
          ({ week, whole }) => `${dayText(week).replace(/ \d+$/, '')}${whole ? '' : ' (part)'}`,
          { note: 'As the chart names it.' },
        ),
      ],
      weeks,
    ),
    emptyText: 'There is no usage by the as-of date.',
    filter: false,
  };
}

function againstExpected({ whole, expected, tokens }: WeekBurn): number | string {
  return whole && expected !== null ? tokens - expected : '';
}

/** Burn by product, segment, team and user; what no row of the usage names has no table. */
export function burnLineTables(review: MonitorReview): readonly TableBlock[] {
  const { byProduct, bySegment, byTeam, byUser, total } = review;
  const until = total.latestDataDay === null ? '' : `Days that end with ${dayText(total.latestDataDay)}.`;
  return [
    lineTable(TABLES.burnByProduct, 'Product', byProduct, until),
    lineTable(TABLES.burnBySegment, 'Segment', bySegment, until),
    lineTable(TABLES.burnByTeam, 'Team', byTeam, until),
    lineTable(TABLES.burnByUser, 'User', byUser, `${until} The ${byUser.length} with most tokens.`),
  ].filter((table) => table !== null);
}

function lineTable(name: string, what: string, lines: readonly BurnLine[], note: string): TableBlock | null {
  if (lines.every((line) => line.name === '')) return null;
  const column = valuedColumns<BurnLine>('USD');
  const change = { numberFormat: '+#,##0;-#,##0;0' };
  return {
    kind: 'table',
    name,
    heading: `Burn by ${what.toLowerCase()}`,
    ...(note === '' ? {} : { note }),
    ...filled(
      [
        column('name', what, 'text', FIRST, (line) =>
          line.name === '' ? `(no ${what.toLowerCase()})` : line.name,
        ),
        column('week', 'Last 7 days', 'tokens', OTHERS, ({ lastWeek }) => lastWeek),
        column('weekBefore', '7 days before', 'tokens', OTHERS, ({ weekBefore }) => weekBefore),
        column(
          'weekChange',
          'Change in 7 days',
          'tokens',
          OTHERS,
          (line) => line.lastWeek - line.weekBefore,
          {
            ...change,
            formula: '={@week}-{@weekBefore}',
          },
        ),
        column('month', 'Last 28 days', 'tokens', OTHERS, ({ lastFourWeeks }) => lastFourWeeks),
        column('monthBefore', '28 days before', 'tokens', OTHERS, ({ fourWeeksBefore }) => fourWeeksBefore),
        column(
          'monthChange',
          'Change in 28 days',
          'tokens',
          OTHERS,
          (line) => line.lastFourWeeks - line.fourWeeksBefore,
          { ...change, formula: '={@month}-{@monthBefore}' },
        ),
        column('share', 'Share', 'share', OTHERS, ({ share }) => share, {
          note: 'Of all tokens of the last 28 days.',
        }),
      ],
      lines,
    ),
    filter: false,
  };
}
