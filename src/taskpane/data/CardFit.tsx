import { Button } from '@fluentui/react-components';
import { Notice } from '../frame/Notice';
import { usePaneContext } from '../pane-context';
import { basisWords, cardName, cardTitle } from '../words';

const CHARGES = { hour: 'hours', day: '24-hour days', mixed: 'hours and days' };

/** Whether the data and the rate card count in the same unit; when not, the card that does is one click away. */
export function CardFit(): JSX.Element | null {
  const { state, actions } = usePaneContext();
  const { inspection, settings } = state;
  if (inspection === null || settings === null) return null;
  const { card, suggestedCard } = inspection;
  if (inspection.cardFits) return null;
  if (settings.hoursPerDay !== null) {
    return (
      <Notice
        level="warning"
        text={`The usage is ${basisWords(inspection.basis)}; the ${cardName(card.name)} charges ${CHARGES[card.basis]}. Rows are converted at ${settings.hoursPerDay} hours a day, so every result is an estimate.`}
      >
        <UseCard suggested={suggestedCard} />
      </Notice>
    );
  }
  const consequence =
    inspection.used === 0 ? 'No row can be used with this card.' : 'Rows in another unit will be left out.';
  return (
    <Notice
      level="warning"
      text={`The usage is ${basisWords(inspection.basis)}; the ${cardName(card.name)} charges ${CHARGES[card.basis]}. ${consequence} ${
        suggestedCard === null
          ? `Choose a card that counts alike, or set the hours in a charged day. ${cardTitle(card)} stays until then.`
          : `The ${cardName(suggestedCard)} counts alike.`
      }`}
    >
      <UseCard suggested={suggestedCard} />
      {suggestedCard === null && (
        <Button size="small" onClick={() => actions.pickStep('segment')}>
          Set hours in a charged day
        </Button>
      )}
    </Notice>
  );
}

function UseCard(props: { readonly suggested: string | null }): JSX.Element | null {
  const { actions } = usePaneContext();
  const { suggested } = props;
  if (suggested === null) return null;
  const name = cardName(suggested);
  return (
    <Button
      size="small"
      onClick={() => actions.changeSettings({ card: suggested }, `Now using the ${name}.`)}
    >
      Use the {name}
    </Button>
  );
}
