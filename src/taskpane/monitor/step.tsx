import { FailureNotice } from '../frame/failure-notice';
import { LastRunNotes } from '../command/last-run-notes';
import { Messages } from '../frame/messages';
import { StepHeading } from '../frame/step-heading';
import { WritesCard } from '../frame/writes-card';
import { usePaneContext } from '../pane/context';
import { WhoCounts } from '../pool/who-counts';
import { AlertsCard } from './alerts-card';
import { AppendCard } from './append/card';
import { LedgerCard } from './ledger-card';
import { ListsCard } from './lists-card';
import { MonitorInputs } from './inputs';
import { MonitorOutcomeView } from './outcome-view';
import { MonitorReads } from './reads';

/** Before a review: what it reads, the ledger, a new week, rules and sheets. After it: how the pool stands and what to do. */
export function MonitorStep(): JSX.Element {
  const { state } = usePaneContext();
  const { run } = state.monitor;
  return run.kind === 'done' ? (
    <MonitorOutcomeView outcome={run.outcome} inspection={run.inspection} read={run.read} />
  ) : (
    <MonitorBefore />
  );
}

function MonitorBefore(): JSX.Element {
  const { state, actions } = usePaneContext();
  const { inspection, readFailure, reading, run, last, settings, alerts } = state.monitor;
  return (
    <>
      <StepHeading title="Monitor the pool" lead="When it runs out, who burns it, and what to do today." />
      <LastRunNotes run={run} last={last} label="Last review" sheets="the Flex sheets" />
      {readFailure !== null && <FailureNotice failure={readFailure} />}
      {alerts !== null && <AlertsCard alerts={alerts.alerts} address={alerts.address} />}
      <MonitorReads />
      {inspection !== null && settings !== null && (
        <>
          <Messages messages={inspection.messages} />
          <LedgerCard ledger={inspection.ledger} />
          <AppendCard inspection={inspection} />
          <WhoCounts
            inspection={inspection}
            people={settings.people}
            purpose="watch the pool"
            onChange={(people) => actions.monitor.change({ people })}
          />
          <MonitorInputs settings={settings} />
          <ListsCard inspection={inspection} />
          <WritesCard
            writes={inspection.writes}
            busy={reading !== null}
            kept="Your packs, lists, inputs, and the state and owner of alerts are kept."
          />
        </>
      )}
    </>
  );
}
