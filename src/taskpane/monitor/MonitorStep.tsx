import { FailureNotice } from '../frame/FailureNotice';
import { LastRunNotes } from '../frame/LastRunNotes';
import { Messages } from '../frame/Messages';
import { StepHeading } from '../frame/StepHeading';
import { WritesCard } from '../frame/WritesCard';
import { usePaneContext } from '../pane-context';
import { WhoCounts } from '../pool/WhoCounts';
import { AlertsCard } from './AlertsCard';
import { AppendCard } from './AppendCard';
import { LedgerCard } from './LedgerCard';
import { ListsCard } from './ListsCard';
import { MonitorInputs } from './MonitorInputs';
import { MonitorOutcomeView } from './MonitorOutcomeView';
import { MonitorReads } from './MonitorReads';

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
            onChange={(people) => actions.changeMonitor({ people })}
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
