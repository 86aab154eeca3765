import { Button, makeStyles } from '@fluentui/react-components';
import type { CommandKey } from '../../excel/contract/pane';
import { blockerOf } from '../command/readiness';
import type { RunBlocker } from '../command/words';
import { usePaneContext } from '../pane/context';
import { commandOf, isCommandKey, working } from '../pane/state';
import { ActionBar } from './action-bar';
import { PrimaryAction } from './primary-action';
import { RunProgress } from '../command/run-progress';
import { STEP_VIEWS } from './step-views';

const useStyles = makeStyles({ second: { width: '100%', minHeight: '36px' } });

/** The primary action that belongs to where the user stands. */
export function StepAction(): JSX.Element | null {
  const { state } = usePaneContext();
  const { step } = state;
  const { Action } = STEP_VIEWS[step];
  const work = working(state);
  if (state.starting || state.settings === null) return null;
  return (
    <ActionBar>
      {work !== null ? (
        <RunProgress run={work.run} label={work.doing} />
      ) : Action !== undefined ? (
        <Action />
      ) : isCommandKey(step) ? (
        <CommandAction step={step} />
      ) : null}
    </ActionBar>
  );
}

function CommandAction(props: { readonly step: CommandKey }): JSX.Element {
  const { state, actions } = usePaneContext();
  const { run, clear } = actions[props.step];
  const { words, state: own } = commandOf(state, props.step);
  if (own.run.kind === 'done') return <OutcomeAction sheet={own.run.outcome.sheets[0]} onAnother={clear} />;
  return <RunAction label={words.label} blocker={blockerOf(state, props.step)} onPress={run} />;
}

function RunAction(props: {
  readonly label: string;
  readonly blocker: RunBlocker | null;
  readonly onPress: () => void;
}): JSX.Element {
  const styles = useStyles();
  const { actions } = usePaneContext();
  const { blocker } = props;
  return (
    <>
      <PrimaryAction label={props.label} blocker={blocker?.text ?? null} onPress={props.onPress} />
      {blocker?.remedy === 'read' && (
        <Button className={styles.second} onClick={actions.readAgain}>
          Read again
        </Button>
      )}
      {blocker?.remedy === 'data' && (
        <Button className={styles.second} onClick={() => actions.pickStep('data')}>
          Go to Data
        </Button>
      )}
    </>
  );
}

function OutcomeAction(props: {
  readonly sheet: { readonly name: string; readonly address: string } | undefined;
  readonly onAnother: () => void;
}): JSX.Element {
  const styles = useStyles();
  const { actions } = usePaneContext();
  const { sheet } = props;
  return (
    <>
      {sheet !== undefined && (
        <PrimaryAction label={`Show ${sheet.name}`} onPress={() => actions.select(sheet.address)} />
      )}
      <Button className={styles.second} onClick={props.onAnother}>
        Prepare another run
      </Button>
    </>
  );
}
