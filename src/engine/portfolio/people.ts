import { isoDate } from '../numeric';
import { priced, type BareCover } from './seats/options';
import { spareLoans } from './seats/loans';
import { moveCheck } from './migration';
import type { Plan } from './plan';
import { reasonFor } from './reasons';
import { seatMoves, yearsLeft, type SeatGiven, type SeatMoves } from './terms';
import { changeThisTerm, dueDay, savingThisTerm } from './this-term';
import type { PortfolioPerson, SpareLoan, TokenStep } from './types';

const NO_LOANS: ReadonlyMap<number, SpareLoan> = new Map();

/** One row a person, in the order of the usage, with what their seats do this term and from the renewal on. */
export function* peopleOf(plan: Plan): Generator<number, readonly PortfolioPerson[]> {
  const { price } = plan.purchase;
  const savings = plan.proposed.map((after, index) => {
    const before = plan.today?.[index];
    return before === undefined ? null : savingOf(before, after, price);
  });
  const byGain = [...savings.keys()].sort((a, b) => (savings[b] ?? 0) - (savings[a] ?? 0) || a - b);
  const moves = seatMoves(plan, byGain);
  const loans = plan.today === null ? NO_LOANS : spareLoans(plan, moves, price);
  const rows: PortfolioPerson[] = [];
  for (const [index, saving] of savings.entries()) {
    if (index % 256 === 0) yield index;
    const row = personRow(plan, moves, index, saving);
    const loan = loans.get(index);
    rows.push(
      loan === undefined
        ? row
        : {
            ...row,
            loan,
            ...(row.steps === undefined
              ? {}
              : { steps: [...row.steps, stepOf(loan, price, plan.input.asOf)] }),
            savingThisTerm: row.savingThisTerm === null ? null : row.savingThisTerm + loan.saving,
            reason: `${row.reason} A spare ${loan.offering} seat, paid for until ${isoDate(loan.until)}, covers it until then.`,
          },
    );
  }
  return rows;
}

function personRow(plan: Plan, moves: SeatMoves, index: number, saving: number | null): PortfolioPerson {
  const person = plan.input.people[index]!;
  const { price } = plan.purchase;
  const before = plan.today?.[index] ?? null;
  const after = plan.proposed[index]!;
  const given = moves.given.get(index) ?? [];
  const taken = moves.taken.get(index) ?? [];
  const proposed = priced(after, price);
  const today = before === null ? null : priced(before, price);
  const change =
    before === null ? null : { needs: person.needs, today: before, proposed: after, given, taken };
  const term = change === null || saving === null ? null : changeThisTerm(change, plan, plan.input.asOf);
  return {
    user: person.user,
    displayName: person.displayName,
    team: person.team,
    department: person.department,
    email: person.email,
    contractor: person.contractor,
    today,
    proposed,
    costToday: today === null || today.unpriced.length > 0 ? null : today.cost,
    costProposed: proposed.unpriced.length > 0 ? null : proposed.cost,
    saving,
    savingThisTerm: term === null ? null : savingThisTerm(term, price),
    savingFromRenewal: saving,
    reason: reasonFor(plan, index),
    changed: given.length > 0 || taken.length > 0,
    blocked:
      before === null ? '' : blockedBy(plan, index, moveCheck(person.needs, before, after).wanting, given),
    due: dueDay(taken),
    ...(term === null || plan.tokenCost.isLinear ? {} : { steps: term.steps }),
  };
}

/** The tokens that a spare seat saves until it ends. */
function stepOf({ saving, until }: SpareLoan, price: number, asOf: number): TokenStep {
  return { tokens: saving / price / yearsLeft(until, asOf), from: asOf, until };
}

/** What was paid less what will be paid; null where a price is missing on one side only, or on both for different seats. */
function savingOf(today: BareCover, proposed: BareCover, price: number): number | null {
  const isAlike =
    today.unpriced.length === proposed.unpriced.length &&
    today.unpriced.every((name) => proposed.unpriced.includes(name));
  return isAlike ? today.money - proposed.money + (today.tokens - proposed.tokens) * price : null;
}

function blockedBy(
  plan: Plan,
  index: number,
  wanting: readonly string[],
  given: readonly SeatGiven[],
): string {
  const staying = plan.staying.get(index);
  if (staying !== undefined) {
    return `Stays as today until ${staying.join(' and ')} has a seat: no spare one and no price is known.`;
  }
  const covering = plan.covering.get(index);
  if (covering !== undefined) {
    const { today, proposed } = plan;
    const isAlike = sameSeats(today![index]!, proposed[index]!);
    return `${isAlike ? 'Stays as today' : 'Keeps the Collection'} until ${covering.join(' and ')} has a seat: no spare one and no price is known.`;
  }
  const toBuy = wanting.filter((product) =>
    given.some(({ offering, source }) => offering === product && source === 'bought'),
  );
  if (toBuy.length === 0) return '';
  return `Needs a seat of ${toBuy.join(' and ')} first: it is not on Flex, and no seat or Collection of the person holds it.`;
}

function sameSeats(today: BareCover, proposed: BareCover): boolean {
  return (['seats', 'collections'] as const).every(
    (kind) =>
      today[kind].length === proposed[kind].length &&
      today[kind].every((name) => proposed[kind].includes(name)),
  );
}
