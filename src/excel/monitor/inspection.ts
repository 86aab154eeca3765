/** What the pane shows before a review: who counts, the packs and lists, the history. */
import { whoByPortfolio } from '../population/portfolio-people';
import type { Ask } from '../runs/command';
import { historyOnSheet } from '../usage/history-facts';
import type { MonitorReading } from './reading';

export async function lookAtMonitor(found: MonitorReading, { context }: Pick<Ask<unknown>, 'context'>) {
  const { read, terms, user } = found;
  const { segmentation, portfolio } = found.flexLists;
  return {
    asOf: terms.asOf,
    latestDataDay: found.latestDataDay,
    people: found.people,
    flexPeople: segmentation?.flexPeople ?? null,
    segmentation: segmentation?.run ?? null,
    portfolio: whoByPortfolio(portfolio),
    currency: read.card.currency,
    ledger: user.facts,
    ...user.counts,
    projects: found.projects,
    history: await historyOnSheet(context),
  };
}
