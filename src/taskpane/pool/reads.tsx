import { makeStyles, ProgressBar, Switch, tokens } from '@fluentui/react-components';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { usePaneContext } from '../pane/context';
import { clusterSentence } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What a sizing is made from: whose tokens, which year, and in how many lumps demand comes. */
export function PoolReads(): JSX.Element | null {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { inspection, reading, settings } = state.pool;
  const busy = reading ?? state.reading;
  if (inspection === null) {
    if (busy === null) return null;
    return (
      <Card title="Reads">
        <Looking />
      </Card>
    );
  }
  const { window, months } = inspection;
  return (
    <Card title="Reads" busy={busy !== null}>
      <p className={styles.line}>
        <CellLink address={inspection.address} />
        <br />
        <span className={styles.strong}>{formats.count(Math.round(inspection.baseline))} tokens</span> by{' '}
        {formats.counted(inspection.people, 'person', 'people')}, {window.first} to {window.last}
      </p>
      <p className={styles.quiet}>{clusterSentence(inspection, formats)}</p>
      {months < 12 && settings !== null && (
        <Switch
          checked={settings.scaleShort}
          label={`Scale ${formats.counted(months, 'month', 'months')} to a year (an estimate)`}
          onChange={(_, data) => actions.pool.change({ scaleShort: data.checked })}
        />
      )}
      {busy !== null && <Looking />}
    </Card>
  );
}

function Looking(): JSX.Element {
  const { state } = usePaneContext();
  const reading = state.pool.reading ?? state.reading;
  const progress = reading === 'starting' ? null : reading;
  const share = progress === null || progress.total <= 0 ? undefined : progress.done / progress.total;
  return (
    <div>
      <ProgressBar aria-label="Reading the usage" {...(share === undefined ? {} : { value: share })} />
      <span>{progress?.text ?? 'Reading the usage'}</span>
    </div>
  );
}
