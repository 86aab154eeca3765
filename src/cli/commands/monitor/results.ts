/** Documents, tables and exit code of a review. */
import type { AlertKind, MonitorReview } from '../../../engine/monitor';
import { alertsDocument } from '../../../report/monitor/alerts/document';
import { chargebackDocument } from '../../../report/monitor/chargeback/document';
import { ledgerDocument } from '../../../report/monitor/ledger/document';
import { TABLES } from '../../../report/model/sheet-names';
import { monitorDocument } from '../../../report/monitor/document';
import { MONITOR_FIGURES } from '../../../report/monitor/input';
import { stateText } from '../../../report/monitor/words';
import type { Results } from '../../program/command';
import { EXIT, type ExitCode } from '../../program/exit-codes';
import type { MonitorRun } from './run';
import { resultFigures, resultTable, resultTables } from '../../output/result-table';

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
  return {
    finding: `${report.estimated ? 'About ' : ''}${stateText(total, asOf)}. Status: ${total.status}`,
    figures: resultFigures([monitor], Object.values(MONITOR_FIGURES)),
    tables: [
      { ...resultTable(alerts, TABLES.alerts, ['kind', 'team', 'text', 'action'], 'Alerts'), isMain: true },
      resultTable(
        monitor,
        TABLES.monitorTeams,
        review.teams.length === 0 ? [] : ['team', 'status', 'balance', 'pool', 'share', 'cover', 'middle'],
      ),
      resultTable(monitor, TABLES.topConsumers, [
        ...['user', 'product', 'tokens', 'cost', 'share', 'saving', 'daysGained'],
      ]),
      resultTable(monitor, TABLES.anomalies, ['date', 'kind', 'burn', 'expected', 'who']),
      resultTable(monitor, TABLES.shifts, []),
      resultTable(monitor, TABLES.cases, []),
      resultTable(monitor, TABLES.change, []),
      resultTable(monitor, TABLES.budgetLines, review.budgets.length === 0 ? [] : undefined),
      resultTable(monitor, TABLES.weeks, []),
      resultTable(monitor, TABLES.burnDown, []),
      ...[TABLES.burnByProduct, TABLES.burnBySegment, TABLES.burnByTeam, TABLES.burnByUser].flatMap((name) =>
        resultTables(monitor, name, []),
      ),
      resultTable(ledger, TABLES.lots, [
        ...['pack', 'start', 'expiry', 'quantity', 'burned', 'expired', 'balance'],
      ]),
      resultTable(ledger, TABLES.reconciliation, []),
      resultTable(chargeback, TABLES.chargeback, []),
    ],
    documents: [monitor, ledger, alerts, chargeback],
  };
}
