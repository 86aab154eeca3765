import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { LedgerFacts } from '../../excel/contract/monitor';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { rejectedListSentence, whole } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** The packs the user bought and what else stands on the ledger, or a way to begin one. */
export function LedgerCard(props: { readonly ledger: LedgerFacts | null }): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { ledger } = props;
  if (ledger === null) {
    const busy = state.inserting !== null || isRunning(state);
    return (
      <Card title="Pool ledger">
        <p className={styles.line}>
          Enter the packs you bought, and the pane tells every week when they run out and what expires unused.
        </p>
        <div className={styles.buttons}>
          <Button disabled={busy} onClick={() => actions.insertLedger(false)}>
            Insert pool ledger
          </Button>
          <Button disabled={busy} onClick={() => actions.insertLedger(true)}>
            Insert ledger with sample packs
          </Button>
        </div>
        <p className={styles.quiet}>Writes a new sheet {SHEETS.ledger.name}.</p>
      </Card>
    );
  }
  const more = alsoSentence(ledger, formats);
  return (
    <Card title="Pool ledger">
      <p className={styles.line}>
        {ledger.packs === 0 ? (
          `${SHEETS.ledger.name} holds no pack yet.`
        ) : (
          <>
            <span className={styles.strong}>
              {formats.counted(ledger.packs, 'pack', 'packs')}, {whole(ledger.tokens, formats)} tokens
            </span>
            {ledger.teams.length === 0
              ? ', one pool for everybody.'
              : `, for ${formats.counted(ledger.teams.length, 'team', 'teams')}: ${ledger.teams.join(', ')}.`}
          </>
        )}{' '}
        <CellLink address={ledger.address} label="Show the packs" />
      </p>
      {more !== '' && <p className={styles.quiet}>{more}</p>}
      {ledger.rejected.length > 0 && (
        <Disclosure label={`${formats.counted(ledger.rejected.length, 'row', 'rows')} left out: show`}>
          <ul className={styles.list}>
            {ledger.rejected.map((row, index) => (
              <li key={`${index}/${row.row}/${row.column}`}>{rejectedListSentence(row)}</li>
            ))}
          </ul>
          <p className={styles.line}>Correct them or ignore them.</p>
        </Disclosure>
      )}
    </Card>
  );
}

/** "2 transfers, 1 adjustment and 3 shown balances." */
function alsoSentence({ transfers, adjustments, shown }: LedgerFacts, formats: Formats): string {
  const parts = [
    ...(transfers === 0 ? [] : [formats.counted(transfers, 'transfer', 'transfers')]),
    ...(adjustments === 0 ? [] : [formats.counted(adjustments, 'adjustment', 'adjustments')]),
    ...(shown === 0 ? [] : [formats.counted(shown, 'balance shown', 'balances shown')]),
  ];
  if (parts.length === 0) return '';
  const last = parts.at(-1) ?? '';
  return `${parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`}.`;
}
