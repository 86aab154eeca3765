import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { Inspection } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  line: { margin: 0 },
});

const LISTED = 50;

/** What else the data tells: a short history, people joined, rates learnt. Nothing when it tells nothing. */
export function DataNotes(props: { readonly inspection: Inspection }): JSX.Element | null {
  const { inspection } = props;
  const some =
    inspection.scaled !== null ||
    inspection.peopleMatched !== null ||
    inspection.learnt.length > 0 ||
    inspection.unknown.length > 0;
  if (!some) return null;
  return (
    <Card title="Also in the data">
      <ShortHistory inspection={inspection} />
      <PeopleJoined inspection={inspection} />
      <UnknownProducts inspection={inspection} />
      <LearntRates inspection={inspection} />
    </Card>
  );
}

function ShortHistory(props: { readonly inspection: Inspection }): JSX.Element | null {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { scaled } = props.inspection;
  if (scaled === null || state.settings === null) return null;
  return (
    <div>
      <p className={styles.line}>
        {formats.counted(scaled.months, 'month', 'months')} of history,{' '}
        {formats.count(Math.round(scaled.tokens))} tokens.
      </p>
      <Switch
        checked={state.settings.showScaled}
        label="Show the figure scaled to 12 months"
        onChange={(_, data) => actions.changeSettings({ showScaled: data.checked })}
      />
      {state.settings.showScaled && (
        <p className={styles.line}>
          About {formats.count(Math.round(scaled.scaledTokens))} tokens a year, an estimate: the months seen ×
          12 ÷ {formats.count(scaled.months)}. Segments use the rows as they are.
        </p>
      )}
    </div>
  );
}

function PeopleJoined(props: { readonly inspection: Inspection }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { peopleMatched, peopleUnmatched } = props.inspection;
  if (peopleMatched === null) return null;
  return (
    <div>
      <p className={styles.line}>
        Flex People: {formats.counted(peopleMatched, 'person', 'people')} found in the usage,{' '}
        {formats.count(peopleUnmatched.length)} not.
      </p>
      {peopleUnmatched.length > 0 && (
        <Disclosure label="Show who was not found">
          <ul className={styles.list}>
            {peopleUnmatched.slice(0, LISTED).map((person) => (
              <li key={person}>{person}</li>
            ))}
          </ul>
          {peopleUnmatched.length > LISTED && (
            <p className={styles.line}>and {formats.count(peopleUnmatched.length - LISTED)} more</p>
          )}
        </Disclosure>
      )}
    </div>
  );
}

/** Products under their own names: what they took counts, and how to bring them onto the card. */
function UnknownProducts(props: { readonly inspection: Inspection }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { unknown, card } = props.inspection;
  if (unknown.length === 0) return null;
  const tokens = unknown.reduce((sum, product) => sum + product.tokens, 0);
  return (
    <div>
      <p className={styles.line}>
        {formats.counted(unknown.length, 'product is', 'products are')} not on the card {card.name}. Their{' '}
        {formats.count(Math.round(tokens))} tokens count in every total; nobody’s seat is decided on them. To
        have them decided, give each a row on Flex Rates.
      </p>
      <Disclosure label="Show the products">
        <ul className={styles.list}>
          {unknown.slice(0, LISTED).map((product) => (
            <li key={product.product}>
              {product.product}: {formats.counted(product.rows, 'row', 'rows')},{' '}
              {formats.counted(product.people, 'person', 'people')},{' '}
              {formats.counted(Math.round(product.tokens), 'token', 'tokens')}
            </li>
          ))}
        </ul>
        {unknown.length > LISTED && (
          <p className={styles.line}>and {formats.count(unknown.length - LISTED)} more</p>
        )}
      </Disclosure>
    </div>
  );
}

function LearntRates(props: { readonly inspection: Inspection }): JSX.Element | null {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { learnt } = props.inspection;
  if (learnt.length === 0) return null;
  const missing = learnt.filter(({ cardRate }) => cardRate === null);
  return (
    <div>
      <p className={styles.line}>
        Your own rows show {formats.counted(learnt.length, 'rate', 'rates')} in tokens a day.
      </p>
      <Disclosure label="Compare with the card">
        <ul className={styles.list}>
          {learnt.map((rate) => (
            <li key={rate.product}>
              {rate.product}: {formats.count(rate.rate)} on {formats.count(rate.support)} of{' '}
              {formats.counted(rate.days, 'day', 'days')};{' '}
              {rate.cardRate === null
                ? 'the card has no rate.'
                : rate.cardRate === rate.rate
                  ? 'the card agrees.'
                  : `the card says ${formats.count(rate.cardRate)}.`}
            </li>
          ))}
        </ul>
      </Disclosure>
      {missing.length > 0 && (
        <>
          <p className={styles.line}>
            The card has none for {missing.map(({ product }) => product).join(', ')}. They go into the sheet
            Flex Rates, marked as learnt; check them against your rate sheet.
          </p>
          <Button size="small" disabled={state.inserting !== null} onClick={() => actions.useLearntRates()}>
            Use these rates
          </Button>
        </>
      )}
    </div>
  );
}
