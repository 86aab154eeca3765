import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { SegmentSettings } from '../../excel/contract/services';
import { SEGMENT_SETTINGS } from '../../engine/segments/assumptions';
import { settingFields } from '../fields/setting-field';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import { SettingInput } from '../fields/setting-input';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  line: { margin: 0 },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

/** The assumptions in one line, and all of them to edit in place. */
export function Assumptions(): JSX.Element | null {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { settings, inspection } = state;
  const card = inspection?.card;
  const price = card === undefined ? 'price' : formats.price(card.tokenPrice, card.currency);
  const last = inspection?.window.asOf ?? '';
  const fields = useMemo(
    () =>
      settingFields('segments', SEGMENT_SETTINGS, formats, {
        tokenPrice: price,
        asOf: last === '' ? '' : formats.date(last),
      }),
    [formats, price, last],
  );
  if (settings === null) return null;
  return (
    <Card title="Assumptions">
      <p className={styles.line}>{assumptionSentence(settings, formats, card?.currency ?? '', price)}</p>
      <Disclosure label="Change assumptions">
        <div className={styles.fields}>
          {fields.map((field) => (
            <SettingInput
              key={field.id}
              field={field}
              settings={settings}
              onChange={(change) => actions.changeSettings(change)}
            />
          ))}
        </div>
      </Disclosure>
    </Card>
  );
}

/** What differs from the card, in words; the rest is the card's. */
export function assumptionSentence(
  settings: SegmentSettings,
  formats: Formats,
  currency: string,
  cardPrice: string,
): string {
  const parts = [
    settings.seatDiscount === 0
      ? 'No seat discount'
      : `${formats.share(settings.seatDiscount)} seat discount`,
    settings.tokenDiscount === 0
      ? 'no token discount'
      : `${formats.share(settings.tokenDiscount)} token discount`,
    `${settings.tokenPrice === null ? cardPrice : formats.price(settings.tokenPrice, currency)} a token`,
    settings.margin === null ? 'each product’s own margin' : `margin ${formats.share(settings.margin)}`,
  ];
  if (settings.asOf !== null) parts.push(`as of ${formats.date(settings.asOf)}`);
  if (settings.hoursPerDay !== null) {
    parts.push(`a charged day counts as ${formats.count(settings.hoursPerDay)} h (estimates)`);
  }
  if (settings.externalDomains.length > 0) {
    parts.push(formats.counted(settings.externalDomains.length, 'external domain', 'external domains'));
  }
  return `${parts.join(', ')}.`;
}
