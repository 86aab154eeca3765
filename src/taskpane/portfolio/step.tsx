import { SHEETS } from '../../report/model/sheet-names';
import { FailureNotice } from '../frame/failure-notice';
import { LastRunNotes } from '../command/last-run-notes';
import { Messages } from '../frame/messages';
import { StepHeading } from '../frame/step-heading';
import { WritesCard } from '../frame/writes-card';
import { usePaneContext } from '../pane/context';
import { PoliciesCard } from './policies-card';
import { PortfolioOutcomeView } from './outcome-view';
import { PortfolioReads } from './reads';
import { PricesCard } from './prices-card';
import { SeatsCard } from './seats-card';

/** Before a portfolio: what it reads, seats, policies, prices and sheets. After it: the mix, what it saves and what to change. */
export function PortfolioStep(): JSX.Element {
  const { state } = usePaneContext();
  const { run } = state.portfolio;
  return run.kind === 'done' ? (
    <PortfolioOutcomeView outcome={run.outcome} inspection={run.inspection} read={run.read} />
  ) : (
    <PortfolioBefore />
  );
}

function PortfolioBefore(): JSX.Element {
  const { state } = usePaneContext();
  const { inspection, readFailure, reading, run, last, settings } = state.portfolio;
  return (
    <>
      <StepHeading
        title="Build the portfolio"
        lead="Who should have a seat, a Collection or Flex, what that saves, and what to change."
      />
      <LastRunNotes
        run={run}
        last={last}
        label="Last portfolio"
        sheets={`${SHEETS.portfolio.name} and ${SHEETS.actions.name}`}
      />
      {readFailure !== null && <FailureNotice failure={readFailure} />}
      <PortfolioReads />
      {inspection !== null && settings !== null && (
        <>
          <Messages messages={inspection.messages} />
          <SeatsCard inspection={inspection} settings={settings} />
          <PoliciesCard inspection={inspection} settings={settings} />
          <PricesCard inspection={inspection} settings={settings} />
          <WritesCard
            writes={inspection.writes}
            busy={reading !== null}
            kept="What you changed in its input cells and tiers, and Decision, Owner and Note, are kept."
          />
        </>
      )}
    </>
  );
}
