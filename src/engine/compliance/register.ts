import { personKey } from '../usage/person-key';
import { findCollection, matchProduct, netTokenPrice, priceTerms, productKey } from '../catalog';
import { settled } from '../monitor/ledger/lots';
import { firstSerialOfMonth, monthIndexOf } from '../numeric';
import { isNeverUsed, isUse } from '../usage/use';
import type { UsageReading } from '../usage/types';
import { holdsOn, isFlex } from './entitlements/assignments';
import { keysOf } from './entitlements/employment';
import { entitlesOn } from './entitlements/coverage';
import type { Assignment, ItamRow } from './types';

export interface RegisterOptions {
  /** Who holds what; null = what the usage itself says. */
  readonly seats: readonly Assignment[] | null;
  /** Whole serial; null = the latest row. Tokens are those of the 12 calendar months that end with its month. */
  readonly asOf: number | null;
  /** Price of a token after discounts; omitted = the card's. */
  readonly tokenPrice?: number;
  /** Fraction, on seats and Collections; omitted = 0. */
  readonly seatDiscount?: number;
}

/** What is known of one person and product. */
interface Line {
  readonly user: string;
  readonly displayName: string;
  readonly costCentre: string;
  readonly product: string;
  readonly seats: Assignment[];
  lastUse: number | null;
  tokens: number;
  /** Some use has neither tokens of its own nor a rate. */
  rateMissing: boolean;
  usedSeat: boolean;
  usedFlex: boolean;
}

const MONTHS = 12;

/**
 * Flex consumption and seats in one register, for the system of record: a row for everything a person used in the year or holds on the as-of
 * day. A Collection has a row of its own with its price; what it covers names it as the access and costs tokens only.
 * @returns sorted by person, then product
 */
export function itamRegister(reading: UsageReading, options: RegisterOptions): readonly ItamRow[] {
  const { table, card } = reading;
  const asOf = Math.floor(options.asOf ?? reading.latestDate ?? 0);
  const price = options.tokenPrice ?? netTokenPrice(priceTerms(card, {}));
  const entitles = entitlesOn(card);
  const lines = new Lines(reading);
  const firstDay = firstSerialOfMonth(monthIndexOf(asOf) - MONTHS + 1);
  for (let row = 0; row < table.rows; row++) {
    const user = table.user[row]!;
    const day = Math.floor(table.date[row]!);
    if (user < 0 || day > asOf) continue;
    const line = lines.ofPair(user, table.product[row]!);
    if (isNeverUsed(table, row)) continue;
    if (isUse(table, row) && day > (line.lastUse ?? -Infinity)) line.lastUse = day;
    if (day < firstDay) continue;
    if (table.seatAccess[row] === 1) line.usedSeat = true;
    else {
      line.usedFlex = true;
      line.tokens += table.tokens[row]!;
      line.rateMissing ||= table.tokensUnknown?.[row] === 1;
    }
  }
  const given = options.seats ?? ownSeats(reading);
  const flexOf = new Map<string, Assignment>();
  for (const assignment of given) {
    if (!holdsOn(assignment, asOf)) continue;
    if (isFlex(assignment)) flexOf.set(lines.keyOf(assignment.user), assignment);
    else lines.of(assignment.user, spelled(reading, assignment.product)).seats.push(assignment);
  }
  return lines.byUser().flatMap((own) => {
    const collections = own.filter(
      ({ product, seats }) => seats.length > 0 && findCollection(card, product) !== null,
    );
    const flex = flexOf.get(lines.keyOf(own[0]?.user ?? ''));
    return own
      .filter((line) => isWorthARow(line))
      .map((line): ItamRow => {
        const covering = collections.filter(
          (held) => held !== line && line.seats.length === 0 && entitles(held.product, line.product),
        );
        const seat = earliest([...line.seats, ...covering.flatMap(({ seats }) => seats)]);
        const seatCost =
          line.seats.length === 0 ? 0 : seatPrice(reading, line.product, options.seatDiscount ?? 0);
        return {
          user: line.user,
          displayName: line.displayName,
          product: line.product,
          access: accessText(line, covering, collections.includes(line)),
          assignedSince: seat === undefined ? (flex?.from ?? null) : seat.from,
          lastUse: line.lastUse,
          costCentre: line.costCentre,
          yearlyCost:
            seatCost === null || (line.rateMissing && seat === undefined)
              ? null
              : seatCost + settled(line.tokens) * price,
          tokens: settled(line.tokens),
        };
      });
  });
}

