import { makeStyles, tokens } from '@fluentui/react-components';
import type { LastRun } from '../../excel/contract/services';
import { changedSince } from '../../report/model/changed';
import { usePaneContext } from '../pane/context';
import { FailureNotice } from '../frame/failure-notice';
import type { PaneFailure } from '../pane/failure';
import { Notice } from '../frame/notice';

const useStyles = makeStyles({ line: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Before another run: how the last attempt ended, or when the last result was made and whether it still holds. */
export function LastRunNotes(props: {
  readonly run:
    | { readonly kind: 'none' | 'running' | 'done' }
    | { readonly kind: 'failed'; readonly failure: PaneFailure }
    | { readonly kind: 'cancelled'; readonly untouched: boolean };
  readonly last: LastRun | null;
  /** "Last run", "Last sizing". */
  readonly label: string;
  /** What to look at when a cancelled run may have left something behind. */
  readonly sheets: string;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { run, last, label, sheets } = props;
  return (
    <>
      {run.kind === 'failed' && <FailureNotice failure={run.failure} />}
      {run.kind === 'cancelled' && (
        <Notice
          level="info"
          text={
            run.untouched
              ? 'Cancelled. The workbook is as it was.'
              : `Cancelled. Look at ${sheets} before you run it again.`
          }
        />
      )}
      {last !== null && run.kind === 'none' && (
        <p className={styles.line}>
          {label} {formats.date(last.when)}: {formats.counted(last.people, 'person', 'people')} from{' '}
          {last.input}.
          {last.stale
            ? ` ${changedSince(last.changed)}; run it again.`
            : ' Nothing that it read has changed since.'}
        </p>
      )}
    </>
  );
}
