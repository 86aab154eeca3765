/** Everything a renewal needs, read from the workbook; nothing is written. Shared by what the pane shows before a run and by the run. */
import { priceTerms, type RateCard } from '../../engine/catalog';
import {
  compareCards,
  growthAssumption,
  measuredGrowth,
  monthlyTokens,
  seatSpendToday,
  type CardComparison,
  type LeverRange,
  type MeasuredGrowth,
} from '../../engine/renewal';
import { poolDemand, type PoolDemand } from '../../engine/pool';
import { countText } from '../../report/model/formats';
import { SHEETS } from '../../report/model/sheet-names';
import { readPortfolio, type PortfolioReading } from '../portfolio/reading';
import type { Found } from '../runs/command';
import { loadPortfolioSettings } from '../portfolio/settings';
import { loadCard, readRates } from '../rates/rates';
import { readOwnLevers, readQuotesSheet, type Quotes } from './quotes';
import { chosenMode, type ChosenMode } from './mode';
import type { RenewalSettings } from '../contract/renewal';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';

export interface RenewalReading extends Found {
  readonly portfolio: PortfolioReading;
  readonly demand: PoolDemand;
  readonly measured: MeasuredGrowth;
  readonly growth: { readonly mean: number; readonly spread: number };
  readonly listPrice: number;
  /** Null = nobody knows who holds which seat. */
  readonly seatSpend: number | null;
  readonly levers: readonly LeverRange[];
  readonly mode: ChosenMode;
  readonly quotes: Quotes | null;
  readonly newCard: RateCard | null;
  readonly messages: readonly Message[];
  /** Why these data cannot be renewed on; null when they can. */
  readonly refusal: string | null;
}

/** Quotes that are compared at once. */
const MOST_QUOTES = 3;

/** @throws FlexError or ExcelFailure with the cell that cannot be used */
export async function readRenewal(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  renewal: RenewalSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<RenewalReading> {
  const chosen = await loadPortfolioSettings(context);
  const portfolio = await readPortfolio(context, choice, settings, chosen, onProgress, signal);
  const { read, year, input } = portfolio;
  const mode = await chosenMode(context, renewal.mode);
  const levers = await readOwnLevers(context, { signal });
  const quotes = await readQuotesSheet(context, read.card, { signal });
  const newCard = await otherCard(context, renewal.newCard);
  const demand = poolDemand(read.reading, year, { by: 'auto' });
  const measured = measuredGrowth(monthlyTokens(read.reading));
  const assumed = growthAssumption(measured);
  return {
    read,
    portfolio,
    demand,
    measured,
    growth: { mean: renewal.growth ?? assumed.mean, spread: assumed.spread },
    listPrice: settings.tokenPrice ?? read.card.tokenPrice,
    seatSpend: seatSpendToday(input),
    levers,
    mode,
    quotes,
    newCard,
    messages: [...portfolio.dataMessages, ...mode.messages, ...quoteMessages(quotes)],
    refusal: refusalOf(demand, quotes),
  };
}

/** The same use under the other card. */
export function compareWith(
  { portfolio: { read, input } }: RenewalReading,
  newCard: RateCard,
  settings: SegmentSettings,
): CardComparison {
  const { tokenDiscount, seatDiscount, margin } = settings;
  const given = { tokenDiscount, seatDiscount, margin };
  return compareCards(read.reading, newCard, {
    termsBefore: priceTerms(read.card, { ...given, tokenPrice: settings.tokenPrice }),
    termsAfter: priceTerms(newCard, given),
    asOf: input.asOf,
    externalDomains: settings.externalDomains,
    rankingHoursPerDay: settings.rankingHoursPerDay,
  });
}

async function otherCard(context: Excel.RequestContext, name: string | null): Promise<RateCard | null> {
  const own = SHEETS.newRates.name;
  if (name !== null && name.trim().toLowerCase() !== own.toLowerCase()) return await loadCard(context, name);
  return await readRates(context, own);
}

function quoteMessages(quotes: Quotes | null): readonly Message[] {
  if (quotes === null || quotes.rejected.length === 0) return [];
  const { length } = quotes.rejected;
  const [first] = quotes.rejected;
  return [
    {
      level: 'warning',
      text: `${countText(length)} of ${countText(quotes.read)} rows of ${quotes.range.sheet} could not be used and ${length === 1 ? 'is' : 'are'} left out. The first, row ${quotes.range.rect.row + (first?.row ?? 0)}: ${first?.reason ?? ''}.`,
    },
  ];
}

function refusalOf({ base }: PoolDemand, quotes: Quotes | null): string | null {
  if (!(base > 0)) {
    return 'The year has no tokens, so there is nothing to renew. Check the as-of date, the period and the Tokens column of the usage.';
  }
  const count = quotes?.quotes.length ?? 0;
  if (count <= MOST_QUOTES) return null;
  return `There are ${count} quotes on ${SHEETS.quotes.name}, and ${MOST_QUOTES} are compared at a time. Delete the lines of the others, then run again.`;
}
