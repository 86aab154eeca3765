/** How the register of alerts stands, in words and in native counts. */
import { countText } from '../../model/formats';
import type { MonitorReview } from '../../../engine/monitor/review-types';
import type { AlertState } from '../../../engine/monitor/alerts/types';
import { formatShare, counted } from '../../../engine/numeric';
import { countOf } from '../../model/cells';
import type { Figure, TableBlock } from '../../model/document';
import { ALERT_FIGURES } from '../input';

/** @example "Top-up (20%): 9,800 of 50,000 tokens left (19.6 %). 2 alerts are open, 1 was raised now." */
export function alertsStatus({ total, alerts, raisedNow }: MonitorReview): string {
  const left =
    total.pool > 0
      ? `: ${countText(total.balance)} of ${countText(total.pool)} tokens left (${formatShare(total.share)})`
      : '';
  const open = alerts.filter(({ state }) => state === 'open').length;
  const now = raisedNow.length;
  const raised =
    now === 0 ? '' : `, ${now === open ? 'raised' : `${countText(now)} of them raised`} by this run`;
  return `${total.status}${left}. ${open === 0 ? 'No alert' : counted(open, 'alert')} ${open > 1 ? 'are' : 'is'} open${raised}.`;
}

/** Counts that follow when a state is changed on the sheet. */
export function alertsFigures(alerts: TableBlock): readonly Figure[] {
  const count = (label: string, name: string, state: AlertState, note: string): Figure => ({
    label,
    name,
    ...countOf(alerts, { state }),
    numberFormat: '#,##0',
    note,
  });
  return [
    count('Open', ALERT_FIGURES.open, 'open', 'nobody has taken them up yet'),
    count('Acknowledged', ALERT_FIGURES.acknowledged, 'acknowledged', 'somebody takes care of them'),
    count('Closed', ALERT_FIGURES.closed, 'closed', 'over; they come back only in a new term'),
  ];
}
