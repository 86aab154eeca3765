/** A renewal prepared from a usage file. */
import { windowText } from '../../../engine/usage';
import { FlexError } from '../../../engine/errors';
import { priceTerms } from '../../../engine/catalog';
import {
  compareCards,
  growthAssumption,
  GUIDE_LEVERS,
  measuredGrowth,
  monthlyTokens,
  prepareRenewal,
  readLevers,
  readQuotes,
  renewalTerms,
  seatSpendToday,
  type CardComparison,
  type LeverRange,
  type QuotesReading,
} from '../../../engine/renewal';
import {
  DEFAULT_DRAWS,
  DEFAULT_SEED,
  drawDemand,
  poolDemand,
  yearDemand,
  type PoolDemand,
} from '../../../engine/pool';
import { RANKING_HOURS_PER_DAY } from '../../../engine/segments';
import { countText } from '../../../report/model/formats';
import { SHEETS, TABLES } from '../../../report/model/sheet-names';
import type { Provenance } from '../../../report/model/document';
import type { RenewalReportInput } from '../../../report/renewal/input';
import { BadInput } from '../../program/bad-input';
import { loadCard } from '../../input/card-file';
import { numbersOf, placedIn, readAs, readListFile, rejectNote, type ListFile } from '../../input/list-file';
import type { UsageFile } from '../../input/usage-file';
import type { OptionValues } from '../../program/option-values';
import { requestPortfolio } from '../portfolio/run';
import { termsOf } from '../../program/price-options';
import type { Progress } from '../../program/progress';
import { renewalChoices } from './options';

export interface RenewalRun {
  readonly report: RenewalReportInput;
  readonly notes: readonly string[];
}

/** Quotes that are compared at once. */
const MOST_QUOTES = 3;

/** @throws BadInput or FlexError naming the option, file or row that cannot be used */
export async function runRenewal(
  usage: UsageFile,
  options: OptionValues,
  provenance: Provenance,
  progress: Progress,
): Promise<RenewalRun> {
  const { reading, card } = usage;
  const chosen = renewalChoices(options);
  const request = await requestPortfolio(usage, options);
  const ranges = await leversFrom(options.text('levers'));
  const quotes = await quotesFrom(options.text('quotes'), usage);
  const demand = poolDemand(reading, request.year, { by: 'auto' });
  if (!(demand.base > 0)) {
    throw new FlexError(
      'value',
      `The year ${windowText(request.year)} has no tokens, so there is nothing to renew. Check --as-of, the period and the Tokens column of the usage.`,
    );
  }
  const measured = measuredGrowth(monthlyTokens(reading));
  const assumed = growthAssumption(measured);
  const growth = chosen.growth ?? assumed.mean;
  const listPrice = options.number('token-price') ?? card.tokenPrice;
  const seatSpend = seatSpendToday(request.input);
  progress.say(`Simulating ${countText(DEFAULT_DRAWS)} years`);
  const renewal = prepareRenewal(
    renewalTerms(chosen, {
      draws: drawn(demand, { mean: growth, spread: assumed.spread }),
      demand,
      measured,
      growth,
      listPrice,
      seatSpend,
      ranges,
      tiers: request.input.prices.tiers,
      quotes: quotes?.found.quotes ?? [],
      portfolio: request.input,
    }),
  );
  progress.end();
  const listNotes = [...request.notes, ...(quotes === null ? [] : rejectNote(quotes.file, quotes.found))];
  return {
    notes: [...usage.notes, ...listNotes, measured.text],
    report: {
      renewal,
      growth: measured,
      growthUsed: growth,
      lastYear: demand.base,
      listPrice,
      seatSpend: seatSpend ?? 0,
      seatsKnown: seatSpend !== null,
      mode: chosen.mode,
      cards: await cardsOf(usage, options, request.input.asOf),
      currency: card.currency,
      window: windowText(request.year),
      provenance,
      quotesRejected: quotes === null ? [] : placedIn(quotes.file, quotes.found.rejected),
      rejected: usage.placed,
      warnings: [...usage.notes, ...listNotes],
      estimated: reading.estimated,
    },
  };
}

/** Next year's tokens, draw by draw. */
function drawn(
  { clusters }: PoolDemand,
  growth: { readonly mean: number; readonly spread: number },
): Float64Array {
  const work = drawDemand(
    Float64Array.from(clusters, ({ tokens }) => tokens),
    DEFAULT_DRAWS,
    DEFAULT_SEED,
  );
  let step = work.next();
  while (step.done !== true) step = work.next();
  return yearDemand(step.value, growth, [], DEFAULT_SEED);
}

async function leversFrom(file: string | null): Promise<readonly LeverRange[]> {
  if (file === null) return GUIDE_LEVERS;
  const list = await readListFile(file, [{ sheet: SHEETS.renewal.name, table: TABLES.renewalLevers }]);
  return readAs(list, (values) => readLevers(values.map(numbersOf)));
}

async function quotesFrom(
  file: string | null,
  { card }: UsageFile,
): Promise<{ readonly file: ListFile; readonly found: QuotesReading } | null> {
  if (file === null) return null;
  const list = await readListFile(file, [{ sheet: SHEETS.quotes.name, table: TABLES.quotes }]);
  const found = readAs(list, (values) => readQuotes(values, card));
  const count = found.quotes.length;
  if (count <= MOST_QUOTES) return { file: list, found };
  throw new BadInput(
    `There are ${count} quotes in ${list.name}, and ${MOST_QUOTES} are compared at a time. Leave the lines of the others out.`,
  );
}

async function cardsOf(
  usage: UsageFile,
  options: OptionValues,
  asOf: number,
): Promise<CardComparison | null> {
  const other = options.text('new-card');
  if (other === null) return null;
  const newCard = await loadCard(other);
  const { seatDiscount, tokenDiscount, margin } = termsOf(usage.card, options);
  return compareCards(usage.reading, newCard, {
    termsBefore: termsOf(usage.card, options),
    // The other card's own token price: a price typed for this one says nothing about it.
    termsAfter: priceTerms(newCard, { seatDiscount, tokenDiscount, margin }),
    asOf,
    externalDomains: options.list('external-domains'),
    rankingHoursPerDay: options.number('ranking-hours') ?? RANKING_HOURS_PER_DAY,
  });
}
