import { SHEETS } from '../../report/model/sheet-names';
import { FailureNotice } from '../frame/failure-notice';
import { LastRunNotes } from '../command/last-run-notes';
import { Messages } from '../frame/messages';
import { StepHeading } from '../frame/step-heading';
import { WritesCard } from '../frame/writes-card';
import { usePaneContext } from '../pane/context';
import { ChecksCard } from './checks-card';
import { ComplianceOutcomeView } from './outcome-view';
import { ComplianceReads } from './reads';
import { EarlierCard } from './earlier-card';
import { ListsCard } from './lists-card';

/** Before a check: what it reads, which checks the data can carry, and sheets. After it: findings with evidence. */
export function ComplianceStep(): JSX.Element {
  const { state } = usePaneContext();
  const { run } = state.compliance;
  return run.kind === 'done' ? (
    <ComplianceOutcomeView outcome={run.outcome} inspection={run.inspection} read={run.read} />
  ) : (
    <ComplianceBefore />
  );
}

function ComplianceBefore(): JSX.Element {
  const { state } = usePaneContext();
  const { inspection, readFailure, reading, run, last } = state.compliance;
  return (
    <>
      <StepHeading
        title="Check compliance"
        lead="What an auditor would find, with the rows that show it, and where each check may be wrong."
      />
      <LastRunNotes
        run={run}
        last={last}
        label="Last check"
        sheets={`${SHEETS.compliance.name} and ${SHEETS.itam.name}`}
      />
      {readFailure !== null && <FailureNotice failure={readFailure} />}
      <ComplianceReads />
      {inspection !== null && (
        <>
          <Messages messages={inspection.messages} />
          <ListsCard inspection={inspection} />
          <ChecksCard checks={inspection.checks} />
          {inspection.earlier !== null && <EarlierCard earlier={inspection.earlier} />}
          <WritesCard
            writes={inspection.writes}
            busy={reading !== null}
            kept="State and Reason of each finding are kept."
          />
        </>
      )}
    </>
  );
}
