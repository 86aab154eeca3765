import { SHEETS } from '../../report/marks';
import { FailureNotice } from '../frame/FailureNotice';
import { LastRunNotes } from '../frame/LastRunNotes';
import { Messages } from '../frame/Messages';
import { StepHeading } from '../frame/StepHeading';
import { WritesCard } from '../frame/WritesCard';
import { usePaneContext } from '../pane-context';
import { ComparisonInputs } from './ComparisonInputs';
import { LeversInputs } from './LeversInputs';
import { QuotesCard } from './QuotesCard';
import { RenewalOutcomeView } from './RenewalOutcomeView';
import { RenewalReads } from './RenewalReads';

/** Before a renewal: what it reads, assumptions, quotes and sheets. After it: what to ask for, and the money behind each ask. */
export function RenewalStep(): JSX.Element {
  const { state } = usePaneContext();
  const { run } = state.renewal;
  return run.kind === 'done' ? (
    <RenewalOutcomeView outcome={run.outcome} inspection={run.inspection} read={run.read} />
  ) : (
    <RenewalBefore />
  );
}

function RenewalBefore(): JSX.Element {
  const { state } = usePaneContext();
  const { inspection, readFailure, reading, run, last, settings } = state.renewal;
  return (
    <>
      <StepHeading
        title="Prepare the renewal"
        lead="What to ask for, what each ask is worth at your volumes, and the price at which to walk away."
      />
      <LastRunNotes
        run={run}
        last={last}
        label="Last renewal"
        sheets={`${SHEETS.renewal.name} and ${SHEETS.asks.name}`}
      />
      {readFailure !== null && <FailureNotice failure={readFailure} />}
      <RenewalReads />
      {inspection !== null && settings !== null && (
        <>
          <Messages messages={inspection.messages} />
          <QuotesCard inspection={inspection} />
          <LeversInputs inspection={inspection} settings={settings} />
          <ComparisonInputs inspection={inspection} settings={settings} />
          <WritesCard
            writes={inspection.writes}
            busy={reading !== null}
            kept="Your own lever values and what you changed in its input cells are kept."
          />
        </>
      )}
    </>
  );
}
