/** What was chosen, in the words of the command line. */
import type { CommandLine } from './command-line';
import type { Company } from './description';

export function poolWords(
  files: CommandLine,
  { pool, settings, tiers, projects }: Company,
): readonly string[] {
  return [
    ...files.chosen('as-of', settings.asOf),
    ...files.chosen('tolerance', pool.tolerance),
    ...files.chosen('population', pool.people),
    ...files.chosen('cluster-by', pool.clusterBy),
    ...files.chosen('growth', pool.growthMean),
    ...files.chosen('growth-spread', pool.growthSpread),
    ...files.chosen('bundle', pool.bundle),
    ...files.chosen('top-up-price', pool.topUpPrice),
    ...files.chosen('disruption', pool.disruption),
    ...files.chosen('salvage', pool.salvage),
    ...files.chosen('salvage-share', pool.salvageShare),
    ...files.chosen('lead-days', pool.leadDays),
    ...files.chosen('seed', pool.seed),
    ...files.chosen('scale-short', pool.scaleShort),
    ...files.list('tiers', tiers),
    ...files.list('projects', projects),
  ];
}

export function monitorWords(files: CommandLine, company: Company): readonly string[] {
  const { monitor } = company;
  return [
    ...files.chosen('as-of', monitor.asOf),
    ...files.chosen('population', monitor.people),
    ...files.chosen('review-at', monitor.review),
    ...files.chosen('top-up-at', monitor.topUp),
    ...files.chosen('escalate-at', monitor.escalate),
    ...files.chosen('lead-days', monitor.leadDays),
    ...files.chosen('waste-share', monitor.wasteShare),
    ...files.chosen('stale-days', monitor.staleDays),
    ...files.chosen('unused', monitor.unusedRule),
    ...files.list('purchases', company.packs),
    ...files.list('transfers', company.transfers),
    ...files.list('adjustments', company.adjustments),
    ...files.list('balances', company.shown),
    ...files.list('budgets', company.budgets),
    ...files.list('holidays', company.holidays),
    ...files.list('spare-seats', company.spareSeats),
    ...files.list('tiers', company.tiers),
    ...files.list('projects', company.projects),
  ];
}

/** Who holds, owns and keeps what. */
export function heldWords(
  files: CommandLine,
  { seats, subscriptions, pins, portfolio, settings }: Company,
): readonly string[] {
  return [
    ...files.chosen('as-of', settings.asOf),
    ...files.list('seats', seats),
    ...files.list('subscriptions', subscriptions),
    ...files.list('pins', pins),
    ...files.chosen('contractors-on-seats', portfolio.contractorsOnFlex === false),
  ];
}

export function portfolioWords(files: CommandLine, company: Company): readonly string[] {
  const { portfolio, tiers } = company;
  return [
    ...heldWords(files, company),
    ...files.chosen('bundle', portfolio.bundle),
    ...files.chosen('committed', portfolio.committed),
    ...files.list('tiers', tiers),
  ];
}

export function renewalWords(files: CommandLine, company: Company): readonly string[] {
  const { renewal, quotes, newCard } = company;
  const { eba } = renewal;
  return [
    ...portfolioWords(files, company),
    ...files.list('quotes', quotes),
    ...files.list('new-card', newCard),
    ...files.chosen('mode', renewal.mode),
    ...files.chosen('growth', renewal.growth),
    ...files.chosen('vendor-growth', renewal.vendorGrowth),
    ...files.chosen('growth-error', renewal.growthError),
    ...files.chosen('commitment-discount', renewal.commitmentDiscount),
    ...files.chosen('price-increase', renewal.priceIncrease),
    ...files.chosen('rate-increase', renewal.rateIncrease),
    ...files.chosen('carry-share', renewal.carryShare),
    ...files.chosen('carry-chance', renewal.carryChance),
    ...files.chosen('years', renewal.years),
    ...files.chosen('eba-tokens', eba?.annualTokens),
    ...files.chosen('eba-price', eba?.tokenPrice),
    ...files.chosen('eba-years', eba?.years),
    ...files.chosen('eba-uplift', eba?.uplift),
    ...files.chosen('eba-fee', eba?.yearlyFee),
    ...files.chosen('eba-not-covered', eba?.notCovered.join(', ') || null),
  ];
}
