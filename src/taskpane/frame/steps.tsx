import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import type { StepProgress, Waiting } from '../command/step';
import { usePaneContext } from '../pane/context';
import { isRunning, progressOf, waitingIn, type Step } from '../pane/state';
import { STEP_VIEWS } from './step-views';

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

/** Each step with how far it is, and with the entries that wait there. Steps this version does not have are not shown as if they were. */
export function Steps(): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const running = isRunning(state);
  return (
    <nav className={styles.nav} aria-label="Steps">
      <ol className={styles.list}>
        {(Object.keys(STEP_VIEWS) as Step[]).map((step) => {
          const progress = progressOf(state, step);
          return (
            <li key={step} className={styles.item}>
              <button
                type="button"
                className={mergeClasses(styles.button, state.step === step && styles.current)}
                aria-current={state.step === step ? 'step' : undefined}
                disabled={running}
                onClick={() => actions.pickStep(step)}
              >
                <span className={styles.name}>
                  {STEP_VIEWS[step].label}
                  <Badge waiting={waitingIn(state, step)} />
                </span>
                <span className={styles.state}>
                  <StepIcon progress={progress} done={styles.done} stale={styles.stale} />
                  {progress}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** How many entries nobody has taken up. */
function Badge(props: { readonly waiting: Waiting | null }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { waiting } = props;
  if (waiting === null) return null;
  return (
    <>
      <span className={styles.badge} aria-hidden>
        {formats.count(waiting.count)}
      </span>
      <span className={styles.hidden}> {formats.counted(waiting.count, waiting.one, waiting.many)} </span>
    </>
  );
}

function StepIcon(props: {
  readonly progress: StepProgress;
  readonly done: string | undefined;
  readonly stale: string | undefined;
}): JSX.Element {
  if (props.progress === 'done') return <CheckmarkCircle16Filled className={props.done ?? ''} aria-hidden />;
  if (props.progress === 'stale' || props.progress === 'needs a look') {
    return <Warning16Filled className={props.stale ?? ''} aria-hidden />;
  }
  return <Circle16Regular aria-hidden />;
}
