import { tooManyCollections } from './errors';
import { ChoiceBook, type ChoiceTable } from './search/choices';
import { CoverSums, type BareCover } from './seats/options';
import { holdingsOf, type Holdings } from './seats/holdings';
import { moveCheck, SpareSeats } from './migration';
import { Catalogue } from './names';
import { findOptimum, type Optimum } from './search/optimum';
import { ownedOfferings, type OwnedOffering } from './seats/owned';
import { RuleBook, withoutSeat, type PersonRules } from './person-rules';
import { pinsOf } from './pins';
import { TokenCost, type TokenPurchase } from './token-cost';
import type { PortfolioInput, PortfolioProgress } from './types';

const PEOPLE_A_STEP = 256;
const LARGEST = 30;

/** The optimum with everything that was decided on the way. */
export interface Plan {
  readonly input: PortfolioInput;
  readonly catalogue: Catalogue;
  readonly book: RuleBook;
  readonly holdings: Holdings;
  readonly offerings: ReadonlyMap<string, OwnedOffering>;
  readonly rules: readonly PersonRules[];
  /** People with a pin. */
  readonly pinned: ReadonlySet<number>;
  /** Null when nobody knows who holds what. */
  readonly today: readonly BareCover[] | null;
  readonly proposed: readonly BareCover[];
  /** People who stay as today, because they may not move to Flex while a cloud product of theirs has no cover: those products. */
  readonly staying: ReadonlyMap<number, readonly string[]>;
  /** People whose only cover of a product stays, because nothing else could take its place: those products. */
  readonly covering: ReadonlyMap<number, readonly string[]>;
  readonly optimum: Optimum;
  readonly tokenCost: TokenCost;
  readonly purchase: TokenPurchase;
  readonly notes: readonly string[];
}

/**
 * The cheapest assignment, in steps.
 * @throws FlexError 'value' when a price cannot be used, or there are more than 30 Collections
 */
export function* planSteps(input: PortfolioInput): Generator<PortfolioProgress, Plan> {
  if (input.collections.length > LARGEST) throw tooManyCollections(input.collections.length, LARGEST);
  const tokenCost = new TokenCost(input.prices);
  const catalogue = new Catalogue(input);
  const holdings = holdingsOf(input, catalogue);
  const pins = pinsOf(input, catalogue);
  const owned = ownedOfferings(input, catalogue, holdings);
  const book = new RuleBook(input, catalogue);
  const sums = new CoverSums(input, book);
  const total = 2 * input.people.length + 1;
  const rules = input.people.map((person, index) =>
    book.rulesOf(person, holdings.people?.[index] ?? null, pins.people.get(index) ?? null),
  );
  const today = holdings.people?.map((held, index) => sums.ofToday(input.people[index]!, held)) ?? null;
  const staying = new Map<number, readonly string[]>();
  const covering = new Map<number, readonly string[]>();
  for (;;) {
    const choices = new ChoiceBook(book.collectionCosts);
    for (const [index, each] of rules.entries()) {
      if (index % PEOPLE_A_STEP === 0) yield { done: index, total };
      if (staying.has(index)) choices.addFixed(today![index]!.money, today![index]!.tokens);
      else choices.add(each, keptCost(each, book));
    }
    const table = choices.finish();
    const optimum = yield* reported(findOptimum(table, tokenCost), input.people.length, total);
    const proposed = rules.map((each, index) =>
      staying.has(index) ? { ...today![index]! } : coverOf(table, optimum, sums, each, index),
    );
    const more = input.policies.protectToday
      ? uncoveredMoves(input, owned.offerings, today, proposed, staying)
      : NOBODY;
    if (more.size === 0) {
      return {
        ...{
          input,
          catalogue,
          book,
          holdings,
          rules,
          today,
          proposed,
          staying,
          covering,
          optimum,
          tokenCost,
        },
        offerings: owned.offerings,
        pinned: new Set(pins.people.keys()),
        purchase: tokenCost.purchase(optimum.mix.tokens),
        notes: [...pins.notes, ...rules.flatMap(({ notes }) => notes), ...holdings.notes, ...owned.notes],
      };
    }
    // Who stays changes what the others' tokens cost: decided anew, until nobody is left without cover.
    for (const [index, { losing, wanting }] of more) {
      if (wanting.length > 0) staying.set(index, wanting);
      else {
        rules[index] = withoutSeat(rules[index]!, losing);
        covering.set(index, [...(covering.get(index) ?? []), ...losing]);
      }
    }
  }
}

function* reported(
  steps: Generator<void, Optimum>,
  done: number,
  total: number,
): Generator<PortfolioProgress, Optimum> {
  for (let step = 0; ; step += 1) {
    const result = steps.next();
    if (result.done === true) return result.value;
    // Half of what is left at every hundredth step: how many there will be is not known beforehand.
    yield { done: Math.floor(done + (total - done) * (1 - 0.5 ** (step / 100))), total };
  }
}

function coverOf(
  table: ChoiceTable,
  { mix }: Optimum,
  sums: CoverSums,
  rules: PersonRules,
  person: number,
): BareCover {
  const choice = mix.choice[person]!;
  return sums.ofChoice(rules, table.collections[choice]!, table.seats[choice]!);
}

function keptCost(rules: PersonRules, book: RuleBook): number {
  return rules.keptSeats.reduce((sum, product) => sum + (book.seatCost(product) ?? 0), 0);
}

/** Products not on Flex that no seat would be there for. */
interface Uncovered {
  /** Covered by a Collection today, which would go. */
  readonly losing: readonly string[];
  /** Not covered today either, though the person would move to Flex. */
  readonly wanting: readonly string[];
}

const NOBODY: ReadonlyMap<number, Uncovered> = new Map();

/**
 * People with a product in use that is not on Flex and that would have neither a Collection, nor a seat they hold, nor a spare one, nor one
 * whose price is known: they would lose the cover of today, or would move to Flex without one.
 */
function uncoveredMoves(
  input: PortfolioInput,
  offerings: ReadonlyMap<string, OwnedOffering>,
  today: readonly BareCover[] | null,
  proposed: readonly BareCover[],
  staying: ReadonlyMap<number, readonly string[]>,
): ReadonlyMap<number, Uncovered> {
  if (today === null) return NOBODY;
  const found = new Map<number, Uncovered>();
  const spare = new SpareSeats(
    new Map([...offerings].map(([name, { owned, assigned }]) => [name, owned - assigned])),
  );
  input.people.forEach((person, index) => {
    if (staying.has(index)) return;
    const { toFlex, wanting } = moveCheck(person.needs, today[index]!, proposed[index]!);
    const lacking = wanting.filter(
      (product) => !spare.take(product) && proposed[index]!.unpriced.includes(product),
    );
    const isNew = (product: string): boolean => today[index]!.uncovered.includes(product);
    const losing = lacking.filter((product) => !isNew(product));
    const kept = toFlex.length > 0 ? lacking.filter(isNew) : [];
    if (losing.length + kept.length > 0) found.set(index, { losing, wanting: kept });
  });
  return found;
}
