import { productKey } from '../../catalog';
import type { Quote, QuoteCase, QuoteLine, QuoteLineFigures, QuoteNeed } from '../types';

/** The token line of a quote's prices taken together: a quote may sell tokens in several lines. */
export interface QuoteTokens {
  readonly quantity: number;
  /** Mean price paid and mean list price of one token. */
  readonly netPrice: number;
  readonly listPrice: number;
}

/** Null where a quote sells no tokens. */
export function quoteTokens(quote: Quote): QuoteTokens | null {
  const lines = quote.lines.filter(({ kind, quantity }) => kind === 'tokens' && quantity > 0);
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  if (quantity === 0) return null;
  const mean = (price: (line: QuoteLine) => number): number =>
    lines.reduce((sum, line) => sum + line.quantity * price(line), 0) / quantity;
  return { quantity, netPrice: mean(netPrice), listPrice: mean(({ unitPrice }) => unitPrice) };
}

/** What a quote costs over the years, one demand at a time. */
export interface QuoteTerms {
  readonly need: QuoteNeed;
  /** Years that are counted; beyond its own term a quote goes on at its uplift. */
  readonly horizon: number;
  /** Price of a token beyond the quantity where neither the quote nor its token line has one. */
  readonly topUpPrice: number;
}

/** The three cases of a quote: money of its lines, of the tokens it lacks and of the seats it lacks, year by year. */
export function quoteCases(quote: Quote, terms: QuoteTerms): readonly QuoteCase[] {
  const { need } = terms;
  return [
    quoteCase(quote, terms, 'P10', need.tokens.p10),
    quoteCase(quote, terms, 'P50', need.tokens.p50),
    quoteCase(quote, terms, 'P90', need.tokens.p90),
  ];
}

function quoteCase(
  quote: Quote,
  { need, horizon, topUpPrice }: QuoteTerms,
  demand: QuoteCase['demand'],
  firstYear: number,
): QuoteCase {
  const tokens = quoteTokens(quote);
  const quantity = tokens?.quantity ?? 0;
  const price = quote.topUpPrice ?? tokens?.listPrice ?? topUpPrice;
  const lines = quote.lines.reduce((sum, line) => sum + line.quantity * netPrice(line), 0);
  const seats = missingSeats(quote, need).reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  let [topUpTokens, topUpCost, unusedTokens, missingSeatCost] = [0, 0, 0, 0];
  const byYear = Array.from({ length: horizon }, (_, year) => {
    const rise = (1 + quote.uplift) ** year;
    const needed = firstYear * (1 + need.growth) ** year;
    const more = Math.max(needed - quantity, 0);
    topUpTokens += more;
    topUpCost += more * price * rise;
    unusedTokens += Math.max(quantity - needed, 0);
    missingSeatCost += seats * rise;
    return (lines + more * price + seats) * rise;
  });
  const cost = byYear.reduce((sum, money) => sum + money, 0);
  return { demand, cost, byYear, topUpTokens, topUpCost, unusedTokens, missingSeatCost };
}

/** Seats needed that the quote does not hold; cost null = price missing. Lines of the same item share the need. */
export function missingSeats(
  quote: Quote,
  need: QuoteNeed,
): readonly { readonly item: string; readonly quantity: number; readonly cost: number | null }[] {
  return need.seats.flatMap(({ item, quantity, listPrice }) => {
    const quoted = quote.lines
      .filter((line) => line.kind === 'seats' && productKey(line.item) === productKey(item))
      .reduce((sum, line) => sum + line.quantity, 0);
    const missing = quantity - quoted;
    if (missing <= 0) return [];
    return [{ item, quantity: missing, cost: listPrice === null ? null : missing * listPrice }];
  });
}

/** Each line with what it costs a year and what of it is above need; a need is used up by the lines in their order. */
export function lineFigures(quote: Quote, need: QuoteNeed): readonly QuoteLineFigures[] {
  const open = new Map<string, number>([
    ['tokens', need.tokensToBuy],
    ...need.seats.map(({ item, quantity }): [string, number] => [`seats ${productKey(item)}`, quantity]),
  ]);
  return quote.lines.map((line) => {
    const price = netPrice(line);
    const figures = { ...line, netPrice: price, yearCost: line.quantity * price };
    if (line.kind === 'other') return { ...figures, needed: null, above: null, aboveCost: null };
    const key = line.kind === 'tokens' ? 'tokens' : `seats ${productKey(line.item)}`;
    // A seat nobody needs is above need to the last one.
    const needed = open.get(key) ?? 0;
    const above = Math.max(line.quantity - needed, 0);
    open.set(key, Math.max(needed - line.quantity, 0));
    return { ...figures, needed, above, aboveCost: above * price };
  });
}

function netPrice({ unitPrice, discount }: QuoteLine): number {
  return unitPrice * (1 - discount);
}
