import type { RenewalInspection, RenewalOutcome } from '../../excel/renewal-services';
import type { Inspection } from '../../excel/services';
import { Messages } from '../frame/Messages';
import { Notice } from '../frame/Notice';
import { StepHeading } from '../frame/StepHeading';
import { RowsAndSheets } from '../outcome/RowsAndSheets';
import { usePaneContext } from '../pane-context';

/** What came of preparing a renewal. */
export function RenewalOutcomeView(props: {
  readonly outcome: RenewalOutcome;
  readonly inspection: RenewalInspection;
  readonly read: Inspection;
}): JSX.Element {
  const { state } = usePaneContext();
  const { outcome, read } = props;
  const { last, outdated } = state.renewal;
  return (
    <>
      <StepHeading title="Renewal prepared" lead={`${outcome.finding}.`} />
      {(last?.stale === true || outdated) && (
        <Notice
          level="warning"
          text="The usage, the quotes, the seats or an input changed since. Run it again to bring the sheets up to date."
        />
      )}
      <Messages messages={outcome.messages} />
      <RowsAndSheets outcome={outcome} inspection={read} />
    </>
  );
}
