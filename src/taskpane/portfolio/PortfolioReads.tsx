import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { Card } from '../frame/Card';
import { CellLink } from '../frame/CellLink';
import { usePaneContext } from '../pane-context';

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What a portfolio is built from: whose use, of which year, and which earlier actions it will check. */
export function PortfolioReads(): JSX.Element | null {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { inspection, reading } = state.portfolio;
  const busy = reading ?? state.reading;
  if (inspection === null) {
    if (busy === null) return null;
    return (
      <Card title="Reads">
        <Looking />
      </Card>
    );
  }
  const { address, people, contractors, window, earlier } = inspection;
  return (
    <Card title="Reads" busy={busy !== null}>
      <p className={styles.line}>
        <CellLink address={address} />
        <br />
        <span className={styles.strong}>{formats.counted(people, 'person', 'people')}</span>, {window.first}{' '}
        to {window.last}
        {contractors > 0 && `, ${formats.counted(contractors, 'contractor', 'contractors')} among them`}
      </p>
      {earlier !== null && (
        <p className={styles.quiet}>
          Checks {formats.counted(earlier.actions, 'action', 'actions')} of {formats.date(earlier.when)}{' '}
          against this data: done, not done or reversed.
        </p>
      )}
      {busy !== null && <Looking />}
    </Card>
  );
}

function Looking(): JSX.Element {
  const { state } = usePaneContext();
  const reading = state.portfolio.reading ?? state.reading;
  const progress = reading === 'starting' ? null : reading;
  const share = progress === null || progress.total <= 0 ? undefined : progress.done / progress.total;
  return (
    <div>
      <ProgressBar aria-label="Reading the usage" {...(share === undefined ? {} : { value: share })} />
      <span>{progress?.text ?? 'Reading the usage and the seats'}</span>
    </div>
  );
}
