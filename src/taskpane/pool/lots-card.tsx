import { makeStyles } from '@fluentui/react-components';
import type { RollingLots } from '../../engine/pool/types';
import type { PoolOutcome } from '../../excel/contract/pool';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({ line: { margin: 0 } });

/** Above this share of the baseline a prepaid buffer is the wrong instrument (docs/rules.md, "Lots"). */
const LARGE_BUFFER = 0.25;

/** Several packs with a reorder point, beside one annual pack. */
export function LotsCard(props: { readonly outcome: PoolOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { lots } = props.outcome;
  if (lots === null) return null;
  return (
    <Card title="Or buy in lots">
      <p className={styles.line}>{instrumentSentence(props.outcome, lots, formats)}</p>
      <p className={styles.line}>{lotsSentence(lots, formats)}</p>
    </Card>
  );
}

/** Whether the annual buffer is the right instrument; the warning above it gives the comparison. */
export function instrumentSentence(outcome: PoolOutcome, lots: RollingLots, formats: Formats): string {
  const buffer = outcome.baseline <= 0 ? 0 : lots.annual.size / outcome.baseline - 1;
  return buffer > LARGE_BUFFER
    ? `A buffer of ${formats.share(buffer)} is too large for one annual pack: buy in lots.`
    : `A buffer of ${formats.share(Math.max(0, buffer))} is small enough for one annual pack. Lots are the other way.`;
}

export function lotsSentence(lots: RollingLots, formats: Formats): string {
  const { annual } = lots;
  const tokens = (value: number): string => formats.count(Math.round(value));
  return `${tokens(lots.lot)} tokens whenever ${tokens(lots.reorderPoint)} are left, about ${formats.counted(Math.max(1, Math.round(lots.lotsPerYear)), 'lot', 'lots')} a year: dry in ${formats.share(lots.stockoutYears)} of simulated years, ${formats.share(lots.wasteShare)} of tokens expire. One annual pack of ${tokens(annual.size)}: ${formats.share(annual.stockoutYears)} and ${formats.share(annual.wasteShare)}.`;
}
