import { makeStyles, tokens } from '@fluentui/react-components';
import type { RenewalInspection } from '../../excel/contract/renewal';
import { CellLink } from '../frame/cell-link';
import { StepReads } from '../frame/step-reads';
import { usePaneContext } from '../pane/context';
import { seatSentence, spendSentence } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What a renewal is prepared from: the use of which year, what it costs at list, and how it grows. */
export function RenewalReads(): JSX.Element | null {
  const { state } = usePaneContext();
  const { inspection } = state.renewal;
  return (
    <StepReads step="renewal" doing="Reading the usage and the quotes">
      {inspection === null ? null : <Found inspection={inspection} />}
    </StepReads>
  );
}

function Found(props: { readonly inspection: RenewalInspection }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { inspection } = props;
  const { address, people, window, months, growth } = inspection;
  return (
    <>
      <p className={styles.line}>
        <CellLink address={address} />
        <br />
        <span className={styles.strong}>{formats.counted(people, 'person', 'people')}</span>, {window.first}{' '}
        to {window.last}
        {months < 12 &&
          `, ${formats.counted(months, 'month', 'months')} of 12 with rows: nothing is scaled up`}
      </p>
      <p className={styles.line}>{spendSentence(inspection, formats)}</p>
      <p className={styles.line}>{seatSentence(inspection, formats)}</p>
      <p className={styles.quiet}>{growth.text}</p>
    </>
  );
}
