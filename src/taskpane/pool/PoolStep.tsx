import { makeStyles, tokens } from '@fluentui/react-components';
import { FailureNotice } from '../frame/FailureNotice';
import { Messages } from '../frame/Messages';
import { Notice } from '../frame/Notice';
import { StepHeading } from '../frame/StepHeading';
import { WritesCard } from '../frame/WritesCard';
import { usePaneContext } from '../pane-context';
import { PlannedCard } from './PlannedCard';
import { PoolInputs } from './PoolInputs';
import { PoolOutcomeView } from './PoolOutcomeView';
import { PoolReads } from './PoolReads';
import { TierCard } from './TierCard';
import { ToleranceCard } from './ToleranceCard';
import { WhoCounts } from './WhoCounts';

const useStyles = makeStyles({ line: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Before a sizing: what it reads, who counts, what it assumes and writes. After it: the sizes. */
export function PoolStep(): JSX.Element {
  const { state } = usePaneContext();
  const { run } = state.pool;
  return run.kind === 'done' ? (
    <PoolOutcomeView outcome={run.outcome} inspection={run.inspection} read={run.read} />
  ) : (
    <PoolBefore />
  );
}

function PoolBefore(): JSX.Element {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { inspection, readFailure, reading, run, last, settings } = state.pool;
  return (
    <>
      <StepHeading
        title="Size the pool"
        lead="How many tokens to buy for a year, at what risk, for what money."
      />
      {run.kind === 'failed' && <FailureNotice failure={run.failure} />}
      {run.kind === 'cancelled' && (
        <Notice
          level="info"
          text={
            run.untouched
              ? 'Cancelled. The workbook is as it was.'
              : 'Cancelled. Look at Flex Pool before you run it again.'
          }
        />
      )}
      {readFailure !== null && <FailureNotice failure={readFailure} />}
      {last !== null && run.kind === 'none' && (
        <p className={styles.line}>
          Last sizing {formats.date(last.when)}: {formats.counted(last.people, 'person', 'people')} from{' '}
          {last.input}.
          {last.stale ? ' The usage changed since; run it again.' : ' The usage has not changed since.'}
        </p>
      )}
      <PoolReads />
      {inspection !== null && settings !== null && (
        <>
          <Messages messages={inspection.messages} />
          <WhoCounts inspection={inspection} settings={settings} />
          <ToleranceCard inspection={inspection} settings={settings} />
          <PoolInputs inspection={inspection} settings={settings} />
          <PlannedCard inspection={inspection} />
          <TierCard inspection={inspection} />
          <WritesCard
            writes={inspection.writes}
            busy={reading !== null}
            kept="What you changed in its input cells, its tiers and its classes is kept."
          />
        </>
      )}
    </>
  );
}
