import type { RateCard, RateRow } from './types';
import { BUILTIN_COLLECTIONS, settleCollections } from './collections';

const TOKEN_PRICE = 0.3;
const SOURCE = 'Flex governance guide, break-even table (undated)';

/** The guide prints ceilings in hours; a margin of ceiling ÷ break-even gives exactly those hours back. */
function marginFor(ceiling: number, seatPrice: number, tokensPerUnit: number): number {
  return ceiling / (seatPrice / (tokensPerUnit * TOKEN_PRICE));
}

function hourly(
  product: string,
  tokensPerUnit: number,
  seatPrice: number,
  ceiling: number | null,
  guideVerdict: string,
): RateRow {
  return {
    product,
    basis: 'hour',
    tokensPerUnit,
    seatPrice,
    onFlex: true,
    margin: ceiling === null ? null : marginFor(ceiling, seatPrice, tokensPerUnit),
    source: SOURCE,
    date: null,
    confidence: 'guide',
    guideVerdict,
  };
}

function notOnFlex(product: string): RateRow {
  return {
    product,
    basis: 'hour',
    tokensPerUnit: null,
    seatPrice: null,
    onFlex: false,
    margin: null,
    source: 'Flex governance guide: cloud-native construction product, not on Flex (undated)',
    date: null,
    confidence: 'guide',
    guideVerdict: 'a seat, as tokens do not cover it',
  };
}

const ROWS: readonly RateRow[] = [
  hourly('AutoCAD', 1, 2030, null, 'a seat for any regular user'),
  hourly('Revit', 5, 2910, 750, 'Flex below about 750 h'),
  hourly('Civil 3D', 5, 2910, 750, 'Flex below about 750 h'),
  hourly('Inventor Pro', 5, 2580, 600, 'Flex below about 600 h'),
  hourly('Maya', 15, 1785, 200, 'a seat above about 200 h'),
  hourly('AEC Collection', 5, 3375, null, 'a seat for full-time users'),
  notOnFlex('BIM Collaborate Pro'),
  notOnFlex('Autodesk Docs'),
  notOnFlex('Autodesk Build'),
];

/** The hourly card of the governing guide at $0.30 a token: the default, because it reproduces the guide's table. */
export const guideCard: RateCard = {
  name: 'guide',
  tokenPrice: TOKEN_PRICE,
  currency: 'USD',
  validFrom: null,
  validTo: null,
  rows: ROWS,
  collections: settleCollections(BUILTIN_COLLECTIONS, ROWS, 'USD'),
  origin: 'built-in card guide',
};
