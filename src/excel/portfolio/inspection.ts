/** What the pane shows before a portfolio: who holds what, what is owned and pinned, prices, what will be checked and written. */
import { personKey } from '../../engine/usage';
import type { PortfolioInput } from '../../engine/portfolio';
import { monthText } from '../../engine/numeric';
import { SHEETS } from '../../report/model/sheet-names';
import { sheetStates } from '../host/own-sheets';
import type { PlacedList } from './lists';
import type { PortfolioReading } from './reading';
import type { Ask } from '../runs/command';
import type { PortfolioSheetReading } from '../contract/portfolio';

export async function lookAtPortfolio(found: PortfolioReading, { context }: Pick<Ask<unknown>, 'context'>) {
  const { year, lists, previous, tiers, input, seatsFrom } = found;
  const states = await sheetStates(
    context,
    TEMPLATES.map(({ name }) => name),
  );
  const { subscriptions } = lists;
  return {
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
    absent: states.filter(({ mark }) => mark === undefined).map(({ name }) => name),
    tiers: tiers.tiers,
    earlier:
      previous.actions.length === 0 ? null : { actions: previous.actions.length, when: previous.actionsFrom },
  };
}

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
