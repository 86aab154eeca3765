import { Button } from '@fluentui/react-components';
import type { Inspection, SegmentSettings } from '../../excel/contract/services';
import { Notice } from '../frame/notice';
import { usePaneContext } from '../pane/context';
import { basisWords, cardName } from '../frame/words';

const CHARGES = { hour: 'hours', day: '24-hour days', mixed: 'hours and days' };

/**
 * Whether the data and the rate card count in the same unit; when not, the card that does is one click away: here, or
 * as the primary action of the Data step.
 */
export function CardFit(): JSX.Element | null {
  const { state, actions } = usePaneContext();
  const { inspection, settings, step } = state;
  if (inspection === null || settings === null || inspection.cardFits) return null;
  const { suggestedCard } = inspection;
  const text = fitSentence(inspection, settings);
  if (suggestedCard !== null && step === 'segment') {
    const name = cardName(suggestedCard);
    return (
      <Notice level="warning" text={text}>
        <Button
          size="small"
          onClick={() => actions.changeSettings({ card: suggestedCard }, `Now using the ${name}.`)}
        >
          Use the {name}
        </Button>
      </Notice>
    );
  }
  if (suggestedCard === null && settings.hoursPerDay === null && step === 'data') {
    return (
      <Notice level="warning" text={text}>
        <Button size="small" onClick={() => actions.pickStep('segment')}>
          Set hours in a charged day
        </Button>
      </Notice>
    );
  }
  return <Notice level="warning" text={text} />;
}

/** What the usage counts, what the card charges, what that does to the rows, and the way out. */
export function fitSentence(inspection: Inspection, settings: SegmentSettings): string {
  const { basis, card, suggestedCard, used } = inspection;
  const mismatch = `The usage is ${basisWords(basis)}; the ${cardName(card.name)} charges ${CHARGES[card.basis]}.`;
  if (settings.hoursPerDay !== null) {
    return `${mismatch} Rows are converted at ${settings.hoursPerDay} hours a day, so every result is an estimate.`;
  }
  const rows = used === 0 ? 'No row can be used with this card.' : 'Rows in another unit will be left out.';
  const way =
    suggestedCard === null
      ? 'Choose another card, or set the hours in a charged day under Assumptions.'
      : `The ${cardName(suggestedCard)} counts alike.`;
  return `${mismatch} ${rows} ${way}`;
}
