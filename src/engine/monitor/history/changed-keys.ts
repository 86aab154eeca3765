import type { HistoryColumns, HistoryUser } from './history';
import { settled } from '../ledger/lots';
import type { ChangedKey } from './types';

const EXAMPLES = 20;
/** Sums are kept to the millionth, so that two of them may differ by one without any figure having changed. */
const DRIFT = 2e-6;

/** What the codes of the merged rows mean. */
export interface KeyNames {
  readonly users: readonly HistoryUser[];
  readonly products: readonly string[];
  readonly teams: readonly string[];
}

/** Compares the rows of a key before and after, and remembers the keys whose figures changed. Both sets of columns use the same codes. */
export class ChangedKeys {
  count = 0;
  private readonly oldFirst: number[] = [];
  private readonly oldEnd: number[] = [];
  private readonly newFirst: number[] = [];
  private readonly newEnd: number[] = [];

  constructor(
    private readonly old: HistoryColumns,
    private readonly incoming: HistoryColumns,
  ) {}

  /** Whether a key's rows differ; the ends are the rows after the last. */
  offer(oldFirst: number, oldEnd: number, newFirst: number, newEnd: number): boolean {
    let differs = oldEnd - oldFirst !== newEnd - newFirst;
    for (let at = 0; !differs && oldFirst + at < oldEnd; at++) {
      differs = !this.sameFigures(oldFirst + at, newFirst + at);
    }
    if (!differs) return false;
    this.count++;
    this.oldFirst.push(oldFirst);
    this.oldEnd.push(oldEnd);
    this.newFirst.push(newFirst);
    this.newEnd.push(newEnd);
    return true;
  }

  /** The keys whose tokens changed most; between equals those whose units did, then the earlier day. */
  examples(names: KeyNames): readonly ChangedKey[] {
    const { old, incoming } = this;
    return this.mostMoved().map((at): ChangedKey => {
      const [first, end] = [this.oldFirst[at]!, this.oldEnd[at]!];
      const [from, to] = [this.newFirst[at]!, this.newEnd[at]!];
      return {
        user: names.users[old.user[first]!]?.key ?? '',
        product: names.products[old.product[first]!]!,
        team: names.teams[old.team[first]!]!,
        day: old.day[first]!,
        oldTokens: tokensOf(old, first, end),
        newTokens: tokensOf(incoming, from, to),
        oldUnits: unitsOf(old, first, end),
        newUnits: unitsOf(incoming, from, to),
      };
    });
  }

  /** Places of the examples among the changed keys. */
  private mostMoved(): readonly number[] {
    const { old, incoming } = this;
    const most: { readonly at: number; readonly tokens: number; readonly units: number }[] = [];
    for (let at = 0; at < this.count; at++) {
      const moved = (sum: typeof tokensOf): number =>
        Math.abs(
          sum(incoming, this.newFirst[at]!, this.newEnd[at]!) -
            sum(old, this.oldFirst[at]!, this.oldEnd[at]!),
        );
      const entry = { at, tokens: moved(tokensOf), units: moved(unitsOf) };
      const place = most.findIndex(
        ({ tokens, units }) => entry.tokens > tokens || (entry.tokens === tokens && entry.units > units),
      );
      if (place >= 0) most.splice(place, 0, entry);
      else if (most.length < EXAMPLES) most.push(entry);
      if (most.length > EXAMPLES) most.pop();
    }
    return most.map(({ at }) => at);
  }

  private sameFigures(a: number, b: number): boolean {
    const { old, incoming } = this;
    if (
      old.seatAccess[a] !== incoming.seatAccess[b] ||
      old.project[a] !== incoming.project[b] ||
      old.department[a] !== incoming.department[b] ||
      old.basis[a] !== incoming.basis[b]
    ) {
      return false;
    }
    const before = old.tokensCell[a]!;
    const after = incoming.tokensCell[b]!;
    const given = before === before;
    if (given !== (after === after) || (given && !close(before, after))) return false;
    // Units worked out from tokens follow the card's rate: the export says no more than its tokens.
    if (given && (old.unitsGiven[a] === 0 || incoming.unitsGiven[b] === 0)) return true;
    return close(old.units[a]!, incoming.units[b]!);
  }
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= DRIFT || (Number.isNaN(a) && Number.isNaN(b));
}

/** Tokens burned: rows drawn from a seat burn none. */
function tokensOf(columns: HistoryColumns, first: number, end: number): number {
  let sum = 0;
  for (let row = first; row < end; row++) if (columns.seatAccess[row] === 0) sum += columns.tokens[row]!;
  return settled(sum);
}

function unitsOf(columns: HistoryColumns, first: number, end: number): number {
  let sum = 0;
  for (let row = first; row < end; row++) sum += columns.units[row]! || 0;
  return settled(sum);
}
