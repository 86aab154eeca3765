import { registerAlerts } from '../../../../src/engine/monitor/alerts/register';
import type { Alert, FoundAlert } from '../../../../src/engine/monitor';
import { on } from '../books';

const found = (id: string, text = 'low'): FoundAlert => ({
  id,
  kind: 'review',
  team: '',
  text,
  action: 'look',
});
const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
  ...found(id),
  raised: on(2, 1),
  state: 'open',
  owner: '',
  ...more,
});
const REVIEW = 'review|2026-01-01';

describe('the register of alerts', () => {
  it('keeps day, state and owner of an alert, with the figures of today', () => {
    const earlier = [alert(REVIEW, { state: 'acknowledged', owner: 'Kim' })];
    expect(registerAlerts([found(REVIEW, 'lower')], earlier, on(3, 1))).toEqual({
      alerts: [alert(REVIEW, { state: 'acknowledged', owner: 'Kim', text: 'lower' })],
      raised: [],
    });
  });

  it('closes what has gone, acknowledged or not, and keeps who had it', () => {
    const earlier = [
      alert(REVIEW),
      alert('budget top-up|team north|2026-01-01', { state: 'acknowledged', owner: 'Kim' }),
    ];
    const { alerts } = registerAlerts([], earlier, on(3, 1));
    expect(alerts.map(({ state, owner, text }) => [state, owner, text])).toEqual([
      ['closed', '', 'low'],
      ['closed', 'Kim', 'low'],
    ]);
  });

  it('does not raise again what somebody closed, but does in a new term', () => {
    const earlier = [alert(REVIEW, { state: 'closed' })];
    expect(registerAlerts([found(REVIEW)], earlier, on(3, 1))).toEqual({ alerts: earlier, raised: [] });
    const anew = registerAlerts([found('review|2026-07-01')], earlier, on(8, 1));
    expect(anew.raised).toEqual(['review|2026-07-01']);
    expect(anew.alerts.map(({ id, raised }) => [id, raised])).toEqual([
      ['review|2026-07-01', on(8, 1)],
      [REVIEW, on(2, 1)],
    ]);
  });

  it('leaves a row that the user typed as it is', () => {
    const typed = [alert('Call the reseller', { owner: 'Kim' }), alert('2026-01-01'), alert('review')];
    expect(registerAlerts([], typed, on(3, 1)).alerts).toEqual(typed);
  });

  it('looking back to an earlier day closes nothing that was raised after it', () => {
    const earlier = [alert(REVIEW)];
    expect(registerAlerts([], earlier, on(1, 15)).alerts).toEqual(earlier);
    expect(registerAlerts([], earlier, on(2, 1)).alerts[0]).toMatchObject({ state: 'closed' });
  });

  it('lists open alerts first, then acknowledged and closed ones, each in the order they were raised', () => {
    const earlier = [
      alert('escalate|2026-01-01', { state: 'closed' }),
      alert('review|north|2026-01-01', { raised: on(2, 9) }),
      alert('top-up|2026-01-01', { state: 'acknowledged' }),
      alert('review|south|2026-01-01', { raised: on(2, 3) }),
    ];
    const still = earlier.map(({ id }) => found(id));
    expect(registerAlerts(still, earlier, on(3, 1)).alerts.map(({ id }) => id)).toEqual([
      'review|south|2026-01-01',
      'review|north|2026-01-01',
      'top-up|2026-01-01',
      'escalate|2026-01-01',
    ]);
  });
});
