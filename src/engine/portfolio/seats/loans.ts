import { byName } from './options';
import { entitles } from './offered';
import type { Plan } from '../plan';
import { yearsLeft, type SeatMoves } from '../terms';
import type { SpareLoan } from '../types';

/**
 * Spare seats that nobody needs from the renewal on, lent until they end to whoever would burn most tokens for what they cover: they are
 * paid for. Contractors whom the policy keeps on Flex, people with pins, and who already gets or keeps a seat of the offering are left out.
 */
export function spareLoans(plan: Plan, moves: SeatMoves, tokenPrice: number): ReadonlyMap<number, SpareLoan> {
  const { input, proposed } = plan;
  const left = new Map([...moves.leftOver].map(([name, ends]) => [name, ends.filter((end) => end !== null)]));
  const wishes: { readonly person: number; readonly offering: string; readonly tokens: number }[] = [];
  for (const offering of [...left.keys()].sort(byName)) {
    if (left.get(offering)!.length === 0) continue;
    input.people.forEach((person, index) => {
      const bound = input.policies.contractorsOnFlex && person.contractor;
      if (bound || plan.pinned.has(index) || moves.taken.has(index) || plan.staying.has(index)) return;
      const tokens = proposed[index]!.flex.filter(({ product }) => entitles(plan, offering, product)).reduce(
        (sum, each) => sum + each.tokens,
        0,
      );
      if (tokens > 0) wishes.push({ person: index, offering, tokens });
    });
  }
  wishes.sort((a, b) => b.tokens - a.tokens || a.person - b.person || byName(a.offering, b.offering));
  const loans = new Map<number, SpareLoan>();
  for (const { person, offering, tokens } of wishes) {
    if (loans.has(person)) continue;
    // The seat that lasts longest goes to whoever burns most.
    const until = left.get(offering)?.pop();
    if (until === undefined) continue;
    const saving = tokens * tokenPrice * yearsLeft(until, input.asOf);
    if (saving > 0) loans.set(person, { offering, until, saving });
  }
  return loans;
}
