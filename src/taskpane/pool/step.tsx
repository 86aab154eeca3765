import { SHEETS } from '../../report/model/sheet-names';
import { FailureNotice } from '../frame/failure-notice';
import { Messages } from '../frame/messages';
import { LastRunNotes } from '../command/last-run-notes';
import { StepHeading } from '../frame/step-heading';
import { WritesCard } from '../frame/writes-card';
import { usePaneContext } from '../pane/context';
import { PlannedCard } from './planned-card';
import { PoolInputs } from './inputs';
import { PoolOutcomeView } from './outcome-view';
import { PoolReads } from './reads';
import { TierCard } from './tier-card';
import { ToleranceCard } from './tolerance-card';
import { WhoCounts } from './who-counts';

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
  const { state, actions } = usePaneContext();
  const { inspection, readFailure, reading, run, last, settings } = state.pool;
  return (
    <>
      <StepHeading
        title="Size the pool"
        lead="How many tokens to buy for a year, at what risk, for what money."
      />
      <LastRunNotes run={run} last={last} label="Last sizing" sheets={SHEETS.pool.name} />
      {readFailure !== null && <FailureNotice failure={readFailure} />}
      <PoolReads />
      {inspection !== null && settings !== null && (
        <>
          <Messages messages={inspection.messages} />
          <WhoCounts
            inspection={inspection}
            people={settings.people}
            purpose="size the pool"
            onChange={(people) => actions.pool.change({ people })}
          />
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
