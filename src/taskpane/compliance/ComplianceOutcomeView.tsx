import { makeStyles } from '@fluentui/react-components';
import type { ComplianceInspection, ComplianceOutcome } from '../../excel/compliance-services';
import type { Inspection } from '../../excel/services';
import { Card } from '../frame/Card';
import { Messages } from '../frame/Messages';
import { Notice } from '../frame/Notice';
import { StepHeading } from '../frame/StepHeading';
import { RowsAndSheets } from '../outcome/RowsAndSheets';
import { usePaneContext } from '../pane-context';
import { ChecksRunCard } from './ChecksRunCard';
import { nextSentence } from './compliance-words';
import { ComplianceFigures } from './ComplianceFigures';
import { FindingsCard } from './FindingsCard';
import { RegisterCard } from './RegisterCard';

const useStyles = makeStyles({ line: { margin: 0 } });

/** What came of a compliance check: what is open, what could not be looked at, each finding with its evidence, and the register. */
export function ComplianceOutcomeView(props: {
  readonly outcome: ComplianceOutcome;
  readonly inspection: ComplianceInspection;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { outcome, inspection, read } = props;
  const { last, outdated } = state.compliance;
  return (
    <>
      <StepHeading title="Compliance checked" lead={outcome.finding} />
      {(last?.stale === true || outdated) && (
        <Notice
          level="warning"
          text="The usage, the seats, the people or a finding changed since. Run it again to bring the sheets up to date."
        />
      )}
      <ComplianceFigures outcome={outcome} read={read} />
      <Messages messages={outcome.messages} />
      <ChecksRunCard checks={outcome.checks} />
      <FindingsCard outcome={outcome} usage={inspection.address} />
      <RegisterCard outcome={outcome} read={read} />
      <RowsAndSheets outcome={outcome} inspection={read} />
      <Card title="Next">
        <p className={styles.line}>{nextSentence(outcome, formats)}</p>
      </Card>
    </>
  );
}
