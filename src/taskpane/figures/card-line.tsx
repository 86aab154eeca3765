import { makeStyles } from '@fluentui/react-components';
import type { Inspection } from '../../excel/contract/services';
import { CellLink } from '../frame/cell-link';
import { usePaneContext } from '../pane/context';
import { cardTitle } from '../frame/words';

const useStyles = makeStyles({ line: { margin: 0 } });

/** Which card and which cells a figure rests on. */
export function CardLine(props: { readonly inspection: Inspection }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { card, address } = props.inspection;
  const dated = card.date === '' ? 'undated' : `of ${formats.date(card.date)}`;
  return (
    <p className={styles.line}>
      {cardTitle(card)} ({card.origin}), {dated}, {formats.price(card.tokenPrice, card.currency)} a token.
      Cells <CellLink address={address} />.
    </p>
  );
}
