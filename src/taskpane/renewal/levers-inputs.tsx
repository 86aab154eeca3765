import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { RenewalInspection, RenewalSettings } from '../../excel/contract/renewal';
import { RENEWAL_GROWTH, RENEWAL_TERMS } from '../../engine/renewal/assumptions';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import { SettingInputs } from '../fields/setting-inputs';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { settingFields } from '../fields/setting-field';
import { growthSentence, MODE_WORDS, termsSentence } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

/** What a renewal assumes of demand and of the contract: each in one line and open to change. */
export function LeversInputs(props: {
  readonly inspection: RenewalInspection;
  readonly settings: RenewalSettings;
}): JSX.Element {
  const styles = useStyles();
  const { actions, formats } = usePaneContext();
  const { inspection, settings } = props;
  const growth = useMemo(() => settingFields('renewal', RENEWAL_GROWTH, formats), [formats]);
  const terms = useMemo(() => settingFields('renewal', RENEWAL_TERMS, formats), [formats]);
  return (
    <Card title="Assumptions">
      <p className={styles.line}>{growthSentence(inspection, settings, formats)}</p>
      <Disclosure label="Change growth">
        <div className={styles.fields}>
          <SettingInputs fields={growth} settings={settings} onChange={actions.renewal.change} />
        </div>
      </Disclosure>
      <p className={styles.line}>{termsSentence(settings, formats)}</p>
      <p className={styles.line}>Levers are {settings.mode}.</p>
      <Disclosure label="Change terms and levers">
        <div className={styles.fields}>
          <SettingInputs fields={terms} settings={settings} onChange={actions.renewal.change} />
          <Mode settings={settings} />
        </div>
      </Disclosure>
    </Card>
  );
}

function Mode(props: { readonly settings: RenewalSettings }): JSX.Element {
  const { state, actions } = usePaneContext();
  return (
    <Field label={RENEWAL_TERMS.mode.label}>
      <RadioGroup
        value={props.settings.mode}
        disabled={isRunning(state)}
        onChange={(_, data) => {
          const mode = RENEWAL_TERMS.mode.choices.find((each) => each === data.value);
          if (mode !== undefined) actions.renewal.change({ mode });
        }}
      >
        {RENEWAL_TERMS.mode.choices.map((mode) => (
          <Radio key={mode} value={mode} label={MODE_WORDS[mode]} />
        ))}
      </RadioGroup>
    </Field>
  );
}
