import { makeStyles } from '@fluentui/react-components';
import type { PoolInspection } from '../../excel/contract/pool';
import { quotedSheet } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({ line: { margin: 0 } });

/** Where volume prices are entered, and how many there are. */
export function TierCard(props: { readonly inspection: PoolInspection }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { tiers, writes, price, currency } = props.inspection;
  const cheapest = tiers.reduce((least, tier) => Math.min(least, tier.price), Infinity);
  const written = writes.every(
    (sheet) => sheet.sheet !== SHEETS.pool.name || sheet.state === 'replaces ours',
  );
  return (
    <Card title="Volume prices">
      <p className={styles.line}>
        {tiers.length === 0
          ? `None: ${formats.price(price, currency)} a token at any quantity. The tier table stands on ${SHEETS.pool.name}; enter yours there${written ? '' : ' after the first sizing'}, then size again.`
          : `${formats.counted(tiers.length, 'tier', 'tiers')} on ${SHEETS.pool.name}, down to ${formats.price(cheapest, currency)} a token. Buying up to a tier counts only where it is cheaper in the end.`}{' '}
        {written && (
          <CellLink address={`${quotedSheet(SHEETS.pool.name)}!A1`} label={`Show ${SHEETS.pool.name}`} />
        )}
      </p>
    </Card>
  );
}
