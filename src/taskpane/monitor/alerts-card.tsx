import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Alert } from '../../engine/monitor/alerts/types';
import { Card } from '../frame/card';
import { usePaneContext } from '../pane/context';
import { AlertItem } from './alert-item';
import { alertAddress } from './alert-address';
import { ShortList } from './short-list';

const useStyles = makeStyles({
  line: { margin: 0, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
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
  // In the order in which they were first shown: an alert that is acknowledged must not move from under the keyboard.
  const [first] = useState(() => new Set(alerts.filter(isAcknowledged).map(({ id }) => id)));
  const shown = [...alerts]
    .filter((alert) => alert.state !== 'closed')
    .sort((a, b) => Number(first.has(a.id)) - Number(first.has(b.id)));
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
        <ShortList entries={shown} first={5} what="alerts" keyOf={(alert) => alert.id}>
          {(alert) => (
            <AlertItem
              alert={alert}
              raisedNow={raisedNow?.includes(alert.id) === true}
              address={address === null ? null : alertAddress(address, alerts, alert.id)}
            />
          )}
        </ShortList>
      )}
    </Card>
  );
}

const isAcknowledged = (alert: Alert): boolean => alert.state === 'acknowledged';

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
