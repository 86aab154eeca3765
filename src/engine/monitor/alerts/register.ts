import { isoDate } from '../../numeric';
import type { FoundAlert } from './types';
import type { Alert } from './types';

export interface Register {
  /** Open first, then acknowledged, then closed; each by the day it was raised. */
  readonly alerts: readonly Alert[];
  /** Ids of those raised today. */
  readonly raised: readonly string[];
}

/** Ids that alerts are found by: a kind, what it is about, and a day. */
const OURS =
  /^(?:review|top-up|escalate|velocity|expiry waste|team empty|budget [a-z-]+|data too old)\|(?:.*\|)?\d{4}-\d\d-\d\d$/;

const ORDER = { open: 0, acknowledged: 1, closed: 2 } as const;

/**
 * Holds what was found against the register. An alert is raised once: found again it keeps its day, state and owner, with today's figures.
 * One whose condition has gone is closed, also when somebody acknowledged it, and its id says since when it is over, so that a condition
 * that comes back is raised anew. What somebody closed while it held is not raised again in the same term (its id holds the term's start). Rows that the user typed, whose id is none of ours, and
 * alerts of later days than the review looks at stay as they are. Nothing is ever taken out.
 * @param asOf day of the review, whole serial
 */
export function registerAlerts(
  found: readonly FoundAlert[],
  earlier: readonly Alert[],
  asOf: number,
): Register {
  const known = new Set(earlier.map(({ id }) => id));
  const now = new Map(found.map((one) => [one.id, one]));
  const raised = [...now.values()].filter(({ id }) => !known.has(id));
  const alerts = [
    ...earlier.map((alert): Alert => {
      const again = now.get(alert.id);
      if (alert.state === 'closed' || alert.raised > asOf || !OURS.test(alert.id)) return alert;
      return again === undefined ? over(alert, known, asOf) : { ...alert, ...again };
    }),
    ...raised.map((one): Alert => ({ ...one, raised: asOf, state: 'open', owner: '' })),
  ];
  return {
    alerts: alerts
      .map((alert, at) => ({ alert, at }))
      .sort(
        (a, b) =>
          ORDER[a.alert.state] - ORDER[b.alert.state] || a.alert.raised - b.alert.raised || a.at - b.at,
      )
      .map(({ alert }) => alert),
    raised: raised.map(({ id }) => id),
  };
}

/** Closed because its condition has gone; `known` learns its new id. */
function over(alert: Alert, known: Set<string>, asOf: number): Alert {
  const since = `${alert.id}|over ${isoDate(asOf)}`;
  let id = since;
  for (let time = 2; known.has(id); time++) id = `${since} (${time})`;
  known.add(id);
  return { ...alert, id, state: 'closed' };
}