/** Rows of people by key or e-mail, whether or not the usage knows them. */
class Lines {
  private readonly people = new Map<string, Map<string, Line>>();
  private readonly known = new Map<string, number>();
  private readonly pairs = new Map<number, Line>();

  constructor(private readonly reading: UsageReading) {
    reading.table.users.forEach((user, index) => {
      for (const key of keysOf(user)) if (!this.known.has(key)) this.known.set(key, index);
    });
  }

  of(user: string, product: string): Line {
    const index = this.known.get(personKey(user));
    if (index !== undefined) return this.ofUser(index, product);
    return this.line(personKey(user), { user: user.trim(), displayName: '', costCentre: '' }, product);
  }

  ofUser(index: number, product: string): Line {
    const { key, displayName, costCentre = '' } = this.reading.table.users[index]!;
    return this.line(personKey(key), { user: key, displayName, costCentre }, product);
  }

  /** As ofUser, by the product's index: asked for every row of the usage. */
  ofPair(index: number, product: number): Line {
    const { products } = this.reading.table;
    const pair = index * products.length + product;
    let line = this.pairs.get(pair);
    if (!line) this.pairs.set(pair, (line = this.ofUser(index, products[product]!.name)));
    return line;
  }

  /** The key under which a person's lines stand. */
  keyOf(user: string): string {
    const index = this.known.get(personKey(user));
    return index === undefined ? personKey(user) : personKey(this.reading.table.users[index]!.key);
  }

  byUser(): readonly (readonly Line[])[] {
    return [...this.people.entries()]
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, own]) =>
        [...own.values()].sort((a, b) => (a.product < b.product ? -1 : a.product > b.product ? 1 : 0)),
      );
  }

  private line(key: string, who: Pick<Line, 'user' | 'displayName' | 'costCentre'>, product: string): Line {
    let own = this.people.get(key);
    if (!own) this.people.set(key, (own = new Map()));
    const name = productKey(product);
    let line = own.get(name);
    if (!line) {
      line = {
        ...who,
        product,
        seats: [],
        lastUse: null,
        tokens: 0,
        rateMissing: false,
        usedSeat: false,
        usedFlex: false,
      };
      own.set(name, line);
    }
    return line;
  }
}

function ownSeats({ seats, table }: UsageReading): readonly Assignment[] {
  return (seats ?? [])
    .filter(({ assigned }) => assigned)
    .map(({ user, product }) => ({
      user: table.users[user]!.key,
      product: table.products[product]!.name,
      from: null,
      to: null,
    }));
}

/** A product as the card or its Collections spell it. */
function spelled({ card }: UsageReading, product: string): string {
  const match = matchProduct(card, product);
  return match.kind === 'unknown' ? product.trim() : match.name;
}

/** Products neither used in the year nor held are no part of a register. */
function isWorthARow({ seats, usedSeat, usedFlex }: Line): boolean {
  return seats.length > 0 || usedSeat || usedFlex;
}

function accessText(line: Line, covering: readonly Line[], isCollection: boolean): string {
  const seats = isCollection
    ? [line.product]
    : line.seats.length > 0
      ? ['Named User']
      : covering.length > 0
        ? covering.map(({ product }) => product)
        : line.usedSeat
          ? ['Named User']
          : [];
  return [...seats, ...(line.usedFlex ? ['Flex'] : [])].join(' + ');
}

function earliest(seats: readonly Assignment[]): Assignment | undefined {
  return seats.reduce<Assignment | undefined>(
    (first, seat) =>
      first === undefined || (seat.from ?? -Infinity) < (first.from ?? -Infinity) ? seat : first,
    undefined,
  );
}

/** Yearly price after the discount; null = price missing. */
function seatPrice({ card }: UsageReading, product: string, discount: number): number | null {
  const match = matchProduct(card, product);
  const list =
    match.kind === 'row' ? match.row.seatPrice : (findCollection(card, product)?.seatPrice ?? null);
  return list === null ? null : list * (1 - discount);
}
