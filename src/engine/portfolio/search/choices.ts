import { COST_TOLERANCE } from '../../segments/costs';
import type { NeedRule, PersonRules } from '../person-rules';

/**
 * Ways to cover each person that may be part of a cheapest mix, in typed columns: a person's choices stand together by rising tokens and
 * falling money. Money is a year's seats and Collections whose price is known; tokens are a year's.
 */
export interface ChoiceTable {
  /** Choices of person i are start[i] … start[i + 1] − 1. */
  readonly start: Int32Array;
  readonly money: Float64Array;
  readonly tokens: Float64Array;
  /** Bits of the Collections, required ones included. */
  readonly collections: Int32Array;
  /** Bits of the needs that take a single seat though Flex is possible. */
  readonly seats: Int32Array;
  /** Among equal costs the lower one is preferred: less unpriced, fewer changes from today, fewer Collections, fewer seats. */
  readonly rank: Float64Array;
  /** False where a person has too many products for every mix to be listed: those on the convex hull are. */
  readonly complete: boolean;
}

/** Up to so many products per person that can go both ways, every mix of them is listed. */
const LISTED = 8;
/** Bits of an Int32 without its sign. */
const LARGEST = 30;

interface Columns {
  money: number[];
  tokens: number[];
  collections: number[];
  seats: number[];
  rank: number[];
}

/** Collects the choices of one person after another. */
export class ChoiceBook {
  private readonly columns: Columns = { money: [], tokens: [], collections: [], seats: [], rank: [] };
  private readonly starts: number[] = [0];
  private complete = true;
  private draft: Choice[] = [];

  /**
   * @param collectionCosts yearly after the discount; null = price missing
   */
  constructor(private readonly collectionCosts: readonly (number | null)[]) {}

  add(rules: PersonRules, keptCost: number): void {
    this.draft = [];
    // Every subset of the optional Collections, the empty one last.
    for (let bits = rules.optional; ; bits = (bits - 1) & rules.optional) {
      this.addSubset(rules, bits | rules.required, keptCost);
      if (bits === 0) break;
    }
    this.keep(efficient(this.draft));
  }

  /** One way without an alternative. */
  addFixed(money: number, tokens: number): void {
    this.keep([{ money, tokens, collections: 0, seats: 0, rank: 0 }]);
  }

  finish(): ChoiceTable {
    const { money, tokens, collections, seats, rank } = this.columns;
    return {
      start: Int32Array.from(this.starts),
      money: Float64Array.from(money),
      tokens: Float64Array.from(tokens),
      collections: Int32Array.from(collections),
      seats: Int32Array.from(seats),
      rank: Float64Array.from(rank),
      complete: this.complete,
    };
  }

  private addSubset(rules: PersonRules, collections: number, keptCost: number): void {
    let money = keptCost;
    for (let index = 0; index < this.collectionCosts.length; index += 1) {
      if ((collections & (1 << index)) !== 0) money += this.collectionCosts[index] ?? 0;
    }
    let tokens = 0;
    let unpriced = 0;
    let taken = 0;
    let kept = 0;
    const open: number[] = [];
    const isHeld = rules.needs.every(
      (need) => need.flex || need.seat || (need.collections & collections) !== 0,
    );
    if (!isHeld) return;
    rules.needs.forEach((need, index) => {
      if ((need.collections & collections) !== 0) return;
      if (need.flex && need.seat && need.tokens > 0) open.push(index);
      else if (need.flex) tokens += need.tokens;
      else {
        money += need.seatCost ?? 0;
        if (need.seatCost === null) unpriced += 1;
        taken += 1;
        if (need.seatHeld) kept += 1;
      }
    });
    const base = { money, tokens, unpriced, taken, kept, collections };
    for (const seats of this.mixes(rules.needs, open)) this.addMix(rules, base, open, seats);
  }

  private addMix(rules: PersonRules, base: Base, open: readonly number[], seats: number): void {
    let { money, tokens, taken, kept } = base;
    for (const index of open) {
      const need = rules.needs[index]!;
      if ((seats & (1 << index)) === 0) tokens += need.tokens;
      else {
        money += need.seatCost ?? 0;
        taken += 1;
        if (need.seatHeld) kept += 1;
      }
    }
    const added = bitCount(base.collections & ~rules.held.collections) + taken - kept;
    const dropped =
      bitCount(rules.held.collections & ~base.collections) +
      rules.held.seats.length -
      rules.keptSeats.length -
      kept;
    const rank = ((base.unpriced * 100 + added + dropped) * 100 + bitCount(base.collections)) * 100 + taken;
    this.draft.push({ money, tokens, collections: base.collections, seats, rank });
  }

  /** Which of the open needs take a seat: every subset, or the convex hull of them where those are too many. */
  private mixes(needs: readonly NeedRule[], open: readonly number[]): readonly number[] {
    const fits = open.filter((index) => index <= LARGEST);
    if (fits.length < open.length) this.complete = false;
    if (fits.length <= LISTED) {
      let masks = [0];
      for (const index of fits) masks = masks.flatMap((mask) => [mask, mask | (1 << index)]);
      return masks;
    }
    this.complete = false;
    const byPrice = [...fits].sort((a, b) => seatPerToken(needs[a]!) - seatPerToken(needs[b]!));
    let mask = 0;
    return [0, ...byPrice.map((index) => (mask |= 1 << index))];
  }

  private keep(choices: readonly Choice[]): void {
    for (const choice of choices) {
      this.columns.money.push(choice.money);
      this.columns.tokens.push(choice.tokens);
      this.columns.collections.push(choice.collections);
      this.columns.seats.push(choice.seats);
      this.columns.rank.push(choice.rank);
    }
    this.starts.push(this.columns.money.length);
  }
}

interface Choice {
  readonly money: number;
  readonly tokens: number;
  readonly collections: number;
  readonly seats: number;
  readonly rank: number;
}

interface Base {
  readonly money: number;
  readonly tokens: number;
  readonly unpriced: number;
  /** Single seats, and how many of them are held today. */
  readonly taken: number;
  readonly kept: number;
  readonly collections: number;
}

/** Without what costs no less money at no fewer tokens than another. */
function efficient(choices: Choice[]): readonly Choice[] {
  choices.sort((a, b) => a.tokens - b.tokens || a.money - b.money || a.rank - b.rank);
  const kept: Choice[] = [];
  for (const choice of choices) {
    const best = kept.at(-1);
    if (best === undefined || choice.money < best.money - COST_TOLERANCE) kept.push(choice);
    else if (
      choice.tokens <= best.tokens + COST_TOLERANCE &&
      choice.rank < best.rank &&
      choice.money <= best.money + COST_TOLERANCE
    ) {
      kept[kept.length - 1] = choice;
    }
  }
  return kept;
}

function seatPerToken(need: NeedRule): number {
  return (need.seatCost ?? Infinity) / need.tokens;
}

function bitCount(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
