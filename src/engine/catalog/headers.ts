import type { ChargeBasis } from './types';
import { cellText, type CardCell } from './cells';

export type CardField =
  | 'product'
  | 'basis'
  | 'rate'
  | 'seatPrice'
  | 'onFlex'
  | 'margin'
  | 'tokenPrice'
  | 'currency'
  | 'validFrom'
  | 'validTo'
  | 'source'
  | 'date'
  | 'collection';

/** Headers as users write them, without case, spaces and punctuation. The first of each list is the one RATECARD writes. */
const HEADERS: Readonly<Record<CardField, readonly string[]>> = {
  product: ['product', 'products', 'productname', 'offering', 'offeringname'],
  basis: ['basis', 'chargebasis', 'unit'],
  rate: [
    'tokensperunit',
    'tokenrate',
    'rate',
    'tokens',
    'tokensunit',
    'tokensperhour',
    'tokensh',
    'tokenshour',
    'tokensperday',
    'tokensd',
    'tokensday',
    'tokensperresult',
    'tokensresult',
  ],
  seatPrice: [
    'seatprice',
    'seat',
    'nameduserprice',
    'namedusercost',
    'seatcost',
    'seatyr',
    'seatperyear',
    'yearlyseatprice',
  ],
  onFlex: ['onflex', 'flex', 'availableonflex', 'coveredbyflex'],
  margin: ['margin', 'decisionmargin'],
  tokenPrice: ['tokenprice', 'pricepertoken', 'pricetoken'],
  currency: ['currency', 'curr'],
  validFrom: ['validfrom', 'from', 'startdate'],
  validTo: ['validto', 'to', 'validuntil', 'enddate'],
  source: ['source', 'sources'],
  date: ['date', 'asof', 'sourcedate'],
  collection: ['collection', 'collectionname', 'bundle'],
};

const FIELD_OF_HEADER: ReadonlyMap<string, CardField> = new Map(
  (Object.keys(HEADERS) as CardField[]).flatMap((field) =>
    HEADERS[field].map((header): [string, CardField] => [header, field]),
  ),
);

const BASIS_IN_HEADER: readonly (readonly [RegExp, ChargeBasis])[] = [
  [/^tokens(per)?(hour|h)$/, 'hour'],
  [/^tokens(per)?(day|d)$/, 'day'],
  [/^tokens(per)?result$/, 'result'],
];

function bare(cell: CardCell): string {
  return cellText(cell)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Which field a header cell names; null when none. */
export function cardField(cell: CardCell): CardField | null {
  return typeof cell === 'string' ? (FIELD_OF_HEADER.get(bare(cell)) ?? null) : null;
}

/** The basis a rate header itself names ("Tokens per day"); null when it names none. */
export function basisOfHeader(cell: CardCell): ChargeBasis | null {
  return BASIS_IN_HEADER.find(([pattern]) => pattern.test(bare(cell)))?.[1] ?? null;
}
