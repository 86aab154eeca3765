import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Alert, AlertState } from '../../engine/monitor/alerts/types';
import { ALERT_LABELS } from '../../report/monitor/words';
import { CellLink } from '../frame/cell-link';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';
import { AlertMark } from './status-mark';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  kind: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    '& > :first-child': { flexGrow: 1, flexBasis: '120px', minWidth: 0 },
  },
  input: { minWidth: 0, '& input': { minWidth: 0 } },
});

const SAID: Readonly<Record<AlertState, string>> = {
  open: 'Reopened.',
  acknowledged: 'Acknowledged.',
  closed: 'Closed.',
};

/** One alert: what is the case, what to do, who takes care of it. Its state and owner are kept on the sheet. */
export function AlertItem(props: {
  readonly alert: Alert;
  readonly raisedNow: boolean;
  readonly address: string | null;
}): JSX.Element {
  const styles = useStyles();
  const { state: pane, actions, formats } = usePaneContext();
  const { alert, raisedNow, address } = props;
  const { id, kind, team, state, text, action } = alert;
  const [owner, setOwner] = useState(alert.owner);
  useEffect(() => setOwner(alert.owner), [alert.owner]);

  const name = team === '' ? ALERT_LABELS[kind] : `${ALERT_LABELS[kind]}, ${team}`;
  const typed = owner.trim();
  const keepOwner = (): void => {
    if (typed !== alert.owner) actions.editAlert({ id, state, owner: typed }, 'Owner kept.');
  };
  const move = (next: AlertState): void => actions.editAlert({ id, state: next, owner: typed }, SAID[next]);
  const busy = isRunning(pane);
  return (
    <div className={styles.item}>
      <div className={styles.head}>
        <AlertMark kind={kind} />
        <span className={styles.kind}>{name}</span>
        <span className={styles.quiet}>
          {state === 'open' ? (raisedNow ? 'new' : 'open') : 'acknowledged'}, raised{' '}
          {formats.day(alert.raised)}
        </span>
      </div>
      <p className={styles.line}>{text}</p>
      <p className={styles.line}>
        <span className={styles.kind}>To do:</span> {action}
      </p>
      <div className={styles.row}>
        <Field label="Owner">
          <Input
            className={mergeClasses(styles.input)}
            aria-label={`Owner of ${name}`}
            value={owner}
            disabled={busy}
            onChange={(_, data) => setOwner(data.value)}
            onBlur={keepOwner}
            onKeyDown={(event) => {
              if (event.key === 'Enter') keepOwner();
            }}
          />
        </Field>
        {/* One button for both ways, so that it keeps the focus. */}
        <Button
          disabled={busy}
          aria-label={`${state === 'open' ? 'Acknowledge' : 'Reopen'} ${name}`}
          onClick={() => move(state === 'open' ? 'acknowledged' : 'open')}
        >
          {state === 'open' ? 'Acknowledge' : 'Reopen'}
        </Button>
        {state === 'acknowledged' && (
          <Button disabled={busy} aria-label={`Close ${name}`} onClick={() => move('closed')}>
            Close
          </Button>
        )}
      </div>
      {address !== null && (
        <div>
          <CellLink address={address} label="Show row" />
        </div>
      )}
    </div>
  );
}
