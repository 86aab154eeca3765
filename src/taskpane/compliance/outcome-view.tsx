import { makeStyles } from '@fluentui/react-components';
import type { ComplianceInspection, ComplianceOutcome } from '../../excel/contract/compliance';
import type { Inspection } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { Messages } from '../frame/messages';
import { StaleNotice } from '../command/stale-notice';
import { StepHeading } from '../frame/step-heading';
import { RowsAndSheets } from '../figures/rows-and-sheets';
import { usePaneContext } from '../pane/context';
import { ChecksRunCard } from './checks-run-card';
import { nextSentence } from './words';
import { ComplianceFigures } from './figures';
import { FindingsCard } from './findings-card';
import { RegisterCard } from './register-card';

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
      <StaleNotice last={last} outdated={outdated} />
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
