import { Button, makeStyles } from '@fluentui/react-components';
import { usePaneContext } from '../pane-context';
import { monitorBlocker, poolBlocker, portfolioBlocker, runBlocker, type RunBlocker } from '../run-readiness';
import { cardName } from '../words';
import { ActionBar } from './ActionBar';
import { PrimaryAction } from './PrimaryAction';
import { RunProgress } from './RunProgress';

const useStyles = makeStyles({ second: { width: '100%', minHeight: '36px' } });

/** The primary action that belongs to where the user stands. */
export function StepAction(): JSX.Element | null {
  const { state } = usePaneContext();
  const { run, pool, monitor, portfolio, step } = state;
  if (state.starting || state.settings === null) return null;
  return (
    <ActionBar>
      {run.kind === 'running' ? (
        <RunProgress run={run} label="Segmenting users" />
      ) : pool.run.kind === 'running' ? (
        <RunProgress run={pool.run} label="Sizing the pool" />
      ) : monitor.run.kind === 'running' ? (
        <RunProgress run={monitor.run} label="Monitoring the pool" />
      ) : monitor.append.run.kind === 'running' ? (
        <RunProgress run={monitor.append.run} label="Appending the export" />
      ) : portfolio.run.kind === 'running' ? (
        <RunProgress run={portfolio.run} label="Building the portfolio" />
      ) : step === 'data' ? (
        <DataAction />
      ) : step === 'segment' ? (
        <SegmentAction />
      ) : step === 'pool' ? (
        <PoolAction />
      ) : step === 'monitor' ? (
        <MonitorAction />
      ) : (
        <PortfolioAction />
      )}
    </ActionBar>
  );
}

function SegmentAction(): JSX.Element {
  const { state, actions } = usePaneContext();
  const { run } = state;
  if (run.kind === 'done') {
    return <OutcomeAction sheet={run.outcome.sheets[0]} onAnother={actions.clearRun} />;
  }
  return <RunAction label="Segment users" blocker={runBlocker(state)} onPress={actions.run} />;
}

function PoolAction(): JSX.Element {
  const { state, actions } = usePaneContext();
  const { run } = state.pool;
  if (run.kind === 'done') {
    return <OutcomeAction sheet={run.outcome.sheets[0]} onAnother={actions.clearPool} />;
  }
  return <RunAction label="Size pool" blocker={poolBlocker(state)} onPress={actions.sizePool} />;
}

function MonitorAction(): JSX.Element {
  const { state, actions } = usePaneContext();
  const { run } = state.monitor;
  if (run.kind === 'done') {
    return <OutcomeAction sheet={run.outcome.sheets[0]} onAnother={actions.clearMonitor} />;
  }
  return <RunAction label="Monitor pool" blocker={monitorBlocker(state)} onPress={actions.monitorPool} />;
}

function PortfolioAction(): JSX.Element {
  const { state, actions } = usePaneContext();
  const { run } = state.portfolio;
  if (run.kind === 'done') {
    return <OutcomeAction sheet={run.outcome.sheets[0]} onAnother={actions.clearPortfolio} />;
  }
  return (
    <RunAction label="Build portfolio" blocker={portfolioBlocker(state)} onPress={actions.buildPortfolio} />
  );
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
