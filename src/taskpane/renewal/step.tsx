import { SHEETS } from '../../report/model/sheet-names';
import { FailureNotice } from '../frame/failure-notice';
import { LastRunNotes } from '../command/last-run-notes';
import { Messages } from '../frame/messages';
import { StepHeading } from '../frame/step-heading';
import { WritesCard } from '../frame/writes-card';
import { usePaneContext } from '../pane/context';
import { ComparisonInputs } from './comparison-inputs';
import { LeversInputs } from './levers-inputs';
import { QuotesCard } from './quotes-card';
import { RenewalOutcomeView } from './outcome-view';
import { RenewalReads } from './reads';

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
