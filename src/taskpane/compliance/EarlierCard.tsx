import { makeStyles } from '@fluentui/react-components';
import type { ComplianceInspection } from '../../excel/compliance-services';
import { quotedSheet } from '../../report/address';
import { SHEETS } from '../../report/marks';
import { Card } from '../frame/Card';
import { CellLink } from '../frame/CellLink';
import { usePaneContext } from '../pane-context';
import { stateCounts } from './compliance-words';

const useStyles = makeStyles({ line: { margin: 0 } });

/** Findings of the last check by state, and what becomes of them. */
export function EarlierCard(props: {
  readonly earlier: NonNullable<ComplianceInspection['earlier']>;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { name } = SHEETS.compliance;
  return (
    <Card title="Earlier findings">
      <p className={styles.line}>
        {stateCounts(props.earlier, formats)}.{' '}
        <CellLink address={`${quotedSheet(name)}!A1`} label={`Show ${name}`} />
      </p>
      <p className={styles.line}>
        What you accepted stays accepted. What is no longer found is closed, and open again when it comes
        back.
      </p>
    </Card>
  );
}
