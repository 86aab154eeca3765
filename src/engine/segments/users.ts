import { netTokenPrice } from '../catalog/terms';
import { noUserColumn } from '../usage/errors';
import { monthIndexOf, quartileLimits, quartileOf } from '../numeric';
import { usageYear } from '../usage';
import type { UsageReading, UsageYear, UserInfo, UserYear } from '../usage/types';
import { collectionPrices } from './collections';
import type { CollectionPrices } from './collections';
import { personCosts } from './costs';
import { harvestByUser } from './harvest';
import { needsOf } from './needs';
import { projectPhase } from './project-phase';
import { reasonFor } from './reasons';
import { recommend } from './recommend';
import { RULES } from './rules';
import type { Case } from './rules';
import type { SegmentOptions, SegmentRow } from './types';

const JOINER_MONTHS = 6;

/**
 * Gives every person of the data exactly one segment, a recommendation a product, the yearly cost both ways and the reason.
 * @param reading usable rows; one result row a person, in order of first appearance.
 * @param options rate card, discounts (fractions), as-of date, contractor e-mail domains.
 * @returns the rows, and the year they were decided on.
 * @throws FlexError (value) when the data name no users.
 * Source: docs/rules.md, "Segments", the rules in `RULES`.
 */
export function segmentUsers(
  reading: UsageReading,
  options: SegmentOptions,
): { readonly rows: readonly SegmentRow[]; readonly year: UsageYear } {
  if (!reading.hasUserColumn) throw noUserColumn('segments');
  const year = usageYear(reading, options.asOf);
  const collections = collectionPrices(options.card);
  const drafts = year.users.map((user) => decide(user, reading, year, options, collections));
  const limits = quartileLimits(drafts.flatMap((draft) => draft.utilisation ?? []));
  const quartile = drafts.map(({ utilisation }) =>
    utilisation === null || limits === null ? null : quartileOf(utilisation, limits),
  );
  const harvest = harvestByUser(
    reading,
    year,
    drafts.map((draft, index) => ({ needs: draft.person.needs, quartile: quartile[index] ?? null })),
  );
  return {
    rows: drafts.map((draft, index) => ({
      ...draft.row,
      quartile: quartile[index] ?? null,
      harvest: harvest[index] ?? null,
    })),
    year,
  };
}

interface Draft {
  readonly person: Case;
  readonly utilisation: number | null;
  readonly row: Omit<SegmentRow, 'quartile' | 'harvest'>;
}

function decide(
  user: UserYear,
  reading: UsageReading,
  year: UsageYear,
  options: SegmentOptions,
  collections: CollectionPrices,
): Draft {
  const info = reading.table.users[user.user]!;
  const all = needsOf(user, reading, options.terms, collections, options.rankingHoursPerDay);
  const needs = all.filter((need) => !need.unknown);
  const others = all.filter((need) => need.unknown);
  const otherTokens = others.reduce((sum, need) => sum + need.use.tokens, 0);
  // Nothing else was used, and what this use takes nobody can tell: there is no cost to show.
  const unknowable = needs.length === 0 && others.some((need) => need.rateMissing);
  const otherCost = unknowable ? null : otherTokens * netTokenPrice(options.terms);
  const primary = needs[0];
  const person: Case = {
    needs,
    costs: personCosts(needs, collections, options.terms.seatDiscount),
    isContractor: isContractor(info, options.externalDomains),
    isJoiner: year.reachesBack && user.firstUse !== null && isRecent(monthIndexOf(user.firstUse), year),
    phase: primary !== undefined && reading.monthlyDetail ? projectPhase(primary) : null,
  };
  const rule = RULES.find((candidate) => candidate.decides(person))!;
  const advice = recommend(rule, person, options.terms.seatDiscount);
  const utilisation = primary?.breakEven ? primary.use.units / primary.breakEven : null;
  return {
    person,
    utilisation,
    row: {
      user: info.key,
      displayName: info.displayName,
      userType: info.userType,
      team: info.team,
      department: info.department,
      project: info.project,
      segment: rule.segment,
      rule: rule.number,
      recommendation: advice.recommendation,
      primaryProduct: primary?.product ?? '',
      units: primary?.use.units ?? 0,
      tokens: all.reduce((sum, need) => sum + need.use.tokens, 0),
      flexCost: plus(person.costs.flex, otherCost),
      bestSeatCost: plus(person.costs.seats?.cost ?? null, otherCost),
      recommendedCost: plus(advice.cost, otherCost),
      saving: unknowable ? null : advice.saving,
      reason: reasonFor(rule, person, advice, { reading, year, user, options, others }),
      utilisation,
      activeMonths: activeMonths(user),
      lastUse: user.lastUse,
      products: advice.products,
      recommendedSeatList: advice.seatList,
      recommendedTokens: plus(advice.tokens, unknowable ? null : otherTokens),
      otherTokens,
      bestSeatList: person.costs.seats?.seatList ?? null,
    },
  };
}

const plus = (known: number | null, more: number | null): number | null =>
  known === null || more === null ? null : known + more;

function isRecent(month: number, year: UsageYear): boolean {
  return month > year.lastMonth - JOINER_MONTHS && month <= year.lastMonth;
}

/** Identity evidence only; use never decides it. */
export function isContractor(info: UserInfo, externalDomains: readonly string[]): boolean {
  if (info.userType === 'contractor' || info.userType === 'external') return true;
  const address = (info.email || info.key).trim().toLowerCase();
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (!address.includes('@')) return false;
  return externalDomains.some((external) => domain === external || domain.endsWith(`.${external}`));
}

function activeMonths(user: UserYear): number {
  let months = 0;
  for (let month = 0; month < 12; month += 1) {
    if (user.products.some((use) => use.monthUnits[month]! > 0 || use.monthDays[month]! > 0)) months += 1;
  }
  return months;
}
