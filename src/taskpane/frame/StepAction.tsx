import { Button, makeStyles } from '@fluentui/react-components';
import { usePaneContext } from '../pane-context';
import { runBlocker } from '../run-readiness';
import { RunProgress } from '../segment/RunProgress';
import { ActionBar } from './ActionBar';
import { PrimaryAction } from './PrimaryAction';

const useStyles = makeStyles({ second: { width: '100%', minHeight: '36px' } });

/** The primary action that belongs to where the user stands. */
export function StepAction(): JSX.Element | null {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const { run } = state;
  if (state.starting || state.settings === null) return null;
  if (run.kind === 'running') {
    return (
      <ActionBar>
        <RunProgress run={run} />
      </ActionBar>
    );
  }
  if (state.step === 'segment' && run.kind === 'done') {
    const first = run.outcome.sheets[0];
    return (
      <ActionBar>
        {first !== undefined && (
          <PrimaryAction label={`Show ${first.name}`} onPress={() => actions.select(first.address)} />
        )}
        <Button className={styles.second} onClick={actions.clearRun}>
          Prepare another run
        </Button>
      </ActionBar>
    );
  }
  if (state.step === 'segment') {
    const blocker = runBlocker(state);
    return (
      <ActionBar>
        {state.dataChanged ? (
          <PrimaryAction label="Read again" note={blocker ?? ''} onPress={actions.readAgain} />
        ) : (
          <PrimaryAction label="Segment users" blocker={blocker} onPress={actions.run} />
        )}
      </ActionBar>
    );
  }
  if (state.sources.length === 0) {
    return (
      <ActionBar>
        <PrimaryAction
          label="Insert sample data"
          blocker={state.inserting === null ? null : 'Inserting.'}
          note="Writes a new sheet Usage."
          onPress={actions.insertSample}
        />
      </ActionBar>
    );
  }
  return (
    <ActionBar>
      <PrimaryAction
        label="Go to Segment"
        blocker={state.inspection === null ? runBlocker(state) : null}
        onPress={() => actions.pickStep('segment')}
      />
    </ActionBar>
  );
}
