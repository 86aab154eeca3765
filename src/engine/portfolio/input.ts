import { personKey } from '../usage/person-key';
import { netTokenPrice, type PriceTerms, type RateCard } from '../catalog';
import { noUserColumn } from '../usage/errors';
import type { Tier } from '../pool/types';
import { RANKING_HOURS_PER_DAY } from '../segments';
import { collectionPrices } from '../segments/collections';
import { needsOf } from '../segments/needs';
import { isContractor } from '../segments/users';
import { usageYear } from '../usage';
import type { UsageReading } from '../usage/types';
import { lastDrawnOf } from './last-drawn';
import type { OwnedSeats, SeatHolding } from './seats/types';
import type { PortfolioInput, PortfolioNeed, PortfolioPersonInput, PortfolioPolicies } from './types';

/** What a portfolio takes beside the usage; what is left out: no tiers, no bundle, no commitment, nothing owned. */
export interface PortfolioOptions {
  readonly card: RateCard;
  readonly terms: PriceTerms;
  /** Excel serial; null = the latest usable row. */
  readonly asOf: number | null;
  /** Contractor e-mail domains, lower case, without @. */
  readonly externalDomains: readonly string[];
  readonly policies: PortfolioPolicies;
  readonly tiers?: readonly Tier[];
  readonly bundle?: number;
  readonly committed?: number;
  readonly owned?: readonly OwnedSeats[];
  /** Null = what the usage itself says about seats; where it says nothing, nobody knows. */
  readonly assignments?: readonly SeatHolding[] | null;
}

/**
 * The numbers of a portfolio: everybody's needs in the year, what can be had and at which price.
 * @throws FlexError 'value' when the data name no users
 */
export function portfolioInput(reading: UsageReading, options: PortfolioOptions): PortfolioInput {
  if (!reading.hasUserColumn) throw noUserColumn('portfolio');
  const { card, terms } = options;
  const year = usageYear(reading, options.asOf);
  const prices = collectionPrices(card);
  const unread = unreadProducts(reading);
  const lastDrawn = lastDrawnOf(reading.table);
  const people = year.users.map((user): PortfolioPersonInput => {
    const info = reading.table.users[user.user]!;
    const lost = unread.get(personKey(info.key));
    return {
      ...(lost === undefined ? {} : { unread: lost }),
      user: info.key,
      displayName: info.displayName,
      team: info.team,
      department: info.department,
      email: info.email !== '' ? info.email : info.key.includes('@') ? info.key : '',
      contractor: isContractor(info, options.externalDomains),
      needs: needsOf(user, reading, terms, prices, RANKING_HOURS_PER_DAY).map((need): PortfolioNeed => {
        const drawn = need.eligible ? lastDrawn(user.user, need.use.product) : undefined;
        return {
          product: need.product,
          basis: need.basis,
          units: need.use.units,
          tokens: need.use.tokens,
          onFlex: need.eligible && !need.rateMissing,
          seatList: need.seatList,
          neverUsed: need.neverUsed,
          ...(drawn === undefined ? {} : { lastDrawn: drawn }),
        };
      }),
    };
  });
  const priceOf = new Map(prices.priced.map(({ name, listPrice }) => [name, listPrice]));
  return {
    people,
    offers: offersOf(reading, card),
    collections: card.collections.map(({ name, products }) => ({
      name,
      products,
      seatList: priceOf.get(name) ?? null,
    })),
    owned: options.owned ?? [],
    assignments: options.assignments ?? assignmentsOf(reading),
    prices: {
      tokenPrice: netTokenPrice(terms),
      tiers: options.tiers ?? [],
      bundle: options.bundle ?? 0,
      committed: options.committed ?? 0,
      seatDiscount: terms.seatDiscount,
    },
    policies: { keepUnseen: reading.shape === 'account token usage', ...options.policies },
    currency: card.currency,
    asOf: Math.floor(year.asOf),
  };
}

/** Products of rejected rows, by person. */
function unreadProducts({ rejectedPairs = [] }: UsageReading): ReadonlyMap<string, readonly string[]> {
  const products = new Map<string, string[]>();
  for (const { user, product } of rejectedPairs) {
    const list = products.get(personKey(user));
    if (list === undefined) products.set(personKey(user), [product]);
    else list.push(product);
  }
  return products;
}

/** The card's products, and those that only stand in a Collection: they can be owned too. */
function offersOf({ table }: UsageReading, card: RateCard): PortfolioInput['offers'] {
  const offers = new Map(
    card.rows.map(({ product, seatPrice, onFlex }) => [product, { product, seatList: seatPrice, onFlex }]),
  );
  const held = card.collections.flatMap(({ products }) => products);
  const others = table.products.map(({ name, unknown }) => ({ product: name, onFlex: unknown === true }));
  for (const { product, onFlex } of [...held.map((name) => ({ product: name, onFlex: false })), ...others]) {
    if (!offers.has(product)) offers.set(product, { product, seatList: null, onFlex });
  }
  return [...offers.values()];
}

function assignmentsOf({ seats, table }: UsageReading): readonly SeatHolding[] | null {
  if (seats === null) return null;
  return seats
    .filter(({ assigned }) => assigned)
    .map(({ user, product }) => ({
      user: table.users[user]!.key,
      offering: table.products[product]!.name,
    }));
}
