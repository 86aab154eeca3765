/** What the pane shows before a review: who counts, the packs and lists, the history, what will be written. */
import { throwIfCancelled } from '../host/failure';
import { historyOnSheet } from '../usage/history-facts';
import { MONITOR_SHEETS, readMonitor, type MonitorReading } from './reading';
import type { MonitorInspection, MonitorSettings } from '../contract/monitor';
import { whoByPortfolio } from '../population/portfolio-people';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';

/** Reads the source, the ledger and the user's lists; writes nothing. */
export async function inspectMonitor(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  monitor: MonitorSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  now: Date,
): Promise<MonitorInspection> {
  const found = await readMonitor(context, choice, settings, monitor, now, onProgress, signal);
  const history = await historyOnSheet(context);
  throwIfCancelled(signal);
  const { read, terms, user, states } = found;
  const { segmentation, portfolio } = found.flexLists;
  return {
    address: read.source.address,
    asOf: terms.asOf,
    latestDataDay: found.latestDataDay,
    people: found.people,
    flexPeople: segmentation?.flexPeople ?? null,
    segmentation:
      segmentation === null ? null : { when: segmentation.run.when, stale: segmentation.run.stale },
    portfolio: whoByPortfolio(portfolio),
    currency: read.card.currency,
    ledger: user.facts,
    ...user.counts,
    projects: found.projects,
    history,
    writes: MONITOR_SHEETS.map(({ name, mark }) => {
      const is = states.find((state) => state.name === name)?.mark;
      return { sheet: name, state: is === undefined ? 'new' : is === mark ? 'replaces ours' : 'blocked' };
    }),
    messages: messagesOf(found),
    canRun: found.refusal === null,
  };
}

function messagesOf({ messages, refusal }: MonitorReading): readonly Message[] {
  if (refusal === null || messages.some(({ text }) => text === refusal)) return messages;
  return [{ level: 'error', text: refusal }, ...messages];
}
