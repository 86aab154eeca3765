import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ShareInspection } from '../../excel/contract/share';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';

const useStyles = makeStyles({
  line: { margin: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  formula: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Every formula that needs the add-in, and the way to values and back. */
export function AddInFormulas(props: { readonly inspection: ShareInspection }): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { formulas, frozen } = props.inspection;
  const busy = isRunning(state);
  const { total, cells, names } = formulas;
  return (
    <Card title="Without the add-in">
      <p className={styles.line}>
        {total === 0
          ? 'No formula needs the add-in: a colleague sees and recalculates what you see.'
          : `${formats.counted(total, 'formula needs', 'formulas need')} the add-in. A colleague without it sees the last values, and #NAME? once the workbook calculates.`}
      </p>
      {total > 0 && (
        <Disclosure label="Which?" context="formulas that need the add-in">
          <ul className={styles.list}>
            {cells.map(({ address, formula, shows, without }) => (
              <li key={address} className={styles.formula}>
                <CellLink address={address} /> {formula}: {shows}, there {without}
              </li>
            ))}
          </ul>
          {cells.length < total && (
            <p className={styles.line}>And {formats.count(total - cells.length)} more.</p>
          )}
        </Disclosure>
      )}
      {names.length > 0 && (
        <p className={styles.line}>
          Freezing leaves the {names.length === 1 ? 'name' : 'names'} {names.join(', ')}: replace the formula
          in the Name Manager.
        </p>
      )}
      {frozen !== null && (
        <p className={styles.line}>
          {formats.counted(frozen.formulas, 'formula is', 'formulas are')} frozen since{' '}
          {formats.date(frozen.when)}.
        </p>
      )}
      <div className={styles.buttons}>
        {total > 0 && (
          <Button disabledFocusable={busy} onClick={actions.freezeToValues}>
            Freeze to values
          </Button>
        )}
        {frozen !== null && (
          <Button disabledFocusable={busy} onClick={actions.restoreFormulas}>
            Restore formulas
          </Button>
        )}
      </div>
    </Card>
  );
}
