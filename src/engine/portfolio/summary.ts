import { byName } from './seats/options';
import { priceOf } from './seats/offered';
import type { Plan } from './plan';
import { savingLines } from './saving-lines';
import type { TokenPurchase } from './token-cost';
import type { OfferingLine, PersonCover, PortfolioMoney, PortfolioPerson, PortfolioSummary } from './types';

/** Totals by offering, and today against the proposal. */
export function summaryOf(plan: Plan, people: readonly PortfolioPerson[]): PortfolioSummary {
  const offerings = offeringLines(plan, people);
  const today = plan.today === null ? null : moneyToday(plan, people, offerings);
  const proposed = moneyOf(
    offerings,
    ({ needed, costProposed }) => ({ seats: needed, cost: costProposed ?? 0 }),
    people.map((person) => person.proposed),
    plan.purchase,
  );
  const saving = today === null ? null : today.cost - proposed.cost;
  const { tokenCost } = plan;
  const lines = today === null ? [] : savingLines({ people, offerings, today, proposed, tokenCost });
  return {
    offerings,
    today,
    proposed,
    saving,
    savingThisTerm: today === null ? null : lines.reduce((sum, line) => sum + line.savingThisTerm, 0),
    savingFromRenewal: saving,
    savingLines: lines,
    changed: people.filter((person) => person.changed).length,
    blocked: people.filter((person) => person.blocked !== '').length,
    onFlex: people.filter((person) => person.proposed.tokens > 0).length,
  };
}

function offeringLines(plan: Plan, people: readonly PortfolioPerson[]): readonly OfferingLine[] {
  const needed = new Map<string, number>();
  for (const { proposed } of people) {
    for (const name of [...proposed.seats, ...proposed.collections])
      needed.set(name, (needed.get(name) ?? 0) + 1);
  }
  const names = [...new Set([...plan.offerings.keys(), ...needed.keys()])].sort(byName);
  return names
    .map((offering): OfferingLine => {
      const own = plan.offerings.get(offering);
      const found = plan.catalogue.find(offering);
      const isCollection = found?.kind === 'collection';
      const list = isCollection
        ? (plan.input.collections[found.index]?.seatList ?? null)
        : plan.book.seatList(offering);
      const cost = priceOf(plan, offering);
      const need = (needed.get(offering) ?? 0) + (own?.others ?? 0);
      // Where the subscriptions are not known, at least what is assigned is owned.
      const owned = Math.max(own?.owned ?? 0, own?.assigned ?? 0);
      return {
        offering,
        kind: isCollection ? 'collection' : 'seat',
        owned,
        assigned: own?.assigned ?? 0,
        needed: need,
        spare: owned - (own?.assigned ?? 0),
        toBuy: Math.max(0, need - owned),
        toRelease: Math.max(0, owned - need),
        seatList: list,
        costToday: cost === null ? null : cost * owned,
        costProposed: cost === null ? null : cost * need,
        end: own?.ends[0] ?? null,
      };
    })
    .sort((a, b) => (a.kind === b.kind ? byName(a.offering, b.offering) : a.kind === 'seat' ? -1 : 1));
}

function moneyToday(
  plan: Plan,
  people: readonly PortfolioPerson[],
  offerings: readonly OfferingLine[],
): PortfolioMoney {
  const covers = people.map((person) => person.today!);
  const tokens = covers.reduce((sum, cover) => sum + cover.tokens, 0);
  return moneyOf(
    offerings,
    ({ owned, costToday }) => ({ seats: owned, cost: costToday ?? 0 }),
    covers,
    plan.tokenCost.purchase(tokens),
  );
}

function moneyOf(
  offerings: readonly OfferingLine[],
  figures: (line: OfferingLine) => { readonly seats: number; readonly cost: number },
  covers: readonly PersonCover[],
  purchase: TokenPurchase,
): PortfolioMoney {
  const total = (kind: OfferingLine['kind'], figure: 'seats' | 'cost'): number =>
    offerings.filter((line) => line.kind === kind).reduce((sum, line) => sum + figures(line)[figure], 0);
  const seatCost = total('seat', 'cost');
  const collectionCost = total('collection', 'cost');
  return {
    people: covers.length,
    seats: total('seat', 'seats'),
    collections: total('collection', 'seats'),
    seatCost,
    collectionCost,
    tokens: covers.reduce((sum, cover) => sum + cover.tokens, 0),
    tokensBought: purchase.quantity,
    tokenPrice: purchase.price,
    tokenCost: purchase.cost,
    cost: seatCost + collectionCost + purchase.cost,
    priceMissing: covers.filter((cover) => cover.unpriced.length > 0).length,
  };
}
