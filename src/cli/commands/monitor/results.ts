/** Documents, tables and exit code of a review. */
import { isoDate } from '../../../engine/numeric';
import type { AlertKind, BurnLine, MonitorReview, PoolState } from '../../../engine/monitor';
import { alertsDocument } from '../../../report/monitor/alerts/document';
import { chargebackDocument } from '../../../report/monitor/chargeback/document';
import { ledgerDocument } from '../../../report/monitor/ledger/document';
import { NO_DEMAND, NO_PACK } from '../../../report/monitor/ledger/tables';
import { TABLES } from '../../../report/model/sheet-names';
import { monitorDocument } from '../../../report/monitor/document';
import { MONITOR_FIGURES } from '../../../report/monitor/input';
import { stateText } from '../../../report/monitor/words';
import type { ResultFigure, ResultTable, Results } from '../../program/command';
import { computed, type Computed } from '../../output/computed';
import { hasTable, tableOf } from '../../output/document-table';
import { EXIT, type ExitCode } from '../../program/exit-codes';
import type { MonitorRun } from './run';
import { resultTable } from '../../output/result-table';

/** What each kind of alert asks for: somebody's look, tokens, or procurement. */
const ASKS: Readonly<Record<AlertKind, ExitCode>> = {
  escalate: EXIT.escalate,
  'top-up': EXIT.topUp,
  velocity: EXIT.topUp,
  'team empty': EXIT.topUp,
  review: EXIT.review,
  'expiry waste': EXIT.review,
  budget: EXIT.review,
  'data too old': EXIT.review,
};

/** The gravest of what is not closed; nothing to do = 0, but incomplete data ask for a review at least. */
export function monitorExit({ alerts }: MonitorReview, complete: boolean): ExitCode {
  const asked = alerts.filter(({ state }) => state !== 'closed').map(({ kind }) => ASKS[kind]);
  return asked.reduce<ExitCode>(
    (most, code) => (code > most ? code : most),
    complete ? EXIT.done : EXIT.review,
  );
}

export function monitorResults({ review, report }: MonitorRun): Results {
  const monitor = monitorDocument(report);
  const ledger = ledgerDocument(report);
  const alerts = alertsDocument(report);
  const chargeback = chargebackDocument(report);
  const { total, asOf } = review;
  const lines = (name: string, title: string, of: readonly BurnLine[]): readonly ResultTable[] =>
    hasTable(monitor, name) ? [resultTable(tableOf(monitor, name), title, changes(of), [])] : [];
  const teams = [...review.teams, total];
  return {
    finding: `${report.estimated ? 'About ' : ''}${stateText(total, asOf)}. Status: ${total.status}`,
    figures: figuresOf(total),
    tables: [
      {
        ...resultTable(tableOf(alerts, TABLES.alerts), 'Alerts', undefined, [
          'kind',
          'team',
          'text',
          'action',
        ]),
        isMain: true,
      },
      resultTable(
        tableOf(monitor, TABLES.monitorTeams),
        'Pool',
        shareLeft(teams),
        review.teams.length === 0 ? [] : ['team', 'status', 'balance', 'pool', 'share', 'cover', 'middle'],
      ),
      resultTable(tableOf(monitor, TABLES.topConsumers), 'Top consumers', undefined, [
        ...['user', 'product', 'tokens', 'cost', 'share', 'saving', 'daysGained'],
      ]),
      resultTable(tableOf(monitor, TABLES.anomalies), 'Anomalies', undefined, [
        'date',
        'kind',
        'burn',
        'expected',
        'who',
      ]),
      resultTable(tableOf(monitor, TABLES.shifts), 'Weekly review list', undefined, []),
      resultTable(tableOf(monitor, TABLES.cases), 'Named cases', undefined, []),
      resultTable(tableOf(monitor, TABLES.change), 'Why burn changed', undefined, []),
      resultTable(
        tableOf(monitor, TABLES.budgetLines),
        'Budgets',
        budgetLeft(review),
        review.budgets.length === 0 ? [] : undefined,
      ),
      resultTable(tableOf(monitor, TABLES.weeks), 'Burn by week', againstExpected(review), []),
      resultTable(tableOf(monitor, TABLES.burnDown), 'Burn-down', undefined, []),
      ...lines(TABLES.burnByProduct, 'Burn by product', review.byProduct),
      ...lines(TABLES.burnBySegment, 'Burn by segment', review.bySegment),
      ...lines(TABLES.burnByTeam, 'Burn by team', review.byTeam),
      ...lines(TABLES.burnByUser, 'Burn by user', review.byUser),
      resultTable(tableOf(ledger, TABLES.lots), 'Lots', balanceOf(review), [
        'pack',
        'start',
        'expiry',
        'quantity',
        'burned',
        'expired',
        'balance',
      ]),
      resultTable(tableOf(ledger, TABLES.reconciliation), 'Reconciliation', differences(review), []),
      resultTable(tableOf(chargeback, TABLES.chargeback), 'Chargeback', charged(review), []),
    ],
    documents: [monitor, ledger, alerts, chargeback],
  };
}

