import { CardFit } from '../data/card-fit';
import { ReadsCard } from '../data/reads-card';
import { LastRunNotes } from '../command/last-run-notes';
import { Messages } from '../frame/messages';
import { StepHeading } from '../frame/step-heading';
import { WritesCard } from '../frame/writes-card';
import { Outcome } from './outcome';
import { usePaneContext } from '../pane/context';
import { Assumptions } from './assumptions';

/** Before a run: what it reads, assumes and writes. After it: what came of it. */
export function SegmentStep(): JSX.Element {
  const { state } = usePaneContext();
  const { inspection } = state;
  const { run, last } = state.segment;
  if (run.kind === 'done') return <Outcome outcome={run.outcome} inspection={run.inspection} />;
  return (
    <>
      <StepHeading
        title="Segment users"
        lead="One segment for every person, with the reason and the cost both ways."
      />
      <LastRunNotes run={run} last={last} label="Last run" sheets="the Flex sheets" />
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
