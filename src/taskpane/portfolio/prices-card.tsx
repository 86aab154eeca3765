import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { PortfolioInspection, PortfolioSettings } from '../../excel/contract/portfolio';
import type { SegmentSettings } from '../../excel/contract/services';
import { SHEETS } from '../../report/model/sheet-names';
import { PORTFOLIO_SETTINGS } from '../../engine/portfolio/assumptions';
import { SEGMENT_SETTINGS } from '../../engine/segments/assumptions';
import { settingFields } from '../fields/setting-field';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import { SettingInput } from '../fields/setting-input';
import type { Formats } from '../figures/formats';
import { quotedSheet } from '../../report/model/address';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  line: { margin: 0 },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

const { tokenPrice, tokenDiscount, seatDiscount } = SEGMENT_SETTINGS;
/** The prices shared with every command. */
const SHARED = { tokenPrice, tokenDiscount, seatDiscount };

/** What a token and a seat cost: price, discounts, volume tiers, bundle and commitment. */
export function PricesCard(props: {
  readonly inspection: PortfolioInspection;
  readonly settings: PortfolioSettings;
}): JSX.Element | null {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { inspection, settings } = props;
  const shared = state.settings;
  const card = state.inspection?.card;
  const cardPrice = card === undefined ? '' : formats.price(card.tokenPrice, card.currency);
  const prices = useMemo(
    () => settingFields('segments', SHARED, formats, { tokenPrice: cardPrice }),
    [formats, cardPrice],
  );
  const purchase = useMemo(() => settingFields('portfolio', PORTFOLIO_SETTINGS, formats), [formats]);
  if (shared === null) return null;
  return (
    <Card title="Prices">
      <p className={styles.line}>{priceSentence(inspection, settings, shared, formats)}</p>
      <p className={styles.line}>
        {tierSentence(inspection, formats)} <TierLink inspection={inspection} />
      </p>
      <Disclosure label="Change prices">
        <div className={styles.fields}>
          {prices.map((field) => (
            <SettingInput
              key={field.id}
              field={field}
              settings={shared}
              onChange={(change) => actions.changeSettings(change)}
            />
          ))}
          {purchase.map((field) => (
            <SettingInput
              key={field.id}
              field={field}
              settings={settings}
              onChange={(change) => actions.portfolio.change(change)}
            />
          ))}
        </div>
      </Disclosure>
    </Card>
  );
}

/** "$0.30 a token in bundles of 500, 20,000 of them committed. Seats at 10% off." */
export function priceSentence(
  { tiers, price, currency }: PortfolioInspection,
  { bundle, committed }: PortfolioSettings,
  { seatDiscount, tokenDiscount }: SegmentSettings,
  formats: Formats,
): string {
  const token =
    tiers.length > 0
      ? 'Tokens are priced by tier'
      : `${formats.price(price, currency)} a token${tokenDiscount > 0 ? `, after ${formats.share(tokenDiscount)} off` : ''}`;
  const bundles = bundle > 0 ? `, in bundles of ${formats.count(bundle)}` : '';
  const paid = committed > 0 ? `, ${formats.count(committed)} of them paid for in any case` : '';
  const seats = seatDiscount > 0 ? `at ${formats.share(seatDiscount)} off` : 'at list price';
  return `${token}${bundles}${paid}. Seats and Collections ${seats}.`;
}

function tierSentence({ tiers, currency }: PortfolioInspection, formats: Formats): string {
  if (tiers.length === 0)
    return `No volume prices: the tier table stands on ${SHEETS.portfolio.name} after the first run.`;
  const cheapest = Math.min(...tiers.map((tier) => tier.price));
  return `${formats.counted(tiers.length, 'tier', 'tiers')}, down to ${formats.price(cheapest, currency)} a token.`;
}

function TierLink({ inspection }: { readonly inspection: PortfolioInspection }): JSX.Element | null {
  const { tiers, writes } = inspection;
  const built = writes.some(
    ({ sheet, state }) => sheet === SHEETS.portfolio.name && state === 'replaces ours',
  );
  const sheet = built ? SHEETS.portfolio.name : tiers.length > 0 ? SHEETS.pool.name : null;
  return sheet === null ? null : <CellLink address={`${quotedSheet(sheet)}!A1`} label={`Show ${sheet}`} />;
}
