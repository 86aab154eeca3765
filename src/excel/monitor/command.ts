/** Monitor: reads the source, the ledger and the user's lists, reviews the pool, and writes the four sheets of a review together. */
import { unknownProducts } from '../../engine/usage';
import type { MonitorReview } from '../../engine/monitor/review-types';
import { monitorReview } from '../../engine/monitor/review';
import { alertsDocument } from '../../report/monitor/alerts/document';
import { chargebackDocument } from '../../report/monitor/chargeback/document';
import { countText } from '../../report/model/formats';
import { SHEETS } from '../../report/model/sheet-names';
import { ledgerDocument } from '../../report/monitor/ledger/document';
import { monitorDocument } from '../../report/monitor/document';
import { type MonitorReportInput } from '../../report/monitor/input';
import type { MonitorSettings } from '../contract/monitor';
import { ON_FLEX, SEGMENTED, SEGMENT_NAMES } from '../population/inputs';
import { POOL_TIERS } from '../pool/tiers';
import { CARD } from '../rates/rates';
import { reportOf, type CommandDeclaration } from '../runs/command';
import { PEOPLE, PLAN } from '../runs/inputs';
import { lookAtMonitor } from './inspection';
import { LEDGER, LISTS } from './ledger/tables';
import { MONITOR_CELLS, MONITOR_SHEETS, readMonitor, type MonitorReading } from './reading';
import { loadMonitorSettings, saveMonitorSettings } from './settings';

/** Top consumers handed to the pane. */
const CONSUMERS_SHOWN = 5;

export const monitorCommand = {
  writes: MONITOR_SHEETS,
  reads: [
    { input: LEDGER },
    { input: LISTS },
    { input: PEOPLE },
    ...CARD,
    { input: PLAN },
    { input: POOL_TIERS },
    { input: SEGMENT_NAMES },
    { input: SEGMENTED, when: ({ terms }) => terms.people === 'flex' },
    { input: ON_FLEX, when: ({ terms }) => terms.people === 'portfolio' },
  ],
  cells: { sheets: [SHEETS.monitor.name, SHEETS.chargeback.name], ...MONITOR_CELLS },
  load: loadMonitorSettings,
  save: saveMonitorSettings,
  read: ({ context, choice, settings, own, now, onProgress, signal }) =>
    readMonitor(context, choice, settings, own, now, onProgress, signal),
  computing: ({ read }) => ({ text: `${countText(read.reading.used)} rows of usage` }),
  compute: ({ input }) => Promise.resolve(monitorReview(input)),
  notes: ({ notes }) => notes,
  documents: (found, review, writing) => {
    const { terms, user } = found;
    const report: MonitorReportInput = {
      ...reportOf(found, writing),
      review,
      people: terms.people,
      peopleCount: found.people,
      own: user.own,
      ownRejected: user.rejected,
      unknown: unknownProducts(found.read.reading),
    };
    return [
      monitorDocument(report),
      ledgerDocument(report),
      alertsDocument(report),
      chargebackDocument(report),
    ];
  },
  facts: ({ people, terms: { used, pane, adopted } }) => ({ people, used, pane, adopted }),
  look: lookAtMonitor,
  outcome: ({ people }, review) => ({
    asOf: review.asOf,
    currency: review.currency,
    total: review.total,
    teams: review.teams,
    burnDown: review.burnDown,
    weeks: review.weeks,
    topConsumers: review.topConsumers.slice(0, CONSUMERS_SHOWN),
    topWeek: review.topWeek,
    anomalies: review.anomalies,
    cases: review.cases,
    shifts: review.shifts,
    change: review.change,
    budgets: review.budgets,
    alerts: review.alerts.filter(({ state }) => state !== 'closed'),
    raisedNow: review.raisedNow,
    reconciliations: review.reconciliations,
    people,
  }),
} satisfies CommandDeclaration<MonitorSettings, MonitorReading, MonitorReview, object, object>;
