import { personKey } from '../../usage/person-key';
import { holdingsOf } from '../seats/holdings';
import { Catalogue } from '../names';
import type { Offered } from '../seats/offered';
import { ownedOfferings, type OwnedOffering } from '../seats/owned';
import { RuleBook } from '../person-rules';
import { neededFrom, NOW, type PersonChange } from '../seats/days';
import { seatMoves, type SeatGiven, type SeatMoves } from '../terms';
import type { OfferingLine, Portfolio, PortfolioInput, PortfolioPerson } from '../types';

/** One person's part of the work list. */
export interface Change extends PersonChange {
  readonly person: PortfolioPerson;
}

/** What the actions are made from: the portfolio's moves, without those of people who stay as today. */
export interface WorkPlan extends Offered {
  readonly people: readonly PortfolioPerson[];
  readonly offerings: ReadonlyMap<string, OwnedOffering>;
  readonly moves: SeatMoves;
  /** People with something to do. */
  readonly changes: readonly Change[];
  /** Seats to buy and to give up, without what people who stay as today would have changed. */
  readonly lines: readonly OfferingLine[];
  readonly currency: string;
}

/** @param kept keys of people who stay as today */
export function changesOf(portfolio: Portfolio, input: PortfolioInput, kept: ReadonlySet<string>): WorkPlan {
  const catalogue = new Catalogue(input);
  const book = new RuleBook(input, catalogue);
  const { offerings } = ownedOfferings(input, catalogue, holdingsOf(input, catalogue));
  const people = portfolio.people.map((person) =>
    kept.has(personKey(person.user)) ? asToday(person) : person,
  );
  const today = people.map((person) => person.today!);
  const proposed = people.map((person) => person.proposed);
  const byGain = [...people.keys()].sort(
    (a, b) => (people[b]!.saving ?? 0) - (people[a]!.saving ?? 0) || a - b,
  );
  const moves = seatMoves({ today, proposed, offerings }, byGain);
  const changes = people.flatMap((person, index): readonly Change[] => {
    const given = moves.given.get(index) ?? [];
    const taken = moves.taken.get(index) ?? [];
    if (given.length + taken.length === 0 && person.loan === undefined) return [];
    const { needs } = input.people[index]!;
    return [{ person, needs, today: today[index]!, proposed: proposed[index]!, given, taken }];
  });
  const more = keptNeeds(portfolio.people, people);
  const lines = portfolio.summary.offerings.map((line) => neededNow(line, more.get(line.offering) ?? 0));
  return { catalogue, book, people, offerings, moves, changes, lines, currency: portfolio.currency };
}

/** Day by which somebody must have a seat; null = as soon as possible, or not known. */
export function dueOf(seat: SeatGiven, change: PersonChange, offered: Offered): number | null {
  const day = neededFrom(seat, change, offered);
  return day === NOW ? null : day;
}

function asToday({ loan: _, ...person }: PortfolioPerson): PortfolioPerson {
  return { ...person, proposed: person.today!, saving: 0, changed: false };
}

/** By offering: how many more are needed when some stay as today. */
function keptNeeds(
  before: readonly PortfolioPerson[],
  after: readonly PortfolioPerson[],
): ReadonlyMap<string, number> {
  const more = new Map<string, number>();
  const count = ({ proposed }: PortfolioPerson, by: 1 | -1): void => {
    for (const name of [...proposed.seats, ...proposed.collections])
      more.set(name, (more.get(name) ?? 0) + by);
  };
  after.forEach((person, index) => {
    if (person === before[index]) return;
    count(person, 1);
    count(before[index]!, -1);
  });
  return more;
}

function neededNow(line: OfferingLine, more: number): OfferingLine {
  const needed = line.needed + more;
  return {
    ...line,
    needed,
    toBuy: Math.max(0, needed - line.owned),
    toRelease: Math.max(0, line.owned - needed),
  };
}
