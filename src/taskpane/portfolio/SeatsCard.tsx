import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { PortfolioInspection, PortfolioSettings } from '../../excel/portfolio-services';
import { SHEETS } from '../../report/marks';
import { Card } from '../frame/Card';
import { CellLink } from '../frame/CellLink';
import { usePaneContext } from '../pane-context';
import { isRunning } from '../state';
import { listed, seatsSentence } from './portfolio-words';
import { RejectedEntries } from './RejectedEntries';

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
  const { state, actions, formats } = usePaneContext();
  const { inspection, settings } = props;
  const { seats, subscriptions } = inspection;
  if (seats.from === 'none') {
    return (
      <Card title="Seats">
        <p className={styles.line}>
          Enter who holds which seat and what you own, and the pane tells what to change, in which order, and
          what that saves; without, only the cheapest mix.
        </p>
        {subscriptions !== null && <Owned inspection={inspection} />}
        <InsertSeats inspection={inspection} withSample />
      </Card>
    );
  }
  return (
    <Card title="Seats">
      <p className={styles.line}>
        {seatsSentence(inspection, formats)}{' '}
        {seats.sheet !== null && (
          <CellLink address={seats.sheet.address} label={`Show ${SHEETS.seats.name}`} />
        )}
      </p>
      {seats.sheet !== null && <RejectedEntries reading={seats.sheet} />}
      <Owned inspection={inspection} />
      <Switch
        checked={settings.useTodaysSeats}
        disabled={isRunning(state)}
        label="Start from today’s seats"
        onChange={(_, data) => actions.changePortfolio({ useTodaysSeats: data.checked })}
      />
      {!settings.useTodaysSeats && (
        <p className={styles.quiet}>As if nobody held any: the cheapest mix, no changes and no actions.</p>
      )}
      <InsertSeats inspection={inspection} withSample={false} />
    </Card>
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
      <RejectedEntries reading={subscriptions} />
    </>
  );
}

function InsertSeats(props: {
  readonly inspection: PortfolioInspection;
  readonly withSample: boolean;
}): JSX.Element | null {
  const styles = useStyles();
  const { state, actions } = usePaneContext();
  const { seats, subscriptions, pins } = props.inspection;
  const missing = [
    ...(seats.sheet === null ? [SHEETS.seats.name] : []),
    ...(subscriptions === null ? [SHEETS.subscriptions.name] : []),
    ...(pins === null ? [SHEETS.pins.name] : []),
  ];
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
