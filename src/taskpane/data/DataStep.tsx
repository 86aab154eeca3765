import { Messages } from '../frame/Messages';
import { FailureNotice } from '../frame/FailureNotice';
import { StepHeading } from '../frame/StepHeading';
import { usePaneContext } from '../pane-context';
import { RateCards } from '../rates/RateCards';
import { CardFit } from './CardFit';
import { DataNotes } from './DataNotes';
import { FirstState } from './FirstState';
import { ReadsCard } from './ReadsCard';
import { SourcePicker } from './SourcePicker';

/** Which usage is read, what its columns mean, and which rate card prices it. */
export function DataStep(): JSX.Element {
  const { state } = usePaneContext();
  const nothing = state.sources.length === 0;
  if (nothing && state.readFailure === null) return <FirstState />;
  return (
    <>
      <StepHeading title="Data" lead="Which usage is read, and which rate card prices it." />
      {!nothing && <SourcePicker />}
      {state.readFailure !== null && <FailureNotice failure={state.readFailure} />}
      <CardFit />
      <ReadsCard full />
      {state.inspection !== null && (
        <>
          <Messages messages={state.inspection.messages} />
          <DataNotes inspection={state.inspection} />
        </>
      )}
      {state.readFailure !== null && <FirstState compact />}
      <RateCards />
    </>
  );
}
