import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { RenewalInspection } from '../../excel/contract/renewal';
import { quotedSheet } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { RejectedEntries } from '../frame/rejected-entries';
import { usePaneContext } from '../pane/context';
import { listed } from '../portfolio/words';
import { isRunning } from '../pane/state';

const useStyles = makeStyles({
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The vendor's quotes as found, with the rows left out; without any, a way to enter them. */
export function QuotesCard(props: { readonly inspection: RenewalInspection }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { quotes } = props.inspection;
  if (quotes === null) return <NoQuotes inspection={props.inspection} />;
  const { names, lines, address, rejected } = quotes;
  return (
    <Card title="Quotes">
      <p className={styles.line}>
        {names.length === 0
          ? 'No line can be used.'
          : `${formats.counted(names.length, 'quote', 'quotes')}, ${formats.counted(lines, 'line', 'lines')}: ${listed(names)}.`}{' '}
        <CellLink address={address} label={`Show ${SHEETS.quotes.name}`} />
      </p>
      <RejectedEntries reading={{ address, rejected }} sheet={SHEETS.renewal.name} />
    </Card>
  );
}

function NoQuotes(props: { readonly inspection: RenewalInspection }): JSX.Element {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const busy = state.inserting !== null || isRunning(state);
  if (props.inspection.hasQuotesSheet) {
    return (
      <Card title="Quotes">
        <p className={styles.line}>
          {SHEETS.quotes.name} holds no line yet.{' '}
          <CellLink address={`${quotedSheet(SHEETS.quotes.name)}!A1`} label={`Show ${SHEETS.quotes.name}`} />
        </p>
      </Card>
    );
  }
  return (
    <Card title="Quotes">
      <p className={styles.line}>
        Enter up to three quotes, a line a row, and the pane says which is cheapest in a lean, a median and a
        full year, what is above your need, and the price at which to walk away. Without, only the levers.
      </p>
      <div className={styles.buttons}>
        <Button disabled={busy} onClick={() => actions.insertQuotes(false)}>
          Insert Flex Quotes
        </Button>
        <Button disabled={busy} onClick={() => actions.insertQuotes(true)}>
          Insert sample quotes
        </Button>
      </div>
      <p className={styles.quiet}>Writes a new sheet {SHEETS.quotes.name}.</p>
    </Card>
  );
}
