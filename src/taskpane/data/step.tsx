import { Messages } from '../frame/messages';
import { FailureNotice } from '../frame/failure-notice';
import { StepHeading } from '../frame/step-heading';
import { usePaneContext } from '../pane/context';
import { RateCards } from '../rates/cards';
import { CardFit } from './card-fit';
import { DataNotes } from './notes';
import { FirstState } from './first-state';
import { ReadsCard } from './reads-card';
import { SourcePicker } from './source-picker';

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
