import { priceTerms, PRICE_MISSING } from '../engine/catalog';
import { planSteps, portfolioInput, readSeatHoldings, type SeatHolding } from '../engine/portfolio';
import { runThrough, type Tier } from '../engine/pool';
import { cardArgument, optionalNumber } from './card-argument';
import { gridOf, isOmitted, type PlainCell } from './cells';
import { answer } from './failures';
import { SHARE } from './limits';
import { tiersArgument } from './pool-argument';
import { spill } from './results';
import { usageArgument } from './usage-argument';

const HEADERS = ['User', 'Seats', 'Collections', 'Flex tokens', 'Cost', 'Gap'];

/**
 * The cheapest mix of seats, Collections and Flex for every user, and how far from the optimum it can be at most. Example: =FLEX.PORTFOLIO(Usage[#All])
 * @customfunction PORTFOLIO
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days; User type says who is a contractor (always on Flex).
 * @param tiers Rows of (from quantity, price): the price of a tier holds for every token; omitted: the card's token price at any quantity.
 * @param seatDiscount Discount on seats and Collections, 0 to 1; omitted: 0.
 * @param seats Rows of User and Product held today: among equal costs the fewest changes are chosen; omitted: unknown.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns User, Seats, Collections, Flex tokens, Cost (a year, at the price paid for a token), Gap; last row Total, with the numbers of seats and Collections and the gap in money.
 */
export function cheapestMix(
  usage: unknown[][],
  tiers?: unknown[][],
  seatDiscount?: unknown,
  seats?: unknown[][],
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const { reading } = usageArgument(usage, rates);
    const plan = runThrough(
      planSteps(
        portfolioInput(reading, {
          card: rates.card,
          terms: priceTerms(rates.card, {
            seatDiscount: optionalNumber(seatDiscount, 'seatDiscount', SHARE),
          }),
          asOf: null,
          externalDomains: [],
          tiers: tierList(tiers),
          assignments: heldToday(seats),
          policies: { contractorsOnFlex: true, pins: [], protectToday: false },
        }),
      ),
    );
    const { purchase, proposed, optimum } = plan;
    const rows = proposed.map((cover, person): PlainCell[] => [
      plan.input.people[person]!.user,
      cover.seats.join('; '),
      cover.collections.join('; '),
      cover.tokens,
      cover.unpriced.length > 0 ? PRICE_MISSING : cover.money + cover.tokens * purchase.price,
      null,
    ]);
    const count = (names: (index: number) => readonly string[]): number =>
      proposed.reduce((sum, _, index) => sum + names(index).length, 0);
    return spill([
      HEADERS,
      ...rows,
      [
        'Total',
        count((index) => proposed[index]!.seats),
        count((index) => proposed[index]!.collections),
        optimum.mix.tokens,
        optimum.mix.cost,
        optimum.mix.cost - optimum.lowerBound,
      ],
    ]);
  });
}

function tierList(tiers: unknown): readonly Tier[] {
  return isOmitted(tiers) || isBlank(tiers) ? [] : tiersArgument(tiers);
}

/** A left-out or blank range: nobody knows who holds what, and ties go to Flex. */
function heldToday(seats: unknown): readonly SeatHolding[] {
  return isOmitted(seats) || isBlank(seats) ? [] : readSeatHoldings(gridOf(seats));
}

/** Some hosts hand a blank cell over as 0. */
function isBlank(argument: unknown): boolean {
  return gridOf(argument).every((row) => row.every((cell) => cell === null || cell === 0));
}
