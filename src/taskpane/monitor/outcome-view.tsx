import { makeStyles } from '@fluentui/react-components';
import type { MonitorInspection, MonitorOutcome } from '../../excel/contract/monitor';
import type { Inspection } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { Messages } from '../frame/messages';
import { StaleNotice } from '../command/stale-notice';
import { StepHeading } from '../frame/step-heading';
import { RowsAndSheets } from '../figures/rows-and-sheets';
import { usePaneContext } from '../pane/context';
import { AlertsCard } from './alerts-card';
import { BurnDown } from './burn/down';
import { ChangeCard } from './change-card';
import { AnomaliesCard, CasesCard } from './findings-card';
import { MonitorFigures } from './figures';
import { ReconciliationCard } from './reconciliation-card';
import { BudgetsCard, TeamsCard } from './teams-card';
import { TopConsumersCard } from './top-consumers-card';

const useStyles = makeStyles({ line: { margin: 0 } });

/** What came of a review: how the pool stands, what to do today, who burns it and why, and what was left out. */
export function MonitorOutcomeView(props: {
  readonly outcome: MonitorOutcome;
  readonly inspection: MonitorInspection;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { outcome, inspection, read } = props;
  const { settings, last, outdated, alerts } = state.monitor;
  return (
    <>
      <StepHeading
        title="Pool monitored"
        lead={`${formats.counted(outcome.people, 'person', 'people')}, in ${formats.count(Math.max(1, Math.round(outcome.seconds)))} s, from ${inspection.address}.`}
      />
      <StaleNotice last={last} outdated={outdated} />
      {settings !== null && <MonitorFigures outcome={outcome} settings={settings} read={read} />}
      <AlertsCard
        alerts={alerts?.alerts ?? outcome.alerts}
        address={alerts?.address ?? null}
        raisedNow={outcome.raisedNow}
      />
      <Messages messages={outcome.messages} />
      <BurnDown outcome={outcome} />
      <TeamsCard teams={outcome.teams} />
      <BudgetsCard budgets={outcome.budgets} />
      <TopConsumersCard outcome={outcome} />
      <AnomaliesCard outcome={outcome} />
      <CasesCard cases={outcome.cases} />
      <ChangeCard change={outcome.change} />
      <ReconciliationCard reconciliations={outcome.reconciliations} />
      <RowsAndSheets outcome={outcome} inspection={read} />
      <Card title="Next">
        <p className={styles.line}>
          Acknowledge what you take care of. Next week paste the new export on a sheet, append it under
          “Prepare another run”, and monitor again: each alert is raised once.
        </p>
      </Card>
    </>
  );
}
