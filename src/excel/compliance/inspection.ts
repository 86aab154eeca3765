/** What the pane shows before a check: assignments, end dates and moves as found, what each check needs, what will be written. */
import { RULE_ORDER, RULES } from '../../engine/compliance';
import { monthText } from '../../engine/numeric';
import type { ComplianceReading } from './reading';

export function lookAtCompliance({ read, year, lists, moves, earlier, seatsFrom }: ComplianceReading) {
  const { table, seats } = read.reading;
  const of = (state: string): number => (earlier ?? []).filter((kept) => kept.state === state).length;
  return Promise.resolve({
    people: table.users.length,
    products: table.products.length,
    window: { first: monthText(year.firstMonth), last: monthText(year.lastMonth) },
    seats: {
      from: seatsFrom,
      address: lists.seats?.address ?? '',
      assignments: lists.seats?.rows.length ?? seats?.filter(({ assigned }) => assigned).length ?? 0,
      rejected: lists.seats?.rejected ?? [],
    },
    employment:
      lists.people === null
        ? null
        : {
            address: lists.people.address,
            people: lists.people.rows.length,
            ended: lists.people.rows.filter(({ end }) => end !== null).length,
            rejected: lists.people.rejected,
          },
    moves: moves === null ? null : { people: moves.moves.length, from: moves.from },
    checks: RULE_ORDER.map((rule) => ({ rule, ...RULES[rule] })),
    earlier: earlier === null ? null : { open: of('open'), accepted: of('accepted'), closed: of('closed') },
  });
}
