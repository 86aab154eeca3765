import { noBreakEven } from '../engine/breakeven/errors';
import { BUILTIN_CARD_NAMES, builtinCard, guideCard, priceTerms, readCard } from '../engine/catalog';
import type { PriceTerms, RateCard } from '../engine/catalog';
import { FlexError } from '../engine/errors';
import { gridOf, isOmitted, singleCell } from './cells';
import { AMOUNT, SHARE, checkedNumber, type Limits } from './limits';
import { fingerprint, memory } from './memory';

const cards = memory<RateCard>(4);

/** A card with the key under which results computed with it may be kept. */
export interface CardArgument {
  readonly card: RateCard;
  readonly key: string;
}

/**
 * The card an argument means: omitted = guide, text = a built-in card, a range = a rate-card table.
 * @throws FlexError 'missing' for an unknown name; 'value' for anything else that is no card
 */
export function cardArgument(argument: unknown): CardArgument {
  if (isOmitted(argument)) return { card: guideCard, key: guideCard.name };
  const grid = gridOf(argument);
  if (grid.length > 1 || (grid[0]?.length ?? 0) > 1) {
    const key = fingerprint(argument);
    const card = cards(key, () =>
      readCard(grid, {
        origin: 'range of the formula',
        name: 'of your range',
        address: (row, column) => `R${row + 1}C${column + 1}`,
        place: (row, column) => `row ${row + 1}, column ${column + 1} of the range`,
        zeroMeansBlank: true,
      }),
    );
    return { card, key };
  }
  const cell = singleCell(argument, 'card');
  if (cell === null) return { card: guideCard, key: guideCard.name };
  if (typeof cell !== 'string') {
    throw new FlexError(
      'value',
      `card is ${String(cell).toUpperCase()}: it must be the name of a card or a rate-card range.`,
    );
  }
  const card = builtinCard(cell);
  if (card === null) {
    throw new FlexError(
      'missing',
      `There is no rate card "${cell.trim()}". Known names: ${BUILTIN_CARD_NAMES.join(', ')}; or give a range with the columns of FLEX.RATECARD.`,
    );
  }
  return { card, key: card.name };
}

/** A single optional number; null when omitted or blank. */
export function optionalNumber(argument: unknown, name: string, limits: Limits): number | null {
  const cell = singleCell(argument, name);
  return cell === null ? null : checkedNumber(cell, name, limits);
}

/**
 * Terms at which Flex has a cost: what break-evens need.
 * @throws FlexError 'number' for a token price of 0 or a token discount of 100 %
 */
export function costedTerms(terms: PriceTerms): PriceTerms {
  if (terms.tokenPrice === 0 || terms.tokenDiscount === 1) throw noBreakEven(terms, '');
  return terms;
}

/** The terms of a function whose prices are single cells. */
export function singleTerms(
  card: RateCard,
  seatDiscount: unknown,
  tokenDiscount: unknown,
  tokenPrice: unknown,
  margin: unknown = null,
): PriceTerms {
  return costedTerms(
    priceTerms(card, {
      seatDiscount: optionalNumber(seatDiscount, 'seatDiscount', SHARE),
      tokenDiscount: optionalNumber(tokenDiscount, 'tokenDiscount', SHARE),
      tokenPrice: optionalNumber(tokenPrice, 'tokenPrice', AMOUNT),
      margin: optionalNumber(margin, 'margin', SHARE),
    }),
  );
}
