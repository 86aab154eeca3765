import { OpenLot, burnsBefore, tokensOf, type LotOrigin } from './lots';
import { teamKey } from './teams';
import type { LotMove, LotMoveKind } from './types';

/** The pool for everybody; asked after a team's own lots are empty. */
const EVERYBODY = '';

/** A team that uses tokens; `key` is what its name is compared by. */
export interface PoolTeam {
  readonly key: string;
  readonly name: string;
}

/** Tokens that were taken from a lot and may come back to it. */
interface Taking {
  readonly lot: OpenLot;
  parts: number;
  /** Counts all takings, so that the newest of several teams can be told. */
  readonly order: number;
}

/**
 * The lots of all teams on one day of the book, and every entry made so far. Amounts in millionths. Each method returns what it could
 * not do.
 */
export class Pools {
  readonly lots: OpenLot[] = [];
  readonly moves: LotMove[] = [];
  /** Tokens of all lots that can be used. */
  balance = 0;
  private readonly usable = new Map<string, OpenLot[]>();
  private readonly endings = new Map<number, OpenLot[]>();
  /** By team that took, oldest first. */
  private readonly burned = new Map<string, Taking[]>();
  private readonly corrected = new Map<string, Taking[]>();
  private takings = 0;

  /** A lot comes in, usable from `day` through its expiry. */
  open(day: number, origin: LotOrigin, kind: 'bought' | 'carried in' | 'transferred in'): OpenLot {
    const lot = new OpenLot(this.lots.length, origin);
    this.lots.push(lot);
    this.lotsOf(teamKey(origin.team)).push(lot);
    listOf(this.endings, Math.max(origin.expiry + 1, day)).push(lot);
    this.balance += lot.balance;
    if (lot.balance > 0) this.enter(day, lot, kind, lot.balance, origin.cents);
    return lot;
  }

  /** Lots whose last day has passed leave with what is left in them. */
  expire(day: number): void {
    const ended = this.endings.get(day);
    if (!ended) return;
    this.endings.delete(day);
    for (const lot of ended) {
      const key = teamKey(lot.origin.team);
      this.usable.set(
        key,
        this.lotsOf(key).filter((other) => other !== lot),
      );
      const rest = lot.balance;
      if (rest === 0) continue;
      lot.expired += rest;
      this.enter(day, lot, 'expired', rest, this.takeFrom(lot, rest));
    }
  }

  /** A team's use of a day: its own lots, then the pool for everybody. @returns the parts without a balance */
  burn(day: number, team: PoolTeam, parts: number): number {
    const taken = (lot: OpenLot, piece: number, cents: number): void => {
      lot.burned += piece;
      this.remember(this.burned, team.key, lot, piece);
      this.enter(day, lot, 'burned', piece, cents, team.name);
    };
    const rest = this.drawFrom(this.lotsOf(team.key), parts, taken);
    return rest === 0 || team.key === EVERYBODY ? rest : this.drawFrom(this.lotsOf(EVERYBODY), rest, taken);
  }

  /** Tokens given back go to the lots burned last, newest first. @returns the parts that found no lot */
  refund(day: number, team: PoolTeam, parts: number): number {
    const given = (lot: OpenLot, back: number, cents: number): void => {
      lot.burned -= back;
      this.enter(day, lot, 'burned', -back, -cents, team.name);
    };
    return this.undo(day, [listOf(this.burned, team.key)], null, parts, given);
  }

  /** Tokens in a team's own lots. */
  balanceOf(team: string): number {
    return this.lotsOf(teamKey(team)).reduce((sum, lot) => sum + lot.balance, 0);
  }

  /** Moves tokens a team has to another, piece by piece. The balance must suffice. */
  transfer(day: number, from: string, to: string, parts: number): void {
    this.drawFrom(this.lotsOf(teamKey(from)), parts, (lot, taken, cents) => {
      lot.transferredOut += taken;
      this.enter(day, lot, 'transferred out', taken, cents);
      this.open(
        day,
        { ...lot.origin, team: to, transferred: true, quantity: taken, cents },
        'transferred in',
      );
    });
  }

  /** Takes tokens that left without a usage row; team '' takes from every team alike. The balance must suffice. */
  correctDown(day: number, team: string, parts: number): void {
    const taken = (lot: OpenLot, piece: number, cents: number): void => {
      lot.adjusted += piece;
      this.remember(this.corrected, teamKey(lot.origin.team), lot, piece);
      this.enter(day, lot, 'adjusted', piece, cents);
    };
    const lots = team === '' ? [...this.usable.values()].flat() : this.lotsOf(teamKey(team));
    this.drawFrom(lots, parts, taken);
  }

