import { makeStyles, tokens } from '@fluentui/react-components';
import { CardFit } from '../data/CardFit';
import { ReadsCard } from '../data/ReadsCard';
import { FailureNotice } from '../frame/FailureNotice';
import { Messages } from '../frame/Messages';
import { Notice } from '../frame/Notice';
import { StepHeading } from '../frame/StepHeading';
import { WritesCard } from '../frame/WritesCard';
import { Outcome } from '../outcome/Outcome';
import { usePaneContext } from '../pane-context';
import { Assumptions } from './Assumptions';

const useStyles = makeStyles({ line: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Before a run: what it reads, assumes and writes. After it: what came of it. */
export function SegmentStep(): JSX.Element {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { run, inspection, lastRun } = state;
  if (run.kind === 'done') return <Outcome outcome={run.outcome} inspection={run.inspection} />;
  return (
    <>
      <StepHeading
        title="Segment users"
        lead="One segment for every person, with the reason and the cost both ways."
      />
      {run.kind === 'failed' && <FailureNotice failure={run.failure} />}
      {run.kind === 'cancelled' && (
        <Notice
          level="info"
          text={
            run.untouched
              ? 'Cancelled. The workbook is as it was.'
              : 'Cancelled. Look at the Flex sheets before you run it again.'
          }
        />
      )}
      {lastRun !== null && run.kind === 'none' && (
        <p className={styles.line}>
          Last run {formats.date(lastRun.when)}: {formats.counted(lastRun.people, 'person', 'people')} from{' '}
          {lastRun.input}.
          {lastRun.stale ? ' The usage changed since; run it again.' : ' The usage has not changed since.'}
        </p>
      )}
      <CardFit />
      <ReadsCard full={false} />
      {inspection !== null && (
        <>
          <WritesCard
            writes={inspection.writes}
            busy={state.reading !== null}
            kept="Your Decision, Owner and Note entries are kept."
          />
          <Messages messages={inspection.messages.filter((message) => message.level !== 'info')} />
        </>
      )}
      <Assumptions />
    </>
  );
}
