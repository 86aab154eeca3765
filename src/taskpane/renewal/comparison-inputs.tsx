import { Button, Checkbox, Field, makeStyles, Select, Switch, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { EbaSettings, RenewalInspection, RenewalSettings } from '../../excel/contract/renewal';
import { quotedSheet } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import { SettingInputs } from '../fields/setting-inputs';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { cardTitle } from '../frame/words';
import { settingFields } from '../fields/setting-field';
import { AGREEMENT_SETTINGS, RENEWAL_COMPARISON } from '../../engine/renewal/assumptions';
import { comparisonSentence } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  covered: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, border: 'none' },
  button: { alignSelf: 'flex-start', minHeight: '36px' },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  select: { minWidth: 0, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

/** What is held beside today's card and prices: years, another rate card, an agreement, volume tiers. */
export function ComparisonInputs(props: {
  readonly inspection: RenewalInspection;
  readonly settings: RenewalSettings;
}): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { inspection, settings } = props;
  const comparison = useMemo(() => settingFields('renewal', RENEWAL_COMPARISON, formats), [formats]);
  return (
    <Card title="Compared">
      <p className={styles.line}>{comparisonSentence(inspection, settings, formats)}</p>
      <Tiers inspection={inspection} />
      <Disclosure label="Change what is compared">
        <div className={styles.fields}>
          <SettingInputs fields={comparison} settings={settings} onChange={actions.renewal.change} />
          <OtherCard settings={settings} />
          {inspection.newCard !== SHEETS.newRates.name && (
            <Button
              className={styles.button}
              disabled={isRunning(state) || state.inserting !== null}
              onClick={actions.insertNewRates}
            >
              Insert {SHEETS.newRates.name}
            </Button>
          )}
          <Agreement inspection={inspection} settings={settings} />
        </div>
      </Disclosure>
    </Card>
  );
}

function Tiers(props: { readonly inspection: RenewalInspection }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { tiers } = props.inspection;
  return (
    <p className={styles.line}>
      {tierSentence(props.inspection, formats)} {tiers.length > 0 && <TierLink />}
    </p>
  );
}

/** Tiers stand on the portfolio's sheet once there is one, else on the pool's. */
function TierLink(): JSX.Element {
  const { state } = usePaneContext();
  const sheet = state.portfolio.last === null ? SHEETS.pool.name : SHEETS.portfolio.name;
  return <CellLink address={`${quotedSheet(sheet)}!A1`} label={`Show ${sheet}`} />;
}

/** "3 volume tiers, from $0.30 a token down to $0.24 from 600,000 on." */
export function tierSentence({ tiers, currency }: RenewalInspection, formats: Formats): string {
  const last = tiers.at(-1);
  const first = tiers[0];
  if (first === undefined || last === undefined)
    return `No volume tiers: the tier table stands on ${SHEETS.pool.name} or ${SHEETS.portfolio.name} once one of them has run.`;
  const price = (amount: number): string => formats.price(amount, currency);
  return tiers.length === 1
    ? `1 volume tier, ${price(first.price)} a token.`
    : `${formats.count(tiers.length)} volume tiers, from ${price(first.price)} a token down to ${price(last.price)} from ${formats.count(last.from)} on.`;
}

function OtherCard(props: { readonly settings: RenewalSettings }): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const { newCard } = props.settings;
  const inForce = state.settings?.card;
  const offered = state.cards.filter(({ name }) => name !== inForce || name === newCard);
  const known = newCard === null || offered.some(({ name }) => name === newCard);
  return (
    <Field
      label="Other rate card"
      hint={`For a card announced for later, insert ${SHEETS.newRates.name} and change it there.`}
    >
      <Select
        className={styles.select ?? ''}
        value={newCard ?? ''}
        disabled={isRunning(state)}
        onChange={(_, data) => actions.renewal.change({ newCard: data.value === '' ? null : data.value })}
      >
        <option value="">{SHEETS.newRates.name}, if there is one</option>
        {!known && <option value={newCard}>{newCard}</option>}
        {offered.map((card) => (
          <option key={card.name} value={card.name}>
            {cardTitle(card)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** An agreement begins as the year's tokens at list, for the same years: what one then changes is what the vendor offers. */
export const firstAgreement = (
  { tokens: used, listPrice }: RenewalInspection,
  { years }: RenewalSettings,
): EbaSettings => ({
  years,
  annualTokens: Math.ceil(used),
  termTokens: 0,
  tokenPrice: listPrice,
  uplift: 0,
  overflowPrice: null,
  yearlyFee: 0,
  notCovered: [],
});

function Agreement(props: {
  readonly inspection: RenewalInspection;
  readonly settings: RenewalSettings;
}): JSX.Element {
  const { state, actions, formats } = usePaneContext();
  const { inspection, settings } = props;
  const { eba } = settings;
  const agreement = useMemo(() => settingFields('renewal.eba', AGREEMENT_SETTINGS, formats), [formats]);
  return (
    <>
      <Switch
        checked={eba !== null}
        disabled={isRunning(state)}
        label="Compare an enterprise agreement"
        onChange={(_, data) =>
          actions.renewal.change({ eba: data.checked ? firstAgreement(inspection, settings) : null })
        }
      />
      {eba !== null && (
        <>
          <SettingInputs
            fields={agreement}
            settings={eba}
            onChange={(change) => actions.renewal.change({ eba: { ...eba, ...change } })}
          />
          <Covered
            products={inspection.products}
            notCovered={eba.notCovered}
            onChange={(notCovered) => actions.renewal.change({ eba: { ...eba, notCovered } })}
          />
        </>
      )}
    </>
  );
}

/** Which products the agreement's tokens cover; whoever uses another needs a seat beside it. */
function Covered(props: {
  readonly products: readonly string[];
  readonly notCovered: readonly string[];
  readonly onChange: (notCovered: readonly string[]) => void;
}): JSX.Element | null {
  const styles = useStyles();
  const { state } = usePaneContext();
  const { products, notCovered, onChange } = props;
  if (products.length === 0) return null;
  return (
    <fieldset className={styles.covered}>
      <legend>Its tokens cover</legend>
      {products.map((product) => (
        <Checkbox
          key={product}
          label={product}
          checked={!notCovered.includes(product)}
          disabled={isRunning(state)}
          onChange={(_, { checked }) => {
            const others = notCovered.filter((each) => each !== product);
            onChange(checked === true ? others : [...others, product]);
          }}
        />
      ))}
    </fieldset>
  );
}
