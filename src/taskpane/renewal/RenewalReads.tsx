import { makeStyles, tokens } from '@fluentui/react-components';
import { CellLink } from '../frame/CellLink';
import { StepReads } from '../frame/StepReads';
import { usePaneContext } from '../pane-context';

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** What a renewal is prepared from: whose use, and of which year. */
export function RenewalReads(): JSX.Element | null {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { inspection } = state.renewal;
  return (
    <StepReads step="renewal" doing="Reading the usage and the quotes">
      {inspection === null ? null : (
        <p className={styles.line}>
          <CellLink address={inspection.address} />
          <br />
          <span className={styles.strong}>
            {formats.counted(inspection.people, 'person', 'people')}
          </span>, {inspection.window.first} to {inspection.window.last}
        </p>
      )}
    </StepReads>
  );
}
