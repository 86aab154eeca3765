import { makeStyles, tokens } from '@fluentui/react-components';
import type { PortfolioOutcome, PortfolioRow } from '../../excel/contract/portfolio';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { ShortList } from '../monitor/short-list';
import { usePaneContext } from '../pane/context';
import { savingWords } from './words';

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
});

/** Who changes, the largest saving first, each with what they have, what they get, and why. */
export function ChangesCard(props: { readonly outcome: PortfolioOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { changes, summary, currency } = props.outcome;
  if (summary.today === null) return null;
  return (
    <Card title="People to change">
      <p className={styles.line}>{changeSentence(props.outcome, formats)}</p>
      <ShortList entries={changes} first={5} what="people" keyOf={(row) => row.address}>
        {(row) => <Change row={row} currency={currency} />}
      </ShortList>
      {changes.length < summary.changed && (
        <p className={styles.line}>
          The first {formats.count(changes.length)} of {formats.count(summary.changed)}; all stand on{' '}
          {SHEETS.portfolio.name}.
        </p>
      )}
    </Card>
  );
}

/** "61 of 412 people change. 258 are on Flex then." */
export function changeSentence({ summary }: PortfolioOutcome, formats: Formats): string {
  const { changed, proposed, onFlex } = summary;
  const who =
    changed === 0
      ? 'Nobody has to change'
      : `${formats.count(changed)} of ${formats.counted(proposed.people, 'person', 'people')} ${changed === 1 ? 'changes' : 'change'}`;
  return `${who}. ${formats.counted(onFlex, 'person draws', 'people draw')} tokens in the proposal.`;
}

function Change(props: { readonly row: PortfolioRow; readonly currency: string }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { row, currency } = props;
  return (
    <>
      <Person row={row} />
      <p className={styles.line}>
        {row.today} → {row.proposed}
      </p>
      <p className={styles.line}>{moneySentence(row, currency, formats)}</p>
      <Disclosure label="Why?" context={row.user}>
        <p className={styles.line}>{row.reason}</p>
        {row.blocked !== '' && <p className={styles.line}>{row.blocked}</p>}
        <CellLink address={row.address} label="Show row" />
      </Disclosure>
    </>
  );
}

/** "Saves $2,310 a year from renewal, $180 this term." */
export function moneySentence(row: PortfolioRow, currency: string, formats: Formats): string {
  if (row.saving === null) return 'A price is missing, so what it saves cannot be told.';
  const words = savingWords(row.saving, currency, formats);
  if (words === 'no difference' && row.savingThisTerm !== null && row.savingThisTerm >= 0.005)
    return `Saves ${formats.money(row.savingThisTerm, currency)} this term, nothing from renewal.`;
  const year = `${words.charAt(0).toUpperCase()}${words.slice(1)}${words === 'no difference' ? ' in money' : ' a year from renewal'}`;
  const term =
    row.savingThisTerm === null
      ? ''
      : Math.abs(row.savingThisTerm) < 0.005
        ? ', nothing this term'
        : `, ${formats.money(row.savingThisTerm, currency)} this term`;
  return `${year}${term}.`;
}

function Person({ row }: { readonly row: PortfolioRow }): JSX.Element {
  const styles = useStyles();
  const name = row.displayName === '' || row.displayName === row.user ? '' : row.displayName;
  return (
    <span>
      <span className={styles.name}>{name === '' ? row.user : name}</span>
      {(name !== '' || row.team !== '') && (
        <span className={styles.quiet}>
          {' '}
          {[name === '' ? '' : row.user, row.team].filter((part) => part !== '').join(', ')}
        </span>
      )}
    </span>
  );
}

/** People for whom something must be there first, or who stay as today, with the sentence that says what. */
export function BlockedCard(props: { readonly outcome: PortfolioOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { changes, rows, summary } = props.outcome;
  if (summary.blocked === 0) return null;
  const seen = new Set<string>();
  const blocked = [...changes, ...rows].filter((row) => {
    if (row.blocked === '' || seen.has(row.address)) return false;
    seen.add(row.address);
    return true;
  });
  return (
    <Card title="In the way">
      <p className={styles.line}>
        For {formats.counted(summary.blocked, 'person', 'people')} something must be there first, or they stay
        as today.
      </p>
      <ShortList entries={blocked} first={3} what="people" keyOf={(row) => row.address}>
        {(row) => (
          <>
            <Person row={row} />
            <p className={styles.line}>{row.blocked}</p>
            <CellLink address={row.address} label="Show row" />
          </>
        )}
      </ShortList>
      {blocked.length < summary.blocked && (
        <p className={styles.line}>All stand on {SHEETS.portfolio.name}: filter its column In the way.</p>
      )}
    </Card>
  );
}
