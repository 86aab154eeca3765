import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { PortfolioInspection, PortfolioSettings } from '../../excel/contract/portfolio';
import { quotedSheet } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { RejectedEntries } from '../frame/rejected-entries';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { listed, seatsSentence } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What is owned and who holds what today, from which sheets; a way to begin where nobody knows. */
export function SeatsCard(props: {
  readonly inspection: PortfolioInspection;
  readonly settings: PortfolioSettings;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { inspection, settings } = props;
  const { seats } = inspection;
  const unknown = seats.from === 'none';
  if (unknown && settings.useTodaysSeats && seats.sheet === null) {
    return (
      <Card title="Seats">
        <p className={styles.line}>
          Enter who holds which seat and what you own, and the pane tells what to change, in which order, and
          what that saves; without, only the cheapest mix.
        </p>
        <EmptySheets inspection={inspection} />
        <InsertSeats inspection={inspection} withSample />
      </Card>
    );
  }
  return (
    <Card title="Seats">
      {!unknown && (
        <p className={styles.line}>
          {seatsSentence(inspection, formats)}{' '}
          {seats.sheet !== null && (
            <CellLink address={seats.sheet.address} label={`Show ${SHEETS.seats.name}`} />
          )}
        </p>
      )}
      {seats.sheet !== null && <RejectedEntries reading={seats.sheet} sheet={SHEETS.portfolio.name} />}
      {!unknown && <Owned inspection={inspection} />}
      <StartFrom settings={settings} />
      {unknown && (
        <p className={styles.quiet}>As if nobody held any: the cheapest mix, no changes and no actions.</p>
      )}
      <EmptySheets inspection={inspection} />
      <InsertSeats inspection={inspection} withSample={false} />
    </Card>
  );
}

function StartFrom(props: { readonly settings: PortfolioSettings }): JSX.Element {
  const { state, actions } = usePaneContext();
  return (
    <Switch
      checked={props.settings.useTodaysSeats}
      disabled={isRunning(state)}
      label="Start from today’s seats"
      onChange={(_, data) => actions.portfolio.change({ useTodaysSeats: data.checked })}
    />
  );
}

/** Templates that are there and hold nothing yet, each one click away. */
function EmptySheets(props: { readonly inspection: PortfolioInspection }): JSX.Element | null {
  const styles = useStyles();
  const { absent, seats, subscriptions, pins } = props.inspection;
  if (absent === undefined) return null;
  const readings = [
    [SHEETS.seats.name, seats.sheet],
    [SHEETS.subscriptions.name, subscriptions],
    [SHEETS.pins.name, pins],
  ] as const;
  const empty = readings.filter(([name, reading]) => reading === null && !absent.includes(name));
  if (empty.length === 0) return null;
  return (
    <p className={styles.quiet}>
      {listed(empty.map(([name]) => name))} {empty.length === 1 ? 'holds' : 'hold'} no row yet.{' '}
      {empty.map(([name]) => (
        <span key={name}>
          <CellLink address={`${quotedSheet(name)}!A1`} label={`Show ${name}`} />{' '}
        </span>
      ))}
    </p>
  );
}

function Owned(props: { readonly inspection: PortfolioInspection }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { subscriptions } = props.inspection;
  if (subscriptions === null) {
    return (
      <p className={styles.quiet}>
        Without {SHEETS.subscriptions.name} what is held counts as owned, and no term is known.
      </p>
    );
  }
  return (
    <>
      <p className={styles.line}>
        {formats.counted(subscriptions.seats, 'seat', 'seats')} owned, in{' '}
        {formats.counted(subscriptions.used, 'subscription', 'subscriptions')}.{' '}
        <CellLink address={subscriptions.address} label={`Show ${SHEETS.subscriptions.name}`} />
      </p>
      <RejectedEntries reading={subscriptions} sheet={SHEETS.portfolio.name} />
    </>
  );
}

function InsertSeats(props: {
  readonly inspection: PortfolioInspection;
  readonly withSample: boolean;
}): JSX.Element | null {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const missing = props.inspection.absent ?? [];
  if (missing.length === 0) return null;
  const busy = state.inserting !== null || isRunning(state);
  return (
    <>
      <div className={styles.buttons}>
        <Button disabled={busy} onClick={() => actions.insertSeats(false)}>
          Insert seat tables
        </Button>
        {props.withSample && (
          <Button disabled={busy} onClick={() => actions.insertSeats(true)}>
            Insert sample seats
          </Button>
        )}
      </div>
      <p className={styles.quiet}>
        Writes {missing.length === 1 ? 'a new sheet' : 'new sheets'} {listed(missing)}.
      </p>
    </>
  );
}
