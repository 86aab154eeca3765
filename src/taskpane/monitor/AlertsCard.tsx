import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Alert } from '../../engine/monitor/types';
import { Card } from '../frame/Card';
import { usePaneContext } from '../pane-context';
import { AlertItem } from './AlertItem';
import { alertAddress } from './alert-address';

const useStyles = makeStyles({
  line: { margin: 0, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

/**
 * Alerts that are not closed, open ones first: each can be taken up here, and its row is one click away.
 * @param raisedNow ids that the review on show raised
 */
export function AlertsCard(props: {
  readonly alerts: readonly Alert[];
  readonly address: string | null;
  readonly raisedNow?: readonly string[];
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { alerts, address, raisedNow } = props;
  const summary = useRef<HTMLParagraphElement>(null);
  const shown = [...alerts]
    .filter((alert) => alert.state !== 'closed')
    .sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
  const open = shown.filter((alert) => alert.state === 'open').length;
  const listed = shown.length;

  // An alert that is closed leaves the list, and must not take the keyboard with it.
  const before = useRef(listed);
  useEffect(() => {
    const fewer = listed < before.current;
    before.current = listed;
    if (fewer && document.activeElement === document.body) summary.current?.focus({ preventScroll: true });
  }, [listed]);

  return (
    <Card title="Alerts">
      <p className={styles.line} ref={summary} tabIndex={-1}>
        {summaryOf(open, listed - open, formats.counted)}
      </p>
      {listed > 0 && (
        <ul className={styles.list}>
          {shown.map((alert) => (
            <AlertItem
              key={alert.id}
              alert={alert}
              raisedNow={raisedNow?.includes(alert.id) === true}
              address={address === null ? null : alertAddress(address, alerts, alert.id)}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

function summaryOf(
  open: number,
  acknowledged: number,
  counted: (value: number, one: string, many: string) => string,
): string {
  if (open + acknowledged === 0) return 'No alert is open.';
  const first = open === 0 ? 'No alert is open' : counted(open, 'alert is open', 'alerts are open');
  return acknowledged === 0
    ? `${first}.`
    : `${first}, ${counted(acknowledged, 'is acknowledged', 'are acknowledged')}.`;
}