  /** Puts tokens back where corrections, then use, took them last; team '' asks every team. @returns the parts that found no lot */
  correctUp(day: number, team: string, parts: number): number {
    const key = team === '' ? null : teamKey(team);
    const given = (lot: OpenLot, back: number, cents: number): void => {
      lot.adjusted -= back;
      this.enter(day, lot, 'adjusted', -back, -cents);
    };
    const rest = this.undo(day, [...this.corrected.values()], key, parts, given);
    return this.undo(day, [...this.burned.values()], key, rest, given);
  }

  /** Tokens that Autodesk shows beyond all packs: a lot of their own, without cost. */
  openUnexplained(day: number, origin: Omit<LotOrigin, 'quantity' | 'cents'>, parts: number): void {
    const lot = this.open(day, { ...origin, quantity: 0, cents: 0 }, 'carried in');
    lot.adjusted -= parts;
    this.putInto(lot, parts);
    this.enter(day, lot, 'adjusted', -parts, 0);
  }

  private lotsOf(key: string): OpenLot[] {
    return listOf(this.usable, key);
  }

  private drawFrom(
    lots: readonly OpenLot[],
    parts: number,
    taken: (lot: OpenLot, parts: number, cents: number) => void,
  ): number {
    let rest = parts;
    while (rest > 0) {
      const lot = nextOf(lots);
      if (!lot) break;
      const piece = Math.min(rest, lot.balance);
      taken(lot, piece, this.takeFrom(lot, piece));
      rest -= piece;
    }
    return rest;
  }

  /** Gives parts back to the newest takings; `owner` = only to lots of that team. */
  private undo(
    day: number,
    stacks: readonly Taking[][],
    owner: string | null,
    parts: number,
    given: (lot: OpenLot, parts: number, cents: number) => void,
  ): number {
    let rest = parts;
    while (rest > 0) {
      const last = newestOf(stacks, day, owner);
      if (!last) break;
      const piece = Math.min(rest, last.parts);
      given(last.lot, piece, this.putInto(last.lot, piece));
      last.parts -= piece;
      rest -= piece;
    }
    return rest;
  }

  private takeFrom(lot: OpenLot, parts: number): number {
    this.balance -= parts;
    return lot.take(parts);
  }

  private putInto(lot: OpenLot, parts: number): number {
    this.balance += parts;
    return lot.putBack(parts);
  }

  private remember(where: Map<string, Taking[]>, key: string, lot: OpenLot, parts: number): void {
    listOf(where, key).push({ lot, parts, order: this.takings++ });
  }

  private enter(
    day: number,
    lot: OpenLot,
    kind: LotMoveKind,
    parts: number,
    cents: number,
    team: string = lot.origin.team,
  ): void {
    // Without + 0 a refund that costs nothing would read -0.
    this.moves.push({ day, lot: lot.index, kind, tokens: tokensOf(parts), cents: cents + 0, team });
  }
}

function listOf<Item>(map: Map<string, Item[]>, key: string): Item[];
function listOf<Item>(map: Map<number, Item[]>, key: number): Item[];
function listOf<Key, Item>(map: Map<Key, Item[]>, key: Key): Item[] {
  let list = map.get(key);
  if (!list) {
    list = [];
    map.set(key, list);
  }
  return list;
}

/** The lot that burns next; null when all are empty. */
function nextOf(lots: readonly OpenLot[]): OpenLot | null {
  let next: OpenLot | null = null;
  for (const lot of lots) {
    if (lot.balance > 0 && (next === null || burnsBefore(lot, next))) next = lot;
  }
  return next;
}

/** The newest taking that can still be undone; takings from expired lots cannot. */
function newestOf(stacks: readonly Taking[][], day: number, owner: string | null): Taking | null {
  let newest: Taking | null = null;
  for (const stack of stacks) {
    while (stack.length > 0 && isOver(stack[stack.length - 1]!, day)) stack.pop();
    for (let at = stack.length - 1; at >= 0; at--) {
      const taking = stack[at]!;
      if (newest !== null && taking.order < newest.order) break;
      if (isOver(taking, day) || (owner !== null && teamKey(taking.lot.origin.team) !== owner)) continue;
      newest = taking;
      break;
    }
  }
  return newest;
}

function isOver(taking: Taking, day: number): boolean {
  return taking.parts === 0 || taking.lot.origin.expiry < day;
}
