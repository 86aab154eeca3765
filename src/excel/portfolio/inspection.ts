/** What the pane shows before a portfolio: who holds what, what is owned and pinned, prices, what will be checked and written. */
import type { PortfolioInput } from '../../engine/portfolio';
import { monthText } from '../../engine/numeric';
import { SHEETS } from '../../report/model/sheet-names';
import { personKey } from '../../report/segments/document';
import { sheetStates } from '../host/own-sheets';
import type { PlacedList } from './lists';
import { readPortfolio } from './reading';
import type { PortfolioInspection, PortfolioSettings, PortfolioSheetReading } from '../contract/portfolio';
import type { Progress, SegmentSettings, SourceChoice } from '../contract/services';

/** Reads the source, the user's sheets and our earlier ones; writes nothing. */
export async function inspectPortfolio(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  portfolio: PortfolioSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<PortfolioInspection> {
  const found = await readPortfolio(context, choice, settings, portfolio, onProgress, signal);
  const { read, year, lists, previous, tiers, input, seatsFrom } = found;
  const states = await sheetStates(
    context,
    [...WRITES, ...TEMPLATES].map(({ name }) => name),
  );
  const markOf = (name: string): string | null | undefined =>
    states.find((state) => state.name === name)?.mark;
  const { subscriptions } = lists;
  return {
    address: read.source.address,
    people: input.people.length,
    contractors: input.people.filter(({ contractor }) => contractor).length,
    window: { first: monthText(year.firstMonth), last: monthText(year.lastMonth) },
    months: year.monthSeen.filter(Boolean).length,
    currency: input.currency,
    price: input.prices.tokenPrice,
    seats: {
      from: seatsFrom,
      ...holdingsOf(input),
      sheet: lists.seats === null ? null : sheetReading(lists.seats),
    },
    subscriptions:
      subscriptions === null
        ? null
        : {
            ...sheetReading(subscriptions),
            seats: subscriptions.rows.reduce((sum, { quantity }) => sum + quantity, 0),
          },
    pins: lists.pins === null ? null : sheetReading(lists.pins),
    absent: TEMPLATES.filter(({ name }) => markOf(name) === undefined).map(({ name }) => name),
    tiers: tiers.tiers,
    earlier:
      previous.actions.length === 0 ? null : { actions: previous.actions.length, when: previous.actionsFrom },
    writes: WRITES.map(({ name, mark }) => {
      const state = markOf(name);
      return {
        sheet: name,
        state: state === undefined ? 'new' : state === mark ? 'replaces ours' : 'blocked',
      };
    }),
    messages: found.messages,
    canRun: true,
  };
}

const WRITES = [SHEETS.portfolio, SHEETS.actions] as const;
const TEMPLATES = [SHEETS.seats, SHEETS.subscriptions, SHEETS.pins] as const;

function sheetReading({ address, rows, rejected }: PlacedList<unknown>): PortfolioSheetReading {
  return { address, used: rows.length, rejected };
}

function holdingsOf({ assignments, people }: PortfolioInput): {
  readonly holdings: number;
  readonly holders: number;
  readonly others: number;
} {
  const known = new Map<string, string>();
  for (const { user, email } of people) {
    if (email !== '') known.set(personKey(email), user);
    known.set(personKey(user), user);
  }
  const holders = new Set<string>();
  let others = 0;
  for (const { user } of assignments ?? []) {
    const person = known.get(personKey(user));
    if (person === undefined) others += 1;
    else holders.add(person);
  }
  return { holdings: assignments?.length ?? 0, holders: holders.size, others };
}
