import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { CardSummary } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { cardPurpose, cardTitle } from '../frame/words';
import { OwnRates } from './own-rates';

const useStyles = makeStyles({
  label: { display: 'block' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
});

const CHARGES = { hour: 'Hourly', day: '24-hour days', mixed: 'Hours and days' };

/** The rate cards in plain words, and a way to make one's own. */
export function RateCards(): JSX.Element | null {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { settings, cards } = state;
  if (settings === null || cards.length === 0) return null;
  return (
    <Card title="Rate card">
      <RadioGroup
        aria-label="Rate card"
        value={settings.card}
        onChange={(_, data) => actions.changeSettings({ card: data.value })}
      >
        {cards.map((card) => (
          <Radio
            key={card.name}
            value={card.name}
            label={
              <>
                <span className={styles.label}>{cardTitle(card)}</span>
                <span className={styles.quiet}>{cardWords(card, formats)}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
      {cards.some((card) => card.name === 'Flex Rates') && (
        <div>
          <CellLink address="'Flex Rates'!A1" label="Show Flex Rates" />
        </div>
      )}
      <OwnRates />
    </Card>
  );
}

/** A card that cannot be read has no currency: its label then says which cell to correct. */
const cardWords = (card: CardSummary, formats: Formats): string =>
  card.currency === ''
    ? card.label
    : `${CHARGES[card.basis]} at ${formats.price(card.tokenPrice, card.currency)} a token. ${cardPurpose(card)}`;
