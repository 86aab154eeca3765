import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { toleranceMeaning } from '../../engine/pool/meaning';
import type { PoolInspection, PoolSettings } from '../../excel/contract/pool';
import { Card } from '../frame/card';
import { SettingInput } from '../fields/setting-input';
import { usePaneContext } from '../pane/context';
import { settingField } from '../fields/setting-field';
import { POOL_DEMAND } from '../../engine/pool/assumptions';
import { yearsIn } from './words';

const useStyles = makeStyles({ line: { margin: 0 } });

/** The tolerated risk, with what it means in years and in money beside it. */
export function ToleranceCard(props: {
  readonly inspection: PoolInspection;
  readonly settings: PoolSettings;
}): JSX.Element {
  const styles = useStyles();
  const { actions, formats } = usePaneContext();
  const { inspection, settings } = props;
  const { price, currency } = inspection;
  const field = useMemo(
    () => settingField<PoolSettings>('pool.tolerance', 'tolerance', POOL_DEMAND.tolerance, formats),
    [formats],
  );
  const { missingToken } = toleranceMeaning(settings.tolerance, price, settings.salvage, null);
  return (
    <Card title="How much risk">
      <SettingInput field={field} settings={settings} onChange={(change) => actions.pool.change(change)} />
      <p className={styles.line}>
        The pool runs dry in {yearsIn(settings.tolerance, formats)}.
        {missingToken > 0 &&
          ` It is the cheapest risk when a missing token costs you ${formats.price(missingToken, currency)}, at ${formats.price(price, currency)} a token bought early.`}
      </p>
    </Card>
  );
}
