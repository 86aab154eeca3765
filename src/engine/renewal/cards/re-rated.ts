import { matchProduct } from '../../catalog';
import type { RateCard, RateRow } from '../../catalog/types';
import type { ProductInfo, UsageReading } from '../../usage/types';

/** What another card makes of one product of a reading. */
export interface ReRatedProduct {
  readonly info: ProductInfo;
  /** Why the product cannot be compared on the two cards; '' = it can. */
  readonly note: string;
}

/** The same use, charged by another card. */
export interface ReRating {
  readonly reading: UsageReading;
  /** By product index. */
  readonly products: readonly ReRatedProduct[];
}

/**
 * Charges the use of a reading by another card: tokens of a product × new rate ÷ old rate, or units × new rate where the old card had none.
 * Products that the new card charges by another basis than they are counted in, or that the new one does not know or rate, keep their old figures and say why:
 * nobody's segment may flip because a figure is missing.
 */
export function reRated(reading: UsageReading, card: RateCard): ReRating {
  const products = reading.table.products.map((info) => onCard(info, card));
  const factors = products.map(({ info, note }, index) =>
    note === '' ? tokenFactor(reading.table.products[index]!.row, info.row) : 1,
  );
  const { table } = reading;
  const tokens = table.tokens.map((given, row) => {
    const product = table.product[row]!;
    const factor = factors[product]!;
    if (factor !== null) return given * factor;
    const units = table.units[row]!;
    if (units === units) return units * (products[product]!.info.row?.tokensPerUnit ?? 0);
    return table.tokensGiven?.[row] === 1 ? given : 0;
  });
  return {
    reading: { ...reading, card, table: { ...table, tokens, products: products.map(({ info }) => info) } },
    products,
  };
}

function onCard(info: ProductInfo, card: RateCard): ReRatedProduct {
  const match = matchProduct(card, info.name);
  if (match.kind !== 'row') {
    // Known only through a Collection before and after: never charged, so nothing is missing.
    if (info.row === null && info.unknown !== true) return { info, note: '' };
    return { info, note: `not on the card ${card.name}` };
  }
  const { row } = match;
  if (row.onFlex && row.tokensPerUnit === null)
    return { info, note: `rate missing on the card ${card.name}` };
  if (row.onFlex && row.basis !== info.basis) {
    const before =
      info.row?.onFlex === true
        ? `charged by ${info.basis} before and`
        : `counted by ${info.basis} and charged`;
    return { info, note: `${before} by ${row.basis} on the card ${card.name}` };
  }
  if (info.row === null) return { info: { ...info, row, basis: row.basis }, note: '' };
  return { info: { name: info.name, row, basis: info.basis }, note: '' };
}

/** New tokens for one old token; null = from units. */
function tokenFactor(before: RateRow | null, after: RateRow | null): number | null {
  if (after === null || !after.onFlex) return 0;
  if (before === null || !before.onFlex || !before.tokensPerUnit) return null;
  return (after.tokensPerUnit ?? 0) / before.tokensPerUnit;
}