const shareLeft = (teams: readonly PoolState[]): Computed =>
  computed(teams, { share: ({ pool, balance }) => (pool > 0 ? balance / pool : NO_PACK) });

const balanceOf = ({ ledger }: MonitorReview): Computed =>
  computed(ledger.lots, { balance: (lot) => lot.balance });

const charged = ({ chargeback }: MonitorReview): Computed =>
  computed(chargeback.lines, { total: ({ totalCents }) => totalCents / 100 });

const againstExpected = ({ weeks }: MonitorReview): Computed =>
  computed(weeks, {
    difference: ({ whole, expected, tokens }) => (whole && expected !== null ? tokens - expected : ''),
  });

const changes = (lines: readonly BurnLine[]): Computed =>
  computed(lines, {
    weekChange: ({ lastWeek, weekBefore }) => lastWeek - weekBefore,
    monthChange: (line) => line.lastFourWeeks - line.fourWeeksBefore,
  });

const budgetLeft = ({ budgets }: MonitorReview): Computed =>
  computed(budgets, {
    left: (line) => line.left,
    share: ({ budget, share }) => (budget.tokens > 0 ? share : 0),
  });

const differences = ({ reconciliations }: MonitorReview): Computed =>
  computed(reconciliations, {
    difference: (found) => found.difference,
    unexplained: (found) => found.unexplained,
  });

function figuresOf(total: PoolState): readonly ResultFigure[] {
  const { depletion, share, status } = total;
  const n = MONITOR_FIGURES;
  const tokens = (label: string, name: string, value: number | null): ResultFigure => ({
    label,
    name,
    value,
    numberFormat: '#,##0',
    unit: 'tokens',
  });
  const day = (label: string, name: string, serial: number | undefined): ResultFigure => ({
    label,
    name,
    value: serial === undefined ? null : isoDate(serial),
    numberFormat: 'General',
  });
  const cover = depletion?.daysOfCover;
  return [
    { label: 'Status', name: n.status, value: status, numberFormat: 'General' },
    tokens('Balance', n.balance, total.balance),
    tokens('Pool', n.pool, total.pool),
    {
      label: 'Share of the pool left',
      name: n.share,
      value: Number.isFinite(share) ? share : NO_PACK,
      numberFormat: '0.0%',
    },
    {
      label: 'Days of cover',
      name: n.cover,
      value: cover === undefined ? null : Number.isFinite(cover) ? Math.round(cover) : NO_DEMAND,
      numberFormat: '#,##0',
      unit: 'days',
    },
    day('Earliest (P10)', n.early, depletion?.p10),
    day('Runs out (P50)', n.middle, depletion?.p50),
    day('Latest (P90)', n.late, depletion?.p90),
    tokens('Will expire unused', n.expiring, depletion?.expiring ?? null),
    tokens('Burned in the last 7 days', n.lastWeek, total.lastWeek),
    tokens('Expected in these 7 days', n.expectedWeek, total.expectedWeek),
    tokens('Burned in the last 28 days', n.lastFourWeeks, total.lastFourWeeks),
  ];
}
