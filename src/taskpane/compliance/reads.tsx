import { makeStyles, tokens } from '@fluentui/react-components';
import { CellLink } from '../frame/cell-link';
import { StepReads } from '../frame/step-reads';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
});

/** What a compliance check looks at: whose use of how many products. The checks look at all of it, the register at the year. */
export function ComplianceReads(): JSX.Element | null {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { inspection } = state.compliance;
  return (
    <StepReads step="compliance" doing="Reading the usage and the seats">
      {inspection === null ? null : (
        <p className={styles.line}>
          <CellLink address={inspection.address} />
          <br />
          <span className={styles.strong}>
            {formats.counted(inspection.people, 'person', 'people')}
          </span>, {formats.counted(inspection.products, 'product', 'products')}. The checks look at every
          row; the register covers {inspection.window.first} to {inspection.window.last}.
        </p>
      )}
    </StepReads>
  );
}
