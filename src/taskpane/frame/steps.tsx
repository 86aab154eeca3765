import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { CommandStep } from '../command/state';
import { usePaneContext } from '../pane/context';
import { openAlerts } from '../monitor/state';
import { isRunning, type PaneState, type Step } from '../pane/state';

type StepState = 'done' | 'stale' | 'not yet' | 'running' | 'needs a look';

const useStyles = makeStyles({
  nav: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  list: {
    display: 'flex',
    // Where names do not fit side by side, the last steps stand below.
    flexWrap: 'wrap',
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    columnGap: tokens.spacingHorizontalXS,
  },
  item: { flexGrow: 1, flexBasis: '60px', minWidth: 'min-content' },
  button: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    width: '100%',
    minHeight: '44px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderBottom: '3px solid transparent',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForeground2 },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    whiteSpace: 'nowrap',
  },
  badge: {
    minWidth: '16px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'center',
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
  state: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  done: { color: tokens.colorStatusSuccessForeground1 },
  stale: { color: tokens.colorStatusWarningForeground1 },
});

/** Data, Segment and the commands: each with how far it is, Monitor with its open alerts. Steps this version does not have are not shown as if they were. */
export function Steps(): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const running = isRunning(state);
  const steps: readonly (readonly [Step, string, StepState])[] = [
    ['data', 'Data', dataState(state)],
    ['segment', 'Segment', segmentState(state)],
    ['pool', 'Pool', commandStepState(state, 'pool')],
    ['monitor', 'Monitor', commandStepState(state, 'monitor')],
    ['portfolio', 'Portfolio', commandStepState(state, 'portfolio')],
    ['renewal', 'Renewal', commandStepState(state, 'renewal')],
    ['compliance', 'Compliance', commandStepState(state, 'compliance')],
    ['share', 'Share', shareState(state)],
  ];
  return (
    <nav className={styles.nav} aria-label="Steps">
      <ol className={styles.list}>
        {steps.map(([step, label, progress]) => (
          <li key={step} className={styles.item}>
            <button
              type="button"
              className={mergeClasses(styles.button, state.step === step && styles.current)}
              aria-current={state.step === step ? 'step' : undefined}
              disabled={running}
              onClick={() => actions.pickStep(step)}
            >
              <span className={styles.name}>
                {label}
                {step === 'monitor' && <AlertBadge open={openAlerts(state.monitor)} />}
              </span>
              <span className={styles.state}>
                <StepIcon progress={progress} done={styles.done} stale={styles.stale} />
                {progress}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** How many alerts nobody has taken up. */
function AlertBadge(props: { readonly open: number }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  if (props.open === 0) return null;
  return (
    <>
      <span className={styles.badge} aria-hidden>
        {formats.count(props.open)}
      </span>
      <span className={styles.hidden}> {formats.counted(props.open, 'open alert', 'open alerts')} </span>
    </>
  );
}

function StepIcon(props: {
  readonly progress: StepState;
  readonly done: string | undefined;
  readonly stale: string | undefined;
}): JSX.Element {
  if (props.progress === 'done') return <CheckmarkCircle16Filled className={props.done ?? ''} aria-hidden />;
  if (props.progress === 'stale' || props.progress === 'needs a look') {
    return <Warning16Filled className={props.stale ?? ''} aria-hidden />;
  }
  return <Circle16Regular aria-hidden />;
}

function dataState(state: PaneState): StepState {
  if (state.readFailure !== null) return 'needs a look';
  if (state.inspection === null) return 'not yet';
  if (state.dataChanged) return 'stale';
  return state.inspection.used > 0 && state.inspection.cardFits ? 'done' : 'needs a look';
}

function segmentState(state: PaneState): StepState {
  if (state.run.kind === 'running') return 'running';
  if (state.lastRun === null) return state.run.kind === 'done' ? 'done' : 'not yet';
  return state.lastRun.stale ? 'stale' : 'done';
}

function shareState({ share }: PaneState): StepState {
  const { run, inspection } = share;
  if (run.kind === 'running') return 'running';
  if (run.kind === 'failed') return 'needs a look';
  return inspection === null ? 'not yet' : 'done';
}

function commandStepState(state: PaneState, step: CommandStep): StepState {
  const { run, last, readFailure } = state[step];
  const appending = step === 'monitor' && state.monitor.append.run.kind === 'running';
  if (run.kind === 'running' || appending) return 'running';
  if (readFailure !== null) return 'needs a look';
  if (last === null) return run.kind === 'done' ? 'done' : 'not yet';
  return last.stale ? 'stale' : 'done';
}
