import { FailureNotice } from '../frame/failure-notice';
import { Messages } from '../frame/messages';
import { Notice } from '../frame/notice';
import { StepHeading } from '../frame/step-heading';
import { usePaneContext } from '../pane/context';
import { AddInFormulas } from './add-in-formulas';
import { ControlTotals } from './control-totals';
import { PeopleInWorkbook } from './people-in-workbook';
import { ResultNotice } from './result-notice';

/** What a colleague gets: whether the figures add up, what needs the add-in, and who is named. */
export function ShareStep(): JSX.Element {
  const { state } = usePaneContext();
  const { inspection, run } = state.share;
  return (
    <>
      <StepHeading
        title="Share the workbook"
        lead="Whether the figures add up, what a colleague without the add-in would see, and who is named."
      />
      {run.kind === 'failed' && <FailureNotice failure={run.failure} />}
      {run.kind === 'cancelled' && (
        <Notice
          level="info"
          text={
            run.untouched ? 'Cancelled. The workbook is as it was.' : 'Cancelled. Look at the Flex sheets.'
          }
        />
      )}
      {run.kind === 'done' && <ResultNotice result={run.result} />}
      {inspection !== null && (
        <>
          <Messages messages={inspection.messages} />
          <ControlTotals inspection={inspection} />
          <AddInFormulas inspection={inspection} />
          <PeopleInWorkbook personal={inspection.personal} />
        </>
      )}
    </>
  );
}
