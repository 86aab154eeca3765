import type { ComplianceInspection, ComplianceOutcome } from '../../excel/compliance-services';
import type { Inspection } from '../../excel/services';
import { Messages } from '../frame/Messages';
import { Notice } from '../frame/Notice';
import { StepHeading } from '../frame/StepHeading';
import { RowsAndSheets } from '../outcome/RowsAndSheets';
import { usePaneContext } from '../pane-context';

/** What came of a compliance check. */
export function ComplianceOutcomeView(props: {
  readonly outcome: ComplianceOutcome;
  readonly inspection: ComplianceInspection;
  readonly read: Inspection;
}): JSX.Element {
  const { state } = usePaneContext();
  const { outcome, read } = props;
  const { last, outdated } = state.compliance;
  return (
    <>
      <StepHeading title="Compliance checked" lead={`${outcome.finding}.`} />
      {(last?.stale === true || outdated) && (
        <Notice
          level="warning"
          text="The usage, the seats or the people changed since. Run it again to bring the sheets up to date."
        />
      )}
      <Messages messages={outcome.messages} />
      <RowsAndSheets outcome={outcome} inspection={read} />
    </>
  );
}
