import { makeStyles, tokens } from '@fluentui/react-components';
import type { RejectedRow } from '../../engine/usage/types';
import { rejectedSentence } from '../figures/rejected-rows';
import { usePaneContext } from '../pane/context';
import { addressWithin, rangeOf } from '../data/range-address';
import { CellLink } from './cell-link';
import { Disclosure } from './disclosure';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  line: { margin: 0 },
});

const MOST = 50;

/** Rows of one of the user’s own sheets that could not be used, each with its reason and its cells. */
export function RejectedEntries(props: {
  readonly reading: { readonly address: string; readonly rejected: readonly RejectedRow[] };
  /** Where all of them stand after a run. */
  readonly sheet: string;
}): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { rejected, address } = props.reading;
  if (rejected.length === 0) return null;
  const block = rangeOf(address);
  return (
    <Disclosure label={`${formats.counted(rejected.length, 'row', 'rows')} left out: show`}>
      <ul className={styles.list}>
        {rejected.slice(0, MOST).map((row, index) => (
          <li key={`${index}/${row.row}/${row.column}`}>
            {rejectedSentence(row, props.reading)}{' '}
            {block !== null && <CellLink address={addressWithin(block, row.row, null)} label="Show" />}
          </li>
        ))}
      </ul>
      {rejected.length > MOST && (
        <p className={styles.line}>
          The first {MOST} of {formats.count(rejected.length)}. All stand on {props.sheet} after a run.
        </p>
      )}
      <p className={styles.line}>Correct them or ignore them.</p>
    </Disclosure>
  );
}
