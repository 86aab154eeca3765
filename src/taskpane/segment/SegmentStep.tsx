import { CardFit } from '../data/CardFit';
import { ReadsCard } from '../data/ReadsCard';
import { LastRunNotes } from '../frame/LastRunNotes';
import { Messages } from '../frame/Messages';
import { StepHeading } from '../frame/StepHeading';
import { WritesCard } from '../frame/WritesCard';
import { Outcome } from '../outcome/Outcome';
import { usePaneContext } from '../pane-context';
import { Assumptions } from './Assumptions';

/** Before a run: what it reads, assumes and writes. After it: what came of it. */
export function SegmentStep(): JSX.Element {
  const { state } = usePaneContext();
  const { run, inspection, lastRun } = state;
  if (run.kind === 'done') return <Outcome outcome={run.outcome} inspection={run.inspection} />;
  return (
    <>
      <StepHeading
        title="Segment users"
        lead="One segment for every person, with the reason and the cost both ways."
      />
      <LastRunNotes run={run} last={lastRun} label="Last run" sheets="the Flex sheets" />
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
