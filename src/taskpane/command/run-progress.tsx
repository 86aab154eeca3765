import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { usePaneContext } from '../pane/context';
import type { Running } from './run';
import { secondsLeft, timeLeftText } from '../frame/time-left';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    fontVariantNumeric: 'tabular-nums',
  },
  phase: { fontWeight: tokens.fontWeightSemibold },
  // The same query text as Fluent's, so that this replaces its track: Highlight on CanvasText can hardly be told apart.
  bar: {
    '@media screen and (forced-colors: active)': {
      backgroundColor: 'Canvas',
      outline: '1px solid CanvasText',
    },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  button: { width: '100%', minHeight: '36px', marginTop: tokens.spacingVerticalXS },
});

const PHASES = { reading: 'Reading', computing: 'Computing', writing: 'Writing' };

/** A run under way: its phase, how far, how long still, and Cancel. */
export function RunProgress(props: { readonly run: Running; readonly label: string }): JSX.Element {
  const styles = useStyles();
  const { actions } = usePaneContext();
  const { run } = props;
  const { progress } = run;
  const phase = progress === null ? 'Starting' : PHASES[progress.phase];
  const share = progress === null || progress.total <= 0 ? undefined : progress.done / progress.total;
  const left = secondsLeft(run);
  return (
    <>
      <div className={styles.line}>
        <span className={styles.phase}>{run.cancelling ? 'Cancelling' : phase}</span>
        <span className={styles.quiet}>{left === null ? '' : timeLeftText(left)}</span>
      </div>
      <ProgressBar
        thickness="large"
        className={styles.bar}
        aria-label={props.label}
        aria-valuetext={progress?.text ?? 'Starting'}
        {...(share === undefined ? {} : { value: share })}
      />
      <div className={styles.line}>
        <span className={styles.quiet}>{progress?.text ?? 'You can go on working in the sheet.'}</span>
      </div>
      {run.from === 'ribbon' ? (
        <div className={styles.quiet}>Started from the ribbon. It ends by itself.</div>
      ) : (
        <Button
          className={styles.button}
          disabledFocusable={run.cancelling}
          onClick={actions.cancel}
          data-cancel-run
        >
          Cancel
        </Button>
      )}
    </>
  );
}
