import { Button, makeStyles } from '@fluentui/react-components';
import type { CommandStep } from '../command/state';
import { usePaneContext } from '../pane/context';
import {
  complianceBlocker,
  monitorBlocker,
  poolBlocker,
  portfolioBlocker,
  renewalBlocker,
  runBlocker,
  type RunBlocker,
} from '../segments/run-readiness';
import { runningStep } from '../pane/run-on-show';
import { ShareAction } from '../share/action';
import { TASK_WORDS } from '../share/words';
import type { PaneState } from '../pane/state';
import type { PaneActions } from '../pane/use-pane';
import { cardName } from './words';
import { ActionBar } from './action-bar';
import { PrimaryAction } from './primary-action';
import { RunProgress } from './run-progress';

const useStyles = makeStyles({ second: { width: '100%', minHeight: '36px' } });

/** The primary action that belongs to where the user stands. */
export function StepAction(): JSX.Element | null {
  const { state } = usePaneContext();
  const { run, monitor, share, step } = state;
  const running = runningStep(state);
  if (state.starting || state.settings === null) return null;
  return (
    <ActionBar>
      {run.kind === 'running' ? (
        <RunProgress run={run} label="Segmenting users" />
      ) : monitor.append.run.kind === 'running' ? (
        <RunProgress run={monitor.append.run} label="Appending the export" />
      ) : share.run.kind === 'running' ? (
        <RunProgress run={share.run} label={TASK_WORDS[share.task].doing} />
      ) : running !== null ? (
        <CommandProgress step={running} />
      ) : step === 'data' ? (
        <DataAction />
      ) : step === 'segment' ? (
        <SegmentAction />
      ) : step === 'share' ? (
        <ShareAction />
      ) : (
        <CommandAction step={step} />
      )}
    </ActionBar>
  );
}

/** What a command's button says, what holds it up, what it says while it works. */
const COMMANDS: Readonly<
  Record<
    CommandStep,
    {
      readonly label: string;
      readonly doing: string;
      readonly blocker: (state: PaneState) => RunBlocker | null;
      readonly run: (actions: PaneActions) => void;
      readonly clear: (actions: PaneActions) => void;
    }
  >
> = {
  pool: {
    label: 'Size pool',
    doing: 'Sizing the pool',
    blocker: poolBlocker,
    run: (actions) => actions.sizePool(),
    clear: (actions) => actions.clearPool(),
  },
  monitor: {
    label: 'Monitor pool',
    doing: 'Monitoring the pool',
    blocker: monitorBlocker,
    run: (actions) => actions.monitorPool(),
    clear: (actions) => actions.clearMonitor(),
  },
  portfolio: {
    label: 'Build portfolio',
    doing: 'Building the portfolio',
    blocker: portfolioBlocker,
    run: (actions) => actions.buildPortfolio(),
    clear: (actions) => actions.clearPortfolio(),
  },
  renewal: {
    label: 'Prepare renewal',
    doing: 'Preparing the renewal',
    blocker: renewalBlocker,
    run: (actions) => actions.prepareRenewal(),
    clear: (actions) => actions.clearRenewal(),
  },
  compliance: {
    label: 'Check compliance',
    doing: 'Checking compliance',
    blocker: complianceBlocker,
    run: (actions) => actions.checkCompliance(),
    clear: (actions) => actions.clearCompliance(),
  },
};

function CommandProgress(props: { readonly step: CommandStep }): JSX.Element | null {
  const { state } = usePaneContext();
  const { run } = state[props.step];
  return run.kind === 'running' ? <RunProgress run={run} label={COMMANDS[props.step].doing} /> : null;
}

function CommandAction(props: { readonly step: CommandStep }): JSX.Element {
  const { state, actions } = usePaneContext();
  const { label, blocker, run: press, clear } = COMMANDS[props.step];
  const { run } = state[props.step];
  if (run.kind === 'done') {
    return <OutcomeAction sheet={run.outcome.sheets[0]} onAnother={() => clear(actions)} />;
  }
  return <RunAction label={label} blocker={blocker(state)} onPress={() => press(actions)} />;
}

function SegmentAction(): JSX.Element {
  const { state, actions } = usePaneContext();
  const { run } = state;
  if (run.kind === 'done') {
    return <OutcomeAction sheet={run.outcome.sheets[0]} onAnother={actions.clearRun} />;
  }
  return <RunAction label="Segment users" blocker={runBlocker(state)} onPress={actions.run} />;
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

function DataAction(): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const { inspection, readFailure, inserting } = state;
  if (readFailure !== null) return <PrimaryAction label="Read again" onPress={actions.readAgain} />;
  if (state.sources.length === 0) {
    return (
      <PrimaryAction
        label="Insert sample data"
        blocker={inserting === null ? null : 'Inserting.'}
        note="Writes a new sheet Usage."
        onPress={actions.insertSample}
      />
    );
  }
  const goOn = (): void => actions.pickStep('segment');
  const better = inspection === null || inspection.cardFits ? null : inspection.suggestedCard;
  if (better !== null) {
    const name = cardName(better);
    return (
      <>
        <PrimaryAction
          label={`Use the ${name}`}
          onPress={() => actions.changeSettings({ card: better }, `Now using the ${name}.`)}
        />
        <Button className={styles.second} onClick={goOn}>
          Go to Segment
        </Button>
      </>
    );
  }
  const blocker = inspection === null ? (runBlocker(state)?.text ?? null) : null;
  return <PrimaryAction label="Go to Segment" blocker={blocker} onPress={goOn} />;
}
