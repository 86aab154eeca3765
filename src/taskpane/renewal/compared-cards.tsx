import { makeStyles, tokens } from '@fluentui/react-components';
import type { RenewalOutcome } from '../../excel/contract/renewal';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { FigureTable } from '../figures/table';
import { usePaneContext } from '../pane/context';
import { cardName } from '../frame/words';

const useStyles = makeStyles({
  line: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** The year's use under the other rate card: money, and who would change segment. */
export function CardsCompared(props: { readonly outcome: RenewalOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { cards, currency } = props.outcome;
  if (cards === null) return null;
  const compared = cards.products > cards.leftOut.length;
  return (
    <Card title="Rate cards compared">
      {compared && (
        <FigureTable
          caption="The same use under two rate cards"
          columns={['Rate card', 'A year']}
          rows={[
            { name: cardName(cards.before), cells: [formats.money(cards.moneyBefore, currency)] },
            { name: cardName(cards.after), cells: [formats.money(cards.moneyAfter, currency)] },
          ]}
        />
      )}
      <p className={styles.line}>{cardsSentence(cards, currency, formats)}</p>
      {cards.leftOut.length > 0 && (
        <Disclosure label={`${formats.counted(cards.leftOut.length, 'product', 'products')} left out: show`}>
          <ul className={styles.list}>
            {cards.leftOut.map(({ product, note }) => (
              <li key={product}>
                {product}: {note}.
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

/** "The retail card costs $12,000 a year more for the same use. 31 people would change segment." */
export function cardsSentence(
  { after, moneyBefore, moneyAfter, flips, products, leftOut }: NonNullable<RenewalOutcome['cards']>,
  currency: string,
  formats: Formats,
): string {
  const compared = products - leftOut.length;
  if (compared === 0) return `No product can be compared with the ${cardName(after)}.`;
  const change = moneyAfter - moneyBefore;
  const money =
    Math.abs(change) < 0.005
      ? 'costs the same'
      : `costs ${formats.money(Math.abs(change), currency)} a year ${change > 0 ? 'more' : 'less'}`;
  const use =
    leftOut.length === 0
      ? 'the same use'
      : `the same use of the ${formats.counted(compared, 'product', 'products')} that can be compared`;
  const people =
    flips === null
      ? 'The data name no users, so nobody can be told to change segment.'
      : `${formats.counted(flips, 'person', 'people')}${leftOut.length === 0 ? '' : ' of those who use nothing else'} would change segment.`;
  return `The ${cardName(after)} ${money} for ${use}. ${people}`;
}

/** Retail packs beside the agreement, over its term. */
export function StructuresCompared(props: { readonly outcome: RenewalOutcome }): JSX.Element | null {
  const { formats } = usePaneContext();
  const { structures, currency } = props.outcome;
  if (structures.length === 0) return null;
  const money = (amount: number): string => formats.money(amount, currency);
  return (
    <Card title="Retail against an agreement">
      <FigureTable
        caption="Cost over the term"
        columns={['Over the term', 'P10', 'Expected', 'P90']}
        rows={structures.map(({ name, cost, p10, p90 }) => ({
          name,
          cells: [money(p10), money(cost), money(p90)],
        }))}
      />
    </Card>
  );
}

/** Each volume tier held against the need. */
export function TierVerdicts(props: { readonly outcome: RenewalOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { tiers } = props.outcome;
  if (tiers.length === 0) return null;
  return (
    <Card title="Volume tiers against the need">
      <ul className={styles.list}>
        {tiers.map((tier) => (
          <li key={tier.from}>{tier.text}</li>
        ))}
      </ul>
    </Card>
  );
}
