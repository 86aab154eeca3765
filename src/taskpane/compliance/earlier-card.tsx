import { makeStyles } from '@fluentui/react-components';
import type { ComplianceInspection } from '../../excel/contract/compliance';
import { quotedSheet } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { usePaneContext } from '../pane/context';
import { stateCounts } from './words';

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
