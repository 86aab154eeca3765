import { Button, makeStyles } from '@fluentui/react-components';
import type { ShareInspection } from '../../excel/contract/share';
import { Card } from '../frame/card';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';

const useStyles = makeStyles({ line: { margin: 0 } });

/** Flex Checks: two ways to every total, as formulas that need no add-in. */
export function ControlTotals(props: { readonly inspection: ShareInspection }): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const { sheet, state: found } = props.inspection.checks;
  const label = found === 'replaces ours' ? `Write ${sheet} again` : `Write ${sheet}`;
  return (
    <Card title="Do the figures add up?">
      <p className={styles.line}>
        {found === 'blocked'
          ? `There is a sheet ${sheet} that Flex Governor did not make. Rename it, then check again.`
          : `${sheet} compares two ways to every total with formulas of Excel: rows, tokens, burn, packs and invoices. One cell turns red when they no longer agree.`}
      </p>
      <Button
        disabledFocusable={found === 'blocked' || isRunning(state)}
        onClick={actions.writeControlTotals}
      >
        {label}
      </Button>
    </Card>
  );
}
