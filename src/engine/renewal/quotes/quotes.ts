import { mustBe } from '../../errors';
import { quoteCount, quoteOutOfRange } from '../errors';
import { formatMoney, formatNumber, counted } from '../../numeric';
import { indifferencePrice } from './indifference';
import { lineFigures, missingSeats, quoteCases, quoteTokens, type QuoteTerms } from './cost';
import type { BestCost, Quote, QuoteCase, QuoteComparison, QuoteFigures, QuoteLineFigures } from '../types';

/** Quotes that are compared at once. */
const MOST_QUOTES = 3;
const MEDIAN = 1;

export interface QuotesTerms extends QuoteTerms {
  readonly currency: string;
  /** The cheapest portfolio at a token price; without it quotes are compared with one another only. */
  readonly bestCost?: BestCost;
  /** Money over the horizon of doing without all quotes, such as retail at list; an alternative to each of them. */
  readonly withoutQuote?: { readonly name: string; readonly cost: number };
}

/**
 * Up to three quotes on the same demand: cost over the horizon at P10, P50 and P90, lines above need, the cheapest portfolio at each one's
 * token price, and the token price at which each costs what the cheapest alternative costs.
 * @throws FlexError 'value' naming the quote, its row and the figure that cannot be used
 */
export function compareQuotes(quotes: readonly Quote[], terms: QuotesTerms): QuoteComparison {
  if (quotes.length < 1 || quotes.length > MOST_QUOTES) throw quoteCount(quotes.length, MOST_QUOTES);
  mustBe(
    Number.isInteger(terms.horizon) && terms.horizon >= 1,
    'renewal',
    `horizon is ${terms.horizon} years`,
    'a whole number of 1 or more',
  );
  quotes.forEach(checkQuote);
  const cases = quotes.map((quote) => quoteCases(quote, terms));
  const cheapest = ([0, 1, 2] as const).map((demand) => cheapestAt(cases, demand));
  return {
    horizon: terms.horizon,
    quotes: quotes.map((quote, index) => quoteFigures(quote, index, quotes, cases, terms)),
    cheapest: [cheapest[0]!, cheapest[1]!, cheapest[2]!],
  };
}

function quoteFigures(
  quote: Quote,
  index: number,
  quotes: readonly Quote[],
  cases: readonly (readonly QuoteCase[])[],
  terms: QuotesTerms,
): QuoteFigures {
  const own = cases[index]!;
  const tokens = quoteTokens(quote);
  const others = [
    ...quotes.map(({ name }, other) => ({ name, cost: cases[other]![MEDIAN]!.cost })),
    ...(terms.withoutQuote === undefined ? [] : [terms.withoutQuote]),
  ].filter((_, other) => other !== index);
  const alternative = others.reduce<(typeof others)[number] | null>(
    (best, each) => (best === null || each.cost < best.cost ? each : best),
    null,
  );
  const figures = {
    name: quote.name,
    years: quote.years,
    lines: lineFigures(quote, terms.need),
    cases: own,
    tokenPrice: tokens?.netPrice ?? null,
    portfolio: tokens === null ? null : (terms.bestCost?.(tokens.netPrice, quote) ?? null),
    indifferencePrice: alternative === null ? null : indifferencePrice(quote, own[MEDIAN]!, alternative.cost),
    alternative: alternative?.name ?? '',
    priceMissing: missingSeats(quote, terms.need).flatMap(({ item, cost }) => (cost === null ? [item] : [])),
  };
  return { ...figures, text: sentence(figures, terms) };
}

function cheapestAt(cases: readonly (readonly QuoteCase[])[], demand: number): number {
  return cases.reduce(
    (best, each, index) => (each[demand]!.cost < cases[best]![demand]!.cost ? index : best),
    0,
  );
}

function sentence(figures: Omit<QuoteFigures, 'text'>, { horizon, currency }: QuotesTerms): string {
  const money = (amount: number): string => formatMoney(Math.round(amount), currency);
  const median = figures.cases[MEDIAN]!;
  const above = figures.lines.reduce((sum, line: QuoteLineFigures) => sum + (line.aboveCost ?? 0), 0);
  const parts = [
    `${figures.name}: ${money(median.cost)} over ${formatNumber(horizon, 0)} years at median demand`,
    above > 0 ? `${money(above)} a year of it above need` : 'nothing above need',
  ];
  const longer =
    figures.years < horizon
      ? ` Its term ends after ${counted(figures.years, 'year')}; later years are taken at its uplift.`
      : '';
  return `${parts.join(', ')}.${priceSentence(figures, currency)}${missingSentence(figures)}${longer}`;
}

function priceSentence(
  { indifferencePrice: price, alternative, tokenPrice }: Omit<QuoteFigures, 'text'>,
  currency: string,
): string {
  if (price === null || tokenPrice === null) return '';
  if (price < 0) return ` Even free tokens would not make it as cheap as ${alternative}.`;
  const per = `${formatMoney(price, currency)} a token`;
  return price > tokenPrice
    ? ` It stays ahead of ${alternative} up to ${per}.`
    : ` It matches ${alternative} at ${per}: above that, walk away.`;
}

function missingSentence({ priceMissing }: Omit<QuoteFigures, 'text'>): string {
  return priceMissing.length === 0 ? '' : ` Left out, price missing: seats of ${priceMissing.join(', ')}.`;
}

function checkQuote(quote: Quote): void {
  const { name, years, uplift } = quote;
  const check = (holds: boolean, place: string, what: string, allowed: string): void => {
    if (!holds) throw quoteOutOfRange(place, what, allowed);
  };
  check(years >= 1 && Number.isInteger(years), name, `term is ${years} years`, 'a whole number of 1 or more');
  check(uplift > -1, name, `uplift is ${uplift}`, 'above -1 (3 % is 0.03)');
  for (const line of quote.lines) {
    const place = line.row > 0 ? `${name}, row ${line.row}, ${line.item}` : `${name}, ${line.item}`;
    check(line.quantity >= 0, place, `quantity is ${line.quantity}`, '0 or more');
    check(line.unitPrice >= 0, place, `unit price is ${line.unitPrice}`, '0 or more');
    check(
      line.discount >= 0 && line.discount <= 1,
      place,
      `discount is ${line.discount}`,
      'between 0 and 1 (10 % is 0.1)',
    );
  }
}
