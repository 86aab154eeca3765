import { matchProduct, normalizeName } from '../../catalog';
import type { RateCard } from '../../catalog/types';
import { readBookTable, type BookColumn, type BookRows } from '../../usage/book-table';
import type { RawCell } from '../../usage/types';
import type { Quote, QuoteItemKind, QuoteLine } from '../types';

/** What vendors call tokens, normalised. */
const TOKEN_ITEMS = new Set([
  ...['flextokens', 'flextoken', 'tokens', 'token', 'flex', 'annualflextokens'],
  ...['flextokenpack', 'tokenpack', 'ebatokens', 'tokenflex', 'annualtokens'],
]);

const amount = (label: string, need: BookColumn['need'], ...aliases: string[]): BookColumn => ({
  label,
  aliases,
  kind: 'number',
  need,
});
const COLUMNS = {
  quote: {
    label: 'Quote',
    aliases: ['quote', 'vendor', 'offer', 'supplier', 'reseller'],
    kind: 'text',
    need: 'cell',
  },
  item: {
    label: 'Item',
    aliases: ['item', 'product', 'offering', 'line', 'description'],
    kind: 'text',
    need: 'cell',
  },
  quantity: amount('Quantity', 'cell', 'quantity', 'qty', 'seats', 'units'),
  unitPrice: amount('Unit price', 'cell', 'unitprice', 'listprice', 'price'),
  discount: amount('Discount', 'nothing', 'discount', 'rebate'),
  years: amount('Term in years', 'nothing', 'terminyears', 'termyears', 'term', 'years'),
  uplift: amount('Uplift per year', 'nothing', 'upliftperyear', 'uplift', 'yearlyuplift', 'yearlyincrease'),
  topUpPrice: amount('Top-up price', 'nothing', 'topupprice', 'overageprice', 'overflowprice'),
} as const satisfies Record<string, BookColumn>;

/** Quotes as read: `read` = rows.length + rejected.length. */
export interface QuotesReading extends BookRows<QuoteLine> {
  readonly quotes: readonly Quote[];
}

interface ReadLine extends QuoteLine {
  readonly quote: string;
  readonly years: number;
  readonly uplift: number;
  readonly topUpPrice: number;
}

/**
 * Reads vendor quotes: one row a line, columns Quote, Item, Quantity, Unit price [, Discount, Term in years, Uplift per year, Top-up price]
 * in any order. Lines of one name are one quote, in order of first appearance; its term, uplift and top-up price are those of its first row
 * that has them (else 1 year, no uplift, the token line's price). Rows that cannot be used are listed, never dropped.
 * @param card says which items are seats: its products and Collections
 * @throws FlexError 'value' naming the required columns that are missing
 */
export function readQuotes(
  range: readonly (readonly RawCell[])[],
  card: RateCard,
): BookRows<QuoteLine> & { readonly quotes: readonly Quote[] } {
  const lines = readBookTable(range, 'quotes', COLUMNS, (line): ReadLine | null => {
    const figure = (field: 'quantity' | 'unitPrice' | 'discount'): number => line.number(field) || 0;
    if (figure('quantity') < 0) return line.reject('quantity', 'below 0');
    if (figure('unitPrice') < 0) return line.reject('unitPrice', 'below 0');
    if (figure('discount') < 0 || figure('discount') > 1) {
      return line.reject('discount', 'not between 0 and 1 (10 % is 0.1)');
    }
    const years = line.number('years');
    if (years === years && !(Number.isInteger(years) && years >= 1)) {
      return line.reject('years', 'not a whole number of 1 or more');
    }
    if (line.number('uplift') <= -1 || line.number('uplift') > 1) {
      return line.reject('uplift', 'not between -1 and 1 (3 % is 0.03)');
    }
    if (line.number('topUpPrice') < 0) return line.reject('topUpPrice', 'below 0');
    return {
      quote: line.text('quote'),
      item: line.text('item'),
      kind: kindOf(line.text('item'), card),
      quantity: figure('quantity'),
      unitPrice: figure('unitPrice'),
      discount: figure('discount'),
      row: line.row,
      years,
      uplift: line.number('uplift'),
      topUpPrice: line.number('topUpPrice'),
    };
  });
  const named = new Map<string, ReadLine[]>();
  for (const line of lines.rows) {
    const key = line.quote.trim().toLowerCase();
    const own = named.get(key) ?? [];
    own.push(line);
    named.set(key, own);
  }
  return { ...lines, quotes: [...named.values()].map(quoteOf) };
}

function quoteOf(lines: readonly ReadLine[]): Quote {
  const first = (key: 'years' | 'uplift' | 'topUpPrice'): number | null =>
    lines.find((line) => line[key] === line[key])?.[key] ?? null;
  return {
    name: lines[0]!.quote,
    lines: lines.map(({ item, kind, quantity, unitPrice, discount, row }) => ({
      item,
      kind,
      quantity,
      unitPrice,
      discount,
      row,
    })),
    years: first('years') ?? 1,
    uplift: first('uplift') ?? 0,
    topUpPrice: first('topUpPrice'),
  };
}

function kindOf(item: string, card: RateCard): QuoteItemKind {
  if (TOKEN_ITEMS.has(normalizeName(item))) return 'tokens';
  return matchProduct(card, item).kind === 'unknown' ? 'other' : 'seats';
}
