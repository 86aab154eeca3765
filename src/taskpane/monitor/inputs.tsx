import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { MonitorSettings } from '../../excel/contract/monitor';
import { MONITOR_RULES, rulesBetweenNeighbours } from '../../engine/monitor/assumptions';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import { SettingInput } from '../fields/setting-input';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { settingFields } from '../fields/setting-field';
import { UNUSED_WORDS } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  select: { minWidth: 0, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

/** When a review raises alerts, and how unused tokens are charged: in one line, and open to change. */
export function MonitorInputs(props: { readonly settings: MonitorSettings }): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { settings } = props;
  const rules = useMemo(
    () => settingFields('monitor', rulesBetweenNeighbours(settings), formats),
    [formats, settings],
  );
  return (
    <Card title="Alerts and rules">
      <p className={styles.line}>{rulesSentence(settings, formats)}</p>
      <Disclosure label="Change alerts and rules">
        <div className={styles.fields}>
          {rules.map((field) => (
            <SettingInput
              key={field.id}
              field={field}
              settings={settings}
              onChange={(change) => actions.monitor.change(change)}
            />
          ))}
          <Field
            label={MONITOR_RULES.unusedRule.label}
            hint="How the chargeback shares the cost of tokens that expired or are left."
          >
            <Select
              className={styles.select ?? ''}
              value={settings.unusedRule}
              disabled={isRunning(state)}
              onChange={(_, data) => {
                const unusedRule = MONITOR_RULES.unusedRule.choices.find((rule) => rule === data.value);
                if (unusedRule !== undefined) actions.monitor.change({ unusedRule });
              }}
            >
              {MONITOR_RULES.unusedRule.choices.map((rule) => (
                <option key={rule} value={rule}>
                  {UNUSED_WORDS[rule]}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </Disclosure>
    </Card>
  );
}

/** "Alerts at 30%, 20% and 10% of the pool, when an order (14 days) would come too late, and when more than 10% expires unused. …" */
export function rulesSentence(settings: MonitorSettings, formats: Formats): string {
  const { review, topUp, escalate, leadDays, wasteShare, staleDays, unusedRule } = settings;
  const share = (value: number): string => formats.share(value);
  const rule = UNUSED_WORDS[unusedRule];
  return [
    `Alerts at ${share(review)}, ${share(topUp)} and ${share(escalate)} of the pool, when an order (${formats.counted(leadDays, 'day', 'days')}) may come too late, and when more than ${share(wasteShare)} expires unused.`,
    `Data older than ${formats.counted(staleDays, 'day', 'days')} are too old.`,
    `Unused tokens are charged ${rule.charAt(0).toLowerCase()}${rule.slice(1)}.`,
  ].join(' ');
}
