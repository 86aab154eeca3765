import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Reconciliation } from '../../engine/monitor/ledger/types';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { balanceKey, signed, teamWords, whole } from './words';
import { ShortList } from './short-list';

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** Smaller differences are rounding: no row makes up for them. */
const LEAST = 0.5;

/** The balances Autodesk showed against the ledger: what explains the difference, and a way to post what does not. Newest first. */
export function ReconciliationCard(props: {
  readonly reconciliations: readonly Reconciliation[];
}): JSX.Element | null {
  const { reconciliations } = props;
  if (reconciliations.length === 0) return null;
  const newest = [...reconciliations].sort((a, b) => b.date - a.date);
  return (
    <Card title="Balance Autodesk shows">
      <ShortList entries={newest} first={3} what="balances" keyOf={(one) => balanceKey(one.date, one.team)}>
        {(one) => <Balance one={one} />}
      </ShortList>
    </Card>
  );
}

function Balance({ one }: { readonly one: Reconciliation }): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { posted, posting } = state.monitor;
  const key = balanceKey(one.date, one.team);
  const row = posted[key];
  // An adjustment counts for every later balance: what stays unexplained of the others is known after the next run.
  const another = row === undefined && Object.keys(posted).length > 0;
  return (
    <>
      <p className={styles.line}>{balanceSentence(one, formats)}</p>
      {one.explanations.length > 0 && (
        <ul className={styles.list}>
          {one.explanations.map((explanation) => (
            <li key={explanation.text}>{explanation.text}</li>
          ))}
        </ul>
      )}
      {Math.abs(one.unexplained) >= LEAST && (
        <>
          <p className={styles.line}>
            <span className={styles.strong}>Unexplained: {signed(one.unexplained, formats)} tokens.</span>
          </p>
          {/* The button stays where it was pressed, so that it keeps the focus. */}
          <Button
            size="small"
            disabledFocusable={row !== undefined || another || posting !== null || isRunning(state)}
            aria-label={`Post as adjustment: ${formats.day(one.date)}, ${teamWords(one.team)}`}
            onClick={() => actions.postAdjustment(one.date, one.team)}
          >
            {row === undefined ? 'Post as adjustment' : 'Posted'}
          </Button>
          {another && <p className={styles.line}>Monitor again before you post another one.</p>}
          {row !== undefined && (
            <p className={styles.line}>
              It counts in the next run. <CellLink address={row} label="Show the adjustment" />
            </p>
          )}
        </>
      )}
    </>
  );
}

/** "Oct 31, 2026, the whole pool: Autodesk shows 12,300 tokens, the ledger 12,400 (−100)." */
export function balanceSentence(
  { date, team, shown, ledger, difference }: Reconciliation,
  formats: Formats,
): string {
  const at = `${formats.day(date)}, ${teamWords(team)}: Autodesk shows ${whole(shown, formats)} tokens`;
  return Math.abs(difference) < LEAST
    ? `${at}, as the ledger does.`
    : `${at}, the ledger ${whole(ledger, formats)} (${signed(difference, formats)}).`;
}
