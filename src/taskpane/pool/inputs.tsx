import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { PoolInspection, PoolSettings } from '../../excel/contract/pool';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import { SettingInputs } from '../fields/setting-inputs';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { settingFields } from '../fields/setting-field';
import { POOL_DEMAND, POOL_PURCHASE, POOL_SETTINGS } from '../../engine/pool/assumptions';
import { CLUSTER_LABELS, equalOnes } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  select: { minWidth: 0, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

// The tolerance has a card of its own.
const { tolerance: _, ...DEMAND } = POOL_DEMAND;
const MORE = { seed: POOL_SETTINGS.seed };

/** What a sizing assumes: growth and the lumps demand comes in, then prices; each in one line and open to change. */
export function PoolInputs(props: {
  readonly inspection: PoolInspection;
  readonly settings: PoolSettings;
}): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { inspection, settings } = props;
  const list = state.settings?.tokenPrice ?? state.inspection?.card.tokenPrice ?? inspection.price;
  const listPrice = formats.price(list, inspection.currency);
  const fields = useMemo(
    () => ({
      growth: settingFields('pool', DEMAND, formats),
      money: settingFields('pool', POOL_PURCHASE, formats, { topUpPrice: listPrice }),
      more: settingFields('pool', MORE, formats),
    }),
    [formats, listPrice],
  );
  return (
    <>
      <Card title="Next year’s demand">
        <p className={styles.line}>{demandSentence(settings, formats)}</p>
        <Disclosure label="Change growth and grouping">
          <div className={styles.fields}>
            <SettingInputs fields={fields.growth} settings={settings} onChange={actions.pool.change} />
            <ClusterColumn inspection={inspection} settings={settings} />
          </div>
        </Disclosure>
      </Card>
      <Card title="Prices">
        <p className={styles.line}>{priceSentence(inspection, settings, formats)}</p>
        <Disclosure label="Change prices">
          <div className={styles.fields}>
            <SettingInputs fields={fields.money} settings={settings} onChange={actions.pool.change} />
          </div>
        </Disclosure>
        <Disclosure label="More" context="inputs">
          <div className={styles.fields}>
            <SettingInputs fields={fields.more} settings={settings} onChange={actions.pool.change} />
          </div>
        </Disclosure>
      </Card>
    </>
  );
}

function ClusterColumn(props: {
  readonly inspection: PoolInspection;
  readonly settings: PoolSettings;
}): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { inspection, settings } = props;
  const offered = inspection.clusters.some((choice) => choice.by === settings.clusterBy);
  return (
    <Field
      label={POOL_DEMAND.clusterBy.label}
      hint="People of one project stop and start together: each project is one lump of demand, not many people."
    >
      <Select
        className={styles.select ?? ''}
        value={settings.clusterBy}
        disabled={isRunning(state)}
        onChange={(_, data) => {
          const picked = inspection.clusters.find((choice) => choice.by === data.value);
          if (picked !== undefined) actions.pool.change({ clusterBy: picked.by });
        }}
      >
        {!offered && <option value={settings.clusterBy}>{CLUSTER_LABELS[settings.clusterBy]}</option>}
        {inspection.clusters.map((choice) => (
          <option key={choice.by} value={choice.by}>
            {choice.label}: {formats.count(choice.count)}, {equalOnes(choice.effective, formats)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** "No growth, give or take 5 %. Grouped by project, else team, department, person." */
export function demandSentence(settings: PoolSettings, formats: Formats): string {
  const { growthMean, growthSpread, clusterBy } = settings;
  const growth =
    growthMean === 0
      ? 'No growth'
      : `${formats.share(Math.abs(growthMean))} ${growthMean > 0 ? 'more' : 'less'} than the year read`;
  const spread = growthSpread === 0 ? 'taken as certain' : `give or take ${formats.share(growthSpread)}`;
  const by = CLUSTER_LABELS[clusterBy];
  return `${growth}, ${spread}. Grouped by ${by.charAt(0).toLowerCase()}${by.slice(1)}.`;
}

/** "$2.70 a token, top-up at $3.00 within 5 days. A missing token costs $10 beside it. A token left over is worth nothing." */
export function priceSentence(inspection: PoolInspection, settings: PoolSettings, formats: Formats): string {
  const { price, currency, tiers } = inspection;
  const { topUpPrice, leadDays, disruption, salvage, salvageShare, bundle } = settings;
  const bought = tiers.length === 0 ? `${formats.price(price, currency)} a token` : 'Priced by tier';
  const late = topUpPrice === null ? 'the list price' : formats.price(topUpPrice, currency);
  const parts = [
    `${bought}${bundle === 1 ? '' : ` in bundles of ${formats.count(bundle)}`}, top-up at ${late} within ${formats.counted(leadDays, 'day', 'days')}.`,
    disruption === null
      ? 'A missing token costs what the tolerance implies, until you give its cost.'
      : disruption === 0
        ? 'A missing token costs no more than the top-up.'
        : `A missing token costs ${formats.price(disruption, currency)} beside it.`,
    salvage === 0
      ? 'A token left over is worth nothing.'
      : `A token left over is worth ${formats.price(salvage, currency)}${salvageShare < 1 ? `, up to ${formats.share(salvageShare)} of the pool` : ''}.`,
  ];
  return parts.join(' ');
}
