import { makeStyles } from '@fluentui/react-components';
import type { PoolOutcome } from '../../excel/contract/pool';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({ line: { margin: 0 } });

/** What the tolerance says about money, both ways round. */
export function MeaningCard(props: { readonly outcome: PoolOutcome }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome } = props;
  return (
    <Card title={`What ${formats.share(outcome.tolerance)} means`}>
      <p className={styles.line}>{meaningSentence(outcome, formats)}</p>
      <p className={styles.line}>{impliedSentence(outcome, formats)}</p>
    </Card>
  );
}

/** "A missing token is worth $57 to you, a blocked day of Revit $570." */
export function meaningSentence(outcome: PoolOutcome, formats: Formats): string {
  const { meaning, blocked, currency } = outcome;
  if (meaning.missingToken <= 0) return 'A token left over costs nothing, so no risk needs to be taken.';
  const token = formats.price(meaning.missingToken, currency);
  const unit =
    blocked === null
      ? ''
      : `, a blocked ${blocked.unit} of ${blocked.product} ${formats.money(meaning.missingToken * blocked.tokens, currency)}`;
  return `A missing token is worth ${token} to you${unit}: only then is this tolerance the cheapest, at ${formats.price(meaning.unusedToken, currency)} for a token that is left over.`;
}

export function impliedSentence(outcome: PoolOutcome, formats: Formats): string {
  const implied = outcome.meaning.impliedTolerance;
  if (implied === null) {
    return 'With the prices given no pool pays off in advance, or none is large enough: check the top-up price, the disruption cost and the value of a token left over.';
  }
  return Math.abs(implied - outcome.tolerance) < 0.0005
    ? 'The prices and the disruption cost in force agree with it.'
    : `The prices given say ${formats.share(implied)} instead: that is the risk of the cost-optimal size before bundles and tiers.`;
}
