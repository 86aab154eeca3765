import { exceeds } from '../breakeven';
import type { SegmentName } from './types';
import type { Need } from './needs';
import type { PersonCosts } from './costs';
import { COST_TOLERANCE } from './costs';
import type { ProjectPhase } from './project-phase';

/** Everything the rules may look at for one person. */
export interface Case {
  /** Most used first; empty when the person has no row in the year. */
  readonly needs: readonly Need[];
  readonly costs: PersonCosts;
  readonly isContractor: boolean;
  readonly isJoiner: boolean;
  /** Null also where the data lack monthly detail. */
  readonly phase: ProjectPhase | null;
}

export interface Rule {
  readonly number: number;
  readonly segment: SegmentName;
  /** What decides, for the sheet and the pane. */
  readonly text: string;
  readonly decides: (person: Case) => boolean;
}

/** The Collection cover that rule 3 would choose: strictly cheaper than seats and Flex product by product. */
export function chosenCollection(person: Case): PersonCosts['collection'] {
  const { collection, mixed } = person.costs;
  return !person.isContractor && collection !== null && collection.cost < mixed.cost - COST_TOLERANCE
    ? collection
    : null;
}

/** The rules in their order; the first that decides gives the segment (docs/rules.md, "Segments"). */
export const RULES: readonly Rule[] = [
  {
    number: 1,
    segment: 'Named User – not on Flex',
    text: 'The primary product is not on Flex and no Collection chosen by rule 3 holds it.',
    decides: (person) => {
      const primary = person.needs[0];
      if (primary === undefined || primary.eligible) return false;
      return (primary.collections & (chosenCollection(person)?.bits ?? 0)) === 0;
    },
  },
  {
    number: 2,
    segment: 'Flex – contractor',
    text: 'Contractor or external by the user type, the people table or the e-mail domain, whatever the use.',
    decides: (person) => person.isContractor,
  },
  {
    number: 3,
    segment: 'Collection',
    text: 'A Collection, with the cheaper of seat and Flex for what it does not hold, costs less than the cheaper of seat and Flex product by product.',
    decides: (person) => chosenCollection(person) !== null,
  },
  {
    number: 4,
    segment: 'Flex – project phase',
    text: 'Four months in a row hold at least 80 % of the year, three of them in earnest; the peak month × 12 is above the ceiling, and the year on Flex costs less than the seat.',
    decides: (person) => {
      const primary = person.needs[0];
      if (
        person.phase === null ||
        primary === undefined ||
        primary.seatCost === null ||
        primary.ceiling === null
      )
        return false;
      return (
        exceeds(person.phase.peakMonthUnits * 12, primary.ceiling) &&
        person.costs.flex !== null &&
        person.costs.flex < primary.seatCost
      );
    },
  },
  {
    number: 5,
    segment: 'Named User',
    text: 'Units of the primary product are above break-even.',
    decides: (person) => person.needs[0] !== undefined && verdictOf(person.needs[0]) === 'Named User',
  },
  {
    number: 6,
    segment: 'Review',
    text: 'Units of the primary product are above the ceiling, or the person started within the last 6 months of the year.',
    decides: (person) =>
      person.needs[0] !== undefined && (person.isJoiner || verdictOf(person.needs[0]) === 'Review'),
  },
  {
    number: 7,
    segment: 'Flex – low utilisation',
    text: 'Everybody else.',
    decides: () => true,
  },
];

/**
 * What one product's units say by themselves. Where the card has no rate, so no break-even, but the user's own rows carry
 * tokens, the same comparison is made in money: above the seat's cost, above the margin's share of it, or below.
 */
export function verdictOf(need: Need): 'Flex' | 'Review' | 'Named User' | 'Named User – not on Flex' {
  if (!need.eligible) return 'Named User – not on Flex';
  if (need.breakEven !== null && need.ceiling !== null)
    return band(need.use.units, need.ceiling, need.breakEven);
  if (need.rateMissing) return 'Review';
  if (need.flexCost === null || need.seatCost === null) return 'Flex';
  return band(need.flexCost, need.seatCost * need.margin, need.seatCost);
}

function band(value: number, ceiling: number, breakEven: number): 'Flex' | 'Review' | 'Named User' {
  if (exceeds(value, breakEven)) return 'Named User';
  return exceeds(value, ceiling) ? 'Review' : 'Flex';
}
